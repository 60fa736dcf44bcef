// How long it takes to search 50,000 entries of one commune for likely duplicates, one in fifty of which stands there twice;
// beside the plain way, which pairs everybody of one name. Then the same people over a district of twenty communes.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../db/schema.generated.ts'
import { searchForDuplicates } from '../modules/rosters/server/public.ts'
import { openDatabase } from '../platform/database/connect.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { makeCommunes, makePeople, storePeople } from './duplicates/people.ts'
import { atLeast, atMost, type Bench, rounded } from './figure.ts'

const people = 50_000
const communes = 20
const today = '2024-11-15'
/** In the background, while whoever brought the list in reads what came of it. */
const mostSeconds = 30
/** The plain way is one statement that writes nothing, but grows with the square; here it is about to be overtaken. */
const mostOverPairing = 2

export const bench: Bench = {
  name: 'duplicates',
  run: async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-bench-'))
    // Started by root, the server runs as another account, which has to pass through.
    chmodSync(folder, 0o711)
    const embedded = await startEmbedded({ data: path.join(folder, 'data') })
    const database = await openDatabase({ url: embedded.url, statementTimeout: 0 })
    const { db } = database
    try {
      await migrate(embedded.url)
      const places = await makeCommunes(db, communes + 1)
      const [alone = '', ...district] = places
      const made = makePeople(people)
      await storePeople(db, made.people, () => alone)
      await storePeople(db, made.people, (at) => district[at % communes] as string)
      await sql`vacuum (analyze) roster_entry`.execute(db)
      const seconds = await timed(() => searchForDuplicates(db, alone, today))
      const found = await pairsIn(db, alone)
      const again = await timed(() => searchForDuplicates(db, alone, today))
      const plain = await timed(() => pairEverybody(db, alone))
      const whole = await timed(async () => {
        for (const commune of district) await searchForDuplicates(db, commune, today)
      })
      console.log(`  ${found} proposed, ${made.twice} stand twice; pairing all of one name: ${rounded(plain)} s`)
      return [
        atMost('seconds', rounded(seconds), 's', mostSeconds),
        atMost('over_pairing', rounded(seconds / plain, 2), 'ratio', mostOverPairing),
        atMost('again_seconds', rounded(again, 2), 's', 1),
        atLeast('found_share', rounded((await foundOf(db, alone)) / made.twice, 3), 'ratio', 0.99),
        atMost('proposed_per_twice', rounded(found / made.twice, 2), 'ratio', 1.5),
        atMost('district_over_commune', rounded(whole / seconds, 2), 'ratio', 2),
      ]
    } finally {
      await database.close()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

async function pairsIn(db: Kysely<DB>, communeId: string): Promise<number> {
  const counted = await sql<{ n: number }>`
    select count(*)::int as n from roster_pair where commune_id = ${communeId}`.execute(db)
  return counted.rows[0]?.n ?? 0
}

/** Of those made to stand twice; both carry the same number on the list. */
async function foundOf(db: Kysely<DB>, communeId: string): Promise<number> {
  const counted = await sql<{ n: number }>`
    select count(*)::int as n from roster_pair pair
    join roster_entry one on one.commune_id = pair.commune_id and one.id = pair.one_id
    join roster_entry other on other.commune_id = pair.other_commune_id and other.id = pair.other_id
    where pair.commune_id = ${communeId} and one.number = other.number`.execute(db)
  return counted.rows[0]?.n ?? 0
}

/** What one would write without keys: everybody of one name with everybody else of it, addresses compared. */
async function pairEverybody(db: Kysely<DB>, communeId: string): Promise<void> {
  await sql`
    select count(*) from roster_entry one join roster_entry other
      on other.commune_id = one.commune_id and other.name_bag = one.name_bag and other.id > one.id
    where one.commune_id = ${communeId}
      and (area_name_key(one.address) = area_name_key(other.address) or one.birth_year = other.birth_year)`.execute(db)
}
