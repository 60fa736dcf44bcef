// The fields of one unit that begins: what it is, its name and code, and for a split its share of the older unit.

import { TextField } from '../../../platform/web/components/field.tsx'
import { readNumber } from '../../../platform/web/number.ts'
import { type Language, useWords } from '../../../platform/web/words.ts'
import { changeWords } from './import-words.ts'

export type Kind = 'rename' | 'merge' | 'split'
export type NewUnit = { id: string; code: string; name: string; type: string; share: string }

/** A merger takes the whole of each unit; the share of a split is what was typed, or unknown where nothing was. */
export const shareOf = (kind: Kind, typed: string, language: Language): number | null =>
  kind === 'split' ? readNumber(typed, language) : 1
export const isShare = (share: number | null): boolean => share === null || (share > 0 && share <= 1)

type Props = {
  title: string
  unit: NewUnit
  withShare: boolean
  problem: (name: 'code' | 'name' | 'type' | 'share') => string | undefined
  onChange: (part: Partial<NewUnit>) => void
}

export function NewUnitFields({ title, unit, withShare, problem, onChange }: Props) {
  const w = useWords(changeWords)
  return (
    <fieldset className="unit-new">
      <legend>{title}</legend>
      <TextField label={w.type} value={unit.type} onChange={(type) => onChange({ type })} problem={problem('type')} />
      <TextField label={w.name} value={unit.name} onChange={(name) => onChange({ name })} problem={problem('name')} />
      <TextField label={w.code} value={unit.code} onChange={(code) => onChange({ code })} problem={problem('code')} />
      {withShare && (
        <div className="unit-share">
          <TextField
            label={w.share}
            reason={w.shareWhy}
            optional
            value={unit.share}
            onChange={(share) => onChange({ share })}
            problem={problem('share')}
          />
        </div>
      )}
    </fieldset>
  )
}
