// Changes what a roster says of an entry, in the caller's transaction: found by its new name, counted, seen by every device, and
// looked at again for likely duplicates.

import { sql } from 'kysely'
import { nameKey } from '../../../platform/contract/name-key.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { askForSearch } from './duplicates/asking.ts'
import { bagOf, countChange } from './store.ts'

export type EntryChange = {
  name?: string
  address?: string
  headcount?: number | null
  number?: number | null
  /** Listed in the wrong hamlet: it has stood in this one, on this list, from its first day. */
  moved?: { hamletId: string; listId: string }
  /** No longer on the roster from a day, and why; null: it is there after all. */
  ended?: { on: string; reason: string } | null
}

export async function changeEntry(
  db: Db,
  { communeId, id }: { communeId: string; id: string },
  change: EntryChange,
  { personId, now }: { personId: string; now: Date },
): Promise<void> {
  const { ended, moved, ...facts } = change
  const key = facts.name === undefined ? undefined : nameKey(facts.name)
  const columns = {
    ...facts,
    ...(key === undefined ? {} : { name_key: key, name_bag: bagOf(key) }),
    ...(ended === undefined ? {} : { ended_on: ended?.on ?? null, ended_reason: ended?.reason ?? null }),
    ...(moved === undefined ? {} : { hamlet_id: moved.hamletId, list_id: moved.listId }),
    changed_at: now.toISOString(),
    changed_by: personId,
  }
  const before = await db
    .selectFrom('roster_entry')
    .select(['group_id', 'hamlet_id', 'body_id', 'ended_on', 'since'])
    .where('commune_id', '=', communeId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  await db
    .updateTable('roster_entry')
    .set({ ...columns, version: sql`version + 1`, changed_xid: sql`pg_current_xact_id()` })
    .where('commune_id', '=', communeId)
    .where('id', '=', id)
    .execute()
  if (mayResembleOthers(change)) await askForSearch(db, [communeId])
  const place = { communeId, hamletId: before.hamlet_id, bodyId: before.body_id, groupId: before.group_id }
  if (moved) {
    const on = String(before.since)
    await countChange(db, { ...place, on, change: -1 })
    await countChange(db, { ...place, hamletId: moved.hamletId, on, change: 1 })
  }
  if (ended === undefined) return
  // The day it had left is taken back before another is counted.
  if (before.ended_on) await countChange(db, { ...place, on: String(before.ended_on), change: 1 })
  if (ended) await countChange(db, { ...place, on: ended.on, change: -1 })
}

/** Only what likeness reads, or that somebody is there again, makes another look worth it. */
const mayResembleOthers = ({ name, address, headcount, moved, ended }: EntryChange): boolean =>
  name !== undefined || address !== undefined || headcount !== undefined || moved !== undefined || ended === null
