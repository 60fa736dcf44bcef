// A country of files: a hundred communes and one as large as a city district, each with its commune police and a helper, a million
// persons with twelve sealed events each, the work that follows from them, teams, and who opened them. Invented, always the same; only the keys are new.

import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../db/schema.generated.ts'
import { rebuildCoverage } from '../../modules/areas/server/public.ts'
import { insideFiles } from '../../modules/cases/server/sealing/inside.ts'
import { indexKey } from '../../modules/cases/server/sealing/keys.ts'
import { areaId } from '../../programmes/kim-dong-2024/ids.ts'
import { filledBare } from './bare-tables.ts'
import { officersIn } from './ids.ts'
import type { Part } from './one-part.ts'

const communes = 100
const shareOfLargest = 0.06
export const tables = [
  'person',
  'person_word',
  'file',
  'event',
  'work_item',
  'team_member',
  'work_of_member',
  'opening',
] as const

/** The first of the officers asks. */
export type Commune = { id: string; police: string; officers: string[]; helper: string; first: number; count: number }

/** The largest commune is the first. While it runs, and until `forced` is called, whoever owns the tables sees them. */
export async function fillFiles(
  db: Kysely<DB>,
  { url, masterKey, persons }: { url: string; masterKey: Buffer; persons: number },
): Promise<{ communes: Commune[]; index: Buffer }> {
  const sizes = [Math.round(persons * shareOfLargest)]
  for (let at = 0; at < communes; at += 1)
    sizes.push(
      Math.floor(((persons - (sizes[0] ?? 0)) * (at + 1)) / communes) -
        Math.floor(((persons - (sizes[0] ?? 0)) * at) / communes),
    )
  let first = 0
  const made = sizes.map((count): Commune => {
    const officers = Array.from({ length: officersIn }, () => uuidv7())
    const commune = { id: uuidv7(), police: officers[0] ?? '', officers, helper: uuidv7(), first, count }
    first += count
    return commune
  })
  await makePlaces(db, made)
  const way = { communeId: made[0]?.id ?? '', readerId: 'bench', purpose: 'fill' }
  const index = await insideFiles(db, way, (files) => indexKey(files))
  for (const table of tables) await sql`alter table cases.${sql.ref(table)} no force row level security`.execute(db)
  const parts = [made.filter((_, at) => at % 2 === 0), made.filter((_, at) => at % 2 === 1)]
  const keys = { masterKey: masterKey.toString('base64'), index: index.toString('base64') }
  await filledBare(db, tables, async () => {
    await Promise.all(parts.map((part) => apart({ url, ...keys, communes: part })))
  })
  // What was just loaded would otherwise be tidied up by the server while it is measured.
  for (const table of tables) await sql`vacuum (analyze) cases.${sql.ref(table)}`.execute(db)
  return { communes: made, index }
}

/** As it is in the product: nobody is above the rules of the rows. */
export async function forced(db: Kysely<DB>): Promise<void> {
  for (const table of tables) await sql`alter table cases.${sql.ref(table)} force row level security`.execute(db)
}

async function makePlaces(db: Kysely<DB>, made: readonly Commune[]): Promise<void> {
  const ids = made.map(({ id }) => id)
  await sql`
    insert into area_unit (id, code, name, type, level, valid_from)
    select id, (90000 + at)::text, 'Xã Đo ' || at, 'xã', 'commune', '2025-07-01'
    from unnest(${ids}::uuid[]) with ordinality as made (id, at)`.execute(db)
  await sql`
    insert into area_parent (unit_id, parent_id, valid_from)
    select unnest(${ids}::uuid[]), ${areaId('33')}::uuid, '2025-07-01'`.execute(db)
  await rebuildCoverage(db)
  const people = made.flatMap(({ id, officers, helper }) => [
    ...officers.map((officer) => ({ person: officer, role: 'commune-police', area: id })),
    { person: helper, role: 'case-helper', area: id },
  ])
  const column = (name: 'person' | 'role' | 'area') => people.map((each) => each[name])
  await sql`
    insert into person (id, name, email) select id, 'Somebody ' || at, 'somebody' || at || '@bench.example'
    from unnest(${column('person')}::uuid[]) with ordinality as made (id, at)`.execute(db)
  await sql`
    insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    select gen_random_uuid(), person_id, role_id, area_id, '2025-07-01', 'bench'
    from unnest(${column('person')}::uuid[], ${column('role')}::text[], ${column('area')}::uuid[]) as made (person_id, role_id, area_id)`.execute(
    db,
  )
}

async function apart(part: Part): Promise<void> {
  const program = path.join(import.meta.dirname, 'one-part.ts')
  await promisify(execFile)(process.execPath, [program, JSON.stringify(part)])
}
