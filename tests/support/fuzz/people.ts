// Who is sent through the door: the people of the demonstration, and some who may do everything, but only in one place.

import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../../db/schema.generated.ts'
import type { Operation } from '../../../platform/contract/operation.ts'
import type { Right, Scope } from '../../../platform/server/rights.ts'
import { scopeOf } from '../../../platform/server/rights.ts'
import type { Authority } from '../../../platform/server/slice.ts'
import { areaId, districtsEndedOn, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { people as demoPeople } from '../../../programmes/kim-dong-2024/people.ts'
import { permissions } from '../../../rules/roles.ts'
import { queueOfPaper } from '../paper-queue.ts'
import type { World } from '../world.ts'

export type Reach = ReadonlySet<string> | 'everywhere'
export type Somebody = {
  key: string
  id: string
  rights: readonly Right[]
  /** Units within the reach of any of their rights, and those that hold one of their own units. */
  reach: Reach
  above: ReadonlySet<string>
}
export type Coverage = ReadonlyMap<string, ReadonlySet<string>>

export const isOutside = (areas: readonly string[], reach: Reach): boolean =>
  reach !== 'everywhere' && areas.length > 0 && areas.every((area) => !reach.has(area))

/** Somebody who may do everything everywhere: finds out which records an operation speaks about. */
export const everybody = '0192f000-0000-7000-8000-000000000001'
/**
 * People who may do everything, but only in one place: no missing permission stands between them and the next commune. The
 * commune is one of later, which reaches those that became it, so that its files of persons are among what it keeps.
 */
export const allRightsSomewhere = [
  {
    key: 'all rights in a commune',
    id: '0192f000-0000-7000-8000-000000000002',
    areaId: areaId('12322', districtsEndedOn),
  },
  { key: 'all rights in the district', id: '0192f000-0000-7000-8000-000000000003', areaId: areaId('331') },
]
export async function holdEverything(db: Kysely<DB>): Promise<void> {
  await sql`insert into role (id, name_vi, name_en) values ('everything', 'Mọi quyền', 'Everything')`.execute(db)
  await sql`
    insert into role_permission (role_id, permission) select 'everything', unnest(${Object.keys(permissions)}::text[])`.execute(
    db,
  )
  for (const [index, { id, areaId }] of [{ id: everybody, areaId: null }, ...allRightsSomewhere].entries()) {
    await sql`insert into person (id, name, email) values (${id}, 'Người thử mọi việc', ${`moi-viec-${index}@demo.example`})`.execute(
      db,
    )
    await sql`
      insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
      values (${uuidv7()}, ${id}, 'everything', ${areaId}, '2020-01-01', 'fuzz')`.execute(db)
  }
}

/** What people leave behind as they work, of which the demonstration has none: devices, lent rights, an import under way. */
export async function leaveTraces(db: Kysely<DB>): Promise<void> {
  for (const key of ['ngocthanh', 'xa', 'huyen']) {
    await sql`insert into auth."user" (id, name, email) select id, name, email from person where id = ${personId(key)}`.execute(
      db,
    )
    await sql`
      insert into auth.session (id, user_id, token, expires_at) values (${uuidv7()}, ${personId(key)}, ${key}, now() + interval '1 hour')`.execute(
      db,
    )
  }
  for (const [from, to] of [
    ['xa', 'coquan'],
    ['ngocthanh', 'thon'],
    ['huyen', 'giaoduc'],
  ] as const)
    await sql`
      insert into delegation (id, from_person_id, to_person_id, valid_from, valid_to, reason)
      values (${uuidv7()}, ${personId(from)}, ${personId(to)}, '2024-11-10', '2024-12-10', 'fuzz')`.execute(db)
  for (const commune of ['12280', '12307']) await queueOfPaper(db, areaId(commune))
  await sql`
    insert into area_import (id, started_by, state, dry_run) values (${uuidv7()}, ${personId('tinh')}, 'draft', true)`.execute(
    db,
  )
}

/**
 * Rights are read once for each person and day: where all is taken back nobody's rights change, and to read them anew would
 * cost more than most calls.
 */
export function rightsReadOnce(authority: Authority): Authority {
  const read = new Map<string, ReturnType<Authority['rightsOf']>>()
  return {
    ...authority,
    rightsOf: (db, person, today) => {
      const key = `${person.id} ${today}`
      const rights = read.get(key) ?? authority.rightsOf(db, person, today)
      read.set(key, rights)
      return rights
    },
  }
}

export async function readCoverage(db: Kysely<DB>): Promise<Map<string, Set<string>>> {
  const found = await sql<{
    ancestor_id: string
    unit_id: string
  }>`select ancestor_id, unit_id from area_coverage`.execute(db)
  const below = new Map<string, Set<string>>()
  for (const { ancestor_id, unit_id } of found.rows) {
    const units = below.get(ancestor_id) ?? new Set()
    below.set(ancestor_id, units.add(unit_id))
  }
  return below
}

export function reachOf(coverage: Coverage, scope: Scope): Reach {
  if (scope.everywhere) return 'everywhere'
  return new Set(scope.roots.flatMap((root) => [...(coverage.get(root) ?? [])]))
}

export const mayAtAll = ({ rights }: Somebody, { permission }: Operation): boolean =>
  permission === 'signed-in' || rights.some((right) => right.permission === permission)

/** Everybody who is sent, with what they may do on the day of the world. */
export function everyone(here: World, coverage: Coverage): Promise<Somebody[]> {
  const signing = demoPeople.filter(({ signsIn }) => signsIn)
  return Promise.all([...signing, ...allRightsSomewhere].map(({ id, key }) => somebody(here, coverage, id, key)))
}

export async function somebody(here: World, coverage: Coverage, id: string, key: string): Promise<Somebody> {
  const person = { id, name: key, language: 'vi' } as const
  const rights = await here.parts.authority.rightsOf(here.database.db, person, here.today)
  const scopes = [...new Set(rights.map(({ permission }) => permission))].map((permission) =>
    scopeOf(rights, permission),
  )
  const everywhere = scopes.some((scope) => scope.everywhere)
  const roots = new Set(scopes.flatMap(({ roots }) => roots))
  // Whoever works in a unit of today works on in what the units before it were part of.
  const { rows: before } = await sql<{ from_id: string }>`
    select from_id from area_succession where to_id = any(${[...roots]}::uuid[])`.execute(here.database.db)
  const own = new Set([...roots, ...before.map(({ from_id }) => from_id)])
  const above = [...coverage].filter(([, units]) => [...own].some((unit) => units.has(unit))).map(([upper]) => upper)
  return {
    key,
    id,
    rights,
    reach: everywhere ? 'everywhere' : reachOf(coverage, { everywhere: false, roots: [...roots] }),
    above: new Set(above),
  }
}
