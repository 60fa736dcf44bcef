// The fields of an event that name a role around the person, or somebody who works with the product.

import { SelectField } from '../../../../platform/web/components/field.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { roleName, useCircle } from './circle.ts'
import { eventWords } from './words.ts'

type NamedProps = {
  label: string
  optional: boolean
  problem: string | undefined
  value: string
  onChange: (value: string) => void
}

/** A role that was retired meanwhile may stay where it was chosen. */
export function RoleField({ value, ...props }: NamedProps) {
  const w = useWords(eventWords)
  const language = useLanguage()
  const circle = useCircle()
  const choices = circle.roles
    .filter(({ id, retired }) => !retired || id === value)
    .map(({ id }) => ({ value: id, label: roleName(circle, id)[language] }))
  return <SelectField {...props} value={value} empty={w.choose} choices={choices} />
}

export function ColleagueField({ value, optional, ...props }: NamedProps) {
  const w = useWords(eventWords)
  const { people } = useCircle()
  const choices = people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <SelectField
      {...props}
      optional={optional}
      value={value}
      reason={w.accountWhy}
      empty={optional ? w.noAccount : w.choose}
      choices={choices}
    />
  )
}
