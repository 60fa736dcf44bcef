// The same list as columns by step: new, under way, result to be decided, done. Moving on happens by reports, not by dragging.

import './board.css'
import { Bar } from '../../../platform/web/components/bar.tsx'
import { Icon } from '../../../platform/web/components/icon.tsx'
import { Tag } from '../../../platform/web/components/marks.tsx'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { TaskFilters } from './filters.ts'
import { useCounted } from './result-cell.tsx'
import { postName, type Task } from './shown.ts'
import { StatusMark } from './status-mark.tsx'
import { LaneMore } from './table-view.tsx'
import { laneWords, sharedWords, statusWords } from './words.ts'

type Lane = Task['lane']
type Counts = Record<Lane, number>

export function BoardView({
  tasks,
  counts,
  filters,
}: {
  tasks: readonly Task[]
  counts: Counts
  filters: TaskFilters
}) {
  const l = useWords(laneWords)
  const lanes: Lane[] = ['new', 'doing', 'waiting', 'done']
  if (counts.cancelled > 0) lanes.push('cancelled')
  return (
    <div className="board" style={{ gridTemplateColumns: `repeat(${lanes.length}, minmax(0, 1fr))` }}>
      {lanes.map((lane) => {
        const here = tasks.filter((task) => task.lane === lane)
        return (
          <section key={lane} className="lane" aria-label={l[lane]}>
            <h2>
              {l[lane]} <Tag>{counts[lane]}</Tag>
            </h2>
            <ul>
              {here.map((task) => (
                <li key={task.id}>
                  <TaskCard task={task} />
                </li>
              ))}
            </ul>
            {here.length < counts[lane] && <LaneMore lane={lane} count={counts[lane]} filters={filters} />}
          </section>
        )
      })}
    </div>
  )
}

function TaskCard({ task }: { task: Task }) {
  const s = useWords(statusWords)
  const w = useWords(sharedWords)
  const counted = useCounted()(task)
  const { progress, status } = task
  return (
    <div className="tk">
      <StatusMark status={status} doneOn={task.doneOn} />
      <Go to={`/tasks/${task.id}`}>{task.title}</Go>
      <span className="tk-who">
        <Icon name="user" label={w.responsibility} />
        <span>
          {postName(task.head)}
          {status.inheritedDays > 0 && `; ${s.inherited(status.inheritedDays)}`}
        </span>
      </span>
      {progress && (
        <div className="tk-res">
          <Bar thin share={progress.from === 'none' ? undefined : progress.done / progress.total} />
          <b>{counted}</b>
        </div>
      )}
    </div>
  )
}
