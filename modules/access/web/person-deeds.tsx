// What can be done about a person: invite, reset the sign-in, rename, stop, let in again.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { MenuButton, type MenuItem } from '../../../platform/web/components/menu.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { InvitePerson } from '../contract/people.ts'
import { ChangePersonDialog } from './change-person.tsx'
import { type Link, LinkDialog } from './link-dialog.tsx'
import type { PersonAnswer } from './person.tsx'
import { personWords } from './person-words.ts'
import { ResetDialog } from './reset-sign-in.tsx'
import { StopDialog } from './stop-person.tsx'

export function PersonDeeds({ found }: { found: PersonAnswer }) {
  const w = useWords(personWords)
  const { person, may } = found
  const [deed, setDeed] = useState<'change' | 'reset' | 'stop'>()
  const [link, setLink] = useState<Link>()
  const invite = useCommand(InvitePerson)
  const stopped = person.disabledOn !== null
  const close = () => setDeed(undefined)
  const sendInvite = async () => {
    const sent = await invite.send({ id: person.id })
    if (sent.ok) setLink(sent.answer)
    else say({ text: sent.problem.title, bad: true })
  }
  const items: MenuItem[] = [
    ...(may.change ? [{ key: 'change', label: w.change, icon: 'pen' as const, onPick: () => setDeed('change') }] : []),
    ...(may.invite ? [{ key: 'reset', label: w.reset, icon: 'again' as const, onPick: () => setDeed('reset') }] : []),
    ...(may.disable
      ? [
          {
            key: 'stop',
            label: stopped ? w.letIn : w.stop,
            icon: stopped ? ('undo' as const) : ('out' as const),
            danger: !stopped,
            onPick: () => setDeed('stop'),
          },
        ]
      : []),
  ]
  return (
    <>
      {may.invite && (
        <Button icon="news" main={person.signIn !== 'ready'} busy={invite.sending} onClick={() => void sendInvite()}>
          {w.invite}
        </Button>
      )}
      {items.length > 0 && (
        <MenuButton className="btn" end label={w.more} items={items}>
          <Icon name="more" />
        </MenuButton>
      )}
      {deed === 'change' && <ChangePersonDialog person={person} onClose={close} />}
      {deed === 'stop' && <StopDialog person={person} onClose={close} />}
      {deed === 'reset' && (
        <ResetDialog
          person={person}
          onClose={close}
          onLink={(made) => {
            close()
            setLink(made)
          }}
        />
      )}
      {link && <LinkDialog link={link} name={person.name} onClose={() => setLink(undefined)} />}
    </>
  )
}
