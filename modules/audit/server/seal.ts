// Seals committed entries into the chain. The order is decided here and not when an entry is written: one that commits
// late simply gets a later position, and nobody waits for a lock inside the transaction of a change.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { entryHash, genesis, type Head, headStatement } from '../verify-export.mjs'
import { chainEnd, logEntry, unsealedRows } from './sealed-rows.ts'
import type { Signer } from './signer.ts'

const batchSize = 2_000
// Any fixed number will do, as long as nobody else takes this lock.
const lockNumber = 7_306_120_242

/** Seals all that is committed, a transaction a batch; answers how many. Zero when another process is sealing. */
export async function sealAudit(db: Kysely<DB>, signer: Signer, now: Date): Promise<number> {
  for (let sealed = 0; ; ) {
    const batch = await db.transaction().execute((inside) => sealBatch(inside, signer, now))
    sealed += batch.count
    // Kept only after the commit: a head on disk that the database never had would be a false alarm.
    if (batch.head) signer.keepHead(batch.head)
    if (batch.count < batchSize) return sealed
  }
}

async function sealBatch(db: Db, signer: Signer, now: Date): Promise<{ count: number; head?: Head }> {
  const lock = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${lockNumber}::bigint) as free`.execute(db)
  if (!lock.rows[0]?.free) return { count: 0 }
  const rows = await unsealedRows(db, batchSize)
  if (rows.length === 0) return { count: 0 }
  let { position, hash } = await endToFollow(db, signer)
  const seals = rows.map((row) => {
    position += 1
    const previous = hash
    hash = entryHash(previous, logEntry(row, position))
    return { id: row.id, position, previous, hash }
  })
  await sql`
    update audit_entry set position = seal.position, previous_hash = decode(seal.previous, 'hex'), hash = decode(seal.hash, 'hex')
    from unnest(${seals.map((seal) => seal.id)}::uuid[], ${seals.map((seal) => seal.position)}::bigint[],
      ${seals.map((seal) => seal.previous)}::text[], ${seals.map((seal) => seal.hash)}::text[]) as seal (id, position, previous, hash)
    where audit_entry.id = seal.id and audit_entry.position is null`.execute(db)
  return { count: rows.length, head: await signHead(db, signer, { position, hash, now }) }
}

/**
 * The chain goes on after the furthest end that is known, be it a row, a signed head or the head kept on disk: when the
 * last entries were taken out, the hole stays to be seen.
 */
async function endToFollow(db: Db, signer: Signer): Promise<{ position: number; hash: string }> {
  const head = await sql<{ position: number; hash: string }>`
    select position, encode(hash, 'hex') as hash from audit_head order by position desc limit 1`.execute(db)
  const known = [await chainEnd(db), head.rows[0], signer.keptHead()].filter((end) => end !== undefined)
  return known.reduce((furthest, end) => (end.position > furthest.position ? end : furthest), {
    position: 0,
    hash: genesis,
  })
}

async function signHead(db: Db, signer: Signer, end: { position: number; hash: string; now: Date }): Promise<Head> {
  const day = dayOf(end.now)
  const earlier = await sql<{ day: string }>`
    select max(day) as day from audit_head where day < ${day}::date`.execute(db)
  const known = [earlier.rows[0]?.day, signer.keptHead()?.day].filter((each) => typeof each === 'string' && each < day)
  const statement = {
    day,
    position: end.position,
    hash: end.hash,
    previousDay: known.sort().at(-1) ?? null,
    signedAt: end.now.toISOString().replace('Z', '000Z'),
  }
  const head: Head = {
    ...statement,
    publicKey: signer.publicKey,
    signature: signer.sign(headStatement(statement)),
  }
  await sql`
    insert into audit_head (day, position, hash, previous_day, signature, public_key, signed_at)
    values (${day}, ${head.position}, decode(${head.hash}, 'hex'), ${head.previousDay}, decode(${head.signature}, 'base64'),
      ${head.publicKey}, ${head.signedAt})
    on conflict (day) do update set position = excluded.position, hash = excluded.hash, previous_day = excluded.previous_day,
      signature = excluded.signature, public_key = excluded.public_key, signed_at = excluded.signed_at`.execute(db)
  return head
}
