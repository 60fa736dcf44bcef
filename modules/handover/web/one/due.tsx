// The countdown of an answer, with the article it comes from and what happens at zero.

import { Card } from '../../../../platform/web/components/card.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { leftWords, momentOfInstant, untilWords, useNow } from '../../../cases/web/public.tsx'
import type { SendingRow } from '../../contract.ts'
import { answerSource, answerToCheck } from '../../rules.ts'
import { pressingOfAnswer } from '../answered.tsx'
import { handOverWords } from '../words.ts'

export function DueCard({ row }: { row: SendingRow }) {
  const w = useWords(handOverWords)
  const long = useWords(leftWords)
  const language = useLanguage()
  const now = useNow(15)
  const pressing = pressingOfAnswer(row.dueAt, now)
  return (
    <Card padded className={`hand-over-due ${pressing}`}>
      <h2>{w.answerDue}</h2>
      <p className="cd">
        {pressing !== 'ontime' && <Icon name={pressing} />}
        <b>{untilWords(momentOfInstant(now), momentOfInstant(row.dueAt), long)}</b>
        <span className="num">{w.by(showInstant(row.dueAt))}</span>
      </p>
      <p className="semi">{row.side === 'in' ? w.yours : w.receivers}</p>
      <p>
        {answerSource[language]}. {w.zero}
      </p>
      <p>
        <Tag icon="alert">{w.toCheck}</Tag> {answerToCheck[language]}
      </p>
      {row.reminded.map(({ level, at }) => (
        <p key={level} className="semi">
          {w.reminded(level)}, <span className="num">{showInstant(at)}</span>
        </p>
      ))}
    </Card>
  )
}
