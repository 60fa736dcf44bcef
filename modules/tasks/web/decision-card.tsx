// What waits for a decision on this task: more time, or the result. Whoever may decides here, with the reason beside it.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { TextArea } from '../../../platform/web/components/field.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { daysBetween, showDay } from '../../../platform/web/format.ts'
import { fieldProblem, type Problem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { AskMoreTime, DecideMoreTime, DecideResult, WithdrawRequest } from '../contract.ts'
import type { OneTask } from './task.tsx'
import { taskWords } from './task-words.ts'

export function DecisionCard({ one }: { one: OneTask }) {
  const asked = one.extensions.find((each) => each.decision === null && each.withdrawnOn === null)
  const result = one.reports.find((report) => report.waits)
  return (
    <>
      {asked && <MoreTime one={one} asked={asked} />}
      {result && one.task.lane === 'waiting' && <Result one={one} result={result} />}
    </>
  )
}

function MoreTime({ one, asked }: { one: OneTask; asked: OneTask['extensions'][number] }) {
  const w = useWords(taskWords)
  const decide = useCommand(DecideMoreTime)
  const send = async (approved: boolean, reason: string) => {
    const sent = await decide.send({ id: asked.id, approved, reason })
    if (sent.ok) say(w.decided)
  }
  return (
    <Card title={w.waitsTime} icon="stamp" padded className="decide-card">
      <div className="decide">
        <p className="change">
          {w.asksTo(showDay(asked.oldDueOn), showDay(asked.newDueOn), daysBetween(asked.oldDueOn, asked.newDueOn))}
        </p>
        <blockquote>{asked.reason}</blockquote>
        <p className="muted t13">{w.askedBy(asked.askedBy, showDay(asked.askedOn))}</p>
        <Verdict
          may={one.may.decideMoreTime}
          yes={w.grant}
          no={w.refuse}
          sending={decide.sending}
          problem={decide.problem}
          onDecide={send}
        />
        {one.may.withdrawRequest && <TakeBack one={one} asked={asked} />}
      </div>
    </Card>
  )
}

/** One's own request is taken back at once, and asked again by the undo. */
function TakeBack({ one, asked }: { one: OneTask; asked: OneTask['extensions'][number] }) {
  const w = useWords(taskWords)
  const withdraw = useCommand(WithdrawRequest)
  const askAgain = useCommand(AskMoreTime)
  const send = async () => {
    const sent = await withdraw.send({ id: asked.id })
    if (!sent.ok) {
      say({ text: sent.problem.title, bad: true })
      return
    }
    const { newDueOn, reason } = asked
    say({ text: w.tookBack, undo: () => void askAgain.send({ id: uuidv7(), taskId: one.task.id, newDueOn, reason }) })
  }
  return (
    <div className="btns">
      <Button icon="undo" busy={withdraw.sending} onClick={() => void send()}>
        {w.takeBack}
      </Button>
    </div>
  )
}

function Result({ one, result }: { one: OneTask; result: OneTask['reports'][number] }) {
  const w = useWords(taskWords)
  const decide = useCommand(DecideResult)
  const send = async (accepted: boolean, reason: string) => {
    const sent = await decide.send({ id: result.id, accepted, reason })
    if (sent.ok) say(w.decided)
  }
  return (
    <Card title={w.waitsResult} icon="stamp" padded className="decide-card">
      <div className="decide">
        <blockquote>{result.text}</blockquote>
        <p className="muted t13">{w.askedBy(result.by, showDay(result.reportedOn))}</p>
        <Verdict
          may={one.may.decideResult}
          yes={w.accept}
          no={w.giveBack}
          sending={decide.sending}
          problem={decide.problem}
          onDecide={send}
        />
      </div>
    </Card>
  )
}

function Verdict({
  may,
  yes,
  no,
  sending,
  problem,
  onDecide,
}: {
  may: boolean
  yes: string
  no: string
  sending: boolean
  problem: Problem | undefined
  onDecide: (agreed: boolean, reason: string) => Promise<void>
}) {
  const w = useWords(taskWords)
  const [reason, setReason] = useState('')
  if (!may) return <p className="faint t13">{w.othersDecide}</p>
  return (
    <>
      <TextArea
        label={w.reason}
        reason={w.reasonWhy}
        rows={2}
        value={reason}
        onChange={setReason}
        problem={fieldProblem(problem, 'reason')}
      />
      {problem && problem.fields.length === 0 && (
        <Note icon="alert" tone="late">
          {problem.title}
        </Note>
      )}
      <div className="btns">
        <Button main busy={sending} onClick={() => void onDecide(true, reason)}>
          {yes}
        </Button>
        <Button busy={sending} onClick={() => void onDecide(false, reason)}>
          {no}
        </Button>
      </div>
    </>
  )
}
