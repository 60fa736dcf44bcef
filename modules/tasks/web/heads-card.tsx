// The work of each accountable head in numbers that open their tasks. By name of unit; nobody is ranked.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Mix } from '../../../platform/web/components/bar.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Num, Tag } from '../../../platform/web/components/marks.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { TasksByHead } from '../contract.ts'
import { listWords } from './list-words.ts'
import { postName } from './shown.ts'

type Head = OutputOf<typeof TasksByHead>['rows'][number]
const at = (id: string, more = '') => `/tasks?head=${id}${more}`

export function HeadsCard() {
  const w = useWords(listWords)
  const { programme, on } = useView()
  const heads = useAnswer(TasksByHead, { programme, on }, { when: programme !== '', keep: true })
  const count = heads.answer?.rows.length ?? 0
  return (
    <Card
      title={w.byHead}
      beside={heads.answer && <Tag>{w.posts(count)}</Tag>}
      end={<span className="asof">{w.notRanked}</span>}
      className="heads"
    >
      <Shown from={heads} lines={5}>
        {(answer) => <Heads rows={answer.rows} />}
      </Shown>
    </Card>
  )
}

function Heads({ rows }: { rows: readonly Head[] }) {
  const w = useWords(listWords)
  const number = (count: number, to: string) => (count > 0 ? <Num to={to}>{count}</Num> : 0)
  const columns: Column<Head>[] = [
    {
      key: 'post',
      title: w.post,
      cell: ({ head, tookOver }) => (
        <>
          {postName(head)}{' '}
          {tookOver && head.holderFrom && (
            <Go className="tag" to={`/tasks/hand-over/${head.id}`} title={w.handOver}>
              {w.since(showDay(head.holderFrom))}
            </Go>
          )}
        </>
      ),
    },
    { key: 'assigned', title: w.assigned, align: 'right', cell: (row) => number(row.assigned, at(row.head.id)) },
    {
      key: 'mix',
      title: w.mix,
      hiddenTitle: true,
      fold: false,
      width: '170px',
      cell: (row) => (
        <Mix
          parts={[
            { kind: 'done', count: row.done },
            { kind: 'going', count: row.open },
            { kind: 'late', count: row.late },
          ]}
        />
      ),
    },
    { key: 'done', title: w.done, align: 'right', cell: (row) => number(row.done, at(row.head.id, '&lane=done')) },
    {
      key: 'open',
      title: w.open,
      align: 'right',
      cell: (row) => number(row.open, at(row.head.id, '&status=soon&status=ontime')),
    },
    {
      key: 'late',
      title: w.lateCount,
      align: 'right',
      cell: (row) => number(row.late, at(row.head.id, '&status=late')),
    },
    {
      key: 'inherited',
      title: w.inheritedCount,
      align: 'right',
      cell: (row) => number(row.inherited, at(row.head.id, '&inherited=true')),
    },
    {
      key: 'evidence',
      title: w.noEvidenceCount,
      align: 'right',
      cell: (row) => number(row.evidenceMissing, at(row.head.id, '&evidenceMissing=true')),
    },
  ]
  return <Table label={w.byHead} columns={columns} rows={rows} rowKey={(row) => row.head.id} />
}
