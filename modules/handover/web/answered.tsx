// How much time the answer has, or what it was.

import { Status } from '../../../platform/web/components/status.tsx'
import { showInstant } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { minutesBetween } from '../../../rules/law/moment.ts'
import { leftWords, momentOfInstant, untilWords, useNow } from '../../cases/web/public.tsx'
import type { SendingRow } from '../contract.ts'
import { returnReasons } from '../rules/reasons.ts'
import { handOverWords } from './words.ts'

/** Of 24 hours the last six press. */
const pressesFor = 6 * 60
export function pressingOfAnswer(dueAt: string, now: Date): 'late' | 'soon' | 'ontime' {
  const left = minutesBetween(momentOfInstant(now), momentOfInstant(dueAt))
  return left < 0 ? 'late' : left <= pressesFor ? 'soon' : 'ontime'
}

export function Answered({ row }: { row: SendingRow }) {
  const w = useWords(handOverWords)
  const long = useWords(leftWords)
  const language = useLanguage()
  const now = useNow(30)
  if (row.state === 'sent' || row.state === 'asked-back')
    return (
      <>
        <Status kind={pressingOfAnswer(row.dueAt, now)} icon={undefined}>
          {untilWords(momentOfInstant(now), momentOfInstant(row.dueAt), long)}
        </Status>
        <span className="sub">
          {row.state === 'asked-back' && `${w['asked-back']}, `}
          <span className="num">{w.by(showInstant(row.dueAt))}</span>
        </span>
      </>
    )
  return (
    <>
      <Status kind={row.state === 'accepted' ? 'done' : 'unknown'} icon={row.state === 'accepted' ? 'check-c' : 'undo'}>
        {w[row.state]}
      </Status>
      <span className="sub">
        {row.reason && `${returnReasons[row.reason][language]}, `}
        {row.decidedAt && <span className="num">{showInstant(row.decidedAt)}</span>}
      </span>
    </>
  )
}
