// The units behind a target: how each stands, since when, and why.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { Became, statusOfStanding } from './result.tsx'
import type { Detail } from './target.tsx'
import { targetWords } from './target-words.ts'
import { programmeWords } from './words.ts'

type Unit = Detail['units'][number]

export function UnitsCard({ detail }: { detail: Detail }) {
  const w = useWords(targetWords)
  const common = useWords(programmeWords)
  const language = useLanguage()
  const columns: Column<Unit>[] = [
    {
      key: 'unit',
      title: w.colUnit,
      cell: (unit) => (
        <>
          <Go className="job" to={`/areas/${unit.area.id}`}>
            {unitTitle(unit.area, language)}
          </Go>
          {unit.became.length === 0 ? <span className="sub num">{unit.area.code}</span> : <Became line={unit} />}
        </>
      ),
    },
    {
      key: 'part',
      title: w.colPart,
      width: '150px',
      cell: (unit) => (unit.part ? w[unit.part] : <span className="faint">{w.outside}</span>),
    },
    {
      key: 'status',
      title: w.colStatus,
      width: '260px',
      cell: (unit) => (
        <>
          {unit.part === null && unit.standing === 'no-decision' ? (
            <Status kind="outside" />
          ) : (
            <Status kind={statusOfStanding(unit.standing)} />
          )}
          {unit.reason && <span className="sub">{unit.reason[language]}</span>}
        </>
      ),
    },
    {
      key: 'since',
      title: w.colSince,
      align: 'right',
      width: '120px',
      cell: (unit) =>
        unit.since ? (
          unit.decisionId ? (
            <Go className="n" to={`/recognition/${unit.decisionId}`}>
              {showDay(unit.since)}
            </Go>
          ) : (
            showDay(unit.since)
          )
        ) : (
          '–'
        ),
    },
  ]
  return (
    <Card title={w.units} end={<AsOf>{common.asOf(showDay(detail.measuredOn))}</AsOf>}>
      <Table label={w.units} columns={columns} rows={detail.units} rowKey={(unit) => unit.area.id} />
    </Card>
  )
}
