// What cannot simply count: refused, or held for a decision. Nothing goes from here by itself.

import { v7 as uuidv7 } from 'uuid'
import { Icon, type IconName } from '../../../../platform/web/components/icon.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { DecideHeld } from '../../../commitments/contract/deciding.ts'
import { signingReasons } from '../../../commitments/contract/signing.ts'
import { go } from './address.ts'
import { ConflictCard } from './conflict.tsx'
import { useDriveName } from './drive-choice.tsx'
import { openDrives } from './drives.ts'
import { conflictsOf, type Item } from './kept.ts'
import { useLabel } from './label.ts'
import { clock, Note, Screen } from './parts.tsx'
import { attentionOf, changePhone, dropItems, keepDrive, usePhone } from './phone.ts'
import { askAgain } from './sync.ts'
import { problemOf, send } from './wire.ts'
import { phoneWords } from './words.ts'

const icons: Record<string, IconName> = {
  already_signed: 'doc',
  after_closing: 'calendar',
  before_opening: 'calendar',
  hamlet_merged: 'split',
}

export function Attention() {
  const w = useWords(phoneWords)
  const labelOf = useLabel()
  const { outbox, packs, profile } = usePhone()
  const items = attentionOf(outbox)
  const conflicts = [...packs.values()].flatMap((pack) => conflictsOf(pack).map((conflict) => ({ conflict, pack })))
  const today = new Date().toDateString()
  const settled = outbox.filter(
    ({ state, settledAt }) => state === 'settled' && settledAt && new Date(settledAt).toDateString() === today,
  )
  return (
    <Screen
      title={w.attention}
      under={profile?.lastSent ? w.lastSent(clock(profile.lastSent)) : w.neverSent}
      tab="attention"
    >
      {items.length + conflicts.length === 0 ? (
        <Note icon="check-c">{w.nothingToSettle}</Note>
      ) : (
        <>
          <p className="calm">
            <Icon name="check-c" />
            <span>{w.calm}</span>
          </p>
          {items.map((item) => (
            <Matter key={item.id} item={item} />
          ))}
          {conflicts.map(({ conflict, pack }) => (
            <ConflictCard
              key={`${conflict.entry[0]} ${conflict.field}`}
              conflict={conflict}
              who={labelOf(pack, { number: conflict.entry[1], name: conflict.entry[2], groupId: conflict.entry[5] })}
            />
          ))}
        </>
      )}
      {settled.length > 0 && (
        <p className="doneline">
          <Icon name="history" />
          {w.settledToday(settled.length)}
        </p>
      )}
    </Screen>
  )
}

function Matter({ item }: { item: Item }) {
  const w = useWords(phoneWords)
  const language = useLanguage()
  const driveName = useDriveName()
  const { online, mayDecide, packs } = usePhone()
  const reason = item.reason as keyof typeof signingReasons | undefined
  const words = reason && reason in signingReasons ? signingReasons[reason][language] : item.says
  const decide = async (decision: 'accepted' | 'refused') => {
    const { communeId } = item.command.input as { communeId: string }
    try {
      await send(DecideHeld, { communeId, id: item.id, decision, note: '' }, uuidv7())
      await askAgain(item)
    } catch (fault) {
      changePhone({ said: { text: problemOf(fault)?.title ?? String(fault) } })
    }
  }
  const drop = () => {
    if (window.confirm(w.dropSure)) void dropItems([item.id])
  }
  const pack = packs.get(item.placeId)
  const open = pack !== undefined && openDrives(pack).some(({ id }) => id === item.driveId)
  const signAgain = () => void keepDrive(item.driveId).then(() => go('h', item.placeId, item.entryId))
  return (
    <section className="fix">
      <h2>
        <Icon name={icons[item.reason ?? ''] ?? 'alert'} />
        {item.label} · {item.place}
      </h2>
      {driveName(item) && <p>{driveName(item)}</p>}
      <p>{words}</p>
      {item.outcome === 'held' ? (
        mayDecide ? (
          <div className="pair">
            <button type="button" className="sec" disabled={!online} onClick={() => void decide('refused')}>
              {reason === 'already_signed' ? w.keepThere : w.refuse}
            </button>
            <button type="button" className="sec" disabled={!online} onClick={() => void decide('accepted')}>
              {reason === 'already_signed' ? w.keepHere : w.accept}
            </button>
          </div>
        ) : (
          <>
            <p>{w.heldHow}</p>
            <button type="button" className="sec" disabled={!online} onClick={() => void askAgain(item)}>
              <Icon name="again" />
              {w.askAgain}
            </button>
          </>
        )
      ) : (
        <div className="pair">
          <button type="button" className="sec" onClick={drop}>
            {w.drop}
          </button>
          {item.kind === 'sign' && open && (
            <button type="button" className="sec" onClick={signAgain}>
              {w.signAgain}
            </button>
          )}
        </div>
      )}
    </section>
  )
}
