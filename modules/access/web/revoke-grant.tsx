// Taking a right back, with the reason that stands in the audit.

import './account.css'
import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { RevokeGrant } from '../contract/grants.ts'
import { personWords } from './person-words.ts'

export function RevokeGrantDialog({ grant, onClose }: { grant: { id: string }; onClose: () => void }) {
  const w = useWords(personWords)
  const [reason, setReason] = useState('')
  const { send, sending, problem } = useCommand(RevokeGrant)
  const submit = async () => {
    const sent = await send({ id: grant.id, reason })
    if (!sent.ok) return
    say(w.revoked)
    onClose()
  }
  return (
    <Dialog open title={w.revokeTitle} icon="alert" onClose={onClose}>
      <p className="acc-p">{w.revokeWhat}</p>
      <Form onSend={() => void submit()} send={w.revoke} sending={sending} problem={problem}>
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
