// Every list and every declared figure of a group in a commune, the newest first; nothing that was ever counted of is hidden.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay, showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import { DenominatorHistory } from '../contract.ts'
import { PaperName } from './paper-name.tsx'
import { rosterWords } from './words.ts'

type Row = OutputOf<typeof DenominatorHistory>['rows'][number]

export function HistoryCard({ areaId, groupId }: { areaId: string; groupId: string }) {
  const w = useWords(rosterWords)
  const language = useLanguage()
  const history = useAnswer(DenominatorHistory, { areaId, groupId })
  const columns: Column<Row>[] = [
    {
      key: 'what',
      title: w.figure,
      cell: (row) => (
        <span className={row.ended ? 'roster-gone' : undefined}>
          {row.kind === 'list' ? row.title : w.declaredN(showNumber(row.value ?? 0, language))}
          <span className="sub">
            {[
              row.place.kind === 'whole' ? w.whole : row.place.name,
              row.prevails && w.prevailsShort,
              row.demo && w.demo,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      ),
    },
    { key: 'asOf', title: w.asOf, width: '120px', cell: (row) => showDay(row.asOf) },
    {
      key: 'source',
      title: w.source,
      width: '30%',
      cell: (row) => (
        <>
          <PaperName source={row.source} documentId={row.documentId} />
          {row.by && <span className="sub">{row.by}</span>}
        </>
      ),
    },
    {
      key: 'ended',
      title: w.now,
      width: '200px',
      cell: (row) => (row.ended && row.endedOn ? w[row.ended](showDay(row.endedOn)) : w.inForce),
    },
  ]
  return (
    <Card title={w.history}>
      <Shown from={history} lines={4}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty icon="history" title={w.noHistory} />
          ) : (
            <Table label={w.history} columns={columns} rows={rows} rowKey={(row) => row.id} />
          )
        }
      </Shown>
    </Card>
  )
}
