// What both communes know of a hand-over: from, to, when, by whom; who is told; who opened the pack.

import type { ReactNode } from 'react'
import { unitTitle } from '../../../../platform/contract/unit-name.ts'
import { Card } from '../../../../platform/web/components/card.tsx'
import { showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { minutesBetween } from '../../../../rules/law/moment.ts'
import { leftWords, longWords, momentOfInstant } from '../../../cases/web/public.tsx'
import type { SendingRow } from '../../contract.ts'
import { returnReasons } from '../../rules/reasons.ts'
import { noticeWords } from '../notices/words.ts'
import { handOverWords } from '../words.ts'
import type { SendingShown } from './page.tsx'

export function FactsCard({ sending: { row, sentBy, decidedBy, digest } }: { sending: SendingShown }) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  return (
    <Card title={w.facts} icon="swap">
      <dl className="hand-over-lines">
        <Line label={w.from}>{unitTitle(row.from, language)}</Line>
        <Line label={w.to}>{unitTitle(row.to, language)}</Line>
        <Line label={w.addressed}>{row.addressed && w.mergedSince(unitTitle(row.addressed, language))}</Line>
        <Line label={w.fileNumber}>
          <span className="num">{row.fileNumber}</span>
        </Line>
        <Line label={w.movedOn}>{row.movedAt && <span className="num">{showInstant(row.movedAt)}</span>}</Line>
        <Line label={w.sentOn}>
          <span className="num">{showInstant(row.sentAt)}</span>
          <InTime row={row} />
        </Line>
        <Line label={w.sentBy}>{sentBy}</Line>
        <Line label={w.decidedOn}>{row.decidedAt && <span className="num">{showInstant(row.decidedAt)}</span>}</Line>
        <Line label={w.decidedBy}>{decidedBy}</Line>
        <Line label={w.reason}>{row.reason && returnReasons[row.reason][language]}</Line>
        {/* The open pack and the receipt name it themselves. */}
        {row.state === 'sent' && row.side === 'out' && (
          <Line label={w.digest}>
            <code className="hand-over-code">{digest}</code>
          </Line>
        )}
      </dl>
    </Card>
  )
}

/** Whether it was sent in the time that the law gives from the move. */
export function InTime({ row }: { row: SendingRow }) {
  const w = useWords(handOverWords)
  const long = useWords(leftWords)
  const late = row.lawDueAt ? minutesBetween(momentOfInstant(row.lawDueAt), momentOfInstant(row.sentAt)) : 0
  return <>, {late > 0 ? w.sentLate(longWords(late, long)) : w.inTime}</>
}

/** One without words is not shown. */
export function Line({ label, children }: { label: string; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function ToldCard({ sending: { told } }: { sending: SendingShown }) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const why = { residence: w.toldResidence, stay: w.toldStay }
  const ofStay = useWords(noticeWords)
  const noticeText = ({ number, state, dueAt, decidedAt }: NonNullable<SendingShown['told'][number]['notice']>) =>
    state === 'sent'
      ? ofStay.waits(number, showInstant(dueAt))
      : state === 'acknowledged'
        ? ofStay.toldAt(number, decidedAt ? showInstant(decidedAt) : '')
        : ofStay.takenBack(number)
  return (
    <Card title={w.told} icon="bell">
      <dl className="hand-over-lines">
        {told.map((each) => (
          <Line key={each.unit.id} label={unitTitle(each.unit, language)}>
            {why[each.why]}
            {each.notice && <small>{noticeText(each.notice)}</small>}
            {each.notice?.state === 'sent' &&
              each.notice.reminded.map(({ level, at }) => (
                <small key={level}>
                  {w.reminded(level)}, {showInstant(at)}
                </small>
              ))}
          </Line>
        ))}
      </dl>
    </Card>
  )
}

export function ReadingsCard({ readings }: { readings: SendingShown['readings'] }) {
  const w = useWords(handOverWords)
  return (
    <Card title={w.readings} icon="eye">
      {readings.length === 0 ? (
        <p className="hand-over-none">{w.noReadings}</p>
      ) : (
        <ul className="hand-over-readings">
          {readings.map(({ reader, at }) => (
            <li key={at}>
              {reader ?? '—'}, <span className="num">{showInstant(at)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
