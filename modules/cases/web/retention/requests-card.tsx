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
import { useWords } from '../../../../platform/web/words.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import { GiveStatement, type ListRequests } from '../../contract.ts'
import type { At } from '../file/opened.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { NoticeDialog } from './notice-dialog.tsx'
import { savePdf } from './pdf.ts'
import { type RequestDeed, RequestLine } from './request-line.tsx'
import { TakeDialog } from './take-dialog.tsx'
import { retentionWords } from './words.ts'

type Requests = OutputOf<typeof ListRequests>
export type Request = Requests['rows'][number]

export function RequestsCard({ requests, at, now }: { requests: Requests; at: At; now: Moment }) {
  const w = useWords(retentionWords)
  const [doing, setDoing] = useState<'take' | Doing>()
  const done = () => setDoing(undefined)
  const { rows, forRights } = requests
  return (
    <Card title={w.rights} icon="user">
      <ul className="case-law" aria-label={w.rights}>
        {rows.map((row) => (
          <RequestLine key={row.id} row={row} now={now} onDo={(what) => setDoing({ what, row })} />
        ))}
        {rows.length === 0 && (
          <li>
            <Icon name="check-c" />
            {w.noRequests}
          </li>
        )}
      </ul>
      {forRights ? <Acts at={at} onTake={() => setDoing('take')} /> : <p className="keep-note">{w.forRights}</p>}
      {doing === 'take' && <TakeDialog requests={requests} at={at} now={now} onClose={done} />}
      {doing && doing !== 'take' && <Does doing={doing} at={at} now={now} onClose={done} />}
    </Card>
  )
}

type Doing = { what: RequestDeed; row: Request }

function Does({ doing: { what, row }, ...rest }: { doing: Doing; at: At; now: Moment; onClose: () => void }) {
  if (what === 'answer') return <AnswerDialog request={row} {...rest} />
  return <NoticeDialog request={row} what={what} {...rest} />
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
