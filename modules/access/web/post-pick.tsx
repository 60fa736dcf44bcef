// Choosing a post by a few letters of its title, its area or its holder.

import { useState } from 'react'
import { unitName } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import type { Choice, FieldProps } from '../../../platform/web/components/field.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { ListPosts } from '../contract/posts.ts'

export function PostPick({
  value,
  onChange,
  chosen,
  ...frame
}: FieldProps & { value: string; onChange: (postId: string) => void; chosen?: Choice }) {
  const vi = useLanguage() === 'vi'
  const language = useLanguage()
  const { on } = useView()
  const [text, setText] = useState('')
  const found = useAnswer(ListPosts, { on, text, limit: '30' }, { keep: true })
  const rows = (found.answer?.rows ?? []).map((row) => ({
    value: row.id,
    label: vi ? row.titleVi : row.titleEn,
    note: [unitName(row.area, language), row.holder?.person.name].filter(Boolean).join(', '),
  }))
  const missing = chosen && chosen.value === value && !rows.some((row) => row.value === value) ? [chosen] : []
  return <PickField {...frame} value={value} onChange={onChange} onType={setText} choices={[...missing, ...rows]} />
}
