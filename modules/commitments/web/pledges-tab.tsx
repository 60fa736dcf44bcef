// The pledges of the heads of communes: one row a head, so many of so many.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card } from '../../../platform/web/components/card.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListPledges } from '../contract.ts'
import { followingWords } from './following-words.ts'
import { commitmentWords } from './words.ts'

type Row = OutputOf<typeof ListPledges>['rows'][number]

export function PledgesTab({ driveId }: { driveId: string }) {
  const [w, words] = [useWords(followingWords), useWords(commitmentWords)]
  const { on } = useView()
  const pledges = useAnswer(ListPledges, { driveId, on })
  const columns: Column<Row>[] = [
    {
      key: 'commune',
      title: w.commune,
      cell: (row) => (
        <Go className="job" to={`/commitments/${driveId}/areas/${row.communeId}?group=leaders`}>
          {row.commune}
        </Go>
      ),
    },
    { key: 'head', title: w.head, cell: (row) => row.name ?? <span className="muted">{w.noHead}</span> },
    {
      key: 'signed',
      title: words.signed,
      width: '220px',
      cell: (row) =>
        row.signed ? (
          <Go to={`/commitments/${driveId}/communes/${row.communeId}/promises/${row.signed.id}`}>
            {showDay(row.signed.on)} {words[row.signed.way]}
          </Go>
        ) : (
          <span className="muted">{row.name === null ? '—' : words.notYet}</span>
        ),
    },
  ]
  const unlisted = (rows: readonly Row[]) => rows.filter(({ name }) => name === null).length
  /** Of those who are asked: a commune whose head nobody has listed is not one that has not signed. */
  const pledged = (rows: readonly Row[]) => {
    const heads = rows.length - unlisted(rows)
    return heads === 0 ? w.noHeads : w.pledged(rows.filter(({ signed }) => signed).length, heads)
  }
  return (
    <Shown from={pledges} lines={6}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Card>
            <Empty icon="flag" title={w.noPledges} />
          </Card>
        ) : (
          <Card
            title={pledged(rows)}
            end={unlisted(rows) > 0 && <span className="muted">{w.unlisted(unlisted(rows))}</span>}
          >
            <Table
              label={w.pledges}
              columns={columns}
              rows={rows}
              rowKey={(row) => `${row.communeId} ${row.name} ${row.signed?.id}`}
            />
          </Card>
        )
      }
    </Shown>
  )
}
