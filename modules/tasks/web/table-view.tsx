// The list as a table of the six clears.

import { LinkButton } from '../../../platform/web/components/button.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showShortDay } from '../../../platform/web/format.ts'
import { Go, useGo } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { TaskFilters } from './filters.ts'
import { listWords } from './list-words.ts'
import { ResultCell } from './result-cell.tsx'
import { shownNumber, type Task, useHeadNote, useSecondLine } from './shown.ts'
import { StatusMark } from './status-mark.tsx'
import { sharedWords } from './words.ts'

/** The six columns, each "Rõ …"; the first, the work itself, always stays. */
export function useTaskColumns(): Column<Task>[] {
  const w = useWords(sharedWords)
  const secondLine = useSecondLine()
  const headNote = useHeadNote()
  const { on } = useView()
  return [
    {
      key: 'title',
      lead: w.clear,
      title: w.work,
      width: '228px',
      sorts: true,
      cell: (task) => (
        <>
          <Go className="job" to={`/tasks/${task.id}`}>
            {task.title}
          </Go>
          <span className="sub">{secondLine(task)}</span>
        </>
      ),
    },
    {
      key: 'doer',
      lead: w.clear,
      title: w.person,
      width: '146px',
      cell: (task) => (
        <>
          <span className="med">{task.doer}</span>
          {task.doerWith && <span className="sub">{task.doerWith}</span>}
        </>
      ),
    },
    {
      key: 'head',
      lead: w.clear,
      title: w.responsibility,
      width: '160px',
      sorts: true,
      cell: (task) => (
        <>
          <span className="med">{task.head.title}</span>
          <span className="sub">{headNote(task)}</span>
        </>
      ),
    },
    {
      key: 'due',
      lead: w.clear,
      title: w.time,
      width: '158px',
      sorts: true,
      cell: (task) => (
        <>
          <StatusMark status={task.status} doneOn={task.doneOn} />
          <span className="sub nw">
            {showShortDay(task.dueOn, on)}
            {task.dueOn !== task.originalDueOn && ` · ${w.movedFrom(showShortDay(task.originalDueOn, on))}`}
          </span>
        </>
      ),
    },
    { key: 'result', lead: w.clear, title: w.result, width: '184px', cell: (task) => <ResultCell task={task} /> },
    { key: 'authority', lead: w.clear, title: w.authority, cell: (task) => task.authority },
  ]
}

export type TableViewProps = {
  tasks: readonly Task[]
  columns: readonly Column<Task>[]
  filters: TaskFilters
  selected: ReadonlySet<string>
  onSelect?: (selected: ReadonlySet<string>) => void
  total: number
  onEnd: () => void
}

export function TableView({ tasks, columns, filters, selected, onSelect, total, onEnd }: TableViewProps) {
  const w = useWords(listWords)
  const go = useGo()
  return (
    <Table
      tight
      foldInTwo
      label={w.listLabel}
      columns={columns}
      rows={tasks}
      rowKey={(task) => task.id}
      rowName={(task) => w.taskName(shownNumber(task.number))}
      onOpen={(task) => go(`/tasks/${task.id}`)}
      selected={onSelect && selected}
      onSelect={onSelect}
      sort={filters.sort}
      onSort={({ by, down }) => filters.set({ sort: by === 'due' ? undefined : by, dir: down ? 'desc' : undefined })}
      total={total}
      onEnd={onEnd}
    />
  )
}

/** A link to the board of one lane, from its head. */
export function LaneMore({ lane, count, filters }: { lane: string; count: number; filters: TaskFilters }) {
  const w = useWords(listWords)
  const q = filters.get('q')
  return (
    <LinkButton small quiet to={`/tasks?lane=${lane}${q ? `&q=${encodeURIComponent(q)}` : ''}`}>
      {w.showMore} ({count})
    </LinkButton>
  )
}
