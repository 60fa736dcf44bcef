// Records one change by hand: which units end, which begin, by which document. Asks once more before it ends a unit.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { unitName } from '../../../platform/contract/unit-name.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { RadioField } from '../../../platform/web/components/choice-field.tsx'
import { useConfirm } from '../../../platform/web/components/confirm.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { readNumber } from '../../../platform/web/number.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { type Language, useWords } from '../../../platform/web/words.ts'
import { RecordSuccession } from '../contract.ts'
import { changeWords } from './import-words.ts'
import { MergedWith, type Picked } from './merged-with.tsx'
import type { UnitAnswer } from './unit.tsx'

type Kind = 'rename' | 'merge' | 'split'
type NewUnit = { id: string; code: string; name: string; type: string; share: string }
type Typed = { kind: Kind; date: string; document: string; others: Picked[]; units: NewUnit[] }

const blank = (type: string, code = ''): NewUnit => ({ id: uuidv7(), code, name: '', type, share: '' })

export function SuccessionDialog({ page, onClose }: { page: UnitAnswer; onClose: () => void }) {
  const w = useWords(changeWords)
  const language = useLanguage()
  const go = useGo()
  const ask = useConfirm()
  const { unit } = page
  const [pressed, press] = useState(false)
  const [first] = useState(() => blank(unit.type, unit.code))
  const draft = useDraft<Typed>(`succession:${unit.id}`, {
    kind: 'merge',
    date: page.on,
    document: '',
    others: [],
    units: [first],
  })
  const { value, change } = draft
  const record = useCommand(RecordSuccession)
  const setUnit = (at: number, part: Partial<NewUnit>) =>
    change({ units: value.units.map((each, index) => (index === at ? { ...each, ...part } : each)) })
  const send = async () => {
    press(true)
    const shares = value.units.map((each) => shareOf(value.kind, each.share, language))
    if (!shares.every(isShare)) return
    const older = [unit, ...(value.kind === 'merge' ? value.others : [])]
    const names = older.map((each) => unitName(each, language)).join(', ')
    if (!(await ask({ title: w.sure, text: w.sureText(names, showDay(value.date)), yes: w.send, danger: true }))) return
    const sent = await record.send({
      kind: value.kind,
      date: value.date,
      document: value.document,
      from: older.map((each) => ({ id: each.id, shares })),
      to: value.units.map(({ id, code, name, type }) => ({ id, code, name, type })),
    })
    if (!sent.ok) return
    draft.forget()
    say(w.saved)
    onClose()
    go(`/areas/${sent.answer.unitIds[0]}`)
  }
  const setKind = (kind: Kind) => {
    const [only = first] = value.units
    change({ kind, units: kind === 'split' ? [only, blank(unit.type)] : [only] })
  }
  return (
    <Dialog open wide title={w.title(unitName(unit, language))} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={w.send}
        sending={record.sending}
        problem={record.problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        <RadioField
          label={w.kind}
          value={value.kind}
          onChange={(kind) => setKind(kind as Kind)}
          choices={[
            { value: 'merge', label: w.merge },
            { value: 'rename', label: w.rename },
            { value: 'split', label: w.split },
          ]}
        />
        <DateField
          label={w.date}
          value={value.date}
          onChange={(date) => change({ date })}
          problem={fieldProblem(record.problem, 'date')}
        />
        <TextField
          label={w.document}
          reason={w.documentWhy}
          value={value.document}
          onChange={(document) => change({ document })}
          problem={fieldProblem(record.problem, 'document')}
        />
        {value.kind === 'merge' && (
          <MergedWith
            except={unit.id}
            level={unit.level}
            picked={value.others}
            onChange={(others) => change({ others })}
          />
        )}
        {value.units.map((each, at) => (
          <NewUnitFields
            key={each.id}
            title={value.units.length > 1 ? w.newUnitNth(at + 1) : w.newUnit}
            unit={each}
            withShare={value.kind === 'split'}
            shareProblem={
              pressed && !isShare(shareOf(value.kind, each.share, language))
                ? w.shareWrong
                : fieldProblem(record.problem, `from.0.shares.${at}`)
            }
            problem={(name) =>
              fieldProblem(record.problem, `to.${at}.${name}`) ??
              (name === 'code' ? fieldProblem(record.problem, 'to') : undefined)
            }
            onChange={(part) => setUnit(at, part)}
          />
        ))}
        {value.kind === 'split' && (
          <p>
            <Button small icon="plus" onClick={() => change({ units: [...value.units, blank(unit.type)] })}>
              {w.more}
            </Button>
          </p>
        )}
      </Form>
    </Dialog>
  )
}

/** A merger takes the whole of each unit; the share of a split is what was typed, or unknown where nothing was. */
const shareOf = (kind: Kind, typed: string, language: Language): number | null =>
  kind === 'split' ? readNumber(typed, language) : 1
const isShare = (share: number | null): boolean => share === null || (share > 0 && share <= 1)

type FieldsProps = {
  title: string
  unit: NewUnit
  withShare: boolean
  shareProblem: string | undefined
  problem: (name: 'code' | 'name' | 'type') => string | undefined
  onChange: (part: Partial<NewUnit>) => void
}

function NewUnitFields({ title, unit, withShare, shareProblem, problem, onChange }: FieldsProps) {
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
            problem={shareProblem}
          />
        </div>
      )}
    </fieldset>
  )
}
