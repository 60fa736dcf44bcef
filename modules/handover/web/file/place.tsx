// Chooses a commune by typing its name: those of today, and old names with who took them over.

import { useState } from 'react'
import { unitName, unitTitle } from '../../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../../platform/web/answer.ts'
import { RadioField } from '../../../../platform/web/components/choice-field.tsx'
import { TextField } from '../../../../platform/web/components/field.tsx'
import { showDay } from '../../../../platform/web/format.ts'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import { FindPlaces } from '../../contract.ts'
import { handOverWords } from '../words.ts'

type Props = {
  label: string
  reason: string
  communeId: string
  value: string
  onChange: (id: string) => void
  optional?: boolean
  problem?: string | undefined
  /** Shown, and not to be chosen. */
  without?: string
}

export function PlaceField({ label, reason, communeId, value, onChange, optional, problem, without }: Props) {
  const w = useWords(handOverWords)
  const language = useLanguage()
  const [text, setText] = useState('')
  const asked = text.trim()
  const found = useAnswer(FindPlaces, { communeId, text: asked }, { when: asked.length >= 2, keep: true })
  const rows = asked.length >= 2 ? (found.answer?.rows ?? []) : []
  // A divided one is shown once for each that took a part: a person chooses.
  const choices = rows.flatMap(({ unit, within, until, heirs }) =>
    heirs.map((heir) => ({
      heir: heir.id,
      // An old name goes along as it was said; the server follows it.
      value: heirs.length === 1 ? unit.id : heir.id,
      label: unitTitle(heir, language),
      note: [
        heir.id === without ? w.self : '',
        until
          ? heirs.length > 1
            ? w.aPart(unitName(unit, language))
            : w.formerly(unitName(unit, language), showDay(until))
          : (within ?? ''),
      ]
        .filter(Boolean)
        .join(', '),
      disabled: heir.id === without,
    })),
  )
  // One unit once, by its name of today where it was found by that.
  const unlike = [...new Map(choices.toReversed().map((choice) => [choice.heir, choice])).values()].toReversed()
  return (
    <>
      <TextField
        label={label}
        reason={reason}
        {...(optional && { optional })}
        problem={unlike.length === 0 ? problem : undefined}
        value={text}
        maxLength={100}
        onChange={(typed) => {
          setText(typed)
          onChange('')
        }}
      />
      {unlike.length > 0 && (
        <RadioField
          label={w.places}
          value={value}
          onChange={onChange}
          problem={problem}
          choices={unlike}
          {...(found.answer?.more && { reason: w.placesMore })}
        />
      )}
      {asked.length >= 2 && found.answer && rows.length === 0 && <p className="hand-over-why">{w.placesNone}</p>}
    </>
  )
}
