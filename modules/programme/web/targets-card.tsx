// The targets of a plan as a table: at the start, to reach, computed result, due.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { Became, isUnitLine, type Line, ResultCell, useWanted } from './result.tsx'
import { programmeWords } from './words.ts'

export const targetAddress = (lineId: string): string => `/programme/targets/${lineId}`

export function TargetsCard({
  title,
  lines,
  measuredOn,
}: {
  title: string
  lines: readonly Line[]
  measuredOn: string
}) {
  const w = useWords(programmeWords)
  const language = useLanguage()
  const wanted = useWanted()
  const go = useGo()
  const columns: Column<Line>[] = [
    {
      key: 'target',
      title: lines.every(isUnitLine) ? w.colUnit : w.colTarget,
      cell: (line) => (
        <>
          <Go className="job" to={targetAddress(line.lineId)}>
            {isUnitLine(line) ? unitTitle(line.area, language) : line.title[language]}
          </Go>
          {isUnitLine(line) && line.became.length === 0 && <span className="sub num">{line.area.code}</span>}
          {isUnitLine(line) && <Became line={line} />}
        </>
      ),
    },
    {
      key: 'baseline',
      title: w.colBaseline,
      align: 'right',
      width: '140px',
      cell: (line) => <span className="nw">{wanted.baseline(line)}</span>,
    },
    { key: 'value', title: w.colValue, align: 'right', width: '112px', cell: wanted.value },
    {
      key: 'result',
      title: w.colResult,
      align: 'right',
      width: '240px',
      cell: (line) => <ResultCell line={line} to={targetAddress(line.lineId)} />,
    },
    {
      key: 'due',
      title: w.colDue,
      align: 'right',
      width: '112px',
      cell: (line) => <span className="nw">{showDay(line.dueOn)}</span>,
    },
  ]
  return (
    <Card title={title} end={<AsOf>{w.asOf(showDay(measuredOn))}</AsOf>}>
      <Table
        label={title}
        columns={columns}
        rows={lines}
        rowKey={(line) => line.lineId}
        onOpen={(line) => go(targetAddress(line.lineId))}
      />
    </Card>
  )
}
