// Resetting the sign-in of somebody who lost their password or phone.

import './account.css'
import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ResetSignIn } from '../contract/people.ts'
import type { Link } from './link-dialog.tsx'
import { personWords } from './person-words.ts'

export function ResetDialog({
  person,
  onClose,
  onLink,
}: {
  person: { id: string }
  onClose: () => void
  onLink: (link: Link) => void
}) {
  const w = useWords(personWords)
  const [factors, setFactors] = useState(false)
  const [reason, setReason] = useState('')
  const { send, sending, problem } = useCommand(ResetSignIn)
  const submit = async () => {
    const sent = await send({ id: person.id, factors, reason })
    if (sent.ok) onLink(sent.answer)
  }
  return (
    <Dialog open title={w.reset} icon="again" onClose={onClose}>
      <p className="acc-p">{w.resetWhat}</p>
      <Form onSend={() => void submit()} send={w.reset} sending={sending} problem={problem}>
        <CheckField label={w.alsoFactors} note={w.alsoFactorsWhat} value={factors} onChange={setFactors} />
        <TextField
          label={w.reason}
          maxLength={300}
          value={reason}
          onChange={setReason}
          problem={fieldProblem(problem, 'reason')}
        />
      </Form>
    </Dialog>
  )
}
