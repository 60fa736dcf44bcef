// On a unit's page: how its tasks stand, and those that are late or due soon.

import './list.css'
import { useAnswer } from '../../../platform/web/answer.ts'
import { Card, More } from '../../../platform/web/components/card.tsx'
import { Shown } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { Go } from '../../../platform/web/route.tsx'
import { useView } from '../../../platform/web/view.tsx'
import { useWords } from '../../../platform/web/words.ts'
import { ListTasks } from '../contract.ts'
import { listWords } from './list-words.ts'
import { postName } from './shown.ts'
import { StatusMark } from './status-mark.tsx'
import { sharedWords } from './words.ts'

const shown = 6

export default function UnitTasks({ areaId, on }: { areaId: string; on: string }) {
  const w = useWords(listWords)
  const s = useWords(sharedWords)
  const { programme } = useView()
  const list = useAnswer(
    ListTasks,
    { programme, on, area: areaId, lane: ['new', 'doing', 'waiting'], limit: shown },
    { when: programme !== '', keep: true },
  )
  const late = useAnswer(
    ListTasks,
    { programme, on, area: areaId, status: ['late'], limit: 1 },
    { when: programme !== '', keep: true },
  ).answer?.total
  if (!programme || list.answer?.total === 0 || list.problem) return null
  return (
    <Card
      title={s.tasks}
      beside={late ? <Status kind="late">{`${late} ${w.lateCount.toLowerCase()}`}</Status> : null}
      end={<More to={`/tasks?area=${areaId}`}>{w.openTasks(list.answer?.total ?? 0)}</More>}
    >
      <Shown from={list} lines={3}>
        {(answer) => (
          <ul className="unit-tasks">
            {answer.rows.map((task) => (
              <li key={task.id}>
                <span>
                  <Go className="semi" to={`/tasks/${task.id}`}>
                    {task.title}
                  </Go>
                  <span className="sub">{postName(task.head)}</span>
                </span>
                <StatusMark status={task.status} doneOn={task.doneOn} />
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Card>
  )
}
