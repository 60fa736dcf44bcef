// The six clears of one task, side by side, in the words of those who must answer.

import { Card } from '../../../platform/web/components/card.tsx'
import { showDay } from '../../../platform/web/format.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ResultCell } from './result-cell.tsx'
import { postName, useAreaName } from './shown.ts'
import { StatusMark } from './status-mark.tsx'
import type { OneTask } from './task.tsx'
import { taskWords } from './task-words.ts'
import { reasonWords, sharedWords, statusWords } from './words.ts'

function Clear({ name, children }: { name: string; children: React.ReactNode }) {
  const s = useWords(sharedWords)
  return (
    <div>
      <dt>
        {s.clear} <b>{name}</b>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

export function TaskClears({ one }: { one: OneTask }) {
  const w = useWords(taskWords)
  const s = useWords(sharedWords)
  const areaName = useAreaName()
  const { task } = one
  return (
    <Card title={w.sixClears}>
      <dl className="clears">
        <Clear name={s.work}>
          {task.title}
          <span className="sub">
            {areaName(task.area)}
            {task.basis && ` · ${task.basis}`}
          </span>
        </Clear>
        <Clear name={s.person}>
          {task.doer}
          {task.doerWith && <span className="sub">{task.doerWith}</span>}
          {one.doers.length > 0 && <span className="sub">{one.doers.map(postName).join(', ')}</span>}
        </Clear>
        <Clear name={s.responsibility}>
          <Responsible one={one} />
        </Clear>
        <Clear name={s.time}>
          <Time one={one} />
        </Clear>
        <Clear name={s.result}>
          <ResultCell task={task} />
        </Clear>
        <Clear name={s.authority}>
          {task.authority}
          <span className="sub">{one.authorityPost ? w.accepts(postName(one.authorityPost)) : w.acceptsNobody}</span>
        </Clear>
      </dl>
      {one.detail && (
        <div className="task-detail">
          <h3>{w.detail}</h3>
          {one.detail}
        </div>
      )}
    </Card>
  )
}

function Responsible({ one }: { one: OneTask }) {
  const w = useWords(taskWords)
  const { head, coordinating } = one.task
  const changed = one.holders.length > 1
  return (
    <>
      <Go to={`/tasks?head=${head.id}`}>{postName(head)}</Go>
      <span className="sub">
        {head.holderFrom ? w.holderSince(showDay(head.holderFrom)) : w.nobody}
        {changed && (
          <>
            {' · '}
            <Go to={`/tasks/hand-over/${head.id}`}>{w.handOver}</Go>
          </>
        )}
      </span>
      {one.lead && (
        <span className="sub">
          {w.lead}: {postName(one.lead)}
        </span>
      )}
      {coordinating.length > 0 && (
        <span className="sub">
          {w.coordinate}: {coordinating.map(postName).join(', ')}
        </span>
      )}
    </>
  )
}

function Time({ one }: { one: OneTask }) {
  const w = useWords(taskWords)
  const s = useWords(statusWords)
  const reasons = useWords(reasonWords)
  const { task } = one
  return (
    <>
      <StatusMark status={task.status} doneOn={task.doneOn} />
      <span className="nw due-day">{w.due(showDay(task.dueOn))}</span>
      <span className="sub">
        {w.started(showDay(task.startsOn))}
        {task.dueOn !== task.originalDueOn && ` · ${w.firstDue(showDay(task.originalDueOn))}`}
      </span>
      {task.status.inheritedDays > 0 && <span className="sub">{s.inherited(task.status.inheritedDays)}</span>}
      <span className="sub">{reasons[task.status.reason]}</span>
    </>
  )
}
