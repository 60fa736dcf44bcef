// The one door. Every operation passes the same steps: who → may they, here → parse → transaction →
// claim the command id → handle → audit → commit → answer. Nobody can forget a step.

import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import * as z from 'zod/mini'
import type { DB } from '../../db/schema.generated.ts'
import { platformRefusals, refuse } from '../contract/refusal.ts'
import type { Language } from '../contract/words.ts'
import type { PlainDate } from './clock.ts'
import { parseInput } from './parse.ts'
import { nothing, type Person, type Right, rightUsed, type Scope, scopeOf } from './rights.ts'
import type { AuditEntry, CommandHandler, Context, Db, Handler, Parts, QueryHandler, SignedInContext } from './slice.ts'

export type Request = {
  headers: Headers
  /** Path and query parameters, or the JSON body. */
  raw: unknown
  language: Language
  commandId?: string
  bytes?: Uint8Array
}
type Asker = { person: Person | undefined; rights: readonly Right[]; scope: Scope; today: PlainDate }
export type Answer = { body: unknown; repeated: boolean }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Opens the door for one request. Throws a Refusal; everything else that it throws is a fault of ours. */
export async function throughTheDoor(parts: Parts, handler: Handler, request: Request): Promise<Answer> {
  const { person, rights, scope, today } = await whoMay(parts, handler, request.headers)
  const input = parseInput(handler.operation.input, request.raw, request.language)
  const context: Context = {
    db: parts.db,
    person,
    rights,
    scope,
    scopeFor: (other) => scopeOf(rights, other),
    today,
    now: parts.clock.now(),
    language: request.language,
  }
  return isCommand(handler)
    ? carryOut(parts, handler, context, input, request)
    : { body: await answerQuestion(parts, handler, context, input), repeated: false }
}

/** Who asks, and the reach of what they may; needs nothing of the body. */
export async function whoMay(parts: Parts, { operation }: Handler, headers: Headers): Promise<Asker> {
  const { permission } = operation
  const person = permission === 'public' ? undefined : await parts.authority.personOf(headers)
  if (permission !== 'public' && !person) throw refuse(platformRefusals.not_signed_in)
  const today = parts.clock.today()
  const rights = person ? await parts.authority.rightsOf(parts.db, person.id, today) : []
  return { person, rights, scope: mayAtAll(permission, rights), today }
}

const isCommand = (handler: Handler): handler is CommandHandler => handler.operation.kind === 'command'

/** The reach of the permission, or the refusal that names it. */
function mayAtAll(permission: string, rights: readonly Right[]): Scope {
  if (permission === 'public' || permission === 'signed-in') return nothing
  const scope = scopeOf(rights, permission)
  if (!scope.everywhere && scope.roots.length === 0) throw refuse(platformRefusals.not_allowed, { permission })
  return scope
}

/** Where a call happens, and through which of the person's areas it is in reach. */
type Placed = { areas: readonly string[]; roots: readonly string[] | 'any' }
const unplaced: Placed = { areas: [], roots: 'any' }

/** The areas of this call, checked to lie within reach; outside reads as not found. */
async function placeOf(handler: Handler, context: Context, input: unknown): Promise<Placed> {
  const { place, permission } = handler.operation
  if (permission === 'public' || permission === 'signed-in' || place === 'scope') return unplaced
  if (place === 'nowhere') {
    if (!context.scope.everywhere) throw refuse(platformRefusals.not_allowed, { permission })
    return unplaced
  }
  const found = place === 'record' ? await handler.areaOf?.(context, input as never) : place.in(input as never)
  if (found === undefined) throw refuse(platformRefusals.not_found)
  const areas = [...new Set(typeof found === 'string' ? [found] : found)]
  const roots = await rootsOver(context.db, context.scope, areas)
  if (roots === 'outside') throw refuse(platformRefusals.not_found)
  return { areas, roots }
}

/** The scope's areas that lie over the wanted ones, or `outside` when even one of these is not covered. */
async function rootsOver(
  db: Db,
  scope: Scope,
  wanted: readonly string[],
): Promise<readonly string[] | 'any' | 'outside'> {
  if (scope.everywhere) return 'any'
  const covered = await sql<{ unit_id: string; ancestor_id: string }>`
    select unit_id, ancestor_id from area_coverage
    where ancestor_id = any(${scope.roots as string[]}::uuid[]) and unit_id = any(${wanted as string[]}::uuid[])`.execute(
    db,
  )
  if (new Set(covered.rows.map((row) => row.unit_id)).size !== wanted.length) return 'outside'
  return covered.rows.map((row) => row.ancestor_id)
}

async function answerQuestion(parts: Parts, handler: QueryHandler, context: Context, input: unknown): Promise<unknown> {
  const placed = await placeOf(handler, context, input)
  const answer = await handler.handle(context, input as never)
  if (handler.operation.sensitive && context.person)
    await parts.recordAudit(parts.db, [
      entryOf(
        handler,
        context.person,
        context,
        placed,
        { subject: `read:${handler.operation.name}`, after: input },
        null,
      ),
    ])
  return z.parse(handler.operation.output, answer)
}

async function carryOut(
  parts: Parts,
  handler: CommandHandler,
  context: Context,
  input: unknown,
  request: Request,
): Promise<Answer> {
  const person = context.person
  const { operation } = handler
  if (!person) throw refuse(platformRefusals.not_signed_in)
  const commandId = request.commandId ?? ''
  if (!uuid.test(commandId)) throw refuse(platformRefusals.command_id_missing)
  return inTransaction(parts.db, async (db) => {
    const inside: SignedInContext = { ...context, db, person, commandId, bytes: request.bytes ?? new Uint8Array() }
    const kept = await claim(db, commandId, person.id, operation.name, fingerprint(request))
    if (kept !== undefined) return { body: kept, repeated: true }
    const placed = await placeOf(handler, inside, input)
    const { answer, audit } = await handler.handle(inside, input as never)
    const body = z.parse(operation.output, answer)
    const notes = Array.isArray(audit) ? audit : [audit]
    await parts.recordAudit(
      db,
      notes.map((note) => entryOf(handler, person, context, placed, note, commandId)),
    )
    await keepAnswer(db, commandId, operation.forgetAnswer ? null : body)
    return { body, repeated: false }
  })
}

const inTransaction = <T>(db: Kysely<DB>, work: (db: Db) => Promise<T>): Promise<T> =>
  db.transaction().execute((transaction) => work(transaction))

function entryOf(
  handler: Handler,
  person: Person,
  context: Context,
  placed: Placed,
  note: { subject: string; areaId?: string | null; before?: unknown; after?: unknown },
  commandId: string | null,
): AuditEntry {
  const used = rightUsed(context.rights, handler.operation.permission, placed.roots)
  return {
    ...note,
    areaId: note.areaId ?? placed.areas[0] ?? null,
    operation: handler.operation.name,
    personId: person.id,
    actingForId: used?.actingFor?.id ?? null,
    commandId,
    at: context.now,
  }
}

const fingerprint = (request: Request): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(request.raw ?? null))
    .update(request.bytes ?? '')
    .digest()

/** Claims the id for this person and this content; answers what was kept when it was carried out before. */
async function claim(db: Db, id: string, personId: string, operation: string, hash: Buffer): Promise<unknown> {
  const claimed = await sql`
    insert into command (id, person_id, operation, content_hash) values (${id}, ${personId}, ${operation}, ${hash})
    on conflict (person_id, id) do nothing`.execute(db)
  if (claimed.numAffectedRows === 1n) return undefined
  const earlier = await sql<{ operation: string; content_hash: Buffer; answer: unknown }>`
    select operation, content_hash, answer from command where person_id = ${personId} and id = ${id}`.execute(db)
  const row = earlier.rows[0]
  if (!row || row.operation !== operation || !row.content_hash.equals(hash))
    throw refuse(platformRefusals.command_id_reused)
  return row.answer
}

async function keepAnswer(db: Db, id: string, body: unknown): Promise<void> {
  await sql`update command set answer = ${JSON.stringify(body ?? null)}::jsonb where id = ${id}`.execute(db)
}
