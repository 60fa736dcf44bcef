// Choosing a person: somebody within one's reach, or a colleague.

import { useState } from 'react'
import { useAnswer } from '../../../platform/web/answer.ts'
import type { Choice, FieldProps } from '../../../platform/web/components/field.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useView } from '../../../platform/web/view.tsx'
import { ListColleagues, ListPeople } from '../contract/people.ts'

type Props = FieldProps & { value: string; onChange: (personId: string) => void; chosen?: Choice }

const withChosen = (choices: Choice[], value: string, chosen: Choice | undefined): Choice[] =>
  chosen && chosen.value === value && !choices.some((choice) => choice.value === value) ? [chosen, ...choices] : choices

/** From the list of people that the reader may see. */
export function PersonPick({ value, onChange, chosen, ...frame }: Props) {
  const vi = useLanguage() === 'vi'
  const { on } = useView()
  const [text, setText] = useState('')
  const found = useAnswer(ListPeople, { on, text, limit: '30' }, { keep: true })
  const choices = (found.answer?.rows ?? []).map((row) => ({
    value: row.id,
    label: row.name,
    note: row.posts.map((post) => `${vi ? post.titleVi : post.titleEn}, ${post.area.name}`).join('; ') || row.email,
  }))
  return (
    <PickField
      {...frame}
      value={value}
      onChange={onChange}
      onType={setText}
      choices={withChosen(choices, value, chosen)}
    />
  )
}

/** From those with whom the reader shares an area. */
export function ColleaguePick({ value, onChange, chosen, ...frame }: Props) {
  const vi = useLanguage() === 'vi'
  const [text, setText] = useState('')
  const found = useAnswer(ListColleagues, { text, limit: '30' }, { keep: true })
  const choices = (found.answer?.rows ?? []).map((row) => ({
    value: row.id,
    label: row.name,
    note: (vi ? row.titleVi : row.titleEn) ?? undefined,
  }))
  return (
    <PickField
      {...frame}
      value={value}
      onChange={onChange}
      onType={setText}
      choices={withChosen(choices, value, chosen)}
    />
  )
}
