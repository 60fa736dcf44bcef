// The rights that a person holds on a day: own grants, and what was lent by a delegation.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Right } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'

type Row = {
  permission: string
  area_id: string | null
  role_id: string
  source_id: string
  via: Right['via']
  lender_id: string | null
  lender_name: string | null
}

/** Every permission × area held on `today`; empty for somebody disabled. A delegation never lends what its giver was lent. */
export async function rightsOf(db: Db, personId: string, today: PlainDate): Promise<readonly Right[]> {
  const found = await sql<Row>`
    with held as (
      select grant_.id as source_id, grant_.person_id, grant_.role_id, grant_.area_id
      from access_grant grant_
      where grant_.valid_from <= ${today}::date and (grant_.valid_to is null or grant_.valid_to > ${today}::date)
        and (grant_.revoked_on is null or grant_.revoked_on > ${today}::date)
    ), all_rights as (
      select held.role_id, held.area_id, held.source_id, 'grant' as via, null::uuid as lender_id, null::text as lender_name
      from held where held.person_id = ${personId}
      union all
      select held.role_id, held.area_id, delegation.id, case when delegation.post_id is null then 'delegation' else 'acting' end,
        delegation.from_person_id, lender.name
      from delegation
      join held on held.person_id = delegation.from_person_id and (delegation.role_id is null or delegation.role_id = held.role_id)
      join person lender on lender.id = delegation.from_person_id and (lender.disabled_on is null or lender.disabled_on > ${today}::date)
      where delegation.to_person_id = ${personId}
        and delegation.valid_from <= ${today}::date and delegation.valid_to > ${today}::date
        and (delegation.revoked_on is null or delegation.revoked_on > ${today}::date)
    )
    select role_permission.permission, all_rights.*
    from all_rights join role_permission using (role_id)
    where exists (select 1 from person where person.id = ${personId} and (disabled_on is null or disabled_on > ${today}::date))`.execute(
    db,
  )
  return found.rows.map((row) => ({
    permission: row.permission,
    areaId: row.area_id,
    role: row.role_id,
    via: row.via,
    sourceId: row.source_id,
    ...(row.lender_id ? { actingFor: { id: row.lender_id, name: row.lender_name ?? '' } } : {}),
  }))
}
