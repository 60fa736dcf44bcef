// Who holds one of some permissions over a place today, by a right of their own; and who stands in for whom there.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'

type Asked = { areaId: string; permissions: readonly string[]; today: PlainDate }
export type Holder = { id: string; name: string; permissions: string[] }

const inForce = (table: 'held' | 'delegation', today: PlainDate) => sql<boolean>`
  ${sql.ref(`${table}.valid_from`)} <= ${today}::date
  and (${sql.ref(`${table}.valid_to`)} is null or ${sql.ref(`${table}.valid_to`)} > ${today}::date)
  and (${sql.ref(`${table}.revoked_on`)} is null or ${sql.ref(`${table}.revoked_on`)} > ${today}::date)`
const enabled = (today: PlainDate) => sql<boolean>`(person.disabled_on is null or person.disabled_on > ${today}::date)`
const over = (areaId: string) => sql<boolean>`(held.area_id is null or exists (
  select 1 from area_coverage where unit_id = ${areaId} and ancestor_id = held.area_id))`

/** By name. Rights that were only lent are not counted: who lends them still holds them. */
export async function holdersOf(db: Db, { areaId, permissions, today }: Asked): Promise<Holder[]> {
  const { rows } = await sql<Holder>`
    select person.id, person.name, array_agg(distinct role_permission.permission) as permissions
    from access_grant held join role_permission using (role_id) join person on person.id = held.person_id
    where role_permission.permission = any(${permissions as string[]}::text[]) and ${inForce('held', today)}
      and ${enabled(today)} and ${over(areaId)}
    group by person.id, person.name order by person.name, person.id`.execute(db)
  return rows
}

export type StandIn = { forId: string; name: string; until: PlainDate }

/** Who was lent one of the permissions over the place, by whom, and the last day of it. */
export async function standInsOf(db: Db, { areaId, permissions, today }: Asked): Promise<StandIn[]> {
  const { rows } = await sql<StandIn>`
    select distinct delegation.from_person_id as "forId", person.name, (delegation.valid_to - 1) as until
    from delegation
    join access_grant held on held.person_id = delegation.from_person_id
      and (delegation.role_id is null or delegation.role_id = held.role_id)
    join role_permission on role_permission.role_id = held.role_id
    join person on person.id = delegation.to_person_id
    where role_permission.permission = any(${permissions as string[]}::text[]) and ${inForce('delegation', today)}
      and ${inForce('held', today)} and ${enabled(today)} and ${over(areaId)} order by person.name`.execute(db)
  return rows
}
