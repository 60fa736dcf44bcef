// The targets of a plan while it is made or amended: what stays, what is new, changed or to be removed.

import './programme.css'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import type { Problem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { type Choices, LineDialog } from './line-dialog.tsx'
import { type Change, type Line, type LineInput, type Typed, typedOf } from './line-typed.ts'
import { formWords } from './line-words.ts'
import { quantity } from './result.tsx'
import { kindWords } from './words.ts'

type Open = { key?: string; lineId?: string; start: Typed }

export function LinesEditor({
  lines,
  changes,
  onChange,
  choices,
  effectiveOn,
  problem,
  field,
}: {
  /** The lines as they are; none for a new plan. */
  lines: readonly Line[]
  changes: readonly Change[]
  onChange: (changes: Change[]) => void
  choices: Choices
  effectiveOn: string
  problem: Problem | undefined
  /** The path of the n-th change in the input. */
  field: (place: number) => string
}) {
  const w = useWords(formWords)
  const language = useLanguage()
  const [open, setOpen] = useState<Open>()
  const changeOf = (lineId: string) => changes.find((each) => each.what !== 'add' && each.lineId === lineId)
  const without = (key: string) => changes.filter((each) => each.key !== key)
  const wrong = (change: Change | undefined) => {
    const place = change ? changes.indexOf(change) : -1
    return place < 0 ? undefined : problem?.fields.find((each) => each.path.startsWith(`${field(place)}.`))?.message
  }
  const done = (line: LineInput) => {
    if (open?.lineId)
      onChange([...without(open.lineId), { what: 'change', key: open.lineId, lineId: open.lineId, line }])
    else if (open?.key)
      onChange(changes.map((each) => (each.key === open.key ? { what: 'add', key: each.key, line } : each)))
    else onChange([...changes, { what: 'add', key: uuidv7(), line }])
    setOpen(undefined)
  }
  const blank: Typed = {
    kind: 'area-keep',
    areaId: '',
    groupId: '',
    titleVi: '',
    titleEn: '',
    baseline: '1',
    value: '',
    dueOn: choices.programme.endsOn,
  }
  return (
    <Card
      title={w.targets}
      beside={<Tag>{lines.length === 0 ? w.countNew(changes.length) : w.count(changes.length)}</Tag>}
      end={
        <Button small icon="plus" onClick={() => setOpen({ start: blank })}>
          {w.add}
        </Button>
      }
    >
      <ul>
        {lines.map((line) => {
          const change = changeOf(line.lineId)
          const shown = change?.what === 'change' ? change.line : line
          return (
            <Row
              key={line.lineId}
              line={shown}
              choices={choices}
              mark={change && (change.what === 'remove' ? w.isRemoved : w.isChanged)}
              gone={change?.what === 'remove'}
              problem={wrong(change)}
            >
              {change ? (
                <Button small icon="undo" onClick={() => onChange(without(line.lineId))}>
                  {w.undo}
                </Button>
              ) : (
                <Button
                  small
                  quiet
                  onClick={() => onChange([...changes, { what: 'remove', key: line.lineId, lineId: line.lineId }])}
                >
                  {w.remove}
                </Button>
              )}
              {change?.what !== 'remove' && (
                <Button small onClick={() => setOpen({ lineId: line.lineId, start: typedOf(shown, language) })}>
                  {w.edit}
                </Button>
              )}
            </Row>
          )
        })}
        {changes.map(
          (change) =>
            change.what === 'add' && (
              <Row key={change.key} line={change.line} choices={choices} mark={w.isNew} problem={wrong(change)}>
                <Button small quiet onClick={() => onChange(without(change.key))}>
                  {w.remove}
                </Button>
                <Button small onClick={() => setOpen({ key: change.key, start: typedOf(change.line, language) })}>
                  {w.edit}
                </Button>
              </Row>
            ),
        )}
      </ul>
      {open && (
        <LineDialog
          start={open.start}
          choices={choices}
          effectiveOn={effectiveOn}
          onDone={done}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}

function Row({
  line,
  choices,
  mark,
  gone,
  problem,
  children,
}: {
  line: LineInput | Line
  choices: Choices
  mark?: string
  gone?: boolean
  problem?: string
  children: React.ReactNode
}) {
  const kinds = useWords(kindWords)
  const language = useLanguage()
  const area = choices.areas.find((each) => each.id === line.areaId)
  const unit = line.kind === 'area-keep' || line.kind === 'area-convert'
  return (
    <li className={gone ? 'pg-line gone' : 'pg-line'}>
      <div>
        <b className="med">{language === 'vi' ? line.titleVi : line.titleEn}</b> {mark && <Tag>{mark}</Tag>}
        <span className="sub">
          {kinds[line.kind]}
          {area && ` · ${unitTitle(area, language)}`}
          {!unit && ` · ${quantity(line.value, line.unit, language)}`} · {showDay(line.dueOn)}
        </span>
        {problem && (
          <span className="sub pg-wrong" role="alert">
            {problem}
          </span>
        )}
      </div>
      <span className="btns">{children}</span>
    </li>
  )
}
