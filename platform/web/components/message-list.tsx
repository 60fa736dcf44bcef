// The list of messages at the lower edge of the window.

import '@mantine/core/styles/UnstyledButton.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/Notification.layer.css'
import '@mantine/notifications/styles.layer.css'
import './message-list.css'
import { Notifications, notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { currentLanguage } from '../language.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { type Message, takeMessages } from './messages.tsx'

const close = { vi: 'Đóng', en: 'Close' }
const undo = { vi: 'Hoàn tác', en: 'Undo' }

function showOne({ text, bad, undo: takeBack }: Message): void {
  const id = notifications.show({
    message: (
      <span className="msg">
        <span>{text}</span>
        {takeBack && (
          <Button
            small
            icon="undo"
            onClick={() => {
              notifications.hide(id)
              takeBack()
            }}
          >
            {undo[currentLanguage()]}
          </Button>
        )}
      </span>
    ),
    icon: <Icon name={bad ? 'alert' : 'check'} />,
    autoClose: bad ? false : takeBack ? 12_000 : 5_000,
    className: bad ? 'msg-bad' : undefined,
    closeButtonProps: { 'aria-label': close[currentLanguage()] },
    role: bad ? 'alert' : 'status',
  })
}

export default function MessageList() {
  useEffect(() => takeMessages(showOne), [])
  return <Notifications position="bottom-right" limit={4} />
}
