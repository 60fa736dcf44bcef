// Takes an entry off its list, on a day and with the reason; what it signed stays.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { RadioField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { EndEntry, endReasons } from '../contract.ts'
import type { EntryRow } from './entries.tsx'
import { rosterWords } from './words.ts'

type Props = { areaId: string; row: EntryRow; on: string; onClose: () => void }

export function EndDialog({ areaId, row, on, onClose }: Props) {
  const w = useWords(rosterWords)
  const end = useCommand(EndEntry)
  const [day, setDay] = useState(on)
  const [reason, setReason] = useState<(typeof endReasons)[number]>('moved')
  const send = async () => {
    const sent = await end.send({ communeId: areaId, entryId: row.id, version: row.version, on: day, reason })
    if (!sent.ok) return
    say(w.endedNow)
    onClose()
  }
  return (
    <Dialog open title={w.endOf(row.name)} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.end}
        sending={end.sending}
        {...(end.problem ? { problem: end.problem } : {})}
      >
        <RadioField
          label={w.reason}
          value={reason}
          onChange={(next) => setReason(endReasons.find((each) => each === next) ?? 'moved')}
          choices={endReasons.map((each) => ({ value: each, label: w[`reason_${each}`] }))}
        />
        <DateField
          label={w.endDay}
          reason={w.endWhy}
          value={day}
          onChange={setDay}
          problem={fieldProblem(end.problem, 'on')}
        />
      </Form>
    </Dialog>
  )
}
