// Worlds that are alike but for the files of persons: none, many (of people called like those who are asked to sign), and
// one whose database has no place for such files at all.

import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { inject } from 'vitest'
import type { DB } from '../../../db/schema.generated.ts'
import { enterFiles, type WholeFile } from '../../../modules/cases/server/public.ts'
import { openDatabase } from '../../../platform/database/connect.ts'
import type { Slice } from '../../../platform/server/slice.ts'
import { dropDatabase, run, withDatabase } from '../../../platform/testing/database-server.ts'
import { areaId, demoId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { holdEverything, leaveTraces, rightsReadOnce } from '../fuzz/people.ts'
import { provideMasterKey } from '../master-key.ts'
import { type World, world } from '../world.ts'

export type Worlds = { none: World; many: World; without: World; drop(): Promise<void> }

/** The clock stands still, so that nothing differs for the hour at which it was asked. */
const now = () => new Date('2024-11-15T03:00:00Z')

export async function openWorlds(slices: readonly Slice[]): Promise<Worlds> {
  const template = await prepared()
  const open = async () => {
    const the = await world(slices, '2024-11-15', template)
    the.parts.clock.now = now
    the.parts.authority = rightsReadOnce(the.parts.authority)
    return the
  }
  const [none, many, without] = [await open(), await open(), await open()]
  await enterNamesakes(many.database.db)
  await sql`drop schema cases, handover cascade`.execute(without.database.db)
  return {
    ...{ none, many, without },
    drop: async () => {
      for (const each of [none, many, without]) await each.database.drop()
      await dropDatabase(inject('databaseServer'), template)
    },
  }
}

/** Made once and copied: what people left behind has the same ids in every world. */
async function prepared(): Promise<string> {
  const server = inject('databaseServer')
  const name = `binhyen_wall_${uuidv7().replaceAll('-', '')}`
  await run(server, `CREATE DATABASE ${name} TEMPLATE ${inject('kimDongTemplate')}`)
  const database = await openDatabase({ url: withDatabase(server, name), connections: 2 })
  await holdEverything(database.db)
  await leaveTraces(database.db)
  await database.close()
  return name
}

/** A file for people who stand in the rosters, by the same name, year of birth and address, in the communes of then and now. */
async function enterNamesakes(db: Kysely<DB>): Promise<void> {
  provideMasterKey()
  const { rows } = await sql<{ name: string; birth_year: number | null; address: string }>`
    select name, birth_year, address from roster_entry order by commune_id, id limit 120`.execute(db)
  const { rows: colleagues } = await sql<{ name: string; birth_year: null; address: string }>`
    select name, null as birth_year, '' as address from person order by id`.execute(db)
  const at = now()
  for (const communeId of [areaId('12322'), areaId('12322', '2025-07-01'), areaId('12280')])
    await db.transaction().execute((inside) =>
      enterFiles(
        inside,
        { communeId, by: personId('conganxa'), now: at, demo: false },
        [...rows, ...colleagues].map(
          ({ name, birth_year, address }, place): WholeFile => ({
            id: demoId(`wall-file:${communeId}:${place}`),
            personId: demoId(`wall-person:${communeId}:${place}`),
            identity: {
              ...{ name, otherNames: [], sex: 'male', papers: [], stay: '', phone: '', circumstances: [] },
              birth: birth_year === null ? null : String(birth_year),
              residence: address,
            },
            events: [],
          }),
        ),
      ),
    )
}
