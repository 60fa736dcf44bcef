// The denominators of the unit, each with its day and its source; corrected and added by who may.

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { useCommand } from '../../../platform/web/command.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { DateField } from '../../../platform/web/components/date-field.tsx'
import { Dialog } from '../../../platform/web/components/dialog.tsx'
import { SelectField, TextField } from '../../../platform/web/components/field.tsx'
import { Form } from '../../../platform/web/components/form.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { say } from '../../../platform/web/components/messages.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { Table } from '../../../platform/web/components/table.tsx'
import { useDraft } from '../../../platform/web/draft.ts'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { readWhole } from '../../../platform/web/number.ts'
import { fieldProblem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { AddFigure, CorrectFigure, ListFigures, type Measure, measureNames, measures } from '../contract.ts'
import { unitWords } from './words.ts'

type Row = OutputOf<typeof ListFigures>['rows'][number]

export function FiguresCard({ areaId, on }: { areaId: string; on: string }) {
  const u = useWords(unitWords)
  const figures = useAnswer(ListFigures, { areaId, on }, { keep: true })
  const [edited, setEdited] = useState<Row | 'new' | undefined>(undefined)
  return (
    <Card
      title={u.denominators}
      end={
        figures.answer?.may.manage && (
          <Button small quiet icon="plus" onClick={() => setEdited('new')}>
            {u.addFigure}
          </Button>
        )
      }
    >
      <Shown from={figures} lines={4}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <Empty icon="chart" title={u.noDenominators}>
              {u.noDenominatorsWhy}
            </Empty>
          ) : (
            <Figures rows={answer.rows} onCorrect={answer.may.manage ? setEdited : undefined} />
          )
        }
      </Shown>
      {edited && (
        <FigureDialog
          areaId={areaId}
          on={on}
          row={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  )
}

const nameOf = (measure: string, language: 'vi' | 'en'): string =>
  measureNames[measure as Measure]?.[language] ?? measure

function Figures({ rows, onCorrect }: { rows: readonly Row[]; onCorrect: ((row: Row) => void) | undefined }) {
  const u = useWords(unitWords)
  const language = useLanguage()
  const inOrder = [...rows].sort(
    (a, b) => measures.indexOf(a.measure as Measure) - measures.indexOf(b.measure as Measure),
  )
  return (
    <Table
      label={u.denominators}
      rows={inOrder}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'measure',
          title: u.measure,
          width: '60%',
          cell: (row) => (
            <>
              {nameOf(row.measure, language)}
              <span className="sub">
                {row.source} {row.demo && <Tag>{u.demo}</Tag>}
              </span>
            </>
          ),
        },
        { key: 'asOf', title: u.asOf, cell: (row) => <span className="nw">{showDay(row.asOf)}</span> },
        {
          key: 'value',
          title: u.value,
          align: 'right',
          cell: (row) => <b className="semi">{showNumber(row.value, language, 1)}</b>,
        },
        ...(onCorrect
          ? [
              {
                key: 'do',
                title: u.correct,
                hiddenTitle: true,
                fold: false as const,
                align: 'right' as const,
                cell: (row: Row) => (
                  <Button
                    small
                    quiet
                    onClick={() => onCorrect(row)}
                    aria-label={u.correctFigure(nameOf(row.measure, language))}
                  >
                    {u.correct}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

type DialogProps = { areaId: string; on: string; row: Row | undefined; onClose: () => void }

function FigureDialog({ areaId, on, row, onClose }: DialogProps) {
  const u = useWords(unitWords)
  const language = useLanguage()
  const add = useCommand(AddFigure)
  const correct = useCommand(CorrectFigure)
  const draft = useDraft(`figure:${row?.id ?? areaId}`, {
    id: uuidv7(),
    measure: (row?.measure ?? 'residents') as Measure,
    asOf: row?.asOf ?? on,
    value: row ? String(row.value) : '',
    source: row?.source ?? '',
  })
  const { value, change } = draft
  const using = row ? correct : add
  const [unreadable, setUnreadable] = useState(false)
  const send = async () => {
    const figure = readWhole(value.value) ?? Number.NaN
    setUnreadable(Number.isNaN(figure))
    if (Number.isNaN(figure)) return
    const common = { asOf: value.asOf, value: figure, source: value.source }
    const sent = row
      ? await correct.send({ id: row.id, version: row.version, ...common })
      : await add.send({ id: value.id, areaId, measure: value.measure, ...common })
    if (!sent.ok) return
    draft.forget()
    say(u.saved)
    onClose()
  }
  return (
    <Dialog open title={row ? u.correctFigure(nameOf(row.measure, language)) : u.addFigure} onClose={onClose}>
      <Form
        onSend={() => void send()}
        send={u.send}
        sending={using.sending}
        problem={using.problem}
        keptAt={draft.keptAt}
        onForget={draft.forget}
      >
        {!row && (
          <SelectField
            label={u.measure}
            value={value.measure}
            onChange={(next) => change({ measure: measures.find((measure) => measure === next) ?? value.measure })}
            choices={measures.map((measure) => ({ value: measure, label: measureNames[measure][language] }))}
          />
        )}
        <TextField
          label={u.value}
          value={value.value}
          onChange={(next) => change({ value: next })}
          problem={unreadable ? u.numberNeeded : fieldProblem(using.problem, 'value')}
        />
        <DateField
          label={u.figureDay}
          reason={u.figureDayWhy}
          value={value.asOf}
          onChange={(next) => change({ asOf: next })}
          problem={fieldProblem(using.problem, 'asOf')}
        />
        <TextField
          label={u.source}
          reason={u.sourceWhy}
          value={value.source}
          onChange={(next) => change({ source: next })}
          problem={fieldProblem(using.problem, 'source')}
        />
      </Form>
    </Dialog>
  )
}
