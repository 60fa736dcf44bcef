// Calls that wait go together, in one question and one statement that writes. On a slow disk each commit costs a flush of
// several milliseconds; sixty calls that share one cost the same. A few lanes run side by side; calls of one commune keep to one lane, so that lanes never
// wait for each other's rows.

import { sql } from 'kysely'
import * as z from 'zod/mini'
import { platformRefusals, Refusal, refuse } from '../contract/refusal.ts'
import type { Answer } from './answer.ts'
import { type Claim, claimedAgainst, commandRows, earlierOf, fingerprint } from './claim.ts'
import { keepAsAnswer, writtenAnswer } from './kept-answer.ts'
import { entriesOf, type Placed } from './note.ts'
import { coveredOf, reachAmong } from './reach.ts'
import type { Parts, SignedInContext, TogetherHandler } from './slice.ts'
import { writeAtOnce } from './write.ts'

/** While some wait for the database another is judged; more would make the groups smaller, and each group has its price. */
const lanesPerOperation = 2
/** Calls that go together, and the rows that they may bring together before the next ones wait. */
const mostCalls = 64
const mostWeight = 600
/** So many rows that wait are judged while the group before them is written. */
const worthJudgingAhead = 100

type Waiting = {
  context: SignedInContext
  input: unknown
  claim: Claim
  weight: number
  resolve(answer: Answer): void
  reject(fault: unknown): void
}
/** `written`: when the group that was taken last is written, or has failed; `taken`: its commands. */
type Lane = { queue: Waiting[]; running: boolean; taken: Set<string>; written: Promise<void> }
const newLane = (): Lane => ({ queue: [], running: false, taken: new Set(), written: Promise.resolve() })

/** Says that a group is judged, and waits until the one before is written. */
type ItsTurn = () => Promise<void>

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
    hash: fingerprint(handler.operation, raw),
  }
  return new Promise((resolve, reject) => {
    lane.queue.push({ context, input, claim, weight, resolve, reject })
    if (!lane.running) void run(parts, handler, lane)
  })
}

function laneFor(parts: Parts, handler: TogetherHandler, key: string): Lane {
  const perHandler = lanes.get(parts) ?? new Map<TogetherHandler, Lane[]>()
  lanes.set(parts, perHandler)
  const own = perHandler.get(handler) ?? Array.from({ length: lanesPerOperation }, newLane)
  perHandler.set(handler, own)
  let sum = 0
  for (let at = 0; at < key.length; at += 1) sum = (sum * 31 + key.charCodeAt(at)) >>> 0
  return own[sum % lanesPerOperation] as Lane
}

/**
 * Where much waits, the next group is already judged while one is written; it is written when the one before is, so that
 * none overtakes. Where little waits, small groups would cost more than the time they gain: then more gather meanwhile.
 */
async function run(parts: Parts, handler: TogetherHandler, lane: Lane): Promise<void> {
  lane.running = true
  while (lane.queue.length > 0) {
    const [before, group] = [lane.written, nextGroup(lane)]
    if (group.length === 0) {
      await before
      continue
    }
    const judged = Promise.withResolvers<void>()
    const itsTurn = () => {
      judged.resolve()
      return before
    }
    lane.written = carryOutGroup(parts, handler, group, itsTurn).finally(judged.resolve)
    await judged.promise
    await (weightOf(lane.queue) < worthJudgingAhead ? lane.written : before)
  }
  lane.running = false
}

const weightOf = (waiting: readonly Waiting[]): number => waiting.reduce((sum, { weight }) => sum + weight, 0)

/**
 * As many as fit, first come first served; the same command twice waits until the first is written, to be answered as
 * repeated. None at all when every one that waits is a second one.
 */
function nextGroup(lane: Lane): Waiting[] {
  const [group, later, taken] = [[] as Waiting[], [] as Waiting[], new Set<string>()]
  let weight = 0
  for (const one of lane.queue) {
    const id = `${one.claim.personId} ${one.claim.id}`.toLowerCase()
    const full = group.length >= mostCalls || (group.length > 0 && weight + one.weight > mostWeight)
    if (full || taken.has(id) || lane.taken.has(id)) later.push(one)
    else {
      group.push(one)
      taken.add(id)
      weight += one.weight
    }
  }
  lane.queue = later
  lane.taken = taken
  return group
}

/** What fails for the group is tried call by call, so that only the one that fails hears of it. */
async function carryOutGroup(
  parts: Parts,
  handler: TogetherHandler,
  group: readonly Waiting[],
  itsTurn: ItsTurn,
  tries = 3,
): Promise<void> {
  try {
    const answers = await carryOut(parts, handler, group, itsTurn)
    for (const [index, one] of group.entries()) {
      const answer = answers[index]
      if (answer instanceof Refusal) one.reject(answer)
      else if (answer) one.resolve(answer)
    }
  } catch (fault) {
    const [only, ...others] = group
    if (others.length > 0) for (const one of group) await carryOutGroup(parts, handler, [one], itsTurn)
    else if (isRace(fault) && tries > 1) await carryOutGroup(parts, handler, group, itsTurn, tries - 1)
    else only?.reject(fault)
  }
}

/** Somebody else wrote the same thing between our look and our write: looking again shows it. */
const isRace = (fault: unknown): boolean =>
  ['23505', '40001', '40P01'].includes(String((fault as { code?: string } | undefined)?.code))

/**
 * Looks, judges, writes: one question and one statement, which is its own transaction. Nothing is held between the two:
 * what must never stand twice (a command, a promise) is kept apart by the database, and the group then looks again.
 */
async function carryOut(
  parts: Parts,
  handler: TogetherHandler,
  group: readonly Waiting[],
  itsTurn: ItsTurn,
): Promise<(Answer | Refusal)[]> {
  const calls = group.map((one) => ({ one, scope: one.context.scope, areas: placeOf(handler, one.input) }))
  const considered = handler.consider(group.map((one) => one.input as never))
  const { rows } = await sql<Seen>`
    select ${earlierOf(group.map((one) => one.claim))} as earlier, ${coveredOf(calls)} as covered,
      ${considered.question} as known`.execute(parts.byKey)
  const { earlier, covered, known } = rows[0] as Seen
  const claimed = group.map(({ claim }) => claimedAgainst(earlier)(claim))
  const reached = reachAmong(covered, calls)
  const going = calls.flatMap(({ one, areas }, at) => {
    const roots = reached[at]
    return claimed[at]?.state !== 'fresh' || roots === undefined || roots === 'outside'
      ? []
      : [{ one, at, areas, roots }]
  })
  const done =
    going.length === 0 ? new Map<Waiting, Answer>() : await finish(parts, handler, considered, known, going, itsTurn)
  return group.map((one, at) => {
    const claim = claimed[at]
    if (claim?.state === 'kept') return { body: claim.answer, repeated: true }
    if (claim?.state === 'refused') return claim.refusal
    return done.get(one) ?? refuse(platformRefusals.not_found)
  })
}

type Seen = { earlier: Parameters<typeof claimedAgainst>[0]; covered: Parameters<typeof reachAmong>[0]; known: unknown }
type Going = Placed & { one: Waiting; at: number }

/** Judges those that may go on, and writes what follows beside their commands and their audit. */
async function finish(
  parts: Parts,
  handler: TogetherHandler,
  considered: ReturnType<TogetherHandler['consider']>,
  known: unknown,
  going: readonly Going[],
  itsTurn: ItsTurn,
): Promise<Map<Waiting, Answer>> {
  const { operation } = handler
  const { outcomes, writes } = considered.judge(
    { today: parts.clock.today(), now: parts.clock.now() },
    known,
    going.map(({ one, at }) => ({ at, person: one.context.person, commandId: one.claim.id })),
  )
  const done = going.map(({ one, areas, roots }, index) => {
    const outcome = outcomes[index]
    if (!outcome) throw new Error(`${operation.name} left a call without an answer`)
    const body = keepAsAnswer(z.parse(operation.output, outcome.answer) as object)
    return { one, body, notes: entriesOf(handler, one.context, { areas, roots }, outcome.audit, one.claim.id) }
  })
  const commands = done.map(({ one: { claim }, body }) => ({
    claim,
    answer: operation.forgetAnswer ? null : writtenAnswer(body),
  }))
  await itsTurn()
  await writeAtOnce(parts.byKey, [
    { name: 'commanded', change: commandRows(commands) },
    ...writes,
    { name: 'audited', change: parts.auditRows(done.flatMap(({ notes }) => notes)) },
  ])
  return new Map(done.map(({ one, body }) => [one, { body, repeated: false }]))
}

function placeOf({ operation }: TogetherHandler, input: unknown): readonly string[] {
  const { place } = operation
  if (typeof place !== 'object') throw new Error(`${operation.name}: calls together name their place in the input`)
  const found = place.in(input as never)
  return [...new Set(typeof found === 'string' ? [found] : found)]
}
