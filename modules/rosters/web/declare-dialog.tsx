// A figure declared with its paper, for a place or for everybody of the group in the commune.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { SelectField, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { readWhole } from '../../../platform/web/number.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { DocumentField } from '../../documents/web/public.tsx'
import { DeclareDenominator, type ListDenominators } from '../contract.ts'
import { rosterWords } from './words.ts'

type Props = { answer: OutputOf<typeof ListDenominators>; groupId: string; on: string; onClose: () => void }

export function DeclareDialog({ answer, groupId, on, onClose }: Props) {
  const w = useWords(rosterWords)
  const { area, hamlets, bodies } = answer
  const declare = useCommand(DeclareDenominator)
  const [id] = useState(() => uuidv7())
  const [unreadable, setUnreadable] = useState(false)
  const draft = useDraft(`roster-declare:${area.id}:${groupId}`, {
    placeId: area.id,
    value: '',
    asOf: on,
    documentId: '',
    source: '',
    prevails: false,
  })
  const { value, change } = draft
  const send = async () => {
    const typed = readWhole(value.value) ?? Number.NaN
    setUnreadable(Number.isNaN(typed))
    if (Number.isNaN(typed)) return
    const { placeId, asOf, documentId, source, prevails } = value
    const sent = await declare.send({
      id,
      communeId: area.id,
      groupId,
      placeId,
      asOf,
      documentId: documentId || null,
      source: documentId ? '' : source,
      prevails,
      value: typed,
    })
    if (!sent.ok) return
    draft.forget()
    say(w.declared)
    onClose()
  }
  const wrong = (field: string) => fieldProblem(declare.problem, field)
  return (
    <Dialog open title={w.declare} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.declareIt}
        sending={declare.sending}
        {...(declare.problem ? { problem: declare.problem } : {})}
        {...(draft.keptAt ? { keptAt: draft.keptAt } : {})}
        onForget={draft.forget}
      >
        <SelectField
          label={w.place}
          value={value.placeId}
          onChange={(placeId) => change({ placeId })}
          choices={[
            { value: area.id, label: w.wholeOf(area.name) },
            ...[...hamlets, ...bodies].map((place) => ({ value: place.id, label: place.name })),
          ]}
          problem={wrong('placeId')}
        />
        <TextField
          label={w.value}
          inputMode="numeric"
          value={value.value}
          onChange={(next) => change({ value: next })}
          problem={unreadable ? w.wholeNumber : wrong('value')}
        />
        <DateField
          label={w.declaredDay}
          value={value.asOf}
          onChange={(asOf) => change({ asOf })}
          problem={wrong('asOf')}
        />
        <DocumentField
          optional
          label={w.paperInRegister}
          reason={w.paperInRegisterWhy}
          value={value.documentId}
          onChange={(documentId) => change({ documentId })}
          problem={wrong('documentId')}
        />
        {value.documentId === '' && (
          <TextField
            label={w.paper}
            reason={w.paperWhy}
            value={value.source}
            onChange={(source) => change({ source })}
            problem={wrong('source')}
          />
        )}
        <CheckField
          label={w.prevails}
          note={w.prevailsWhy}
          value={value.prevails}
          onChange={(prevails) => change({ prevails })}
        />
      </Form>
    </Dialog>
  )
}
