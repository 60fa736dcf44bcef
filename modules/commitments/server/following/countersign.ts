// The counterpart signs too: a batch of one place at once. Only groups whose drive asks for it; done twice is done once.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { Countersign, countersignRefusals } from '../../contract/countersigning.ts'
import { type Counterpart, type HeldOver, whyNotCountersign } from '../../rules/countersigning.ts'
import { heldOver } from './held-over.ts'
import { workdayOf } from './workday.ts'

export const countersign: Handler = carriesOut(Countersign, async ({ db, person, today, scopeFor }, input) => {
  const { driveId, communeId, hamletId, ids } = input
  const workday = workdayOf(sql`${driveId}::uuid`, today)
  const place = {
    communeId: sql.ref('promise.commune_id'),
    hamletId: sql.ref('entry.hamlet_id'),
    bodyId: sql.ref('entry.body_id'),
  }
  const asked = await sql<{ id: string; counterpart: Counterpart; held: HeldOver }>`
    select promise.id, asked.counterpart, ${heldOver({ personId: person.id, workday, scopeFor }, place)} as held
    from commitment_promise promise
    join commitment_drive_group asked on asked.drive_id = promise.drive_id and asked.group_id = promise.group_id and asked.countersign
    join roster_entry entry on entry.commune_id = promise.commune_id and entry.id = promise.entry_id
    where promise.commune_id = ${communeId} and promise.id = any(${ids}::uuid[]) and promise.drive_id = ${driveId}
      and promise.void_number = 0 and (${hamletId ?? null}::uuid is null or entry.hamlet_id = ${hamletId ?? null}::uuid)`.execute(
    db,
  )
  for (const { counterpart, held } of asked.rows) {
    const why = whyNotCountersign(counterpart, held)
    if (why) throw refuse(countersignRefusals[why])
  }
  const { rows } = await sql<{ id: string }>`
    update commitment_promise promise
    set countersigned_on = greatest(promise.signed_on, ${workday}), countersigned_by = ${person.id},
      changed_xid = pg_current_xact_id()
    where promise.commune_id = ${communeId} and promise.id = any(${asked.rows.map(({ id }) => id)}::uuid[])
      and promise.void_number = 0 and promise.countersigned_on is null
    returning promise.id`.execute(db)
  return {
    answer: { countersigned: rows.length },
    audit: {
      subject: `commitment-drive:${driveId}`,
      areaId: hamletId ?? communeId,
      after: { countersigned: rows.map(({ id }) => id) },
    },
  }
})
