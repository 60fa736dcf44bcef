// Nobody is counted twice by slip: the same name with the same number and address is on a list of the group already.

import { sql } from 'kysely'
import { nameKey } from '../../../platform/contract/name-key.ts'
import { refuse } from '../../../platform/contract/refusal.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { rosterRefusals } from '../contract.ts'

type Listing = {
  communeId: string
  groupId: string
  entries: readonly { name: string; number?: number | undefined; address: string }[]
}

/** A number or an address that one of the two lacks tells nothing apart. Two people may be called the same: a person decides. */
export async function refuseRepeats(db: Db, { communeId, groupId, entries }: Listing): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    with given as (
      select * from unnest(${entries.map(({ name }) => name)}::text[], ${entries.map(({ name }) => nameKey(name))}::text[],
        ${entries.map(({ number }) => number ?? null)}::int[], ${entries.map(({ address }) => nameKey(address))}::text[])
        with ordinality as given (name, key, number, address, at)
    ), there as (
      select name_key as key, number, area_name_key(address) as address, 0 as at from roster_entry
      where commune_id = ${communeId} and group_id = ${groupId} and ended_on is null
        and name_key = any(${entries.map(({ name }) => nameKey(name))}::text[])
      union all select key, number, address, at from given
    )
    select given.name from given
    where exists (
      select 1 from there where there.key = given.key and there.at < given.at
        and (there.number is null or given.number is null or there.number = given.number)
        and (there.address = '' or given.address = '' or there.address = given.address))
    order by given.at`.execute(db)
  const [first] = rows
  if (first) throw refuse(rosterRefusals.listed_already, { count: rows.length, name: first.name })
}
