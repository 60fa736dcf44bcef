// What a task belongs to and what stands in its way.

import { unitTitle } from '../../../platform/contract/unit-name.ts'
import { useAnswer } from '../../../platform/web/answer.ts'
import { LinkButton } from '../../../platform/web/components/button.tsx'
import { Card } from '../../../platform/web/components/card.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../platform/web/language.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListObstacles } from '../../obstacles/contract.ts'
import { ObstacleMark } from '../../obstacles/web/public.tsx'
import type { OneTask } from './task.tsx'
import { taskWords } from './task-words.ts'

export function TaskObstacles({ one }: { one: OneTask }) {
  const w = useWords(taskWords)
  const { on } = useView()
  const found = useAnswer(ListObstacles, { programme: one.programme, on, task: one.task.id, limit: 50 })
  // Whoever may not see obstacles at all is not told about them here.
  if (found.problem?.status === 403) return null
  return (
    <Card
      title={w.obstacles}
      end={
        found.answer?.may.raise && (
          <LinkButton small icon="plus" to={`/obstacles/new?task=${one.task.id}&area=${one.task.area.id}`}>
            {w.raise}
          </LinkButton>
        )
      }
    >
      <Shown from={found} lines={2}>
        {(answer) =>
          answer.rows.length === 0 ? (
            <p className="obst faint t13">{w.noObstacles}</p>
          ) : (
            <ul className="obst">
              {answer.rows.map((row) => (
                <li key={row.id}>
                  <Go to={`/obstacles/${row.id}`}>{row.title}</Go>
                  <ObstacleMark state={row.state} />
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </Card>
  )
}

export function TaskLinks({ one }: { one: OneTask }) {
  const w = useWords(taskWords)
  const language = useLanguage()
  const links: [string, React.ReactNode][] = [
    [
      w.area,
      <Go key="area" to={`/areas/${one.task.area.id}`}>
        {unitTitle(one.task.area, language)}
      </Go>,
    ],
  ]
  if (one.document)
    links.push([
      w.document,
      <Go key="document" to={`/documents/${one.document.id}`}>
        {one.document.number} · {one.document.title}
      </Go>,
    ])
  if (one.target)
    links.push([
      w.target,
      <Go key="target" to={`/programme/targets/${one.target.lineId}`}>
        {one.target.title}
      </Go>,
    ])
  if (one.instruction)
    links.push([
      w.instruction,
      <Go key="instruction" to={`/instructions/${one.instruction.id}`}>
        {one.instruction.title}
      </Go>,
    ])
  if (one.parent)
    links.push([
      w.parent,
      <Go key="parent" to={`/tasks/${one.parent.id}`}>
        {one.parent.title}
      </Go>,
    ])
  if (one.origin?.startsWith('meeting-conclusion:')) links.push([w.basis, w.fromMeeting])
  return (
    <Card title={w.links}>
      <dl className="task-links">
        {links.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
