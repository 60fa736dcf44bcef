// Which of the two stays, and whose name, address, headcount and year it goes by from now on.

import './duplicates.css'
import { useState } from 'react'
import { useCommand } from '../../../../platform/web/command.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Form } from '../../../../platform/web/components/form.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useView } from '../../../../platform/web/view.tsx'
import { useWords } from '../../../../platform/web/words.ts'
import { type MergeField, MergePair, mergeFields } from '../../contract.ts'
import type { Pair, PairSide } from './pair.tsx'
import { duplicateWords } from './words.ts'

type Props = { pair: Pair; onDone: (answer: { version: number; promises: number }) => void; onClose: () => void }

export function MergeDialog({ pair, onDone, onClose }: Props) {
  const w = useWords(duplicateWords)
  const { on } = useView()
  const merge = useCommand(MergePair)
  const [one, other] = pair.sides
  // Who has signed more stays by default; of equals the older entry, which devices know.
  const [keepId, keep] = useState(other.signed > one.signed ? other.id : one.id)
  const differing = mergeFields.filter((field) => one[field] !== other[field])
  const [chosen, choose] = useState<Partial<Record<MergeField, string>>>({})
  const kept = keepId === one.id ? one : other
  const from = (field: MergeField): string => chosen[field] ?? better(field, kept, kept === one ? other : one).id
  const send = async () => {
    const take = differing.filter((field) => from(field) !== keepId)
    const sent = await merge.send({ communeId: pair.communeId, id: pair.id, version: pair.version, keepId, take, on })
    if (sent.ok) onDone(sent.answer)
  }
  return (
    <Dialog open wide title={w.mergeTitle} icon="merge" onClose={onClose}>
      <p className="muted pair-merge-why">{w.mergeWhy}</p>
      <Form
        onSend={() => void send()}
        send={w.mergeDeed}
        sending={merge.sending}
        {...(merge.problem ? { problem: merge.problem } : {})}
      >
        <RadioField
          label={w.keep}
          value={keepId}
          onChange={keep}
          choices={pair.sides.map((side) => ({
            value: side.id,
            label: side.name,
            note: [w.listOf(side.list, showDay(side.asOf)), side.signed > 0 && w.signedTimes(side.signed)]
              .filter(Boolean)
              .join(', '),
          }))}
        />
        {differing.map((field) => (
          <RadioField
            key={field}
            label={w.use(w[field])}
            value={from(field)}
            onChange={(id) => choose({ ...chosen, [field]: id })}
            choices={pair.sides.map((side) => ({ value: side.id, label: String(side[field] ?? '') || w.nothing }))}
          />
        ))}
      </Form>
    </Dialog>
  )
}

/** What the one that stays says, unless it says nothing; of two names the one written with more marks. */
function better(field: MergeField, kept: PairSide, other: PairSide): PairSide {
  if (field === 'name') return marksIn(other.name) > marksIn(kept.name) ? other : kept
  return kept[field] === null || kept[field] === '' ? other : kept
}

const marksIn = (name: string): number => name.normalize('NFD').match(/[\p{M}đĐ]/gu)?.length ?? 0
