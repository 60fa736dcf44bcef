// What somebody is reminded of in one commune: what is theirs, in whose stead they are, what came up to the head, and to the health
// station whatever it does itself. A helper is reminded of nothing.

import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/server/slice.ts'
import { type ReminderKind, toldToHealth } from '../rules/reminding.ts'
import { duties } from './duties.ts'
import { type Reach, viewIn, wayOf } from './reach.ts'
import { holdsIn } from './retention/read.ts'
import { insideFiles } from './sealing/inside.ts'

export type Reminded = {
  file_id: string
  number: string
  act: string
  because: string
  kind: ReminderKind
  due_at: string
  sent_at: string
  officer_id: string | null
  fresh: boolean
  stands_in: boolean
}
const most = 100

export async function remindedIn(context: Context, communeId: string): Promise<Reminded[]> {
  const { db, person } = context
  const reach = await viewIn(context, communeId)
  const me = person?.id ?? ''
  const absent = (reach?.standsInFor ?? []) as string[]
  const theirs = reach && (await whose(context, communeId, reach))
  if (!theirs) return []
  return insideFiles(db, wayOf(context, communeId, reach, 'reminders'), async (files) => {
    // The last that was sent of each: "soon" is nothing any more once it is late.
    const { rows } = await sql<Reminded>`
      select * from (
        select distinct on (reminder.file_id, reminder.act, reminder.because) reminder.file_id, file.number, reminder.act,
          reminder.because, reminder.kind, reminder.due_at, reminder.sent_at, file.officer_id,
          coalesce(coalesce(file.officer_id, item.asked_of) = any(${absent}::uuid[]), false) as stands_in,
          (seen.seen_at is null or reminder.sent_at > seen.seen_at) as fresh
        from cases.reminder
        join ${duties} as item on item.commune_id = reminder.commune_id and item.file_id = reminder.file_id
          and item.act = reminder.act and item.because = reminder.because and item.due_at = reminder.due_at
        join cases.file on file.commune_id = reminder.commune_id and file.id = reminder.file_id
          and (file.closed_on is null or item.asked_of is not null)
        left join cases.reminders_seen seen on seen.commune_id = reminder.commune_id and seen.reader_id = ${me}::uuid
        where reminder.commune_id = ${communeId} and not item.waits and ${theirs}
        order by reminder.file_id, reminder.act, reminder.because, reminder.sent_at desc,
          array_position(array['escalation', 'late', 'soon'], reminder.kind)
      ) as last order by due_at, file_id limit ${most}`.execute(files)
    return rows
  })
}

async function whose(context: Context, communeId: string, reach: Reach): Promise<RawBuilder<boolean> | undefined> {
  if (reach.id === 'helper') return undefined
  // What the health station does itself, in whatever file of the commune: it has no officers in charge.
  if (reach.id !== 'police') return sql`item.act = any(${toldToHealth as string[]}::text[])`
  const me = context.person?.id ?? null
  const mine = [me, ...reach.standsInFor].filter((id) => id !== null)
  const isHead = await holdsIn(context, 'cases.assign', communeId)
  const keeps = await holdsIn(context, 'cases.keep', communeId)
  // Of a complaint those who may read it: who took it in and who decides on it, never whom it is about.
  return sql`case when item.complaint
    then (item.about_id is null or item.about_id <> ${me}::uuid) and (${keeps} or item.asked_of = any(${mine}::uuid[]))
    else file.officer_id = any(${mine}::uuid[]) or item.asked_of = any(${mine}::uuid[])
      or (${isHead} and (reminder.kind = 'escalation' or coalesce(file.officer_id, item.asked_of) is null)) end`
}
