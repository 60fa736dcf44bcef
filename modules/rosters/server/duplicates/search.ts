// Searches a commune for likely duplicates: what changed since the last time is looked up by its keys, compared with whoever
// shares one, and proposed. Done twice it finds the same; broken off it begins again; what people decided stays.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../../platform/server/slice.ts'
import { judgeLikeness, type LikenessReason, type Read, readEntry } from '../../likeness/judge.ts'
import { keysOf, storedKey } from '../../likeness/keys.ts'
import {
  candidatesOf,
  changedAfter,
  communesBeside,
  countChanged,
  type Entry,
  namesakesOf,
  storeKeys,
} from './entries.ts'

const pageSize = 1_000

export async function searchCommune(db: Db, communeId: string, today: string): Promise<void> {
  const { since, next } = await begin(db, communeId)
  const total = await countChanged(db, communeId, since)
  let done = 0
  const told = async (page: readonly unknown[]) => {
    done += page.length
    await sql`update roster_search set entries_done = ${Math.round(done / 2)}, entries_total = ${total}
      where commune_id = ${communeId}`.execute(db)
  }
  // First everybody's keys, then the looking up: two of one page would otherwise miss each other.
  for await (const page of pagesOf(db, communeId, since)) {
    await keepKeys(db, communeId, page)
    await told(page)
  }
  // Right after many have come in nobody has counted them yet, and each would be looked for in all of them.
  if (total > pageSize / 4) await sql`analyze roster_key`.execute(db)
  const communes = await communesBeside(db, communeId, today)
  for await (const page of pagesOf(db, communeId, since)) {
    await propose(db, communeId, page, communes)
    await told(page)
  }
  await sql`
    update roster_search set finished_at = now(), seen_xid = ${next}::xid8, entries_done = ${total}, entries_total = ${total}
    where commune_id = ${communeId}`.execute(db)
}

/** What is still under way elsewhere has a later number than `next`, and is searched the next time. */
async function begin(db: Db, communeId: string): Promise<{ since: string; next: string }> {
  const found = await sql<{ since: string; next: string }>`
    insert into roster_search (commune_id, started_at) values (${communeId}, now())
    on conflict (commune_id) do update set asked_at = null, started_at = now(), finished_at = null, entries_done = 0, entries_total = null
    returning coalesce(seen_xid, '0'::xid8)::text as since, pg_snapshot_xmin(pg_current_snapshot())::text as next`.execute(
    db,
  )
  return found.rows[0] as { since: string; next: string }
}

async function* pagesOf(db: Db, communeId: string, since: string) {
  for (let after: string | undefined; ; ) {
    const page = await changedAfter(db, communeId, since, after, pageSize)
    if (page.length > 0) yield page
    if (page.length < pageSize) return
    after = page.at(-1)?.id
  }
}

async function keepKeys(db: Db, communeId: string, page: readonly (Entry & { ended: boolean })[]): Promise<void> {
  const keys = page
    .filter(({ ended }) => !ended)
    .flatMap((entry) => keysOf(readEntry(entry)).map((word) => ({ entryId: entry.id, key: storedKey(word) })))
  await storeKeys(
    db,
    communeId,
    page.map(({ id }) => id),
    keys,
  )
}

type Pair = { one: Entry; other: Entry; reasons: readonly LikenessReason[] }

async function propose(db: Db, communeId: string, page: readonly Entry[], communes: readonly string[]): Promise<void> {
  const ids = page.map(({ id }) => id)
  const mine = new Map(page.map((entry) => [entry.id, readEntry(entry)]))
  const near: { own: Entry & Read; other: Entry & Read }[] = []
  for (const { mineId, other } of await candidatesOf(db, communeId, ids, communes)) {
    const own = mine.get(mineId)
    const read = readEntry(other)
    // As if nobody else were called so: who is no likeness even then need not be counted for.
    if (own && judgeLikeness(own, read, 0)) near.push({ own, other: read })
  }
  const namesakes = await namesakesOf(
    db,
    near.flatMap(({ own, other }) => [own, other]),
  )
  const pairs = new Map<string, Pair>()
  for (const { own, other } of near) {
    const [one, two] = own.id < other.id ? [own, other] : [other, own]
    const alike = Math.max(...[one, two].map(({ id }) => namesakes.get(id) ?? 0))
    const reasons = judgeLikeness(one, two, alike)
    if (reasons) pairs.set(`${one.id} ${two.id}`, { one, other: two, reasons })
  }
  await storePairs(db, communeId, ids, [...pairs.values()])
}

/** What is proposed no more goes, unless somebody has decided on it; what is decided is not proposed again. */
async function storePairs(db: Db, communeId: string, ids: readonly string[], pairs: readonly Pair[]): Promise<void> {
  const [ones, others] = [pairs.map(({ one }) => one.id), pairs.map(({ other }) => other.id)]
  await sql`
    delete from roster_pair pair
    where decision is null and (
        (commune_id = ${communeId} and one_id = any(${ids}::uuid[])) or (other_commune_id = ${communeId} and other_id = any(${ids}::uuid[])))
      and not exists (select 1 from unnest(${ones}::uuid[], ${others}::uuid[]) as found (one_id, other_id)
        where found.one_id = pair.one_id and found.other_id = pair.other_id)`.execute(db)
  if (pairs.length === 0) return
  await sql`
    insert into roster_pair (id, commune_id, one_id, other_commune_id, other_id, reasons)
    select id, commune_id, one_id, other_commune_id, other_id, string_to_array(reasons, ' ')
    from unnest(${pairs.map(() => uuidv7())}::uuid[], ${pairs.map(({ one }) => one.communeId)}::uuid[], ${ones}::uuid[],
      ${pairs.map(({ other }) => other.communeId)}::uuid[], ${others}::uuid[], ${pairs.map(({ reasons }) => reasons.join(' '))}::text[])
      as found (id, commune_id, one_id, other_commune_id, other_id, reasons)
    on conflict (commune_id, one_id, other_commune_id, other_id) do update
      set reasons = excluded.reasons, version = roster_pair.version + 1
      where roster_pair.decision is null and roster_pair.reasons <> excluded.reasons`.execute(db)
}
