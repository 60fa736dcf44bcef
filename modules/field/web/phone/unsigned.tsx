// Why it was not signed, and when to come again. For the next visit only.

import { useState } from 'react'
import { showDay } from '../../../../platform/web/format.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { keepOrSay } from './keep.ts'
import type { Household, Item, Pack } from './kept.ts'
import { notedItem } from './noted.ts'
import { Screen } from './parts.tsx'
import { phoneWords } from './words.ts'

/** The day so many days from now, in Vietnam. */
const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })
const quick = [
  ['tomorrow', 1],
  ['inThreeDays', 3],
  ['inAWeek', 7],
] as const
const reasons = ['absent', 'moved', 'declined', 'other'] as const

type Props = {
  pack: Pack
  household: Household
  driveId: string
  label: string
  place: string
  onBack(): void
  onDone(): void
}

export function Unsigned({ pack, household, driveId, label, place, onBack, onDone }: Props) {
  const w = useWords(phoneWords)
  const [reason, choose] = useState<string>(household.note?.reason ?? 'absent')
  const [again, setAgain] = useState(household.note?.visitAgainOn ?? '')
  const keep = async (note: Item['note']) => {
    const item = notedItem({ pack, household, driveId, note: note ?? null, label, place })
    await keepOrSay(item, w.saved(label), '', onDone)
  }
  return (
    <Screen
      title={w.whyNot}
      under={`${label} · ${place}`}
      slim
      foot={
        <>
          <button type="button" className="big" onClick={() => void keep({ reason, visitAgainOn: again || null })}>
            {w.keepNote}
          </button>
          <button type="button" className="sec" onClick={onBack}>
            {w.back}
          </button>
        </>
      }
    >
      <p className="muted">{w.whyNotHint}</p>
      <fieldset className="choices">
        <legend className="hidden">{w.whyNot}</legend>
        {reasons.map((each) => (
          <label key={each} className="opt">
            <input type="radio" name="reason" checked={reason === each} onChange={() => choose(each)} />
            {w[each]}
          </label>
        ))}
      </fieldset>
      <fieldset className="days">
        <legend>
          {w.comeAgainOn} {again && <b>{showDay(again)}</b>}
        </legend>
        {quick.map(([word, days]) => (
          <button
            key={word}
            type="button"
            aria-pressed={again === dayAfter(days)}
            onClick={() => setAgain(again === dayAfter(days) ? '' : dayAfter(days))}
          >
            {w[word]}
          </button>
        ))}
        <label>
          {w.anotherDay}
          <input type="date" value={again} min={dayAfter(0)} onChange={(event) => setAgain(event.target.value)} />
        </label>
      </fieldset>
      {household.note && (
        <button type="button" className="sec" onClick={() => void keep(null)}>
          {w.takeNoteAway}
        </button>
      )}
    </Screen>
  )
}
