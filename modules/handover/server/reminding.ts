// Late hand-overs are brought up: the heads of both commune police first, the province later. Each once.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'
import { momentOf } from '../../cases/server/public.ts'
import { remindersBy } from '../rules.ts'
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
    return Number(written.numAffectedRows ?? 0n)
  })
}
