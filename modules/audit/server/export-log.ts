// Writes the sealed log as lines of JSON that `verify-export.mjs` can check anywhere: the opening, the signed heads, the
// entries, and a signed closing line without which a cut file would look whole.

import { sql } from 'kysely'
import type { Clock } from '../../../platform/server/clock.ts'
import { zone } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { endStatement, genesis } from '../verify-export.mjs'
import { chainEnd, sealedEntries, signedHeads } from './sealed-rows.ts'
import type { Signer } from './signer.ts'

/** Calendar days, both included; without them the whole chain. */
export type ExportRange = { from?: string; to?: string }

/** The lines, without their line ends. Days choose by when the work was done; the stretch of the chain is kept whole. */
export async function* exportLog(
  db: Db,
  signer: Signer,
  clock: Clock,
  range: ExportRange = {},
): AsyncGenerator<string> {
  const { first, last } = await stretchOf(db, range)
  const opened = await previousHashOf(db, first)
  const heads = (await signedHeads(db)).filter((head) => head.position >= first && head.position <= last)
  yield JSON.stringify({
    kind: 'log',
    format: 'binhyen-audit-1',
    from: first,
    previousHash: opened,
    publicKey: signer.publicKey,
  })
  for (const head of heads) yield JSON.stringify({ kind: 'head', ...head })
  let entries = 0
  let hash = opened
  for await (const batch of sealedEntries(db, { after: first - 1, until: last }))
    for (const sealed of batch) {
      entries += 1
      hash = sealed.hash
      yield JSON.stringify({ kind: 'entry', ...sealed })
    }
  const end = { from: first, entries, hash, heads: heads.length, exportedAt: clock.now().toISOString() }
  yield JSON.stringify({ kind: 'end', ...end, signature: signer.sign(endStatement(end)) })
}

async function stretchOf(db: Db, { from, to }: ExportRange): Promise<{ first: number; last: number }> {
  if (!from && !to) return { first: 1, last: (await chainEnd(db))?.position ?? 0 }
  const found = await sql<{ first: number | null; last: number | null }>`
    select min(position) as first, max(position) as last from audit_entry
    where at >= coalesce(${from ?? null}::date::timestamp at time zone ${zone}, '-infinity')
      and at < coalesce((${to ?? null}::date + 1)::timestamp at time zone ${zone}, 'infinity')`.execute(db)
  return { first: found.rows[0]?.first ?? 1, last: found.rows[0]?.last ?? 0 }
}

async function previousHashOf(db: Db, position: number): Promise<string> {
  const found = await sql<{ previous: string }>`
    select encode(previous_hash, 'hex') as previous from audit_entry where position = ${position}`.execute(db)
  return found.rows[0]?.previous ?? genesis
}
