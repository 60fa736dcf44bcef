// Writes a list with its entries and the count of its day, in the caller's transaction.

import { sql } from 'kysely'
import { nameKey } from '../../../platform/contract/name-key.ts'
import type { Db } from '../../../platform/server/slice.ts'

export type NewList = {
  id: string
  communeId: string
  groupId: string
  title: string
  asOf: string
  source: string
  /** Where it was taken: a hamlet or a body of the commune, else the commune as a whole. */
  hamletId?: string | null
  bodyId?: string | null
  demo?: boolean
  personId: string | null
  entries: readonly {
    id: string
    number?: number | undefined
    name: string
    address: string
    headcount?: number | undefined
  }[]
}

/** The words of a name in alphabetical order: the same however the name was turned round. */
export const bagOf = (key: string): string => key.split(' ').sort().join(' ')

export async function storeList(db: Db, list: NewList): Promise<void> {
  const { entries, hamletId = null, bodyId = null } = list
  const keys = entries.map(({ name }) => nameKey(name))
  await sql`
    insert into roster_list (commune_id, id, group_id, hamlet_id, body_id, title, as_of, source, demo, recorded_by)
    values (${list.communeId}, ${list.id}, ${list.groupId}, ${hamletId}, ${bodyId}, ${list.title}, ${list.asOf}, ${list.source}, ${list.demo ?? false},
      ${list.personId})`.execute(db)
  await sql`
    insert into roster_entry (commune_id, list_id, group_id, hamlet_id, body_id, since, changed_by, id, number, name, name_key, name_bag, address, headcount)
    select ${list.communeId}, ${list.id}, ${list.groupId}, ${hamletId}::uuid, ${bodyId}::uuid, ${list.asOf}::date, ${list.personId}::uuid, given.*
    from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ number }) => number ?? null)}::int[],
      ${entries.map(({ name }) => name)}::text[], ${keys}::text[], ${keys.map(bagOf)}::text[],
      ${entries.map(({ address }) => address)}::text[], ${entries.map(({ headcount }) => headcount ?? null)}::smallint[])
      as given`.execute(db)
  await countChange(db, {
    communeId: list.communeId,
    groupId: list.groupId,
    hamletId,
    bodyId,
    on: list.asOf,
    change: entries.length,
  })
}

/** Every change of the entries passes here too: the sum until a day is the denominator of that day. */
export async function countChange(
  db: Db,
  given: {
    communeId: string
    hamletId: string | null
    bodyId: string | null
    groupId: string
    on: string
    change: number
  },
): Promise<void> {
  const placeId = given.hamletId ?? given.bodyId ?? given.communeId
  await sql`
    insert into roster_count (commune_id, place_id, hamlet_id, body_id, group_id, on_date, entries)
    values (${given.communeId}, ${placeId}, ${given.hamletId}, ${given.bodyId}, ${given.groupId}, ${given.on}, ${given.change})
    on conflict (commune_id, place_id, group_id, on_date) do update set entries = roster_count.entries + excluded.entries`.execute(
    db,
  )
  await beat(db, given.communeId)
}

/** Kept figures hear of it. */
export async function beat(db: Db, communeId: string): Promise<void> {
  await sql`
    update roster_pulse set beats = beats + 1 where slot = abs(hashtext(${communeId}::text)) % 16`.execute(db)
}
