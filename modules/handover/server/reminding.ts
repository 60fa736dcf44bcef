// Late hand-overs and notices are brought up: the heads of both commune police first, the province later. Each once.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { momentOf } from '../../cases/server/public.ts'
import { reminders, remindersBy } from '../rules.ts'
import { overAllThatWaits } from './waiting.ts'

/** Answers how many reminders were written. */
export async function remindLate(db: Kysely<DB>, now: Date): Promise<number> {
  return overAllThatWaits(db, async (inside) => {
    const { rows } = await sql<{ id: string; due_at: string }>`
      select id, due_at from handover.sending where state = 'sent' and due_at <= ${now.toISOString()}`.execute(inside)
    const due = rows.flatMap(({ id, due_at }) =>
      remindersBy(momentOf(due_at), momentOf(now)).map((level) => ({ id, level })),
    )
    const written = await sql`
      insert into handover.reminder (sending_id, level, sent_at)
      select id, level, ${now.toISOString()}::timestamptz
      from unnest(${due.map(({ id }) => id)}::uuid[], ${due.map(({ level }) => level)}::text[]) as each(id, level)
      on conflict do nothing`.execute(inside)
    return Number(written.numAffectedRows ?? 0n) + (await remindOthers(inside, now))
  })
}

const columns = { head: 'head_told_at', province: 'province_told_at' } as const

/** Those between installations, of which each side tells its own; and notices to communes of stay. */
async function remindOthers(inside: Db, now: Date): Promise<number> {
  let written = 0
  for (const [table, waits] of [
    ['departure', 'sent'],
    ['arrival', 'waiting'],
    ['notice', 'sent'],
  ])
    for (const { level, afterMinutes } of reminders) {
      const done = await sql`
        update ${sql.table(`handover.${table}`)} set ${sql.ref(columns[level])} = ${now.toISOString()}
        where state = ${waits} and ${sql.ref(columns[level])} is null
          and due_at <= ${new Date(now.getTime() - afterMinutes * 60_000).toISOString()}`.execute(inside)
      written += Number(done.numAffectedRows ?? 0n)
    }
  return written
}
