// One pair with its two entries, held so that nobody else decides on it meanwhile.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'

export type Held = {
  id: string
  communeId: string
  oneId: string
  otherCommuneId: string
  otherId: string
  decision: 'merged' | 'apart' | 'later' | null
  keptId: string | null
  changed: Changed | null
  joined: unknown
  version: number
}
type Was<T> = { before: T; after: T }
/** What a merge changed in the entry that stays; hashes of identity numbers in hexadecimal. */
export type Changed = Partial<{
  name: Was<string>
  address: Was<string>
  headcount: Was<number | null>
  birthYear: Was<number | null>
  identities: Was<string[]>
}>

type Asked = { communeId: string; id: string; version: number }

export async function heldPair(db: Db, { communeId, id, version }: Asked): Promise<Held> {
  const found = await sql<Held>`
    select id, commune_id as "communeId", one_id as "oneId", other_commune_id as "otherCommuneId", other_id as "otherId",
      decision, kept_id as "keptId", changed, joined, version
    from roster_pair where commune_id = ${communeId} and id = ${id} for update`.execute(db)
  const [pair] = found.rows
  if (!pair) throw refuse(platformRefusals.not_found)
  if (pair.version !== version) throw refuse(platformRefusals.changed_meanwhile)
  return pair
}

/** Both communes, for the door: a pair across two is decided by who may in both. */
export async function areasOfPair(
  { db }: { db: Db },
  { communeId, id }: { communeId: string; id: string },
): Promise<readonly string[] | undefined> {
  const found = await sql<{ communes: string[] }>`
    select array[commune_id, other_commune_id] as communes from roster_pair
    where commune_id = ${communeId} and id = ${id}`.execute(db)
  return found.rows[0]?.communes
}

export type HeldEntry = {
  communeId: string
  id: string
  listId: string
  groupId: string
  hamletId: string | null
  bodyId: string | null
  name: string
  address: string
  headcount: number | null
  birthYear: number | null
  identities: string[]
  since: string
  endedOn: string | null
  endedReason: string | null
  mergedInto: string | null
}

/** In the order of their ids, whoever locks: two merges that share an entry wait for each other and for nothing else. */
export async function heldEntries(db: Db, pair: Held): Promise<{ one: HeldEntry; other: HeldEntry }> {
  const found = await sql<HeldEntry>`
    select commune_id as "communeId", id, list_id as "listId", group_id as "groupId", hamlet_id as "hamletId", body_id as "bodyId",
      name, address, headcount, birth_year as "birthYear", since, ended_on as "endedOn", ended_reason as "endedReason", merged_into as "mergedInto",
      coalesce((select array_agg(encode(hash, 'hex')) from unnest(identity_hashes) as hash), '{}') as identities
    from roster_entry
    where (commune_id = ${pair.communeId} and id = ${pair.oneId}) or (commune_id = ${pair.otherCommuneId} and id = ${pair.otherId})
    order by id for update`.execute(db)
  const [one, other] = [pair.oneId, pair.otherId].map((id) => found.rows.find((row) => row.id === id))
  if (!one || !other) throw refuse(platformRefusals.not_found)
  return { one, other }
}
