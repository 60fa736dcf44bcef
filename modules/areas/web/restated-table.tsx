// One figure by unit: each unit's own as it was, or restated, with the reason where that cannot be done.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { Restatement } from './lineage-card.tsx'
import { areaWords, unitWords } from './words.ts'

export function RestatedTable({ answer, mode }: { answer: Restatement; mode: 'was' | 'restated' }) {
  const u = useWords(unitWords)
  const rows = mode === 'was' ? answer.asItWas : answer.restated
  if (rows.length === 0)
    return (
      <Empty icon="chart" title={u.noFigures}>
        {u.noFiguresWhy}
      </Empty>
    )
  return mode === 'was' ? <AsItWas answer={answer} /> : <Restated answer={answer} />
}

/** A source that already says its day is not followed by the day again. */
const sourceOf = (source: string, day: string): string =>
  /\d{1,2}\/\d{1,2}\/\d{4}/.test(source) ? source : `${source}, ${day}`

/** Figures of one day from one source stand together, so that day and source are said once. */
function AsItWas({ answer }: { answer: Restatement }) {
  const u = useWords(unitWords)
  const language = useLanguage()
  const groups = Map.groupBy(answer.asItWas, (row) => `${row.asOf} ${row.source}`)
  return [...groups].map(([key, rows]) => {
    const first = rows[0]!
    const total = rows.reduce((sum, row) => sum + row.value, 0)
    return (
      <section key={key} className="unit-was" aria-label={first.source}>
        <p className="line">
          <b className="semi">{u.totalOf(showNumber(total, language, 1), rows.length)}</b>
          <span className="grow" />
          {sourceOf(first.source, showDay(first.asOf))} {first.demo && <Tag>{u.demo}</Tag>}
        </p>
        <ul>
          {rows.map((row) => (
            <li key={row.unit.id}>
              <Go to={`/areas/${row.unit.id}`}>{unitTitle(row.unit, language)}</Go>
              <span className="num">{showNumber(row.value, language, 1)}</span>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function Restated({ answer }: { answer: Restatement }) {
  const w = useWords(areaWords)
  const u = useWords(unitWords)
  const language = useLanguage()
  const reason = useReason()
  return (
    <Table
      label={u.restated}
      rows={answer.restated}
      rowKey={(row) => row.unit.id}
      columns={[
        {
          key: 'unit',
          title: w.colName,
          cell: (row) => <Go to={`/areas/${row.unit.id}`}>{unitTitle(row.unit, language)}</Go>,
        },
        {
          key: 'value',
          title: u.value,
          align: 'right',
          cell: (row) =>
            row.value === null ? (
              <>
                <Status kind="nodata">{u.cannot}</Status>
                <span className="sub">{[...new Set(row.because.map(reason))].join('; ')}</span>
              </>
            ) : (
              showNumber(row.value, language, 1)
            ),
        },
      ]}
    />
  )
}

type Why = Restatement['restated'][number]['because'][number]

function useReason() {
  const u = useWords(unitWords)
  const language = useLanguage()
  return ({ unit, on, why }: Why): string => {
    const name = unitTitle(unit, language)
    const day = on ? showDay(on) : ''
    if (why === 'share-unknown') return u.why_share(name, day)
    if (why === 'no-figure') return u.why_figure(name)
    if (why === 'level-removed') return u.why_level(name)
    return u.why_mixed(name, day)
  }
}
