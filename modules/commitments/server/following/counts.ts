// What waits in each commune of a drive: to be visited again, to be decided, to be settled. Counts, no names.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { CountFollowUp, ListPledges } from '../../contract/following.ts'
import type { Way } from '../../contract/signing.ts'
import { drivesWithin } from '../drives.ts'

type Counted = {
  communeId: string
  name: string
  again: number
  due: number
  held: number
  breaches: number
  mayDecide: boolean
}

export const countFollowUp: Handler = answers(CountFollowUp, async ({ db, scope, scopeFor }, { driveId, on }) => {
  const [drive] = await drivesWithin(db, scope, on, driveId)
  if (!drive) throw refuse(platformRefusals.not_found)
  const { rows } = await sql<Counted>`
    with waiting as (
      select noted.commune_id, coalesce(entry.hamlet_id, noted.commune_id) as place_id, 1 as again,
        (noted.visit_again_on <= ${on}::date)::int as due, 0 as held, 0 as breaches
      from commitment_unsigned noted join roster_entry entry on entry.commune_id = noted.commune_id and entry.id = noted.entry_id
      where noted.drive_id = ${driveId} and ${drive.state === 'open'} and entry.ended_on is null
        -- Noted in the very moment in which they signed.
        and not exists (select 1 from commitment_promise promise where promise.commune_id = noted.commune_id
          and promise.entry_id = noted.entry_id and promise.drive_id = noted.drive_id and promise.void_number = 0)
      union all
      select commune_id, coalesce(hamlet_id, commune_id), 0, 0, 1, 0 from commitment_held
      where drive_id = ${driveId} and decision is null
      union all
      select breach.commune_id, breach.commune_id, 0, 0, 0, 1 from commitment_breach breach
      join commitment_promise promise on promise.commune_id = breach.commune_id and promise.id = breach.promise_id
      where promise.drive_id = ${driveId} and breach.settled_on is null)
    select waiting.commune_id as "communeId", unit.name, sum(again)::int as again, coalesce(sum(due), 0)::int as due,
      sum(held)::int as held, sum(breaches)::int as breaches,
      ${within(scopeFor('commitments.decide'), sql.ref('waiting.commune_id'))} as "mayDecide"
    from waiting join area_unit unit on unit.id = waiting.commune_id
    where ${within(scope, sql.ref('waiting.place_id'))}
    group by waiting.commune_id, unit.name, unit.code order by unit.code`.execute(db)
  return { rows: rows }
})

type Pledge = {
  communeId: string
  commune: string
  name: string | null
  promise_id: string | null
  signed_on: string | null
  way: Way | null
}

export const listPledges: Handler = answers(ListPledges, async ({ db, scope }, { driveId, on }) => {
  const [drive] = await drivesWithin(db, scope, on, driveId)
  if (!drive) throw refuse(platformRefusals.not_found)
  const { rows } = await sql<Pledge>`
    select unit.id as "communeId", unit.name as commune, entry.name, promise.id as promise_id, promise.signed_on, promise.way
    from area_unit unit
    left join roster_entry entry on entry.commune_id = unit.id and entry.group_id = 'leaders' and entry.since <= ${on}::date
      and (entry.ended_on is null or entry.ended_on > ${on}::date)
    left join commitment_promise promise on promise.commune_id = entry.commune_id and promise.entry_id = entry.id
      and promise.drive_id = ${driveId} and promise.void_number = 0 and promise.signed_on <= ${on}::date
    where unit.level = 'commune' and unit.valid_from <= ${on}::date and (unit.valid_to is null or unit.valid_to > ${on}::date)
      and exists (select 1 from commitment_drive_group where drive_id = ${driveId} and group_id = 'leaders')
      and exists (select 1 from area_coverage where unit_id = unit.id and ancestor_id = ${drive.area.id})
      and ${within(scope, sql.ref('unit.id'))}
    order by unit.code, entry.number nulls last, entry.id limit 500`.execute(db)
  return {
    rows: rows.map(({ communeId, commune, name, promise_id, signed_on, way }) => ({
      communeId,
      commune,
      name,
      signed: promise_id && signed_on && way ? { id: promise_id, on: signed_on, way } : null,
    })),
  }
})
