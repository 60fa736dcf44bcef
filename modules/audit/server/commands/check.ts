// Asks for a check of the whole chain; one at a time, for a second would only read the same again.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { CheckAudit, refusals } from '../../contract.ts'

export const checkAudit: Handler = carriesOut(CheckAudit, async ({ db, person, now }, { id }) => {
  await sql`lock table audit_check in share row exclusive mode`.execute(db)
  const running = await sql`select 1 from audit_check where finished_at is null`.execute(db)
  if (running.rows.length > 0) throw refuse(refusals.check_under_way)
  await sql`insert into audit_check (id, asked_by, asked_at) values (${id}, ${person.id}, ${now})`.execute(db)
  return { answer: { id }, audit: { subject: `audit-check:${id}` } }
})
