// Why one has not signed yet, and when somebody comes again.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { RadioField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { NoteUnsigned, unsignedReasons } from '../contract.ts'
import { followingWords } from './following-words.ts'
import type { EntryRow } from './sign-batches.ts'

type Props = { driveId: string; communeId: string; row: EntryRow; onClose: () => void }

export function UnsignedDialog({ driveId, communeId, row, onClose }: Props) {
  const w = useWords(followingWords)
  const note = useCommand(NoteUnsigned)
  const [reason, setReason] = useState<string>(row.note?.reason ?? 'absent')
  const [day, setDay] = useState(row.note?.visitAgainOn ?? '')
  const send = async () => {
    const sent = await note.send({
      driveId,
      communeId,
      hamletId: row.hamletId,
      entryId: row.id,
      reason: unsignedReasons.find((each) => each === reason) ?? null,
      visitAgainOn: day || null,
    })
    if (!sent.ok) return
    say(w.noted)
    onClose()
  }
  return (
    <Dialog open title={w.noteTitle(row.name)} icon="pen" onClose={onClose}>
      <p className="muted sign-why">{w.noteWhy}</p>
      <Form
        onSend={() => void send()}
        send={w.save}
        sending={note.sending}
        {...(note.problem ? { problem: note.problem } : {})}
      >
        <RadioField
          label={w.noteUnsigned}
          value={reason}
          onChange={setReason}
          choices={[
            ...unsignedReasons.map((value) => ({ value, label: w[value] })),
            ...(row.note ? [{ value: 'none', label: w.noReason }] : []),
          ]}
        />
        {reason !== 'none' && (
          <DateField
            optional
            label={w.visitAgainOn}
            value={day}
            onChange={setDay}
            problem={fieldProblem(note.problem, 'visitAgainOn')}
          />
        )}
      </Form>
    </Dialog>
  )
}
