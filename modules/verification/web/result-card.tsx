// Passed or not, by the rule and with its reason; what that says of the whole lot; and what was done when it did not pass.

import { Card } from '../../../platform/web/components/card.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { Lot } from './lot.tsx'
import { oneLotWords } from './lot-words.ts'
import { lotWords } from './words.ts'

const reasons = ['denied', 'unknown', 'silent', 'unmet'] as const

export function ResultCard({ lot, result }: { lot: Lot; result: NonNullable<Lot['result']> }) {
  const [w, words] = [useWords(oneLotWords), useWords(lotWords)]
  const passed = lot.state === 'passed'
  const why = passed ? w.passedWhy : w.failedWhy
  const given = reasons.filter((reason) => result[reason] > 0)
  return (
    <Card title={w.result} padded end={lot.decidedOn && <span className="asof">{showDay(lot.decidedOn)}</span>}>
      <p>
        <Status kind={passed ? 'met' : 'notmet'}>{why(result.wrong, lot.sample, lot.allowed)}</Status>
      </p>
      {(given.length > 0 || result.stoodIn > 0) && (
        <ul className="reasons">
          {given.map((reason) => (
            <li key={reason}>
              {result[reason]} {w[reason]}
            </li>
          ))}
          {result.stoodIn > 0 && <li>{w.stoodIn(result.stoodIn)}</li>}
        </ul>
      )}
      <p>
        {w.sure}: {words.between(result.least, result.most, lot.size)}.
      </p>
      <p className="muted">{w.noJudgement}</p>
      {lot.state === 'failed' && (
        <div className="follow">
          <b className="semi">{w.followTitle}</b>
          {lot.followUp ? (
            <p>
              {lot.followUp.what} <span className="muted">{w.followedOn(showDay(lot.followUp.on))}</span>
            </p>
          ) : (
            <p className="muted">{w.followWaits}</p>
          )}
        </div>
      )}
    </Card>
  )
}
