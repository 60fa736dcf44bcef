// Instructions that went to several units, each with how many units have finished.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Bar } from '../../../platform/web/components/bar.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { AsOf } from '../../../platform/web/components/marks.tsx'
import { PageHead } from '../../../platform/web/components/page.tsx'
import { Empty, Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { Go, useGo } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListInstructions } from '../contract.ts'
import { instructionWords } from './instruction-words.ts'
import { sharedWords } from './words.ts'

type Instruction = OutputOf<typeof ListInstructions>['rows'][number]

export default function InstructionList() {
  const w = useWords(instructionWords)
  const s = useWords(sharedWords)
  const { programme, on } = useView()
  const list = useAnswer(ListInstructions, { programme, on }, { when: programme !== '', keep: true })
  return (
    <>
      <PageHead
        title={w.title}
        crumbs={[{ label: s.tasks, to: '/tasks' }, { label: w.short }]}
        facts={<AsOf>{s.asOf(showDay(on))}</AsOf>}
      />
      <Card>
        <Shown from={list} lines={6}>
          {(answer) =>
            answer.rows.length === 0 ? (
              <Empty icon="split" title={w.none}>
                {w.noneWhy}
              </Empty>
            ) : (
              <Rows rows={answer.rows} />
            )
          }
        </Shown>
      </Card>
    </>
  )
}

function Rows({ rows }: { rows: readonly Instruction[] }) {
  const w = useWords(instructionWords)
  const go = useGo()
  const columns: Column<Instruction>[] = [
    {
      key: 'title',
      title: w.what,
      cell: (row) => (
        <>
          <Go className="job" to={`/instructions/${row.id}`}>
            {row.title}
          </Go>
          {row.basis && <span className="sub">{row.basis}</span>}
        </>
      ),
    },
    {
      key: 'units',
      title: w.units,
      width: '180px',
      cell: (row) => (
        <>
          <span className="num">{`${row.done}/${row.units}`}</span>
          <Bar thin share={row.units > 0 ? row.done / row.units : undefined} />
        </>
      ),
    },
    {
      key: 'state',
      title: w.standing,
      width: '190px',
      cell: (row) => (
        <>
          {row.late > 0 && <Status kind="late">{w.lateUnits(row.late)}</Status>}
          {row.late === 0 && row.soon > 0 && <Status kind="soon" />}
          {row.late === 0 && row.soon === 0 && row.done === row.units && <Status kind="done" />}
          {row.late === 0 && row.soon === 0 && row.done < row.units && <Status kind="ontime" />}
        </>
      ),
    },
    { key: 'due', title: w.due, width: '110px', cell: (row) => <span className="nw">{showDay(row.dueOn)}</span> },
    {
      key: 'issued',
      title: w.issued,
      width: '110px',
      cell: (row) => <span className="nw">{showDay(row.issuedOn)}</span>,
    },
  ]
  return (
    <Table
      label={w.title}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onOpen={(row) => go(`/instructions/${row.id}`)}
    />
  )
}
