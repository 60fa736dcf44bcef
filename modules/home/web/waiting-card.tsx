// What waits for the reader in the signing of commitments, each with the way to where it is settled. Quiet while nothing waits.

import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { useMayOpen } from '../../../platform/web/may-open.tsx'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowWaiting } from '../contract.ts'
import { type Waiting, waitingAddress, waitingIcons, waitingKindWords, waitingWords } from './waiting.ts'

/** For whoever may open the drives at all. */
export function useWaiting(): readonly Waiting[] {
  const mayOpen = useMayOpen()
  return useAnswer(ShowWaiting, {}, { when: mayOpen('/commitments') }).answer?.rows ?? []
}

/** Where no programme runs there is no work of the day beside which it could stand. */
export function WaitingCard() {
  const w = useWords(waitingWords)
  const rows = useWaiting()
  if (rows.length === 0) return null
  return (
    <Card title={w.title}>
      <WaitingList rows={rows} />
    </Card>
  )
}

export function WaitingList({ rows }: { rows: readonly Waiting[] }) {
  const [w, kinds] = [useWords(waitingWords), useWords(waitingKindWords)]
  return (
    <ul className="waits" aria-label={w.title}>
      {rows.map((row) => (
        <li key={row.kind}>
          <Icon name={waitingIcons[row.kind]} />
          <Go to={waitingAddress(row)} title={row.at?.name}>
            {kinds[row.kind](row.count)}
          </Go>
          {row.late > 0 && <Status kind="late">{w.late(row.late)}</Status>}
        </li>
      ))}
    </ul>
  )
}
