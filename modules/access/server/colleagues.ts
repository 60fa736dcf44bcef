// Colleagues: people who hold a right or a post today in an area where one holds rights oneself, or in one above it.

import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/server/slice.ts'
import { ownRights } from '../rules.ts'

const today = (day: string) =>
  sql<boolean>`held.valid_from <= ${day}::date and (held.valid_to is null or held.valid_to > ${day}::date)`

/** SQL that is true for a colleague; the table is called person there. */
export function colleague(context: Context): RawBuilder<boolean> {
  const own = ownRights(context.rights)
  const enabled = sql<boolean>`(person.disabled_on is null or person.disabled_on > ${context.today}::date)`
  const other = sql<boolean>`person.id <> ${context.person?.id ?? ''} and ${enabled}`
  if (own.some((right) => right.areaId === null)) return other
  const roots = [...new Set(own.flatMap((right) => right.areaId ?? []))]
  const near = (area: RawBuilder<unknown>) => sql<boolean>`exists (select 1 from area_coverage reach
    where (reach.unit_id = ${area} and reach.ancestor_id = any(${roots}::uuid[]))
      or (reach.ancestor_id = ${area} and reach.unit_id = any(${roots}::uuid[])))`
  return sql<boolean>`${other} and (
    exists (select 1 from access_grant held where held.person_id = person.id and ${today(context.today)}
      and (held.revoked_on is null or held.revoked_on > ${context.today}::date) and ${near(sql.ref('held.area_id'))})
    or exists (select 1 from post_holder held join post on post.id = held.post_id
      where held.person_id = person.id and ${today(context.today)} and ${near(sql.ref('post.area_id'))}))`
}

export async function isColleague(context: Context, personId: string): Promise<boolean> {
  const found = await sql`select 1 from person where id = ${personId} and ${colleague(context)}`.execute(context.db)
  return found.rows.length > 0
}
