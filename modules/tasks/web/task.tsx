// One task: the six clears, its clock, what waits for a decision, what happened, and what it belongs to.

import './task.css'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Note, PageHead } from '../../../platform/web/components/page.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { useParam } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ShowTask } from '../contract.ts'
import { DecisionCard } from './decision-card.tsx'
import { shownNumber } from './shown.ts'
import { StatusMark } from './status-mark.tsx'
import { SubtasksCard } from './subtasks-card.tsx'
import { TaskClears } from './task-clears.tsx'
import { TaskDeeds } from './task-deeds.tsx'
import { TaskEvents } from './task-events.tsx'
import { TaskLinks, TaskObstacles } from './task-links.tsx'
import { taskWords } from './task-words.ts'
import { sharedWords } from './words.ts'

export type OneTask = OutputOf<typeof ShowTask>

export default function TaskPage() {
  const id = useParam('taskId')
  const { on } = useView()
  const task = useAnswer(ShowTask, { id, on }, { keep: true })
  return (
    <Shown from={task} lines={10}>
      {(answer) => <Page one={answer} />}
    </Shown>
  )
}

function Page({ one }: { one: OneTask }) {
  const w = useWords(taskWords)
  const s = useWords(sharedWords)
  const { opens } = useView()
  const { task } = one
  const crumbs = [
    { label: s.tasks, to: '/tasks' },
    ...(one.parent
      ? [{ label: `${shownNumber(one.parent.number)} · ${one.parent.title}`, to: `/tasks/${one.parent.id}` }]
      : []),
    { label: s.task(shownNumber(task.number)) },
  ]
  return (
    <>
      <PageHead
        title={task.title}
        crumbs={crumbs}
        facts={
          <>
            <StatusMark status={task.status} doneOn={task.doneOn} />
            {task.demo && <Tag>{w.demo}</Tag>}
          </>
        }
        actions={<TaskDeeds one={one} />}
      />
      {one.on < opens && <Note icon="history">{w.pastDay(showDay(one.on))}</Note>}
      {one.cancelled && (
        <Note icon="x">
          <b className="semi">{w.cancelledOn(showDay(one.cancelled.on))}.</b> {one.cancelled.reason}
        </Note>
      )}
      <div className="task-page">
        <div className="col">
          <TaskClears one={one} />
          <SubtasksCard one={one} />
          <TaskEvents one={one} />
        </div>
        <div className="col">
          <DecisionCard one={one} />
          <TaskObstacles one={one} />
          <TaskLinks one={one} />
        </div>
      </div>
    </>
  )
}
