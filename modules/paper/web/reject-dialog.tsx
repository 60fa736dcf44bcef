// Why a sheet does not count: one of few reasons, a note if need be. The picture is kept.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { RadioField } from '../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { rejectionNames, rejections, SortPages } from '../contract.ts'
import type { Waiting } from './confirm.tsx'
import { confirmWords } from './words.ts'

type Props = { communeId: string; rows: readonly Waiting[]; onClose: () => void; onDone: () => void }

export function RejectDialog({ communeId, rows, onClose, onDone }: Props) {
  const w = useWords(confirmWords)
  const language = useLanguage()
  const sort = useCommand(SortPages)
  const likely = rows.every(({ doubt }) => doubt === 'box_empty' || doubt === 'one_dot') ? 'not_signed' : 'other_hand'
  const [reason, setReason] = useState<string>(likely)
  const [note, setNote] = useState('')
  const send = async () => {
    const pageIds = rows.map(({ id }) => id).slice(0, 200)
    const known = rejections.find((each) => each === reason) ?? 'other'
    const sent = await sort.send({ communeId, pageIds, to: 'rejected', reason: known, note })
    if (!sent.ok) return
    say({
      text: w.rejectedN(pageIds.length),
      undo: () => void sort.send({ communeId, pageIds, to: 'queued' }),
    })
    onDone()
  }
  return (
    <Dialog open title={w.rejectTitle(rows.length, rows[0]?.name ?? '')} icon="x" onClose={onClose}>
      <p className="muted reject-why">{w.rejectWhy}</p>
      <Form
        onSend={() => void send()}
        send={w.reject}
        sending={sort.sending}
        {...(sort.problem ? { problem: sort.problem } : {})}
      >
        <RadioField
          label={w.reason}
          value={reason}
          onChange={setReason}
          choices={rejections.map((value) => ({ value, label: rejectionNames[value][language] }))}
        />
        <TextField
          optional
          label={w.note}
          value={note}
          onChange={setNote}
          problem={fieldProblem(sort.problem, 'note')}
        />
      </Form>
    </Dialog>
  )
}
