// Devices that are signed in as me, or as somebody whom an administrator looks at; each can be signed out from here.

import './account.css'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { defineWords, useWords } from '../../../platform/web/words.ts'
import { ListSessions, RevokeOtherSessions, RevokeSession } from '../contract/sessions.ts'
import { idleMinutes, sessionHours } from '../limits.ts'

const words = defineWords({
  title: { vi: 'Thiết bị đang đăng nhập', en: 'Devices signed in' },
  what: {
    vi: `Tự đăng xuất sau ${idleMinutes / 60} giờ không dùng, và sau ${sessionHours} giờ dù có dùng.`,
    en: `Signed out by itself after ${idleMinutes / 60} idle hours, and after ${sessionHours} hours in any case.`,
  },
  unknown: { vi: 'Trình duyệt khác', en: 'Another browser' },
  on: {
    vi: (browser: string, system: string) => `${browser} trên ${system}`,
    en: (browser: string, system: string) => `${browser} on ${system}`,
  },
  seen: { vi: (at: string) => `dùng lần cuối ${at}`, en: (at: string) => `last used ${at}` },
  own: { vi: 'Thiết bị này', en: 'This device' },
  out: { vi: 'Đăng xuất', en: 'Sign out' },
  allOut: { vi: 'Đăng xuất mọi thiết bị khác', en: 'Sign out all other devices' },
  done: {
    vi: (n: number) => `Đã đăng xuất ${n} thiết bị.`,
    en: (n: number) => `${n} ${n === 1 ? 'device' : 'devices'} signed out.`,
  },
  none: { vi: 'Không có thiết bị nào đang đăng nhập', en: 'No device is signed in' },
})

export function DevicesCard({ personId }: { personId?: string }) {
  const w = useWords(words)
  const list = useAnswer(ListSessions, { personId })
  const one = useCommand(RevokeSession)
  const others = useCommand(RevokeOtherSessions)
  const report = (sent: { ok: true; answer: { ended: number } } | { ok: false; problem: { title: string } }) =>
    say(sent.ok ? w.done(sent.answer.ended) : { text: sent.problem.title, bad: true })
  return (
    <Card title={w.title} padded>
      <p className="muted">{w.what}</p>
      <Shown from={list} lines={2}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <Empty icon="device" title={w.none} />
          ) : (
            <ul className="acc-list">
              {sessions.map((session) => (
                <li key={session.id}>
                  <Icon name="device" />
                  <span className="grow">
                    {session.browser && session.system
                      ? w.on(session.browser, session.system)
                      : session.browser || session.system || w.unknown}{' '}
                    {session.own && <Tag>{w.own}</Tag>}
                    <small>
                      {w.seen(showInstant(session.lastSeenAt))}
                      {session.address && ` · ${session.address}`}
                    </small>
                  </span>
                  {!session.own && (
                    <Button small onClick={() => void one.send({ id: session.id }).then(report)}>
                      {w.out}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      {!personId && (list.answer?.sessions.length ?? 0) > 1 && (
        <p className="btns acc-btns">
          <Button busy={others.sending} onClick={() => void others.send({}).then(report)}>
            {w.allOut}
          </Button>
        </p>
      )}
    </Card>
  )
}
