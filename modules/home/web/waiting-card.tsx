// What waits for the reader in the signing of commitments, each with the way to where it is settled. Quiet while nothing waits.

import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { useMayOpen } from '../../../platform/web/may-open.tsx'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowWaiting } from '../contract.ts'
import { waitingAddress, waitingIcons, waitingKindWords, waitingWords } from './waiting.ts'

export function WaitingCard() {
  const [w, kinds] = [useWords(waitingWords), useWords(waitingKindWords)]
  const mayOpen = useMayOpen()
  const { answer } = useAnswer(ShowWaiting, {}, { when: mayOpen('/commitments') })
  if (!answer || answer.rows.length === 0) return null
  return (
    <Card title={w.title}>
      <ul className="waits">
        {answer.rows.map((row) => (
          <li key={row.kind}>
            <Icon name={waitingIcons[row.kind]} />
            <Go to={waitingAddress(row)}>{kinds[row.kind](row.count)}</Go>
            {row.late > 0 && <Status kind="late">{w.late(row.late)}</Status>}
            {row.at && <small>{row.at.name}</small>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
