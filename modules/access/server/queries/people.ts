// The people within the reader's reach: those who ever held a right or a post there; administrators see all.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ListPeople } from '../../contract/people.ts'
import { pageOf, placeOf } from '../paging.ts'
import { grantWithin, peopleOrder, readPeople } from '../person-rows.ts'
import { personWithin } from '../standing.ts'

export const people = answers(ListPeople, async ({ db, scope, scopeFor, today, now }, input) => {
  const words = nameKey(input.text).split(' ').filter(Boolean)
  const holds = sql`access_grant.valid_from <= ${today}::date and (access_grant.valid_to is null or access_grant.valid_to > ${today}::date)
    and (access_grant.revoked_on is null or access_grant.revoked_on > ${today}::date) and ${grantWithin(scope)}`
  const conditions = [
    personWithin(scope, sql.ref('person.id')),
    ...words.map(
      (word) => sql<boolean>`(strpos(area_name_key(person.name), ${word}) > 0 or strpos(person.email, ${word}) > 0)`,
    ),
    input.state === 'enabled'
      ? sql<boolean>`(person.disabled_on is null or person.disabled_on > ${today}::date)`
      : input.state === 'disabled'
        ? sql<boolean>`person.disabled_on <= ${today}::date`
        : sql<boolean>`true`,
    input.role
      ? sql<boolean>`exists (select 1 from access_grant where person_id = person.id and role_id = ${input.role} and ${holds})`
      : sql<boolean>`true`,
    input.area
      ? sql<boolean>`(exists (select 1 from access_grant join area_coverage below on below.unit_id = access_grant.area_id
            where person_id = person.id and below.ancestor_id = ${input.area} and ${holds})
          or exists (select 1 from post_holder join post on post.id = post_id join area_coverage below on below.unit_id = post.area_id
            where person_id = person.id and below.ancestor_id = ${input.area} and ${within(scope, sql.ref('post.area_id'))}))`
      : sql<boolean>`true`,
  ]
  const which = sql<boolean>`${sql.join(conditions, sql` and `)}`
  const after = placeOf(input.cursor)
  const fromHere = after
    ? sql<boolean>`${which} and (${peopleOrder}, person.id) > (${after[0]}, ${after[1]}::uuid)`
    : which
  const [rows, counted] = await Promise.all([
    readPeople(
      db,
      { which: fromHere, scope, on: input.on ?? today, today, now },
      sql`order by ${peopleOrder}, person.id limit ${input.limit + 1}`,
    ),
    sql<{ total: number }>`select count(*) as total from person where ${which}`.execute(db),
  ])
  const manages = scopeFor('access.manage')
  return {
    ...pageOf(rows, input.limit, (row) => [row.key, row.id]),
    total: counted.rows[0]?.total ?? 0,
    may: { add: manages.everywhere || manages.roots.length > 0 },
  }
})
