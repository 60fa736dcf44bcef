// Signed papers that the office holds in its hand: their day, a witness if there was one, recorded together.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { type ListEntries, type ShowCoverage, Sign, signingReasons } from '../contract.ts'
import { commitmentWords } from './words.ts'

type Props = {
  coverage: OutputOf<typeof ShowCoverage>
  communeId: string
  rows: OutputOf<typeof ListEntries>['rows']
  onClose: () => void
  onDone: () => void
}

export function PaperDialog({ coverage, communeId, rows, onClose, onDone }: Props) {
  const w = useWords(commitmentWords)
  const language = useLanguage()
  const { on } = useView()
  const sign = useCommand(Sign)
  // Minted once: pressing again after a broken line sends the same signatures, not others.
  const [ids] = useState(() => new Map(rows.map((row) => [row.id, uuidv7()])))
  const [day, setDay] = useState(on)
  const [witness, setWitness] = useState('')
  const textOf = new Map(coverage.groups.map((group) => [group.id, group.text?.number ?? 1]))
  const send = async () => {
    const sent = await sign.send({
      driveId: coverage.drive.id,
      communeId,
      hamletId: null,
      signatures: rows.slice(0, 200).map((row) => ({
        id: ids.get(row.id) ?? uuidv7(),
        entryId: row.id,
        textNumber: textOf.get(row.groupId) ?? 1,
        way: 'paper' as const,
        signedAt: `${day}T12:00:00+07:00`,
        witness,
      })),
    })
    if (!sent.ok) return
    const { results } = sent.answer
    const counted = results.filter(({ outcome }) => outcome === 'accepted' || outcome === 'repeated').length
    if (counted > 0) say(w.recorded(counted))
    const [bad] = results.filter(({ reason }) => reason)
    const why = bad && signingReasons[bad.reason as keyof typeof signingReasons]?.[language]
    if (why) say({ text: w.notRecorded(results.length - counted, why), bad: true })
    onDone()
  }
  return (
    <Dialog open title={w.recordTitle(Math.min(rows.length, 200))} icon="pen" onClose={onClose}>
      <p className="muted">{w.recordWhy}</p>
      <Form
        onSend={() => void send()}
        send={w.record}
        sending={sign.sending}
        problem={sign.problem}
        others={<Button onClick={onClose}>{w.back}</Button>}
      >
        <DateField
          label={w.signedDay}
          value={day}
          onChange={setDay}
          problem={fieldProblem(sign.problem, 'signatures.0.signedAt')}
        />
        <TextField
          optional
          label={w.witness}
          value={witness}
          onChange={setWitness}
          problem={fieldProblem(sign.problem, 'signatures.0.witness')}
        />
      </Form>
    </Dialog>
  )
}
