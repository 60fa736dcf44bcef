// Changing the name or the address of a person.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ChangePerson } from '../contract/people.ts'
import { personWords } from './person-words.ts'

export function ChangePersonDialog({
  person,
  onClose,
}: {
  person: { id: string; version: number; name: string; email: string }
  onClose: () => void
}) {
  const w = useWords(personWords)
  const [name, setName] = useState(person.name)
  const [email, setEmail] = useState(person.email)
  const { send, sending, problem } = useCommand(ChangePerson)
  const submit = async () => {
    const sent = await send({ id: person.id, version: person.version, name, email })
    if (!sent.ok) return
    say(w.saved)
    onClose()
  }
  return (
    <Dialog open title={w.change} icon="pen" onClose={onClose}>
      <Form onSend={() => void submit()} send={w.save} sending={sending} problem={problem}>
        <TextField
          label={w.name}
          maxLength={120}
          value={name}
          onChange={setName}
          problem={fieldProblem(problem, 'name')}
        />
        <TextField
          label={w.email}
          type="email"
          value={email}
          onChange={setEmail}
          problem={fieldProblem(problem, 'email')}
        />
      </Form>
    </Dialog>
  )
}
