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
import { farWords } from '../far/words.ts'
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
  /** Communes of sister systems too: chosen, they are told by `farPlaceOf`. */
  far?: boolean
}

/** A commune of a sister system as a value of the field. */
const farValue = ({ correspondentId, code }: { correspondentId: string; code: string }) =>
  `far ${correspondentId} ${code}`
export function farPlaceOf(value: string): { correspondentId: string; code: string } | undefined {
  const [kind, correspondentId = '', code = ''] = value.split(' ')
  return kind === 'far' ? { correspondentId, code } : undefined
}

export function PlaceField({ label, reason, communeId, value, onChange, optional, problem, without, far }: Props) {
  const w = useWords(handOverWords)
  const f = useWords(farWords)
  const language = useLanguage()
  const [text, setText] = useState('')
  const asked = text.trim()
  const found = useAnswer(FindPlaces, { communeId, text: asked }, { when: asked.length >= 2, keep: true })
  const rows = asked.length >= 2 ? (found.answer?.rows ?? []) : []
  // A divided one is shown once for each that took a part: a person chooses.
  const choices = rows.flatMap(({ unit, within, until, heirs }) =>
    heirs.map((heir) => ({
      heir: heir.id,
      code: heir.code,
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
  const here = [...new Map(choices.toReversed().map((choice) => [choice.heir, choice])).values()].toReversed()
  const elsewhere = far && asked.length >= 2 ? (found.answer?.far ?? []) : []
  const unlike = [
    ...elsewhere.map((place) => ({
      value: farValue(place),
      label: unitTitle(place, language),
      note: [f.viaSystem(place.system), place.formerly ? w.took(place.formerly) : ''].filter(Boolean).join(', '),
    })),
    // Whom a sister system serves is not on this installation, though its name may be known here.
    ...here.filter(({ code }) => !elsewhere.some((place) => place.code === code)),
  ]
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
      {asked.length >= 2 && found.answer && unlike.length === 0 && <p className="hand-over-why">{w.placesNone}</p>}
    </>
  )
}
