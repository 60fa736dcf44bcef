// One request: what was asked, whether the person was told, by when it is to be answered, and how each was counted.

import { Button } from '../../../../platform/web/components/button.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { dayOf, type Moment } from '../../../../rules/law/moment.ts'
import { requestKinds, requestWays } from '../../../../rules/retention/requests.ts'
import { momentOfInstant } from '../left.ts'
import { RequestClock } from './request-clock.tsx'
import { requestWords } from './request-words.ts'
import type { Request } from './requests-card.tsx'
import { retentionWords } from './words.ts'

export type RequestDeed = 'answer' | 'acknowledge' | 'extend'
type Props = { row: Request; now: Moment; onDo: (what: RequestDeed) => void }

const dayOfInstant = (instant: string): string => showDay(dayOf(momentOfInstant(instant)))

export function RequestLine({ row, now, onDo }: Props) {
  const w = useWords(retentionWords)
  const language = useLanguage()
  return (
    <li>
      <Icon name={row.outcome ? 'check-c' : 'talk'} />
      <div className="keep-request">
        <p>
          <b className="semi">{requestKinds[row.kind][language]}</b> {row.about && w.aboutWhom(row.about)}
          <small>{row.words}</small>
          <small>
            {w.receivedOn(dayOfInstant(row.receivedAt))}, {requestWays[row.way][language].toLowerCase()}
          </small>
        </p>
        <Told row={row} now={now} />
        <Answered row={row} now={now} />
        <Deeds row={row} onDo={onDo} />
      </div>
    </li>
  )
}

/** Whether the person was told that it came in. An answer says so as well. */
function Told({ row: { acknowledge, holidays, receivedAt, outcome }, now }: Omit<Props, 'onDo'>) {
  const w = useWords(requestWords)
  const language = useLanguage()
  if (!acknowledge || (outcome && !acknowledge.told)) return null
  const { told, dueAt, because } = acknowledge
  return (
    <RequestClock
      what={w.acknowledge}
      from={receivedAt}
      until={dueAt}
      because={because}
      holidays={holidays}
      now={now}
      done={
        told &&
        [dayOfInstant(told.at), requestWays[told.way][language].toLowerCase(), told.by].filter(Boolean).join(', ')
      }
      late={told !== null && told.at > dueAt}
    />
  )
}

function Answered({ row, now }: Omit<Props, 'onDo'>) {
  const w = useWords(retentionWords)
  const words = useWords(requestWords)
  const language = useLanguage()
  const { extended } = row
  return (
    <>
      <RequestClock
        what={w.answer}
        from={row.receivedAt}
        until={extended?.firstDueAt ?? row.dueAt}
        because={row.because}
        holidays={row.holidays}
        now={now}
        done={
          row.outcome && row.answeredAt
            ? `${w[row.outcome]}, ${w.answeredOn(dayOfInstant(row.answeredAt), row.answeredBy ?? w.somebody)}`
            : extended && words.longerUntil(showInstant(row.dueAt))
        }
        late={row.answeredAt !== null && row.answeredAt > row.dueAt}
      />
      {extended && (
        <RequestClock
          what={words.longer}
          from={extended.firstDueAt}
          until={row.dueAt}
          because={extended.because}
          holidays={extended.holidays}
          now={now}
          done={row.outcome ? words.longerUntil(showInstant(row.dueAt)) : null}
          late={false}
        >
          {extended.reason && <small>{extended.reason}</small>}
          <small>
            {words.toldOfIt(
              [dayOfInstant(extended.toldAt), requestWays[extended.way][language].toLowerCase(), extended.by]
                .filter(Boolean)
                .join(', '),
            )}
          </small>
        </RequestClock>
      )}
      {row.answer && <small>{row.answer}</small>}
    </>
  )
}

function Deeds({ row: { may, mayAcknowledge, mayExtendTo }, onDo }: Omit<Props, 'now'>) {
  const w = useWords(retentionWords)
  const words = useWords(requestWords)
  if (!may && !mayAcknowledge) return null
  return (
    <div className="keep-deeds">
      {may && (
        <Button small onClick={() => onDo('answer')}>
          {w.answer}
        </Button>
      )}
      {mayAcknowledge && (
        <Button small icon="check" onClick={() => onDo('acknowledge')}>
          {words.recordTold}
        </Button>
      )}
      {mayExtendTo && (
        <Button small quiet icon="clock" onClick={() => onDo('extend')}>
          {words.extend}
        </Button>
      )}
    </div>
  )
}
