// One target in a dialog: its kind, its unit, what is to be reached and by when.

import { useState } from 'react'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { CheckField } from '../../../platform/web/components/choice-field.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { SelectField, TextField } from '../../../platform/web/components/field.tsx'
import { PickField } from '../../../platform/web/components/pick-field.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { readNumber } from '../../../platform/web/number.ts'
import { useWords } from '../../../platform/web/words.ts'
import { targetKinds } from '../contract/shapes.ts'
import { type Draft, isUnit, type Kind, type LineInput, lineOf, suggestedTitle, type Typed } from './line-typed.ts'
import { formWords } from './line-words.ts'
import { kindWords } from './words.ts'

export type Choices = Pick<Draft, 'areas' | 'groups' | 'programme'>

export function LineDialog({
  start,
  choices,
  effectiveOn,
  onDone,
  onClose,
}: {
  start: Typed
  choices: Choices
  effectiveOn: string
  onDone: (line: LineInput) => void
  onClose: () => void
}) {
  const w = useWords(formWords)
  const kinds = useWords(kindWords)
  const language = useLanguage()
  const [typed, setTyped] = useState(start)
  const [pressed, setPressed] = useState(false)
  const change = (part: Partial<Typed>) => setTyped((before) => ({ ...before, ...part }))
  const there = choices.areas.filter(
    (area) => !effectiveOn || (area.validFrom <= effectiveOn && (area.validTo === null || area.validTo > effectiveOn)),
  )
  const area = choices.areas.find((each) => each.id === typed.areaId)
  const group = choices.groups.find((each) => each.id === typed.groupId)
  const suggested = suggestedTitle(typed, area, group?.name)
  const missing = (value: string) => (pressed && value === '' ? w.needed : undefined)
  const number = (value: string, needed: boolean) => {
    if (value === '') return needed ? missing(value) : undefined
    return Number.isNaN(readNumber(value, language)) ? w.badNumber : undefined
  }
  const done = () => {
    setPressed(true)
    const line = lineOf(typed, suggested, language)
    if (line) onDone(line)
  }
  return (
    <Dialog
      open
      title={w.lineTitle}
      icon="flag"
      onClose={onClose}
      actions={
        <>
          <Button main onClick={done}>
            {w.save}
          </Button>
          <Button onClick={onClose}>{w.cancel}</Button>
        </>
      }
    >
      <SelectField
        label={w.kind}
        value={typed.kind}
        onChange={(kind) => change({ kind: kind as Kind, value: '', baseline: '' })}
        choices={targetKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
      />
      <PickField
        label={w.area}
        reason={w.areaWhy}
        problem={missing(typed.areaId)}
        value={typed.areaId}
        onChange={(areaId) => change({ areaId })}
        choices={there.map((each) => ({ value: each.id, label: unitTitle(each, language), note: each.code }))}
      />
      {typed.kind === 'commitments' && (
        <SelectField
          label={w.group}
          problem={missing(typed.groupId)}
          value={typed.groupId}
          onChange={(groupId) => change({ groupId })}
          choices={choices.groups.map((each) => ({ value: each.id, label: each.name[language] }))}
          empty=""
        />
      )}
      {isUnit(typed.kind) ? (
        <CheckField
          label={w.baselineUnit}
          value={typed.baseline === '1'}
          onChange={(yes) => change({ baseline: yes ? '1' : '0' })}
        />
      ) : (
        <div className="row2">
          <TextField
            label={typed.kind === 'areas-drug-free' ? w.value : w.valueShare}
            inputMode="decimal"
            problem={number(typed.value, true)}
            value={typed.value}
            onChange={(value) => change({ value })}
          />
          <TextField
            label={w.baseline}
            optional
            inputMode="decimal"
            problem={number(typed.baseline, false)}
            value={typed.baseline}
            onChange={(baseline) => change({ baseline })}
          />
        </div>
      )}
      <DateField
        label={w.due}
        problem={missing(typed.dueOn)}
        value={typed.dueOn}
        onChange={(dueOn) => change({ dueOn })}
      />
      <TextField
        label={w.titleVi}
        optional
        placeholder={suggested.vi}
        value={typed.titleVi}
        onChange={(titleVi) => change({ titleVi })}
      />
      <TextField
        label={w.titleEn}
        optional
        placeholder={suggested.en}
        value={typed.titleEn}
        onChange={(titleEn) => change({ titleEn })}
      />
    </Dialog>
  )
}
