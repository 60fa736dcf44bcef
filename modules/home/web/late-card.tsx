// What is late, and which post answers for it; days that a holder inherited are told apart.

import { Card, More } from '../../../platform/web/components/card.tsx'
import { Empty } from '../../../platform/web/components/states.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showShortDay } from '../../../platform/web/format.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { HomeAnswer } from './standing-card.tsx'
import { homeWords } from './words.ts'

type Late = NonNullable<HomeAnswer['late']>

export function LateCard({ late, on }: { late: Late; on: string }) {
  const w = useWords(homeWords)
  return (
    <Card
      title={w.late}
      end={
        <>
          {late.count > 0 && <Status kind="late">{w.lateCount(late.count)}</Status>}
          <More to="/tasks?status=soon">{w.soonCount(late.soon)}</More>
        </>
      }
    >
      {late.rows.length === 0 ? (
        <Empty icon="check-c" title={w.nothingLate} />
      ) : (
        <table className="late-t">
          <thead className="sr">
            <tr>
              <th scope="col">{w.colDue}</th>
              <th scope="col">{w.colTask}</th>
              <th scope="col">{w.colHead}</th>
            </tr>
          </thead>
          <tbody>
            {late.rows.map((task) => (
              <tr key={task.id}>
                <td>
                  <Status kind="late">{w.daysLate(task.daysLate)}</Status>
                </td>
                <td>
                  <Go className="job" to={`/tasks/${task.id}`}>
                    {task.title}
                  </Go>
                  <span className="due">{w.dueOn(showShortDay(task.dueOn, on))}</span>
                </td>
                <td className="post">
                  <b>{task.post}</b>{' '}
                  {task.inheritedDays > 0 ? (
                    <span className="before">{w.inherited(task.inheritedDays)}</span>
                  ) : (
                    task.place
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
