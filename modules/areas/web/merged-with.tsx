// Picks the other units of a merger by name or code.

import { useState } from 'react'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { FilterChip } from '../../../platform/web/components/chip.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { type Level, ListAreas } from '../contract.ts'
import { changeWords } from './import-words.ts'

export type Picked = { id: string; name: string; type: string }
type Props = { except: string; level: Level; picked: readonly Picked[]; onChange: (picked: Picked[]) => void }

export function MergedWith({ except, level, picked, onChange }: Props) {
  const w = useWords(changeWords)
  const language = useLanguage()
  const { on } = useView()
  const [text, setText] = useState('')
  const found = useAnswer(ListAreas, { on, level, text, limit: 20 }, { keep: true })
  const rows = (found.answer?.rows ?? []).filter(
    (row) => row.id !== except && !picked.some((each) => each.id === row.id),
  )
  return (
    <div className="stack">
      <PickField
        label={w.others}
        reason={w.othersWhy}
        value=""
        onType={setText}
        onChange={(id) => {
          const row = rows.find((each) => each.id === id)
          if (row) onChange([...picked, { id: row.id, name: row.name, type: row.type }])
        }}
        choices={rows.map((row) => ({
          value: row.id,
          label: unitTitle(row, language),
          note: row.parent ? `${row.code}, ${unitTitle(row.parent, language)}` : row.code,
        }))}
      />
      {picked.length > 0 && (
        <div>
          {picked.map((each) => (
            <FilterChip
              key={each.id}
              label={w.others}
              value={unitTitle(each, language)}
              onOff={() => onChange(picked.filter((other) => other.id !== each.id))}
            />
          ))}
        </div>
      )}
    </div>
  )
}
