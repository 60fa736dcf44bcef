// The one door. Every operation passes the same steps: who → may they, here → parse → transaction →
// claim the command id → handle → audit → commit → answer. Nobody can forget a step.

import * as z from 'zod/mini'
import { platformRefusals, refuse } from '../contract/refusal.ts'
import type { Language } from '../contract/words.ts'
import type { Answer } from './answer.ts'
import { claimAll, fingerprint, keepAnswers } from './claim.ts'
import type { PlainDate } from './clock.ts'
import { checkedAnswer } from './kept-answer.ts'
import { entriesOf, type Placed } from './note.ts'
import { parseInput } from './parse.ts'
import { reachOf } from './reach.ts'
import { nothing, type Person, type Right, type Scope, scopeOf } from './rights.ts'
import type {
  CommandHandler,
  Context,
  Handler,
  Parts,
  QueryHandler,
  SignedInContext,
  TogetherHandler,
} from './slice.ts'
import { carryOutTogether } from './together.ts'
import { refusalOfMissing } from './withheld.ts'

export type Request = {
  headers: Headers
  /** Path and query parameters, or the JSON body. */
  raw: unknown
  language: Language
  commandId?: string
  bytes?: Uint8Array
}
type Asker = {
  person: Person | undefined
  rights: readonly Right[]
  withheld: readonly Right[]
  scope: Scope
  today: PlainDate
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Opens the door for one request. Throws a Refusal; everything else that it throws is a fault of ours. */
export async function throughTheDoor(parts: Parts, handler: Handler, request: Request): Promise<Answer> {
  const { person, rights, withheld, scope, today } = await whoMay(parts, handler, request.headers)
  const input = parseInput(handler.operation.input, request.raw, request.language)
  const context: Context = {
    db: parts.db,
    person,
    rights,
    withheld,
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
  const rights = person ? await parts.authority.rightsOf(parts.db, person, today) : []
  const withheld = (person && (await parts.authority.withheldOf?.(parts.db, person, today))) ?? []
  return { person, rights, withheld, scope: mayAtAll(permission, rights, withheld), today }
}

const isCommand = (handler: Handler): handler is CommandHandler | TogetherHandler =>
  handler.operation.kind === 'command'

/** The reach of the permission, or the refusal that names it. */
function mayAtAll(permission: string, rights: readonly Right[], withheld: readonly Right[]): Scope {
  if (permission === 'public' || permission === 'signed-in') return nothing
  const scope = scopeOf(rights, permission)
  if (!scope.everywhere && scope.roots.length === 0) throw refusalOfMissing(permission, withheld)
  return scope
}

const unplaced: Placed = { areas: [], roots: 'any' }

/** The areas of this call, checked to lie within reach; outside reads as not found. */
async function placeOf(handler: CommandHandler | QueryHandler, context: Context, input: unknown): Promise<Placed> {
  const { place, permission } = handler.operation
  if (permission === 'public' || permission === 'signed-in' || place === 'scope') return unplaced
  if (place === 'nowhere') {
    if (!context.scope.everywhere) throw refuse(platformRefusals.not_allowed, { permission })
    return unplaced
  }
  const found = place === 'record' ? await handler.areaOf?.(context, input as never) : place.in(input as never)
  if (found === undefined) throw refuse(platformRefusals.not_found)
  const areas = [...new Set(typeof found === 'string' ? [found] : found)]
  const [roots] = await reachOf(context.db, [{ scope: context.scope, areas }])
  if (roots === undefined || roots === 'outside') throw refuse(platformRefusals.not_found)
  return { areas, roots }
}

async function answerQuestion(parts: Parts, handler: QueryHandler, context: Context, input: unknown): Promise<unknown> {
  const placed = await placeOf(handler, context, input)
  const answer = await handler.handle(context, input as never)
  if (handler.operation.sensitive && context.person)
    await parts.recordAudit(
      parts.db,
      entriesOf(
        handler,
        { ...context, person: context.person },
        placed,
        { subject: `read:${handler.operation.name}`, after: input },
        null,
      ),
    )
  return checkedAnswer(answer, (unchecked) => z.parse(handler.operation.output, unchecked))
}

async function carryOut(
  parts: Parts,
  handler: CommandHandler | TogetherHandler,
  context: Context,
  input: unknown,
  request: Request,
): Promise<Answer> {
  const person = context.person
  const { operation } = handler
  if (!person) throw refuse(platformRefusals.not_signed_in)
  const commandId = request.commandId ?? ''
  if (!uuid.test(commandId)) throw refuse(platformRefusals.command_id_missing)
  const signedIn: SignedInContext = { ...context, person, commandId, bytes: request.bytes ?? new Uint8Array() }
  if ('consider' in handler) return carryOutTogether(parts, handler, signedIn, input, request.raw)
  return parts.db.transaction().execute(async (db) => {
    const inside = { ...signedIn, db }
    const hash = fingerprint(operation, request.raw, request.bytes)
    const [claimed] = await claimAll(db, [{ personId: person.id, id: commandId, operation: operation.name, hash }])
    if (claimed?.state === 'refused') throw claimed.refusal
    if (claimed?.state === 'kept') return { body: claimed.answer, repeated: true }
    const placed = await placeOf(handler, inside, input)
    const { answer, audit } = await handler.handle(inside, input as never)
    const body = z.parse(operation.output, answer)
    await parts.recordAudit(db, entriesOf(handler, inside, placed, audit, commandId))
    await keepAnswers(db, [{ personId: person.id, id: commandId, body: operation.forgetAnswer ? null : body }])
    return { body, repeated: false }
  })
}
