// The hand-over list of a post: what was open on the day it changed hands, as it stood then and as it stands now.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Button } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { Go, useGo, useParam, useSearch } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { InheritedTasks } from '../contract.ts'
import { handOverWords } from './instruction-words.ts'
import { postName, shownNumber, useAreaName } from './shown.ts'
import { StatusMark } from './status-mark.tsx'
import { sharedWords } from './words.ts'

type Answer = OutputOf<typeof InheritedTasks>
type Row = Answer['rows'][number]

export default function HandOverPage() {
  const post = useParam('postId')
  const day = useSearch().get('day')
  const { programme, on } = useView()
  const found = useAnswer(InheritedTasks, { programme, post, day, on }, { when: programme !== '' })
  return (
    <Shown from={found} lines={6}>
      {(answer) => <Page answer={answer} />}
    </Shown>
  )
}

function Page({ answer }: { answer: Answer }) {
  const w = useWords(handOverWords)
  const s = useWords(sharedWords)
  const { day, earlierHolderFrom } = answer
  const period = day && earlierHolderFrom ? `; ${w.earlier(showDay(earlierHolderFrom), showDay(day))}` : ''
  return (
    <>
      <PageHead
        title={w.title(postName(answer.post))}
        crumbs={[{ label: s.tasks, to: '/tasks' }, { label: w.short }]}
        actions={
          answer.rows.length > 0 && (
            <Button icon="print" onClick={() => window.print()}>
              {w.print}
            </Button>
          )
        }
      />
      <div className="stack">
        {day && (
          <Note icon="swap">
            <b className="semi">{w.day(showDay(day))}</b>
            {period}. {w.explain}
          </Note>
        )}
        <Card>
          {day === null && (
            <Empty icon="swap" title={w.never}>
              {w.neverWhy}
            </Empty>
          )}
          {day !== null && answer.rows.length === 0 && <Empty icon="check-c" title={w.none} />}
          {answer.rows.length > 0 && <Rows rows={answer.rows} />}
        </Card>
      </div>
    </>
  )
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const w = useWords(handOverWords)
  const areaName = useAreaName()
  const go = useGo()
  const columns: Column<Row>[] = [
    {
      key: 'task',
      title: w.task,
      cell: (row) => (
        <>
          <Go className="job" to={`/tasks/${row.id}`}>
            {row.title}
          </Go>
          <span className="sub">
            {shownNumber(row.number)} · {areaName(row.area)}
          </span>
        </>
      ),
    },
    { key: 'due', title: w.due, width: '120px', cell: (row) => <span className="nw">{showDay(row.dueOn)}</span> },
    { key: 'then', title: w.atHandOver, width: '190px', cell: (row) => <StatusMark status={row.atHandOver} /> },
    { key: 'now', title: w.now, width: '190px', cell: (row) => <StatusMark status={row.now} /> },
  ]
  return (
    <Table
      label={w.short}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => go(`/tasks/${row.id}`)}
    />
  )
}
