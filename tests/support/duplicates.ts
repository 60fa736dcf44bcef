// Two communes with rosters in which some stand twice, and a drive of the district in which all of them can sign.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import '../../app/answers.ts'
import { Sign } from '../../modules/commitments/contract.ts'
import { ListPairs, type MergeField, MergePair, ReopenPair } from '../../modules/rosters/contract.ts'
import { searchCommune } from '../../modules/rosters/server/duplicates/search.ts'
import { storeList } from '../../modules/rosters/server/public.ts'
import { areaId } from '../../programmes/kim-dong-2024/ids.ts'
import type { Somebody, World } from './world.ts'

export const here = areaId('12280')
export const nextDoor = areaId('12322')
const groupId = 'household-heads'

export type Row = { name: string; address?: string; birthYear?: number; headcount?: number; identities?: string[] }

/** A list of households; answers the ids in the order given. */
export async function listOf(
  there: World,
  communeId: string,
  rows: readonly Row[],
  group = groupId,
): Promise<string[]> {
  const { db } = there.database
  const entries = rows.map(({ name, address = '', headcount }) => ({ id: uuidv7(), name, address, headcount }))
  await storeList(db, {
    id: uuidv7(),
    communeId,
    groupId: group,
    title: 'Danh sách hộ',
    asOf: '2024-10-01',
    source: 'Sổ hộ',
    personId: null,
    entries,
  })
  for (const [at, { birthYear = null, identities = [] }] of rows.entries())
    await sql`
      update roster_entry set birth_year = ${birthYear}, identity_hashes = ${identities.length > 0 ? identities.map((text) => Buffer.from(text)) : null}
      where commune_id = ${communeId} and id = ${entries[at]?.id}`.execute(db)
  return entries.map(({ id }) => id)
}

export async function clearRosters({ database: { db } }: World): Promise<void> {
  await sql`truncate roster_list, roster_entry, roster_count, roster_search, roster_key, commitment_drive cascade`.execute(
    db,
  )
}

export async function search(there: World, communeId = here): Promise<void> {
  await searchCommune(there.database.db, communeId, there.today)
}

export const pairsFor = (who: Somebody, state: 'open' | 'later' | 'decided' = 'open', area = here) =>
  who.ask(ListPairs, { areaId: area, state, limit: 100 })

export type Pair = Awaited<ReturnType<typeof pairsFor>>['rows'][number]

/** The one pair that waits. */
export async function onlyPair(who: Somebody, state: 'open' | 'later' | 'decided' = 'open'): Promise<Pair> {
  const { rows } = await pairsFor(who, state)
  const [pair] = rows
  if (!pair || rows.length > 1) throw new Error(`${rows.length} pairs are ${state}`)
  return pair
}

export const merge = (who: Somebody, pair: Pair, keepId: string, take: MergeField[] = [], id?: string) =>
  who.send(
    MergePair,
    { communeId: pair.communeId, id: pair.id, version: pair.version, keepId, take, on: '2024-11-15' },
    id ? { id } : {},
  )
export const reopen = (who: Somebody, pair: Pick<Pair, 'communeId' | 'id' | 'version'>) =>
  who.send(ReopenPair, { communeId: pair.communeId, id: pair.id, version: pair.version })

/** A drive of the district Kim Động with one wording. */
export async function districtDrive({ database: { db } }: World): Promise<string> {
  const driveId = uuidv7()
  await sql`insert into commitment_drive (id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, published_on)
    values (${driveId}, ${areaId('331')}, 'Đợt', 'Drive', 'once', 2024, '2024-11-01', '2024-11-30', '2024-10-30')`.execute(
    db,
  )
  await sql`insert into commitment_drive_group values (${driveId}, ${groupId}, 'hamlet', '{paper}', false)`.execute(db)
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises)
    values (${driveId}, ${groupId}, 1, '2024-11-01', 'Bản 1', 'Tôi cam kết', '{không sử dụng}')`.execute(db)
  return driveId
}

export async function signFor(who: Somebody, driveId: string, communeId: string, entryId: string, id = uuidv7()) {
  const { results } = await who.send(Sign, {
    driveId,
    communeId,
    hamletId: null,
    signatures: [{ id, entryId, textNumber: 1, way: 'paper', signedAt: '2024-11-12T09:00:00+07:00' }],
  })
  return { id, ...results[0] }
}
