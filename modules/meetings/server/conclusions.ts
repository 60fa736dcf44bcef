// Conclusions of a meeting, what each has become, and marking that it has.

import { sql } from 'kysely'
import { refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { within } from '../../../platform/server/rights.ts'
import type { Context, Db } from '../../../platform/server/slice.ts'
import { meetingRefusals } from '../contract.ts'
import { type PostName, postNamed } from './rows.ts'

type Became = {
  kind: 'task' | 'instruction' | 'amendment'
  on: PlainDate
  label: { vi: string; en: string }
  to: string | null
}
export type ShownConclusion = {
  id: string
  kind: 'direction' | 'conclusion'
  text: string
  post: PostName | null
  dueOn: PlainDate | null
  became: Became | null
}
type Row = Omit<ShownConclusion, 'became' | 'dueOn'> & {
  due_on: PlainDate | null
  became: string | null
  became_on: PlainDate | null
  number: number | null
  task_number: number | null
  task_seen: boolean | null
  tasks: number
  slug: string | null
}

export async function conclusionsOf(context: Context, meetingId: string, on: PlainDate): Promise<ShownConclusion[]> {
  const found = await sql<Row>`
    select meeting_conclusion.id, meeting_conclusion.kind, meeting_conclusion.text, ${postNamed('post')} as post,
      meeting_conclusion.due_on, became, became_on, task.number as task_number,
      ${within(context.scopeFor('tasks.read'), sql.ref('task.area_id'))} as task_seen,
      (select count(*)::int from task issued where became = 'instruction:' || issued.instruction_id) as tasks,
      programme.slug
    from meeting_conclusion
    join meeting on meeting.id = meeting_id join programme on programme.id = meeting.programme_id
    left join post on post.id = meeting_conclusion.post_id
    left join task on became = 'task:' || task.id
    where meeting_id = ${meetingId} order by position`.execute(context.db)
  return found.rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    post: row.post,
    dueOn: row.due_on,
    became: row.became && row.became_on && row.became_on <= on ? becameOf(row, row.became, row.became_on) : null,
  }))
}

function becameOf(row: Row, became: string, on: PlainDate): Became {
  const [kind, id, number] = became.split(':')
  if (kind === 'task') {
    const shown = String(row.task_number ?? '').padStart(2, '0')
    return { kind, on, label: { vi: `Việc ${shown}`, en: `Task ${shown}` }, to: row.task_seen ? `/tasks/${id}` : null }
  }
  if (kind === 'instruction')
    return {
      kind,
      on,
      label: { vi: `Giao ${row.tasks} đơn vị`, en: `Given to ${row.tasks} units` },
      to: `/tasks?instruction=${id}`,
    }
  return {
    kind: 'amendment',
    on,
    label: { vi: `Bản sửa đổi ${number}`, en: `Amendment ${number}` },
    to: `/programme?programme=${row.slug}#version-${number}`,
  }
}

export type Conclusion = {
  id: string
  meetingId: string
  programmeId: string
  areaId: string
  heldOn: PlainDate
  text: string
  became: string | null
}

/** A conclusion of a meeting that the person manages, locked; refused when it has become work already. */
export async function openConclusion(context: Context, conclusionId: string): Promise<Conclusion | undefined> {
  const found = await sql<Conclusion>`
    select meeting_conclusion.id, meeting_id as "meetingId", programme_id as "programmeId", area_id as "areaId",
      held_on as "heldOn", text, became
    from meeting_conclusion join meeting on meeting.id = meeting_id
    where meeting_conclusion.id = ${conclusionId} and ${within(context.scopeFor('meetings.manage'), sql.ref('meeting.area_id'))}
    for update of meeting_conclusion`.execute(context.db)
  const conclusion = found.rows[0]
  if (conclusion?.became) throw refuse(meetingRefusals.conclusion_settled)
  return conclusion
}

export async function settle(db: Db, conclusionId: string, became: string, on: PlainDate): Promise<void> {
  await sql`update meeting_conclusion set became = ${became}, became_on = ${on} where id = ${conclusionId}`.execute(db)
}
