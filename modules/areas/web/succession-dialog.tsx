// Records one change by hand: which units end, which begin, by which document. Asks once more before it ends a unit.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { unitName } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
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
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { AreaTree, RecordSuccession } from '../contract.ts'
import { ChildrenHomes, type Homes, isHomed } from './children-homes.tsx'
import { changeWords } from './import-words.ts'
import { MergedWith, type Picked } from './merged-with.tsx'
import { isShare, type Kind, type NewUnit, NewUnitFields, shareOf } from './new-unit-fields.tsx'
import type { UnitAnswer } from './unit.tsx'

type Typed = { kind: Kind; date: string; document: string; others: Picked[]; units: NewUnit[]; homes: Homes }

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
    homes: {},
  })
  const { value, change } = draft
  const record = useCommand(RecordSuccession)
  const isSplit = value.kind === 'split'
  const tree = useAnswer(
    AreaTree,
    { on: value.date, under: unit.id },
    { when: isSplit && value.date !== '', keep: true },
  )
  const below = isSplit ? (tree.answer?.units ?? []) : []
  const setUnit = (at: number, part: Partial<NewUnit>) =>
    change({ units: value.units.map((each, index) => (index === at ? { ...each, ...part } : each)) })
  const send = async () => {
    press(true)
    const shares = value.units.map((each) => shareOf(value.kind, each.share, language))
    if (!shares.every(isShare) || !below.every((child) => isHomed(child, value.homes, value.units))) return
    const older = [unit, ...(value.kind === 'merge' ? value.others : [])]
    const names = older.map((each) => unitName(each, language)).join(', ')
    if (!(await ask({ title: w.sure, text: w.sureText(names, showDay(value.date)), yes: w.send, danger: true }))) return
    const sent = await record.send({
      kind: value.kind,
      date: value.date,
      document: value.document,
      from: older.map((each) => ({ id: each.id, shares })),
      to: value.units.map(({ id, code, name, type }) => ({ id, code, name, type })),
      children: below.map(({ id }) => ({ id, to: value.homes[id] ?? '' })),
    })
    if (!sent.ok) return
    draft.forget()
    say(w.saved)
    onClose()
    go(`/areas/${sent.answer.unitIds[0]}`)
  }
  const wrong = (at: number, name: 'code' | 'name' | 'type' | 'share') => {
    if (name !== 'share')
      return (
        fieldProblem(record.problem, `to.${at}.${name}`) ??
        (name === 'code' ? fieldProblem(record.problem, 'to') : undefined)
      )
    const readable = isShare(shareOf(value.kind, value.units[at]?.share ?? '', language))
    return pressed && !readable ? w.shareWrong : fieldProblem(record.problem, `from.0.shares.${at}`)
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
            withShare={isSplit}
            problem={(name) => wrong(at, name)}
            onChange={(part) => setUnit(at, part)}
          />
        ))}
        {isSplit && (
          <p>
            <Button small icon="plus" onClick={() => change({ units: [...value.units, blank(unit.type)] })}>
              {w.more}
            </Button>
          </p>
        )}
        <ChildrenHomes
          below={below}
          units={value.units}
          homes={value.homes}
          onChange={(homes) => change({ homes })}
          pressed={pressed}
          problem={fieldProblem(record.problem, 'children')}
        />
      </Form>
    </Dialog>
  )
}
