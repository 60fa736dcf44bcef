// The subtasks of a task, each with its unit and its clock.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { type Column, Table } from '../../../platform/web/components/table.tsx'
import { showShortDay } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go, useGo } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ResultCell } from './result-cell.tsx'
import { postName, shownNumber, type Task } from './shown.ts'
import { StatusMark } from './status-mark.tsx'
import type { OneTask } from './task.tsx'
import { taskWords } from './task-words.ts'

export function SubtasksCard({ one }: { one: OneTask }) {
  const w = useWords(taskWords)
  if (one.subtasks.length === 0) return null
  const progress = one.task.subtasks
  return (
    <Card
      title={w.subtasks}
      beside={progress && <Tag>{`${progress.done}/${progress.total}`}</Tag>}
      end={
        one.may.addSubtask && (
          <LinkButton small icon="plus" to={`/tasks/new?parent=${one.task.id}`}>
            {w.addSubtask}
          </LinkButton>
        )
      }
    >
      <UnitTasks tasks={one.subtasks} on={one.on} label={w.subtasks} />
    </Card>
  )
}

/** Tasks side by side by their unit: of a parent, or of an instruction. */
export function UnitTasks({ tasks, on, label }: { tasks: readonly Task[]; on: string; label: string }) {
  const w = useWords(taskWords)
  const language = useLanguage()
  const go = useGo()
  const columns: Column<Task>[] = [
    {
      key: 'area',
      title: w.area,
      width: '30%',
      cell: (task) => (
        <>
          <Go className="job" to={`/tasks/${task.id}`}>
            {unitTitle(task.area, language)}
          </Go>
          <span className="sub">
            {shownNumber(task.number)} · {task.title}
          </span>
        </>
      ),
    },
    {
      key: 'head',
      title: w.responsibility,
      cell: (task) => (
        <>
          <span className="med">{postName(task.head)}</span>
          {task.doer && <span className="sub">{task.doer}</span>}
        </>
      ),
    },
    {
      key: 'time',
      title: w.time,
      width: '130px',
      cell: (task) => (
        <>
          <StatusMark status={task.status} doneOn={task.doneOn} />
          <span className="sub nw">{showShortDay(task.dueOn, on)}</span>
        </>
      ),
    },
    { key: 'result', title: w.result, width: '26%', cell: (task) => <ResultCell task={task} /> },
  ]
  return (
    <Table
      foldInTwo
      label={label}
      columns={columns}
      rows={tasks}
      rowKey={(task) => task.id}
      onOpen={(task) => go(`/tasks/${task.id}`)}
    />
  )
}
