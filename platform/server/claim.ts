// Claims the ids of commands, for one call or for many at once: sent twice, answered twice with the same answer, done once.

import { createHash, hash } from 'node:crypto'
import { sql } from 'kysely'
import { platformRefusals, type Refusal, refuse } from '../contract/refusal.ts'
import type { Db } from './slice.ts'

export type Claim = { personId: string; id: string; operation: string; hash: Buffer }
/** `fresh`: to be carried out now; `kept`: carried out before, with its answer; `refused`: the id belongs to something else. */
export type Claimed = { state: 'fresh' } | { state: 'kept'; answer: unknown } | { state: 'refused'; refusal: Refusal }

export function fingerprint(raw: unknown, bytes?: Uint8Array): Buffer {
  const text = JSON.stringify(raw ?? null)
  return bytes?.length ? createHash('sha256').update(text).update(bytes).digest() : hash('sha256', text, 'buffer')
}

const keyOf = (personId: string, id: string): string => `${personId} ${id}`.toLowerCase()

/** Claims each id for its person and content, in the order given; the same id must not stand twice in one list. */
export async function claimAll(db: Db, claims: readonly Claim[]): Promise<Claimed[]> {
  const made = await sql<{ person_id: string; id: string }>`
    /* plan once */
    insert into command (person_id, id, operation, content_hash)
    select * from unnest(${claims.map((claim) => claim.personId)}::uuid[], ${claims.map((claim) => claim.id)}::uuid[],
      ${claims.map((claim) => claim.operation)}::text[], ${claims.map((claim) => claim.hash)}::bytea[])
      as claim (person_id, id, operation, content_hash) order by 1, 2
    on conflict (person_id, id) do nothing returning person_id, id`.execute(db)
  if (made.rows.length === claims.length) return claims.map(() => ({ state: 'fresh' }))
  const fresh = new Set(made.rows.map((row) => keyOf(row.person_id, row.id)))
  const earlier = await earlierOf(
    db,
    claims.filter((claim) => !fresh.has(keyOf(claim.personId, claim.id))),
  )
  return claims.map((claim) => {
    const key = keyOf(claim.personId, claim.id)
    if (fresh.has(key)) return { state: 'fresh' }
    const row = earlier.get(key)
    if (!row || row.operation !== claim.operation || !row.content_hash.equals(claim.hash))
      return { state: 'refused', refusal: refuse(platformRefusals.command_id_reused) }
    return { state: 'kept', answer: row.answer }
  })
}

type Earlier = { person_id: string; id: string; operation: string; content_hash: Buffer; answer: unknown }
async function earlierOf(db: Db, claims: readonly Claim[]): Promise<ReadonlyMap<string, Earlier>> {
  const { rows } = await sql<Earlier>`
    select command.person_id, command.id, command.operation, content_hash, answer
    from unnest(${claims.map((claim) => claim.personId)}::uuid[], ${claims.map((claim) => claim.id)}::uuid[])
      as claim (person_id, id) join command using (person_id, id)`.execute(db)
  return new Map(rows.map((row) => [keyOf(row.person_id, row.id), row]))
}

/** Keeps what was answered, for when the same command comes again. */
export async function keepAnswers(
  db: Db,
  answers: readonly { personId: string; id: string; body: unknown }[],
): Promise<void> {
  await sql`
    /* plan once */
    update command set answer = kept.answer
    from unnest(${answers.map((one) => one.personId)}::uuid[], ${answers.map((one) => one.id)}::uuid[],
      ${answers.map((one) => JSON.stringify(one.body ?? null))}::jsonb[]) as kept (person_id, id, answer)
    where command.person_id = kept.person_id and command.id = kept.id`.execute(db)
}

/** Lets go of the ids of calls that were refused: mended, they may come again. */
export async function releaseClaims(db: Db, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return
  await sql`
    delete from command using unnest(${claims.map((claim) => claim.personId)}::uuid[],
      ${claims.map((claim) => claim.id)}::uuid[]) as claim (person_id, id)
    where command.person_id = claim.person_id and command.id = claim.id`.execute(db)
}
