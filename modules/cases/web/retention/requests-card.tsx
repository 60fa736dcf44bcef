// What the person asked for, by when it is to be answered, and how it was.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { useCommand } from '../../../../platform/web/command.ts'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { Note } from '../../../../platform/web/components/page.tsx'
import { Status } from '../../../../platform/web/components/status.tsx'
import { showDay, showInstant } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { dayOf, type Moment } from '../../../../rules/law/moment.ts'
import { requestKinds, requestWays } from '../../../../rules/retention/requests.ts'
import { GiveStatement, type ListRequests } from '../../contract.ts'
import type { At } from '../file/opened.tsx'
import { leftWords, momentOfInstant, pressingOf, untilWords } from '../left.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { savePdf } from './pdf.ts'
import { TakeDialog } from './take-dialog.tsx'
import { retentionWords } from './words.ts'

type Requests = OutputOf<typeof ListRequests>
export type Request = Requests['rows'][number]

export function RequestsCard({ requests, at, now }: { requests: Requests; at: At; now: Moment }) {
  const w = useWords(retentionWords)
  const [doing, setDoing] = useState<'take' | Request>()
  const { rows, forRights } = requests
  return (
    <Card title={w.rights} icon="user">
      <ul className="case-law" aria-label={w.rights}>
        {rows.map((row) => (
          <RequestLine key={row.id} row={row} now={now} onAnswer={() => setDoing(row)} />
        ))}
        {rows.length === 0 && (
          <li>
            <Icon name="check-c" />
            {w.noRequests}
          </li>
        )}
      </ul>
      {forRights ? <Acts at={at} onTake={() => setDoing('take')} /> : <p className="keep-note">{w.forRights}</p>}
      {doing === 'take' && <TakeDialog requests={requests} at={at} now={now} onClose={() => setDoing(undefined)} />}
      {doing && doing !== 'take' && <AnswerDialog request={doing} at={at} onClose={() => setDoing(undefined)} />}
    </Card>
  )
}

function Acts({ at, onTake }: { at: At; onTake: () => void }) {
  const w = useWords(retentionWords)
  const give = useCommand(GiveStatement)
  const print = async () => {
    const sent = await give.send({ ...at, id: uuidv7() })
    if (!sent.ok) return
    savePdf(sent.answer.pdf, sent.answer.serial)
    say(w.printed(sent.answer.serial))
  }
  return (
    <>
      <div className="keep-acts">
        <Button small icon="plus" onClick={onTake}>
          {w.take}
        </Button>
        <Button small icon="print" disabled={give.sending} onClick={() => void print()}>
          {w.statement}
        </Button>
      </div>
      <p className="keep-note">{w.statementWhy}</p>
      {give.problem && (
        <Note icon="alert" tone="late">
          {give.problem.title}
        </Note>
      )}
    </>
  )
}

function RequestLine({ row, now, onAnswer }: { row: Request; now: Moment; onAnswer: () => void }) {
  const w = useWords(retentionWords)
  const long = useWords(leftWords)
  const language = useLanguage()
  const due = momentOfInstant(row.dueAt)
  return (
    <li>
      <Icon name={row.outcome ? 'check-c' : 'talk'} />
      <span>
        <b className="semi">{requestKinds[row.kind][language]}</b> {row.about && w.aboutWhom(row.about)}
        <small>{row.words}</small>
        <small>
          {w.receivedOn(showDay(dayOf(momentOfInstant(row.receivedAt))))},{' '}
          {requestWays[row.way][language].toLowerCase()}
        </small>
        {row.outcome && row.answeredAt ? (
          <>
            <small>
              <b className="semi">{w[row.outcome]}</b>,{' '}
              {w.answeredOn(showDay(dayOf(momentOfInstant(row.answeredAt))), row.answeredBy ?? w.somebody)}
              {row.answeredAt > row.dueAt && ` (${w.wasLate})`}
            </small>
            {row.answer && <small>{row.answer}</small>}
          </>
        ) : (
          <>
            <Status kind={pressingOf(now, due)}>{untilWords(now, due, long)}</Status>{' '}
            <small>{w.answerBy(showInstant(row.dueAt))}</small>
          </>
        )}
        {row.may && (
          <Button small onClick={onAnswer}>
            {w.answer}
          </Button>
        )}
      </span>
    </li>
  )
}
