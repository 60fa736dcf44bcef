// Answers a request: done, refused with the reason, or passed on to the level above.

import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { TextArea } from '../../../../platform/web/components/field.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { say } from '../../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { requestKinds } from '../../../../rules/retention/requests.ts'
import { AnswerRequest } from '../../contract.ts'
import type { At } from '../file/opened.tsx'
import type { Request } from './requests-card.tsx'
import { retentionWords } from './words.ts'

type Outcome = 'done' | 'refused' | 'passed-on'

export function AnswerDialog({ request, at, onClose }: { request: Request; at: At; onClose: () => void }) {
  const w = useWords(retentionWords)
  const language = useLanguage()
  const answer = useCommand(AnswerRequest)
  const possible: Outcome[] =
    request.may === 'pass-on'
      ? ['passed-on']
      : request.kind === 'complaint'
        ? ['done', 'refused', 'passed-on']
        : ['done', 'refused']
  const [outcome, setOutcome] = useState<Outcome>(possible[0] ?? 'done')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const send = async () => {
    setTried(true)
    if (!words.trim()) return
    const sent = await answer.send({ ...at, requestId: request.id, outcome, words })
    if (!sent.ok) return
    say(w.answered)
    onClose()
  }
  return (
    <Dialog open side tone="sealed" icon="talk" title={w.answerTitle} onClose={onClose}>
      <p>
        <b className="semi">{requestKinds[request.kind][language]}</b>: {request.words}
      </p>
      <Form onSend={() => void send()} send={w.answer} sending={answer.sending} problem={answer.problem}>
        <RadioField
          label={w.outcome}
          value={outcome}
          onChange={(chosen) => setOutcome(chosen as Outcome)}
          choices={possible.map((value) => ({ value, label: w[value] }))}
        />
        <TextArea
          label={w.answerWords}
          maxLength={2000}
          value={words}
          onChange={setWords}
          problem={tried && !words.trim() ? w.needed : undefined}
        />
      </Form>
    </Dialog>
  )
}
