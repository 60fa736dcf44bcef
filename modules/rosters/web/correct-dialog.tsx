// Corrects what was written wrongly about an entry. Somebody else's change meanwhile is shown, never written over.

import { useState } from 'react'
import { useCommand } from '../../../platform/web/command.ts'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { SelectField, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import { readWhole } from '../../../platform/web/number.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { CorrectEntry } from '../contract.ts'
import type { EntryRow } from './entries.tsx'
import { rosterWords } from './words.ts'

type Props = {
  areaId: string
  row: EntryRow
  hamlets: readonly { id: string; name: string }[]
  onClose: () => void
}

/** What somebody else has saved meanwhile. */
type Saved = { name: string; number: number | null; address: string; headcount: number | null; version: number }

const isWhole = (text: string): boolean => !Number.isNaN(readWhole(text))

export function CorrectDialog({ areaId, row, hamlets, onClose }: Props) {
  const w = useWords(rosterWords)
  const correct = useCommand(CorrectEntry)
  const [there, seeThere] = useState<Saved>()
  const [value, set] = useState({
    name: row.name,
    number: row.number === null ? '' : String(row.number),
    address: row.address,
    headcount: row.headcount === null ? '' : String(row.headcount),
    hamletId: row.place.id,
  })
  const change = (part: Partial<typeof value>) => set((before) => ({ ...before, ...part }))
  const numbers = isWhole(value.number) && isWhole(value.headcount)
  const send = async () => {
    if (!numbers) return
    const { name, address, hamletId } = value
    const sent = await correct.send({
      communeId: areaId,
      entryId: row.id,
      version: there?.version ?? row.version,
      name,
      address,
      number: readWhole(value.number),
      headcount: readWhole(value.headcount),
      ...(hamletId === row.place.id ? {} : { hamletId }),
    })
    if (!sent.ok) {
      // Shown beside what was typed; whoever has seen it may save again.
      if (sent.problem.code === 'platform.changed_meanwhile') seeThere(sent.problem.extra.current as Saved)
      return
    }
    say(w.corrected)
    onClose()
  }
  const wrong = (field: string) => fieldProblem(correct.problem, field)
  const mayMove = row.place.kind === 'hamlet' && hamlets.length > 1
  return (
    <Dialog open title={w.correctOf(row.name)} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.saveIt}
        sending={correct.sending}
        {...(correct.problem ? { problem: correct.problem } : {})}
      >
        <TextField label={w.entry} value={value.name} onChange={(name) => change({ name })} problem={wrong('name')} />
        <TextField
          label={w.number}
          optional
          inputMode="numeric"
          value={value.number}
          onChange={(number) => change({ number })}
          problem={isWhole(value.number) ? wrong('number') : w.wholeNumber}
        />
        <TextField
          label={w.address}
          optional
          value={value.address}
          onChange={(address) => change({ address })}
          problem={wrong('address')}
        />
        <TextField
          label={w.headcount}
          optional
          inputMode="numeric"
          value={value.headcount}
          onChange={(headcount) => change({ headcount })}
          problem={isWhole(value.headcount) ? wrong('headcount') : w.wholeNumber}
        />
        {there && (
          <Note tone="soon">
            {w.nowSays}{' '}
            {[
              there.number !== null && `${there.number}.`,
              there.name,
              there.address,
              there.headcount !== null && w.people(there.headcount),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Note>
        )}
        {mayMove && (
          <SelectField
            label={w.hamlet}
            reason={w.hamletWhy}
            value={value.hamletId}
            onChange={(hamletId) => change({ hamletId })}
            choices={hamlets.map(({ id, name }) => ({ value: id, label: name }))}
            problem={wrong('hamletId')}
          />
        )}
      </Form>
    </Dialog>
  )
}
