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
  // By itself: a statement sees what was there when it began, and asked together with the rows would miss what was sealed just before.
  const lock = await sql<{ free: boolean }>`select pg_try_advisory_xact_lock(${lockNumber}::bigint) as free`.execute(db)
  if (!lock.rows[0]?.free) return { count: 0 }
  const rows = await unsealedRows(db, batchSize)
  if (rows.length === 0) return { count: 0 }
  const day = dayOf(now)
  const { end, previousDay } = await whereToGoOn(db, signer, day)
  const hashes: string[] = []
  for (const row of rows)
    hashes.push(entryHash(hashes.at(-1) ?? end.hash, logEntry(row, end.position + hashes.length + 1)))
  const last = { position: end.position + rows.length, hash: hashes.at(-1)! }
  const head = signedHead(signer, { ...last, day, previousDay, signedAt: now.toISOString().replace('Z', '000Z') })
  const ids = rows.map(({ id }) => id)
  await moveIntoChain(db, { ids, hashes, after: end }, head)
  return { count: rows.length, head }
}

type End = { position: number; hash: string }

/**
 * The chain goes on after the furthest end that is known, be it a row, a signed head or the head kept on disk: when the
 * last entries were taken out, the hole stays to be seen.
 */
async function whereToGoOn(db: Db, signer: Signer, day: string): Promise<{ end: End; previousDay: string | null }> {
  const signed = await sql<End & { earlier: string | null }>`
    select position, encode(hash, 'hex') as hash, (select max(day) from audit_head where day < ${day}::date) as earlier
    from audit_head order by position desc limit 1`.execute(db)
  const [head, kept] = [signed.rows[0], signer.keptHead()]
  const known = [await chainEnd(db), head, kept].filter((end) => end !== undefined)
  const days = [head?.earlier, kept?.day].filter((each) => typeof each === 'string' && each < day)
  return {
    end: known.reduce<End>((furthest, one) => (one.position > furthest.position ? one : furthest), {
      position: 0,
      hash: genesis,
    }),
    previousDay: days.sort().at(-1) ?? null,
  }
}

function signedHead(signer: Signer, statement: Parameters<typeof headStatement>[0]): Head {
  return { ...statement, publicKey: signer.publicKey, signature: signer.sign(headStatement(statement)) }
}

/**
 * Out of those that wait and into the chain by one statement, so that whoever looks meanwhile sees each entry once. The
 * hashes go as one run of bytes: with nothing to join, no plan can be a bad one.
 */
async function moveIntoChain(
  db: Db,
  batch: { ids: readonly string[]; hashes: readonly string[]; after: End },
  head: Head,
): Promise<void> {
  const moved = await sql`
    with taken as (
      delete from audit_unsealed where id = any(${batch.ids as string[]}::uuid[])
      returning id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after
    ), signed as (
      insert into audit_head (day, position, hash, previous_day, signature, public_key, signed_at)
      values (${head.day}, ${head.position}, decode(${head.hash}, 'hex'), ${head.previousDay}::date,
        decode(${head.signature}, 'base64'), ${head.publicKey}, ${head.signedAt})
      on conflict (day) do update set position = excluded.position, hash = excluded.hash, previous_day = excluded.previous_day,
        signature = excluded.signature, public_key = excluded.public_key, signed_at = excluded.signed_at
    )
    insert into audit_sealed (id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after,
      position, previous_hash, hash)
    select id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after, ${batch.after.position}::bigint + number,
      case number when 1 then decode(${batch.after.hash}, 'hex') else substr(hashes, (number * 32 - 63)::int, 32) end,
      substr(hashes, (number * 32 - 31)::int, 32)
    from (select taken.*, row_number() over (order by id) as number from taken) as taken,
      (select ${Buffer.from(batch.hashes.join(''), 'hex')}::bytea as hashes) as chain
    order by number`.execute(db)
  // Somebody took one away meanwhile: nothing of it is done, and the rest is sealed at the next turn.
  if (Number(moved.numAffectedRows) !== batch.ids.length) throw new Error('an entry was gone before it was sealed')
}
