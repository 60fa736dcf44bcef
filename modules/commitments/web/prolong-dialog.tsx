// Gives a drive another last day.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { ProlongDrive } from '../contract.ts'
import { makingWords } from './making-words.ts'

type Props = { drive: { id: string; version: number; closesOn: string }; onClose: () => void }

export function ProlongDialog({ drive, onClose }: Props) {
  const w = useWords(makingWords)
  const prolong = useCommand(ProlongDrive)
  const [closesOn, setClosesOn] = useState(drive.closesOn)
  const send = async () => {
    const sent = await prolong.send({ id: drive.id, version: drive.version, closesOn })
    if (!sent.ok) return
    say(w.prolonged)
    onClose()
  }
  return (
    <Dialog open title={w.prolong} icon="calendar" onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.prolong}
        sending={prolong.sending}
        {...(prolong.problem ? { problem: prolong.problem } : {})}
      >
        <DateField
          label={w.closesOn}
          value={closesOn}
          onChange={setClosesOn}
          problem={fieldProblem(prolong.problem, 'closesOn')}
        />
      </Form>
    </Dialog>
  )
}
