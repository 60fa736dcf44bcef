// Writes the sealed log as lines of JSON that `verify-export.mjs` can check anywhere: the opening, the signed heads, the
// entries, and a signed closing line without which a cut file would look whole.

import { sql } from 'kysely'
import { zone } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { endStatement, genesis, type SealedEntry } from '../verify-export.mjs'
import { chainEnd, sealedEntries, signedHeads } from './sealed-rows.ts'
import type { Signer } from './signer.ts'

/** Calendar days, both included; without them the whole chain. */
export type ExportRange = { from?: string; to?: string }
/** Positions, both included; `last` before `first` when there is nothing. */
type Stretch = { first: number; last: number }

/** All lines, without their line ends. Days choose by when the work was done; the stretch of the chain is kept whole. */
export async function* exportLog(db: Db, signer: Signer, now: Date, range: ExportRange = {}): AsyncGenerator<string> {
  const stretch = await stretchOf(db, range)
  yield* await openingLines(db, signer, stretch)
  for await (const batch of sealedEntries(db, { after: stretch.first - 1, until: stretch.last }))
    for (const sealed of batch) yield lineOf(sealed)
  yield await closingLine(db, signer, stretch, now)
}

/** One part of the lines, and the cursor of the next; undefined for a cursor that is none of ours. */
export async function exportPart(
  db: Db,
  signer: Signer,
  now: Date,
  asked: ExportRange & { cursor?: string; limit: number },
): Promise<{ lines: string[]; next?: string } | undefined> {
  const place = asked.cursor === undefined ? undefined : placeOf(asked.cursor)
  if (asked.cursor !== undefined && !place) return undefined
  const stretch = place ?? (await stretchOf(db, asked))
  const after = place?.after ?? stretch.first - 1
  const lines = place ? [] : await openingLines(db, signer, stretch)
  const part = await sealedEntries(db, { after, until: stretch.last, size: asked.limit }).next()
  const entries: SealedEntry[] = part.value ?? []
  lines.push(...entries.map(lineOf))
  const reached = entries.at(-1)?.entry.position ?? stretch.last
  if (reached < stretch.last) return { lines, next: `${stretch.first}_${reached}_${stretch.last}` }
  return { lines: [...lines, await closingLine(db, signer, stretch, now)] }
}

function placeOf(cursor: string): (Stretch & { after: number }) | undefined {
  const parts = /^(\d{1,15})_(\d{1,15})_(\d{1,15})$/.exec(cursor)
  return parts ? { first: Number(parts[1]), after: Number(parts[2]), last: Number(parts[3]) } : undefined
}

const lineOf = (sealed: SealedEntry): string => JSON.stringify({ kind: 'entry', ...sealed })

async function openingLines(db: Db, signer: Signer, { first, last }: Stretch): Promise<string[]> {
  const opening = {
    kind: 'log',
    format: 'binhyen-audit-1',
    from: first,
    previousHash: await previousHashOf(db, first),
    publicKey: signer.publicKey,
  }
  const heads = (await signedHeads(db)).filter((head) => head.position >= first && head.position <= last)
  return [JSON.stringify(opening), ...heads.map((head) => JSON.stringify({ kind: 'head', ...head }))]
}

async function closingLine(db: Db, signer: Signer, { first, last }: Stretch, now: Date): Promise<string> {
  const found = await sql<{ entries: number; heads: number; hash: string | null }>`
    select (select count(*) from audit_sealed where position between ${first} and ${last}) as entries,
      (select count(*) from audit_head where position between ${first} and ${last}) as heads,
      (select encode(hash, 'hex') from audit_sealed where position = ${last}) as hash`.execute(db)
  const { entries = 0, heads = 0, hash } = found.rows[0] ?? {}
  const end = { from: first, entries, hash: hash ?? genesis, heads, exportedAt: now.toISOString() }
  return JSON.stringify({ kind: 'end', ...end, signature: signer.sign(endStatement(end)) })
}

async function stretchOf(db: Db, { from, to }: ExportRange): Promise<Stretch> {
  if (!from && !to) return { first: 1, last: (await chainEnd(db))?.position ?? 0 }
  const found = await sql<{ first: number | null; last: number | null }>`
    select min(position) as first, max(position) as last from audit_sealed
    where at >= coalesce(${from ?? null}::date::timestamp at time zone ${zone}, '-infinity')
      and at < coalesce((${to ?? null}::date + 1)::timestamp at time zone ${zone}, 'infinity')`.execute(db)
  return { first: found.rows[0]?.first ?? 1, last: found.rows[0]?.last ?? 0 }
}

async function previousHashOf(db: Db, position: number): Promise<string> {
  const found = await sql<{ previous: string }>`
    select encode(previous_hash, 'hex') as previous from audit_sealed where position = ${position}`.execute(db)
  return found.rows[0]?.previous ?? genesis
}
