// Stopping somebody from entering, or letting them in again.

import './account.css'
import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { DisablePerson, EnablePerson } from '../contract/people.ts'
import { personWords } from './person-words.ts'

export function StopDialog({
  person,
  onClose,
}: {
  person: { id: string; version: number; disabledOn: string | null }
  onClose: () => void
}) {
  const w = useWords(personWords)
  const [reason, setReason] = useState('')
  const stop = useCommand(DisablePerson)
  const letIn = useCommand(EnablePerson)
  const stopped = person.disabledOn !== null
  const deed = stopped ? letIn : stop
  const submit = async () => {
    const sent = await deed.send({ id: person.id, version: person.version, reason })
    if (!sent.ok) return
    say(stopped ? w.letInDone : w.stopped)
    onClose()
  }
  return (
    <Dialog open title={stopped ? w.letIn : w.stop} icon={stopped ? 'undo' : 'alert'} onClose={onClose}>
      {!stopped && <p className="acc-p">{w.stopWhat}</p>}
      <Form
        onSend={() => void submit()}
        send={stopped ? w.letIn : w.stop}
        sending={deed.sending}
        problem={deed.problem}
      >
        <TextField
          label={w.reason}
          maxLength={300}
          value={reason}
          onChange={setReason}
          problem={fieldProblem(deed.problem, 'reason')}
        />
      </Form>
    </Dialog>
  )
}
