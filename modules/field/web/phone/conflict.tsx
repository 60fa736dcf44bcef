// One fact that was said in two ways: both beside each other, and a touch chooses. The same card is on every phone that has the
// hamlet, and on the office's screen, until somebody has chosen.

import { v7 as uuidv7 } from 'uuid'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { Settle } from '../../contract/correct.ts'
import { correctWords, shownFact } from '../correct-words.ts'
import type { Conflict } from './kept.ts'
import { changePhone, usePhone } from './phone.ts'
import { syncNow } from './sync.ts'
import { problemOf, send } from './wire.ts'

export function ConflictCard({ conflict, who }: { conflict: Conflict; who: string }) {
  const w = useWords(correctWords)
  const { online, maySettle, profile } = usePhone()
  const { field, record, said, entry, home } = conflict
  const choose = async (take: string | null) => {
    try {
      const shown = said.map(({ id }) => id)
      await send(Settle, { communeId: home.communeId, entryId: entry[0], field, shown, take }, uuidv7())
      changePhone({ said: { text: w.settled } })
    } catch (fault) {
      changePhone({ said: { text: problemOf(fault)?.title ?? String(fault) } })
    }
    await syncNow()
  }
  const ways = [
    { id: null, value: record, from: w.onRecord },
    ...said.map(({ id, value, at, deviceId, person }) => ({
      id,
      value,
      from:
        deviceId && deviceId === profile?.deviceId ? w.thisPhone(showInstant(at)) : w.somebody(person, showInstant(at)),
    })),
  ]
  return (
    <section className="fix">
      <h2>
        <Icon name="split" />
        {field === 'ended' ? w.toAgree(who) : w.twoWays(who)}
      </h2>
      <p>
        {w[field]}. {maySettle ? w.chooseOne : w.officeChooses}
      </p>
      <div className="pair">
        {ways.map(({ id, value, from }) => (
          <button
            key={id ?? ''}
            type="button"
            className="sec way"
            disabled={!online || !maySettle}
            onClick={() => void choose(id)}
          >
            <b>{shownFact(w, field, value)}</b>
            <small>{from}</small>
          </button>
        ))}
      </div>
    </section>
  )
}
