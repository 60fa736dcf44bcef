// The same list along the calendar: a bar from start to deadline, the part over the deadline in red, a line for the day shown.

import './timeline-view.css'
import { addDays, daysBetween, showDay, showShortDay } from '../../../platform/web/format.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { listWords } from './list-words.ts'
import { postName, shownNumber, type Task } from './shown.ts'
import { StatusMark } from './status-mark.tsx'

type Span = { from: string; to: string; days: number }

/** The months that hold every task shown and the day shown. */
function spanOf(tasks: readonly Task[], on: string): Span {
  const starts = tasks.map((task) => task.startsOn)
  const ends = tasks.map((task) => task.dueOn)
  const first = [on, ...starts].sort()[0] ?? on
  const last = [on, ...ends].sort().at(-1) ?? on
  const from = `${first.slice(0, 7)}-01`
  const to = addDays(last, 12)
  return { from, to, days: Math.max(1, daysBetween(from, to)) }
}

function monthsOf({ from, to }: Span): string[] {
  const found: string[] = []
  for (let day = from; day < to; day = `${addDays(day, 31).slice(0, 7)}-01`) found.push(day)
  return found
}

export function TimelineView({ tasks }: { tasks: readonly Task[] }) {
  const w = useWords(listWords)
  const { on } = useView()
  const span = spanOf(tasks, on)
  const at = (day: string) => `${(Math.max(0, Math.min(span.days, daysBetween(span.from, day))) / span.days) * 100}%`
  const width = (from: string, to: string) => `${(Math.max(1, daysBetween(from, to)) / span.days) * 100}%`
  const months = monthsOf(span)
  const every = Math.ceil(months.length / 10)
  return (
    <div className="gantt">
      <div className="gantt-head" aria-hidden="true">
        <span />
        <div className="gantt-scale">
          {months.map(
            (day, index) =>
              index % every === 0 && (
                <span key={day} style={{ left: at(day) }}>
                  {`${day.slice(5, 7)}/${day.slice(2, 4)}`}
                </span>
              ),
          )}
          <b style={{ left: at(on) }}>{showShortDay(on, on)}</b>
        </div>
      </div>
      <ol className="gantt-rows">
        {tasks.map((task) => {
          const until =
            task.doneOn ?? (task.status.kind === 'late' ? addDays(task.dueOn, task.status.days) : task.dueOn)
          const over = daysBetween(task.dueOn, until)
          const open = task.status.kind === 'late'
          return (
            <li key={task.id}>
              <div className="gantt-name">
                <Go className="job" to={`/tasks/${task.id}`}>
                  {task.title}
                </Go>
                <span className="sub">
                  {shownNumber(task.number)} · {postName(task.head)}
                </span>
                <StatusMark status={task.status} doneOn={task.doneOn} />
              </div>
              <div className="gantt-lane">
                <i className="now" style={{ left: at(on) }} title={`${w.today}: ${showDay(on)}`} />
                <i
                  className={`span ${task.lane}`}
                  style={{ left: at(task.startsOn), width: width(task.startsOn, task.dueOn) }}
                />
                {over > 0 && (
                  <i
                    className={open ? 'span over' : 'span over-done'}
                    style={{ left: at(task.dueOn), width: width(task.dueOn, until) }}
                  />
                )}
                <span className="sr">
                  {showDay(task.startsOn)} – {showDay(task.dueOn)}
                </span>
              </div>
            </li>
          )
        })}
      </ol>
    </div>
  )
}
