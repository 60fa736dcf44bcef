// The lineage of the territory as a flow, with one figure beside it: as it was, or restated on the units of the day in view.

import { useState } from 'react'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { unitName, unitShort, unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Seg } from '../../../platform/web/components/chip.tsx'
import { SelectField } from '../../../platform/web/components/field.tsx'
import { Flow, type FlowColumn, type FlowUnit } from '../../../platform/web/components/flow.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { addDays, showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useSearch } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { LineageFlow, type Measure, measureNames, measures, RestateFigures } from '../contract.ts'
import { RestatedTable } from './restated-table.tsx'
import { type UnitMarks, useUnitMarks } from './unit-marks.ts'
import { unitWords } from './words.ts'

type FlowAnswer = OutputOf<typeof LineageFlow>
export type Restatement = OutputOf<typeof RestateFigures>

export function LineageCard({ id, on }: { id: string; on: string }) {
  const u = useWords(unitWords)
  const search = useSearch()
  const mode = search.get('figures') === 'restated' ? 'restated' : 'was'
  const [measure, setMeasure] = useState<Measure>('household-heads')
  const flow = useAnswer(LineageFlow, { id, on }, { keep: true })
  const figures = useAnswer(RestateFigures, { id, measure, on }, { keep: true })
  return (
    <Card
      title={u.lineage}
      beside={flow.answer?.cut ? <Tag>{u.lineageCut}</Tag> : undefined}
      end={
        <span className="noprint">
          <Seg
            label={u.figuresBy}
            value={mode}
            onChange={(value) => search.set({ figures: value === 'restated' ? 'restated' : undefined })}
            choices={[
              { value: 'was', label: u.asItWas },
              { value: 'restated', label: u.restated },
            ]}
          />
        </span>
      }
    >
      <Shown from={flow} lines={10}>
        {(answer) =>
          answer.columns.length < 2 ? (
            <Empty icon="history" title={u.noLineage}>
              {u.noLineageWhy}
            </Empty>
          ) : (
            <div className={answer.columns.length === 2 ? 'unit-flow-two' : undefined}>
              <Picture flow={answer} id={id} restated={mode === 'restated' ? figures.answer : undefined} />
            </div>
          )
        }
      </Shown>
      <div className="unit-figures">
        <MeasureChoice value={measure} onChange={setMeasure} />
        <Shown from={figures} lines={3}>
          {(answer) => <RestatedTable answer={answer} mode={mode} />}
        </Shown>
      </div>
    </Card>
  )
}

function MeasureChoice({ value, onChange }: { value: Measure; onChange: (measure: Measure) => void }) {
  const u = useWords(unitWords)
  const language = useLanguage()
  return (
    <div className="unit-measure">
      <SelectField
        label={u.measure}
        value={value}
        onChange={(next) => onChange(measures.find((measure) => measure === next) ?? value)}
        choices={measures.map((measure) => ({ value: measure, label: measureNames[measure][language] }))}
      />
    </div>
  )
}

const mostCards = 9
type PictureProps = { flow: FlowAnswer; id: string; restated: Restatement | undefined }
const key = (column: number, unitId: string) => `${column}:${unitId}`

function Picture({ flow, id, restated }: PictureProps) {
  const u = useWords(unitWords)
  const language = useLanguage()
  const marks = useColumnMarks(flow)
  const title = useColumnTitle()
  const note = useLastNote(restated)
  const last = flow.columns.length - 1
  // Many cards with three lines each would make a picture of two screens' height.
  const brief = (flow.columns[last]?.nodes.length ?? 0) > mostCards
  const columns = flow.columns.map((column, at): FlowColumn => {
    const units = column.nodes.map((node): FlowUnit => {
      const mark = marks[Math.min(at, marks.length - 1)]?.get(node.id)
      return {
        id: key(at, node.id),
        name:
          at === last
            ? node.inPart
              ? capital(u.partOf(unitName(node, language)))
              : unitTitle(node, language)
            : unitShort(node),
        code: node.code,
        ...(mark && !node.inPart && !(brief && at === last)
          ? { status: mark.status, ...(mark.text ? { statusText: mark.text } : {}) }
          : {}),
        ...(at === last && (!brief || restated) ? { note: note(node) } : {}),
        to: `/areas/${node.id}`,
        outside: node.inPart,
      }
    })
    return { title: title(flow, at), note: columnNote(flow, at, language), units }
  })
  const links = flow.links.map((link) => ({
    from: key(link.column, link.from),
    to: key(link.column + 1, link.to),
    share: link.share,
  }))
  // The unit stands in every column in which it was valid; the flow is drawn from its first appearance.
  const focusAt = flow.columns.findIndex((column) => column.nodes.some((node) => node.id === id))
  const counts = flow.columns.map((_, at) => title(flow, at)).join('; ')
  const reused = [
    ...new Set(flow.columns.flatMap((column) => column.nodes.filter((node) => node.codeWas).map((node) => node.code))),
  ]
  return (
    <Flow
      columns={columns}
      links={links}
      label={u.lineageLabel(counts)}
      {...(focusAt >= 0 ? { focus: key(focusAt, id) } : {})}
      {...(reused.length > 0
        ? {
            keys: (
              <span>
                <Icon name="info" />
                {u.reused(reused.sort().join(', '))}
              </span>
            ),
          }
        : {})}
    />
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The marks of each column, as of its own day; more than four columns share the last. */
function useColumnMarks(flow: FlowAnswer): readonly UnitMarks[] {
  const day = (at: number) => {
    const column = flow.columns[at]
    if (!column) return undefined
    // The first column stands before the first change.
    const first = flow.columns[1]?.date
    return column.date ?? (first ? addDays(first, -1) : flow.on)
  }
  const known = (at: number) => {
    const wanted = day(at)
    return wanted !== undefined && wanted > flow.on ? flow.on : wanted
  }
  const a = useUnitMarks(known(0))
  const b = useUnitMarks(known(1))
  const c = useUnitMarks(known(2))
  const d = useUnitMarks(known(3))
  return [a, b, c, d]
}

function useColumnTitle() {
  const u = useWords(unitWords)
  return (flow: FlowAnswer, at: number): string => {
    const column = flow.columns[at]!
    const whole = column.nodes.filter((node) => !node.inPart).length
    const parts = column.nodes.length - whole
    const part = parts > 0 ? u.columnPart(parts) : ''
    if (column.date) return u.column(showDay(column.date), whole) + part
    const next = flow.columns[at + 1]?.date
    return (next ? u.columnFirstYear(addDays(next, -1).slice(0, 4), whole) : u.columnFirst(whole)) + part
  }
}

function columnNote(flow: FlowAnswer, at: number, language: 'vi' | 'en'): string {
  const column = flow.columns[at]!
  if (column.date) return column.documents.join(', ')
  return flow.about ? `${unitName(flow.about, language)}, ${codeOnly(flow.about.code, language)}` : ''
}

/** Under the name in the last column: the code and whose it was; with figures restated, the figure. */
function useLastNote(restated: Restatement | undefined) {
  const u = useWords(unitWords)
  const language = useLanguage()
  return (node: FlowAnswer['columns'][number]['nodes'][number]): string => {
    if (restated) {
      const found = restated.restated.find((row) => row.unit.id === node.id)
      if (found) return found.value === null ? u.cannot : showNumber(found.value, language, 1)
      return u.noFigures
    }
    if (node.inPart) return u.outside(node.code)
    return node.codeWas ? u.codeWas(node.code, node.codeWas) : codeOnly(node.code, language)
  }
}

const codeOnly = (code: string, language: 'vi' | 'en'): string => (language === 'vi' ? `mã ${code}` : `code ${code}`)
