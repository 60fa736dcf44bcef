// Calls that wait share one transaction. On a slow disk each commit costs a flush of several milliseconds; sixty calls
// that share one cost the same. A few lanes run side by side; calls of one commune keep to one lane, so that lanes never
// wait for each other's rows.

import { type Kysely, sql } from 'kysely'
import * as z from 'zod/mini'
import type { DB } from '../../db/schema.generated.ts'
import { platformRefusals, Refusal, refuse } from '../contract/refusal.ts'
import type { Answer } from './answer.ts'
import { type Claim, claimAll, fingerprint, keepAnswers, releaseClaims } from './claim.ts'
import { entriesOf } from './note.ts'
import { reachOf } from './reach.ts'
import type { AuditEntry, Parts, SignedInContext, TogetherHandler } from './slice.ts'

const lanesPerOperation = 4
/** Calls in one transaction, and the rows that they may bring together before the next ones wait. */
const mostCalls = 64
const mostWeight = 600

type Waiting = {
  context: SignedInContext
  input: unknown
  claim: Claim
  weight: number
  resolve(answer: Answer): void
  reject(fault: unknown): void
}
type Lane = { queue: Waiting[]; running: boolean }

const lanes = new WeakMap<Parts, Map<TogetherHandler, Lane[]>>()

/** Waits for its turn, which is at once when nobody else is there. */
export function carryOutTogether(
  parts: Parts,
  handler: TogetherHandler,
  context: SignedInContext,
  input: unknown,
  raw: unknown,
): Promise<Answer> {
  const { key, weight } = handler.laneOf(input as never)
  const lane = laneFor(parts, handler, key)
  const claim = {
    personId: context.person.id,
    id: context.commandId,
    operation: handler.operation.name,
    hash: fingerprint(raw),
  }
  return new Promise((resolve, reject) => {
    lane.queue.push({ context, input, claim, weight, resolve, reject })
    if (!lane.running) void run(parts, handler, lane)
  })
}

function laneFor(parts: Parts, handler: TogetherHandler, key: string): Lane {
  const perHandler = lanes.get(parts) ?? new Map<TogetherHandler, Lane[]>()
  lanes.set(parts, perHandler)
  const own =
    perHandler.get(handler) ?? Array.from({ length: lanesPerOperation }, () => ({ queue: [], running: false }))
  perHandler.set(handler, own)
  let sum = 0
  for (let at = 0; at < key.length; at += 1) sum = (sum * 31 + key.charCodeAt(at)) >>> 0
  return own[sum % lanesPerOperation] as Lane
}

async function run(parts: Parts, handler: TogetherHandler, lane: Lane): Promise<void> {
  lane.running = true
  while (lane.queue.length > 0) await carryOutGroup(parts, handler, nextGroup(lane))
  lane.running = false
}

/** As many as fit, first come first served; the same command twice waits for the next turn, to be answered as repeated. */
function nextGroup(lane: Lane): Waiting[] {
  const [group, later, ids] = [[] as Waiting[], [] as Waiting[], new Set<string>()]
  let weight = 0
  for (const one of lane.queue) {
    const id = `${one.claim.personId} ${one.claim.id}`.toLowerCase()
    const full = group.length >= mostCalls || (group.length > 0 && weight + one.weight > mostWeight)
    if (full || ids.has(id)) later.push(one)
    else {
      group.push(one)
      ids.add(id)
      weight += one.weight
    }
  }
  lane.queue = later
  return group
}

/** What fails for the group is tried call by call, so that only the one that fails hears of it. */
async function carryOutGroup(
  parts: Parts,
  handler: TogetherHandler,
  group: readonly Waiting[],
  tries = 3,
): Promise<void> {
  try {
    const answers = await parts.db.transaction().execute((db) => carryOut(parts, handler, db, group))
    for (const [index, one] of group.entries()) {
      const answer = answers[index]
      if (answer instanceof Refusal) one.reject(answer)
      else if (answer) one.resolve(answer)
    }
  } catch (fault) {
    const [only, ...others] = group
    if (others.length > 0) for (const one of group) await carryOutGroup(parts, handler, [one])
    else if (isRace(fault) && tries > 1) await carryOutGroup(parts, handler, group, tries - 1)
    else only?.reject(fault)
  }
}

/** Somebody else wrote the same thing between our look and our write: looking again shows it. */
const isRace = (fault: unknown): boolean =>
  ['23505', '40001', '40P01'].includes(String((fault as { code?: string } | undefined)?.code))

async function carryOut(
  parts: Parts,
  handler: TogetherHandler,
  db: Kysely<DB>,
  group: readonly Waiting[],
): Promise<(Answer | Refusal)[]> {
  await byKeyOnly(db)
  const claimed = await claimAll(
    db,
    group.map((one) => one.claim),
  )
  const fresh = group.filter((_, index) => claimed[index]?.state === 'fresh')
  const placed = fresh.map((one) => ({ one, areas: placeOf(handler, one.input) }))
  const reached = await reachOf(
    db,
    placed.map(({ one, areas }) => ({ scope: one.context.scope, areas })),
  )
  const going = placed.flatMap(({ one, areas }, index) => {
    const roots = reached[index]
    return roots === undefined || roots === 'outside' ? [] : [{ one, areas, roots }]
  })
  const outcomes =
    going.length === 0
      ? []
      : await handler.handleTogether(
          { db, today: parts.clock.today(), now: parts.clock.now() },
          going.map(({ one }) => ({ input: one.input as never, person: one.context.person, commandId: one.claim.id })),
        )
  const done = new Map<Waiting, Answer>()
  const notes: AuditEntry[] = []
  for (const [index, { one, areas, roots }] of going.entries()) {
    const outcome = outcomes[index]
    if (!outcome) throw new Error(`${handler.operation.name} left a call without an answer`)
    done.set(one, { body: z.parse(handler.operation.output, outcome.answer), repeated: false })
    notes.push(...entriesOf(handler, one.context, { areas, roots }, outcome.audit, one.claim.id))
  }
  if (going.length > 0) await finish(parts, db, notes, done)
  await releaseClaims(
    db,
    fresh.filter((one) => !done.has(one)).map((one) => one.claim),
  )
  return group.map((one, index) => {
    const claim = claimed[index]
    if (claim?.state === 'kept') return { body: claim.answer, repeated: true }
    if (claim?.state === 'refused') return claim.refusal
    return done.get(one) ?? refuse(platformRefusals.not_found)
  })
}

/**
 * What goes together is looked up by key. A plan made while a table was still empty would read the whole of it for
 * each row once it has grown, so the planner is not left the choice.
 */
async function byKeyOnly(db: Kysely<DB>): Promise<void> {
  await sql`/* plan once */ select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)`.execute(db)
}

async function finish(
  parts: Parts,
  db: Kysely<DB>,
  notes: readonly AuditEntry[],
  done: ReadonlyMap<Waiting, Answer>,
): Promise<void> {
  await parts.recordAudit(db, notes)
  await keepAnswers(
    db,
    [...done].map(([{ claim }, { body }]) => ({ personId: claim.personId, id: claim.id, body })),
  )
}

function placeOf({ operation }: TogetherHandler, input: unknown): readonly string[] {
  const { place } = operation
  if (typeof place !== 'object') throw new Error(`${operation.name}: calls together name their place in the input`)
  const found = place.in(input as never)
  return [...new Set(typeof found === 'string' ? [found] : found)]
}
