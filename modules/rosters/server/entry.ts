// One entry, locked for a change: it is there, it still stands, and it is as the person was shown it.

import { sql } from 'kysely'
import { platformRefusals, Refusal, refuse } from '../../../platform/contract/refusal.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { entryRefusals } from '../contract/entries.ts'

export type Entry = {
  listId: string
  groupId: string
  hamletId: string | null
  bodyId: string | null
  number: number | null
  name: string
  address: string
  headcount: number | null
  since: string
  endedOn: string | null
  version: number
}

export async function entryToChange(
  db: Db,
  { communeId, entryId, version }: { communeId: string; entryId: string; version: number },
): Promise<Entry> {
  const found = await sql<Entry>`
    select list_id as "listId", group_id as "groupId", hamlet_id as "hamletId", body_id as "bodyId", number, name, address,
      headcount, since, ended_on as "endedOn", version
    from roster_entry where commune_id = ${communeId} and id = ${entryId} for update`.execute(db)
  const [entry] = found.rows
  if (!entry) throw refuse(platformRefusals.not_found)
  if (entry.endedOn) throw refuse(entryRefusals.already_ended)
  if (entry.version !== version) {
    const { name, number, address, headcount } = entry
    const current = { name, number, address, headcount, version: entry.version }
    throw new Refusal(platformRefusals.changed_meanwhile, { extra: { current } })
  }
  return entry
}
