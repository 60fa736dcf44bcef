// What was not sent yet, listed and counted; and the ways to send it when there is no network for days.

import { Icon } from '../../../../platform/web/components/icon.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { useDriveName } from './drive-choice.tsx'
import { clock, Note, Screen } from './parts.tsx'
import { usePhone, waitingOf } from './phone.ts'
import { syncNow } from './sync.ts'
import { phoneWords } from './words.ts'

const kinds = { sign: 'signature', unsigned: 'note', correct: 'correction' } as const

export function Outbox() {
  const w = useWords(phoneWords)
  const { outbox, syncing, online, profile, lasting } = usePhone()
  const driveName = useDriveName()
  const waiting = waitingOf(outbox)
  return (
    <Screen
      title={w.outbox}
      under={profile?.lastSent ? w.lastSent(clock(profile.lastSent)) : w.neverSent}
      tab="outbox"
      foot={
        <>
          {waiting.length > 0 && (
            <button type="button" className="big" disabled={syncing || !online} onClick={() => void syncNow()}>
              <Icon name="upload" />
              {syncing ? w.sending : w.sendNow}
            </button>
          )}
          <a className="sec" href="#/carry">
            {w.carry}
          </a>
        </>
      }
    >
      {lasting === false && waiting.length > 0 && <p className="muted">{w.mayVanish}</p>}
      {waiting.length === 0 ? (
        <Note icon="check-c">{w.nothingWaits}</Note>
      ) : (
        <ul className="list">
          {waiting.map((item) => (
            <li key={item.id} className="row">
              <span>
                {item.label}
                <small>
                  {[w[kinds[item.kind]], driveName(item), item.place, clock(item.at)].filter(Boolean).join(' · ')}
                </small>
              </span>
              <Icon name="clock" />
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}
