// One document of the register, found by a few letters of its number, title or issuer.

import { useState } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import type { FieldProps } from '../../../platform/web/components/field.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { ListDocuments } from '../contract.ts'
import { documentName } from './names.ts'

type Props = FieldProps & { value: string; onChange: (id: string) => void }

export function DocumentField({ value, onChange, ...field }: Props) {
  const language = useLanguage()
  const [typed, type] = useState('')
  const [chosen, choose] = useState<{ value: string; label: string }>()
  // What was chosen stands in the box as it is called; that is not a search.
  const q = typed === chosen?.label ? '' : typed.slice(0, 200)
  const { answer } = useAnswer(ListDocuments, { q, limit: 40 }, { keep: true })
  const found = (answer?.rows ?? []).map((row) => ({
    value: row.id,
    label: `${documentName(row, language)}${row.issuedOn ? `, ${showDay(row.issuedOn)}` : ''}`,
    note: row.title,
  }))
  const choices = chosen && !found.some((each) => each.value === chosen.value) ? [chosen, ...found] : found
  return (
    <PickField
      {...field}
      value={value}
      onChange={(id) => {
        choose(choices.find((each) => each.value === id))
        onChange(id)
      }}
      choices={choices}
      onType={type}
    />
  )
}
