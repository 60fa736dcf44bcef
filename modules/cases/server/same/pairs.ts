// Pairs of files that may be of one person: noted when a person is written down, remembered once somebody says that they are two.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Identity } from '../../contract.ts'
import type { SameReason } from '../../rules/same-person.ts'
import { likelySame } from './candidates.ts'

type Written = { fileId: string; identity: Identity }

/** Compares files that were just written with the others of their commune and keeps the pairs that somebody should look at. */
export async function notePairs(
  files: Db,
  index: Buffer,
  { communeId, at }: { communeId: string; at: Date },
  written: readonly Written[],
): Promise<void> {
  const asked = written.map(({ identity }, key) => ({ key, identity }))
  const alike = await likelySame(files, communeId, index, asked)
  const pairs = alike.map(({ key, fileId, reasons }) => ({ one: written[key]?.fileId ?? '', other: fileId, reasons }))
  // Two of them that are alike are found from both sides.
  const once = new Map(pairs.map((pair) => [[pair.one, pair.other].sort().join(' '), pair]))
  await keepPairs(
    files,
    communeId,
    [...once.values()].filter(({ one, other }) => one !== other),
    at,
  )
}

type Found = { one: string; other: string; reasons: readonly SameReason[] }

/** What somebody decided stays decided. `apartBy`: looked at already, and two people. */
export async function keepPairs(
  files: Db,
  communeId: string,
  pairs: readonly Found[],
  at: Date,
  apartBy?: string,
): Promise<void> {
  if (pairs.length === 0) return
  const ordered = pairs.map(({ one, other, reasons }) => ({
    ids: one < other ? [one, other] : [other, one],
    reasons: reasons.join(' '),
  }))
  const decided = sql`${apartBy ? at.toISOString() : null}::timestamptz, ${apartBy ?? null}::uuid`
  await sql`
    insert into cases.pair (commune_id, one_id, other_id, reasons, found_at, apart_at, apart_by)
    select ${communeId}, one, other, string_to_array(reasons, ' '), ${at.toISOString()}::timestamptz, ${decided}
    from unnest(${ordered.map(({ ids }) => ids[0])}::uuid[], ${ordered.map(({ ids }) => ids[1])}::uuid[],
      ${ordered.map(({ reasons }) => reasons)}::text[]) as found (one, other, reasons)
    order by one, other
    on conflict (commune_id, one_id, other_id) do update set reasons = excluded.reasons,
      apart_at = coalesce(pair.apart_at, excluded.apart_at), apart_by = coalesce(pair.apart_by, excluded.apart_by)`.execute(
    files,
  )
}
