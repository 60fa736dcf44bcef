// A split of a unit with units below it: to which new unit each of them goes.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { SelectField } from '../../../platform/web/components/field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { changeWords } from './import-words.ts'

/** The unit below, and the new unit that was chosen for it. */
export type Homes = Readonly<Record<string, string>>
export type Below = { id: string; code: string; name: string; type: string }

export const isHomed = (child: Below, homes: Homes, units: readonly { id: string }[]): boolean =>
  units.some((unit) => unit.id === homes[child.id])

type Props = {
  below: readonly Below[]
  units: readonly { id: string; name: string; type: string }[]
  homes: Homes
  onChange: (homes: Homes) => void
  /** Whether the form was sent once, so that what is missing is marked. */
  pressed: boolean
  problem: string | undefined
}

export function ChildrenHomes({ below, units, homes, onChange, pressed, problem }: Props) {
  const w = useWords(changeWords)
  const language = useLanguage()
  if (below.length === 0) return null
  const choices = units.map((unit, at) => ({
    value: unit.id,
    label: unit.name.trim() === '' ? w.newUnitNth(at + 1) : unitTitle(unit, language),
  }))
  const left = below.filter((child) => !isHomed(child, homes, units))
  const put = (children: readonly Below[], home: string) =>
    onChange({ ...homes, ...Object.fromEntries(children.map((child) => [child.id, home])) })
  return (
    <fieldset className="unit-new unit-below">
      <legend>{w.below}</legend>
      {left.length > 0 && (
        <SelectField
          label={w.restTo(left.length)}
          reason={w.belowWhy}
          value=""
          empty=""
          onChange={(home) => put(left, home)}
          choices={choices}
          problem={problem}
        />
      )}
      {below.map((child) => (
        <SelectField
          key={child.id}
          label={`${unitTitle(child, language)} (${child.code})`}
          value={isHomed(child, homes, units) ? (homes[child.id] ?? '') : ''}
          empty=""
          onChange={(home) => put([child], home)}
          choices={choices}
          problem={pressed && !isHomed(child, homes, units) ? w.belowNeeded : undefined}
        />
      ))}
    </fieldset>
  )
}
