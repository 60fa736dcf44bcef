// Signed papers that the office holds in its hand: their day, a witness if there was one, recorded together.

import { useState } from 'react'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { type SigningDrive, type SigningRow, useSignBatches } from './sign-batches.ts'
import { commitmentWords } from './words.ts'

export type SigningDialogProps = {
  coverage: SigningDrive
  communeId: string
  /** Given by the head of that body, for its members. */
  bodyId?: string
  rows: readonly SigningRow[]
  onClose: () => void
  onDone: () => void
}

export function PaperDialog({ coverage, communeId, bodyId, rows, onClose, onDone }: SigningDialogProps) {
  const w = useWords(commitmentWords)
  const { on } = useView()
  const { sendAll, sending, problem } = useSignBatches(coverage, communeId, rows, bodyId)
  const [day, setDay] = useState(on)
  const [witness, setWitness] = useState('')
  const send = async () => {
    if (await sendAll({ way: 'paper', signedAt: `${day}T12:00:00+07:00`, witness })) onDone()
  }
  return (
    <Dialog open title={w.recordTitle(rows.length)} icon="pen" onClose={onClose}>
      <p className="muted sign-why">{w.recordWhy}</p>
      <Form onSend={() => void send()} send={w.record} sending={sending} {...(problem ? { problem } : {})}>
        <DateField
          label={w.signedDay}
          value={day}
          onChange={setDay}
          problem={fieldProblem(problem, 'signatures.0.signedAt')}
        />
        <TextField
          optional
          label={w.witness}
          value={witness}
          onChange={setWitness}
          problem={fieldProblem(problem, 'signatures.0.witness')}
        />
      </Form>
    </Dialog>
  )
}
