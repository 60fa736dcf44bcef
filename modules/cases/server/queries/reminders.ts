// What was reminded of and is still to be done: to the officer in charge and who stands in for them, later to the head.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import { answers, carriesOut } from '../../../../platform/server/slice.ts'
import { ListReminders, SeeReminders } from '../../contract.ts'
import type { ReminderKind } from '../../rules/reminding.ts'
import { viewIn, wayOf } from '../reach.ts'
import { readersNames } from '../readers.ts'
import { insideFiles } from '../sealing/inside.ts'

type Row = {
  file_id: string
  number: string
  act: string
  because: string
  kind: ReminderKind
  due_at: string
  sent_at: string
  officer_id: string | null
  fresh: boolean
}
const most = 100

export const listReminders = answers(ListReminders, async (context, { communeId }) => {
  const { db, person, scopeFor } = context
  const reach = await viewIn(context, communeId)
  const mine = [person?.id ?? '', ...(reach?.standsInFor ?? [])]
  const head = await sql<{ is: boolean }>`
    select ${within(scopeFor('cases.assign'), sql`${communeId}::uuid`)} as "is"`.execute(db)
  const isHead = head.rows[0]?.is ?? false
  const rows = await insideFiles(db, wayOf(context, communeId, reach, 'reminders'), async (files) => {
    // The last that was sent of each: "soon" is nothing any more once it is late.
    const found = await sql<Row>`
      select * from (
        select distinct on (reminder.file_id, reminder.act, reminder.because) reminder.file_id, file.number, reminder.act,
          reminder.because, reminder.kind, reminder.due_at, reminder.sent_at, file.officer_id,
          (seen.seen_at is null or reminder.sent_at > seen.seen_at) as fresh
        from cases.reminder
        join cases.work_item item on item.commune_id = reminder.commune_id and item.file_id = reminder.file_id
          and item.act = reminder.act and item.because = reminder.because and item.due_at = reminder.due_at
        join cases.file on file.commune_id = reminder.commune_id and file.id = reminder.file_id and file.closed_on is null
        left join cases.reminders_seen seen on seen.commune_id = reminder.commune_id and seen.reader_id = ${person?.id ?? null}::uuid
        where reminder.commune_id = ${communeId} and not item.waits
          and (file.officer_id = any(${mine}::uuid[]) or (${isHead} and (reminder.kind = 'escalation' or file.officer_id is null)))
        order by reminder.file_id, reminder.act, reminder.because, reminder.sent_at desc,
          array_position(array['escalation', 'late', 'soon'], reminder.kind)
      ) as last order by due_at, file_id limit ${most}`.execute(files)
    return found.rows
  })
  const names = await readersNames(
    db,
    rows.flatMap(({ officer_id }) => officer_id ?? []),
  )
  return {
    fresh: rows.filter(({ fresh }) => fresh).length,
    rows: rows.map((row) => ({
      ...{ fileId: row.file_id, number: row.number, act: row.act, because: row.because, kind: row.kind },
      ...{ due: row.due_at, sentAt: row.sent_at, fresh: row.fresh },
      officer: row.officer_id ? (names.get(row.officer_id) ?? null) : null,
    })),
  }
})

export const seeReminders = carriesOut(SeeReminders, async (context, { communeId }) => {
  const { db, person, now } = context
  const seenAt = now.toISOString()
  const way = wayOf(context, communeId, await viewIn(context, communeId), 'reminders')
  await insideFiles(db, way, (files) =>
    // Where no files are kept nobody is reminded.
    sql`insert into cases.reminders_seen (commune_id, reader_id, seen_at)
      select commune_id, ${person.id}, ${seenAt} from cases.commune where commune_id = ${communeId}
      on conflict (commune_id, reader_id) do update set seen_at = greatest(reminders_seen.seen_at, excluded.seen_at)`.execute(
      files,
    ),
  )
  return {
    answer: { seenAt },
    audit: { subject: `person:${person.id}`, areaId: communeId, after: { remindersSeen: true } },
  }
})
