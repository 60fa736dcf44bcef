// What came of looking into it: one of two outcomes and the reason; the same for emergencies and for questions.

import { useState } from 'react'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { fieldProblem, type Problem } from '../../../../platform/web/problem.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { watchWords } from './words.ts'

export type Outcome = 'justified' | 'unjustified' | 'explained' | 'passed-on'

export function OutcomeForm<O extends Outcome>({
  outcomes,
  sending,
  send,
  onDone,
}: {
  outcomes: readonly O[]
  sending: { sending: boolean; problem: Problem | undefined }
  send: (outcome: O, reason: string) => Promise<{ ok: boolean }>
  onDone: () => void
}) {
  const w = useWords(watchWords)
  const [outcome, setOutcome] = useState<O>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const go = async () => {
    setTried(true)
    if (!outcome || reason.trim() === '') return
    const sent = await send(outcome, reason)
    if (!sent.ok) return
    say(w.saved)
    onDone()
  }
  return (
    <Form onSend={() => void go()} send={w.save} sending={sending.sending} problem={sending.problem}>
      <RadioField
        label={w.outcome}
        value={outcome ?? ''}
        onChange={(chosen) => setOutcome(chosen as O)}
        problem={tried && !outcome ? w.outcomeNeeded : undefined}
        choices={outcomes.map((each) => ({ value: each, label: w[each] }))}
      />
      <TextArea
        label={w.reason}
        reason={w.reasonWhy}
        value={reason}
        onChange={setReason}
        problem={tried && reason.trim() === '' ? w.reasonNeeded : fieldProblem(sending.problem, 'reason')}
      />
    </Form>
  )
}
