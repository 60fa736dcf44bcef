// A deed that needs a few words: what will happen, the words, and the button that names the deed.

import { useState } from 'react'
import { fieldProblem, type Problem } from '../problem.ts'
import { Dialog } from './dialog.tsx'
import { TextArea } from './field.tsx'
import { Form } from './form.tsx'
import { say } from './messages.tsx'

type Props = {
  title: string
  why: string
  label: string
  /** The name of the words in the command. */
  field: string
  deed: string
  done: string
  optional?: boolean
  sending: { sending: boolean; problem: Problem | undefined }
  send: (words: string) => Promise<{ ok: boolean }>
  onClose: () => void
}

export function ReasonDialog({ title, why, label, field, deed, done, optional, sending, send, onClose }: Props) {
  const [words, setWords] = useState('')
  const go = async () => {
    const sent = await send(words)
    if (!sent.ok) return
    say(done)
    onClose()
  }
  return (
    <Dialog open title={title} icon="pen" onClose={onClose}>
      <p className="muted">{why}</p>
      <Form
        onSend={() => void go()}
        send={deed}
        sending={sending.sending}
        {...(sending.problem ? { problem: sending.problem } : {})}
      >
        <TextArea
          label={label}
          {...(optional ? { optional } : {})}
          value={words}
          onChange={setWords}
          problem={fieldProblem(sending.problem, field)}
        />
      </Form>
    </Dialog>
  )
}
