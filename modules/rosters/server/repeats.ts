// Nobody is counted twice by slip: the same name with the same number and address is on a list of the group already.

import { sql } from 'kysely'
import { nameKey } from '../../../platform/contract/name-key.ts'
import { refuse } from '../../../platform/contract/refusal.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { rosterRefusals } from '../contract.ts'

type Listing = {
  communeId: string
  placeId?: string | undefined
  groupId: string
  entries: readonly { name: string; number?: number | undefined; address: string }[]
}

/**
 * A number or an address that one of the two lacks tells nothing apart, and each list has numbers of its own: between the
 * commune and its places they say nothing. Two people may be called the same: a person decides.
 */
export async function refuseRepeats(db: Db, { communeId, placeId, groupId, entries }: Listing): Promise<void> {
  const place = placeId ?? communeId
  const { rows } = await sql<{ name: string; place: string }>`
    with given as (
      select * from unnest(${entries.map(({ name }) => name)}::text[], ${entries.map(({ name }) => nameKey(name))}::text[],
        ${entries.map(({ number }) => number ?? null)}::int[], ${entries.map(({ address }) => nameKey(address))}::text[])
        with ordinality as given (name, key, number, address, at)
    ), there as (
      select name_key as key, number, area_name_key(address) as address, 0 as at, place_id from roster_entry
      where commune_id = ${communeId} and group_id = ${groupId} and ended_on is null
        and (place_id = ${place} or commune_id in (place_id, ${place}::uuid))
        and name_key = any(${entries.map(({ name }) => nameKey(name))}::text[])
      union all select key, number, address, at, ${place}::uuid from given
    )
    select given.name, coalesce(body.name, unit.name) as place from given
    cross join lateral (
      select there.place_id from there where there.key = given.key and there.at < given.at
        and (there.place_id <> ${place} or there.number is null or given.number is null or there.number = given.number)
        and (there.address = '' or given.address = '' or there.address = given.address)
      limit 1
    ) other
    left join area_unit unit on unit.id = other.place_id left join area_body body on body.id = other.place_id
    order by given.at`.execute(db)
  const [first] = rows
  if (first) throw refuse(rosterRefusals.listed_already, { count: rows.length, ...first })
}
