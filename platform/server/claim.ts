// Claims the ids of commands, for one call or for many at once: sent twice, answered twice with the same answer, done once.

import { createHash, createHmac, hash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { platformRefusals, type Refusal, refuse } from '../contract/refusal.ts'
import type { Db } from './slice.ts'
import { plainArray } from './write.ts'

export type Claim = { personId: string; id: string; operation: string; hash: Buffer }
/** `fresh`: to be carried out now; `kept`: carried out before, with its answer; `refused`: the id belongs to something else. */
export type Claimed = { state: 'fresh' } | { state: 'kept'; answer: unknown } | { state: 'refused'; refusal: Refusal }

let secretOf: (() => string) | undefined
/** `app/` says which secret, outside the database, keys the fingerprints of what must not be guessed. */
export function provideFingerprintSecret(secret: () => string): void {
  let known: string | undefined
  secretOf = () => {
    known ??= secret()
    return known
  }
}

/** Of what was sent: by it a repeat is known. A plain hash of a name can be found by trying names, so those are keyed. */
export function fingerprint({ sealsInput }: { sealsInput?: boolean }, raw: unknown, bytes?: Uint8Array): Buffer {
  const text = JSON.stringify(raw ?? null)
  if (!sealsInput)
    return bytes?.length ? createHash('sha256').update(text).update(bytes).digest() : hash('sha256', text, 'buffer')
  if (!secretOf) throw new Error('fingerprints of what must not be guessed were given no secret')
  return createHmac('sha256', secretOf())
    .update(text)
    .update(bytes ?? '')
    .digest()
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
  const others = claims.filter((claim) => !fresh.has(keyOf(claim.personId, claim.id)))
  const { rows } = await sql<{ earlier: Earlier[] | null }>`select ${earlierOf(others)} as earlier`.execute(db)
  const known = claimedAgainst(rows[0]?.earlier ?? null)
  return claims.map((claim) =>
    fresh.has(keyOf(claim.personId, claim.id)) ? { state: 'fresh' } : takenOr(known(claim)),
  )
}

/** Not fresh although nobody is on record: it was let go of between our two looks, and is not ours all the same. */
const takenOr = (claimed: Claimed): Claimed =>
  claimed.state === 'fresh' ? { state: 'refused', refusal: refuse(platformRefusals.command_id_reused) } : claimed

export type Earlier = { personId: string; id: string; operation: string; hash: string; answer: unknown }

/** The commands of these ids that were carried out before, as JSON; each looked up for itself, whatever the planner thinks. */
export const earlierOf = (claims: readonly Claim[]): RawBuilder<Earlier[] | null> => sql`(
  select json_agg(json_build_object('personId', earlier.person_id, 'id', earlier.id, 'operation', earlier.operation,
    'hash', encode(earlier.content_hash, 'hex'), 'answer', earlier.answer))
  from unnest(${plainArray(claims.map((claim) => claim.personId))}::uuid[], ${plainArray(claims.map((claim) => claim.id))}::uuid[])
    as claim (person_id, id)
  cross join lateral (select * from command where command.person_id = claim.person_id and command.id = claim.id limit 1) earlier)`

/** What each claim is worth, given the commands that were carried out before. */
export function claimedAgainst(earlier: readonly Earlier[] | null): (claim: Claim) => Claimed {
  const byKey = new Map((earlier ?? []).map((one) => [keyOf(one.personId, one.id), one]))
  return ({ personId, id, operation, hash: own }) => {
    const one = byKey.get(keyOf(personId, id))
    if (!one) return { state: 'fresh' }
    if (one.operation !== operation || one.hash !== own.toString('hex'))
      return { state: 'refused', refusal: refuse(platformRefusals.command_id_reused) }
    return { state: 'kept', answer: one.answer }
  }
}

/** The rows of commands that are carried out in this very statement; `answer` is JSON. An id that is there already breaks it. */
export function commandRows(carriedOut: readonly { claim: Claim; answer: string | null }[]): RawBuilder<unknown> {
  const claims = carriedOut.map(({ claim }) => claim)
  return sql`
    insert into command (person_id, id, operation, content_hash, answer)
    select person_id, id, operation, decode(hash, 'hex'), answer
    from unnest(${plainArray(claims.map((claim) => claim.personId))}::uuid[], ${plainArray(claims.map((claim) => claim.id))}::uuid[],
      ${plainArray(claims.map((claim) => claim.operation))}::text[], ${plainArray(claims.map((claim) => claim.hash.toString('hex')))}::text[],
      ${carriedOut.map(({ answer }) => answer)}::jsonb[])
      as command (person_id, id, operation, hash, answer) order by 1, 2`
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
