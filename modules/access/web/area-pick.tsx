// Choosing an area by typing a few letters of its name or its code.

import { useState } from 'react'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import type { FieldProps } from '../../../platform/web/components/field.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { ListAreas } from '../../areas/contract.ts'

type Chosen = { id: string; name: string }

export function AreaPick({
  value,
  onChange,
  chosen,
  ...frame
}: FieldProps & {
  value: string
  onChange: (areaId: string) => void
  /** What is chosen already, when it may be missing from the list. */
  chosen?: Chosen
}) {
  const { on } = useView()
  const [text, setText] = useState('')
  const found = useAnswer(ListAreas, { on, text, limit: '30' }, { keep: true })
  const language = useLanguage()
  const rows = found.answer?.rows ?? []
  const missing = chosen && chosen.id === value && !rows.some((row) => row.id === chosen.id) ? [chosen] : []
  return (
    <PickField
      {...frame}
      value={value}
      onChange={onChange}
      onType={setText}
      choices={[
        ...missing.map((area) => ({ value: area.id, label: area.name })),
        ...rows.map((row) => ({
          value: row.id,
          label: unitTitle(row, language),
          note: [row.code, row.parent?.name].filter(Boolean).join(', '),
        })),
      ]}
    />
  )
}
