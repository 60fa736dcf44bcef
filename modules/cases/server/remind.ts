// Sends the reminders that are due and were not sent: each once for each time limit. Twice in a row changes nothing.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { remindersBy } from '../rules/reminding.ts'
import { duties } from './duties.ts'
import { momentOf } from './moment.ts'
import { insideFiles } from './sealing/inside.ts'
import { byItself, insideTurn } from './sealing/turn.ts'

type Item = {
  file_id: string
  act: string
  because: string
  begins_at: string
  due_at: string
  officer_id: string | null
  sent: string[] | null
}

/** No time limit is reminded of earlier than three days before. */
const ahead = 3 * 86_400_000

/** Answers how many were sent. */
export async function sendReminders(db: Db, now: Date): Promise<number> {
  const until = new Date(now.getTime() + ahead).toISOString()
  const communes = await insideTurn(db, async (inside) => {
    const { rows } = await sql<{ id: string }>`
      select distinct commune_id as id from ${duties} as duty where due_at <= ${until} and not waits`.execute(inside)
    return rows
  })
  let sent = 0
  for (const { id } of communes) sent += await remindIn(db, id, { now, until })
  return sent
}

async function remindIn(db: Db, communeId: string, { now, until }: { now: Date; until: string }): Promise<number> {
  return insideFiles(db, { communeId, readerId: byItself, purpose: 'remind' }, async (files) => {
    const { rows } = await sql<Item>`
      select item.file_id, item.act, item.because, item.begins_at, item.due_at, coalesce(file.officer_id, item.asked_of) as officer_id,
        (select array_agg(kind) from cases.reminder where reminder.commune_id = item.commune_id and reminder.file_id = item.file_id
          and reminder.act = item.act and reminder.because = item.because and reminder.due_at = item.due_at) as sent
      from ${duties} as item join cases.file on file.commune_id = item.commune_id and file.id = item.file_id
      where item.commune_id = ${communeId} and item.due_at <= ${until} and not item.waits`.execute(files)
    const due = rows.flatMap((row) =>
      remindersBy(
        { begins: momentOf(row.begins_at), due: momentOf(row.due_at), hasOfficer: row.officer_id !== null },
        momentOf(now),
      )
        .filter((kind) => !row.sent?.includes(kind))
        .map((kind) => ({ ...row, kind })),
    )
    if (due.length === 0) return 0
    const made = await sql`
      insert into cases.reminder (commune_id, file_id, act, because, due_at, kind, sent_at)
      select ${communeId}, each.*, ${now.toISOString()}::timestamptz from unnest(${due.map((row) => row.file_id)}::uuid[],
        ${due.map((row) => row.act)}::text[], ${due.map((row) => row.because)}::uuid[],
        ${due.map((row) => row.due_at)}::timestamptz[], ${due.map((row) => row.kind)}::text[]) as each
      on conflict do nothing`.execute(files)
    return Number(made.numAffectedRows ?? 0n)
  })
}
