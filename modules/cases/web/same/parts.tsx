// Part by part: what each file says of who the person is, and from which of the two it is taken.

import { useId, useRef } from 'react'
import { useScrollByKeys } from '../../../../platform/web/components/scroll-by-keys.ts'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { circumstanceNames, type MergeTake } from '../../contract.ts'
import type { FileShown } from '../file/opened.tsx'
import { showBirth } from '../files/identity-draft.ts'
import { identityWords, paperKindNames, sexNames } from '../files/identity-words.ts'
import { sameWords } from './words.ts'

type Part = keyof MergeTake
const parts = ['name', 'otherNames', 'birth', 'sex', 'papers', 'residence', 'stay', 'phone', 'circumstances'] as const
const several: readonly Part[] = ['otherNames', 'papers', 'circumstances']

type Props = { kept: FileShown; gone: FileShown; take: MergeTake; onTake: (part: Partial<MergeTake>) => void }

export function PartsTable({ kept, gone, take, onTake }: Props) {
  const [w, own] = [useWords(sameWords), useWords(identityWords)]
  const textOf = useText()
  const box = useRef<HTMLElement>(null)
  useScrollByKeys(box, true)
  return (
    <section ref={box} className="same-scroll" aria-label={`${w.identity}: ${kept.number}, ${gone.number}`}>
      <table className="same-t">
        <thead>
          <tr>
            <th scope="col">{w.part}</th>
            <th scope="col" className="num">
              {kept.number}
            </th>
            <th scope="col" className="num">
              {gone.number}
            </th>
            <th scope="col">{w.bothOf}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <PartRow
              key={part}
              label={own[part]}
              names={[kept.number, gone.number]}
              texts={[textOf(kept, part), textOf(gone, part)]}
              severally={several.includes(part)}
              value={take[part]}
              onChange={(side) => onTake({ [part]: side })}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type RowProps = {
  label: string
  names: readonly [string, string]
  texts: readonly [string, string]
  /** Both may be kept. */
  severally: boolean
  value: 'kept' | 'gone' | 'both'
  onChange: (side: 'kept' | 'gone' | 'both') => void
}

function PartRow({ label, names, texts, severally, value, onChange }: RowProps) {
  const w = useWords(sameWords)
  const name = useId()
  const same = texts[0] === texts[1]
  const radio = (side: RowProps['value'], from: string, text: string) => (
    <label>
      <input
        type="radio"
        name={name}
        aria-label={`${w.takeFrom(label, from)}: ${text || w.empty}`}
        checked={value === side}
        onChange={() => onChange(side)}
      />
      {text ? <span>{text}</span> : <span className="muted">{w.empty}</span>}
    </label>
  )
  if (same)
    return (
      <tr>
        <th scope="row">{label}</th>
        <td colSpan={2}>{texts[0] || <span className="muted">{w.empty}</span>}</td>
        <td className="muted">{w.sameInBoth}</td>
      </tr>
    )
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{radio('kept', names[0], texts[0])}</td>
      <td>{radio('gone', names[1], texts[1])}</td>
      <td>{severally ? radio('both', w.bothOf, w.bothOf) : null}</td>
    </tr>
  )
}

function useText(): (file: FileShown, part: Part) => string {
  const language = useLanguage()
  return ({ identity }, part) => {
    switch (part) {
      case 'birth':
        return identity.birth ? showBirth(identity.birth) : ''
      case 'sex':
        return identity.sex ? sexNames[identity.sex][language] : ''
      case 'otherNames':
        return (identity.otherNames ?? []).join(', ')
      case 'papers':
        return (identity.papers ?? [])
          .map(({ kind, number }) => `${paperKindNames[kind][language].replace(/ \(.*\)$/, '')} ${number}`)
          .join('; ')
      case 'circumstances':
        return (identity.circumstances ?? [])
          .map(({ what, from }) => `${circumstanceNames[what][language]} (${showDay(from)})`)
          .join('; ')
      default:
        return identity[part] ?? ''
    }
  }
}
