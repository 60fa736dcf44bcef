// Many signatures, of one call or of many that wait together: judge each, store those that count, keep those that wait.
// Everybody who takes signatures (the office, the phone, paper, a link, a meeting) comes through here.

import { hash } from 'node:crypto'
import type { RawBuilder } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { type Write, writeAtOnce } from '../../../../platform/server/write.ts'
import { judgeInk } from '../../contract/ink.ts'
import { codeOfDigest, type SigningReason, type SigningResult, type TakenSignature } from '../../contract/signing.ts'
import { daySigned, judgeSignature, type ProofFacts } from '../../rules/signing.ts'
import type { DriveKnown } from './drives.ts'
import { askFacts, type EntryKnown, type Facts, factsOf, readFacts } from './facts.ts'
import { forgetUnsigned, type NewHeld, type NewPromise, storeHeld, storePromises } from './store.ts'

type Place = {
  driveId: string
  communeId: string
  /** The place that the caller was checked for; entries of elsewhere read as unknown. */
  hamletId: string | null
  /** What a person has to decide about all of them, known to the caller, if nothing else stands in their way. */
  heldFor?: SigningReason
  signatures: readonly TakenSignature[]
}
export type SigningCall = Place & { personId: string | null }

type Pair = { call: Place; signature: TakenSignature; code: string }
type One = Pair & {
  personId: string | null
  known: EntryKnown
  drive: DriveKnown | undefined
  ink: Buffer | null
  signedOn: string
  proof: ProofFacts
}
type Settled = { result: SigningResult; promise?: NewPromise; held?: NewHeld; unsigned?: boolean }
/** A call that may go on: its place among the calls that were considered, and who made it. */
type Going = { at: number; personId: string | null }

/** Results for each call, in the order of its signatures. Runs inside the caller's transaction. */
export async function signMany(db: Db, today: PlainDate, calls: readonly SigningCall[]): Promise<SigningResult[][]> {
  const { results, writes } = await judgeMany(db, today, calls)
  await writeAtOnce(db, writes)
  return results
}

/** What would come of these signatures if they came now; nothing is written. */
export const foresee = async (db: Db, today: PlainDate, calls: readonly SigningCall[]): Promise<SigningResult[][]> =>
  (await judgeMany(db, today, calls)).results

async function judgeMany(db: Db, today: PlainDate, calls: readonly SigningCall[]) {
  const { question, settle } = considerSignatures(calls)
  const facts = await askFacts(db, question)
  return settle(
    today,
    facts,
    calls.map(({ personId }, at) => ({ at, personId })),
  )
}

/** What must be known to judge the signatures of these calls, and what follows from it for those that may go on. */
export function considerSignatures(calls: readonly Place[]): {
  question: RawBuilder<Facts>
  settle(today: PlainDate, facts: Facts, going: readonly Going[]): { results: SigningResult[][]; writes: Write[] }
} {
  const pairs: Pair[] = []
  const firsts = calls.map((call) => {
    const first = pairs.length
    for (const signature of call.signatures) pairs.push({ call, signature, code: codeFor(signature.id) })
    return first
  })
  return {
    question: factsOf(
      pairs.map(({ call: { communeId, driveId, hamletId }, signature, code }) => ({
        ...signature,
        communeId,
        driveId,
        hamletId,
        code,
      })),
    ),
    settle(today, facts, going) {
      const { entries, driveOf, proofOf } = readFacts(facts, today)
      const seen = new Set<string>()
      const settled = going.map(({ at, personId }) => {
        const first = firsts[at] ?? 0
        return (calls[at]?.signatures ?? []).map((_, index) => {
          const pair = pairs[first + index] as Pair
          const known = entries[first + index] as EntryKnown
          const drive = driveOf(pair.call.driveId, pair.call.communeId)
          const proof = proofOf({ ...pair.signature, ...placeOf(pair.call) })
          return settleOne(readPair(pair, personId, known, drive, proof), seen)
        })
      })
      return { results: settled.map((own) => own.map(({ result }) => result)), writes: writesOf(settled.flat()) }
    },
  }
}

const placeOf = ({ communeId, hamletId }: Place) => ({ communeId, hamletId })

function readPair(
  pair: Pair,
  personId: string | null,
  known: EntryKnown,
  drive: DriveKnown | undefined,
  proof: ProofFacts,
): One {
  const { ink: text, signedAt } = pair.signature
  const ink = text ? Buffer.from(text, 'base64') : null
  return {
    ...pair,
    personId,
    known,
    drive,
    ink,
    signedOn: drive ? daySigned(signedAt, drive.workday) : '',
    proof,
  }
}

/** `seen` holds what this very group has signed, so that a household twice in one batch is noticed too. */
function settleOne(one: One, seen: Set<string>): Settled {
  const { call, signature, known, drive, code } = one
  const { id } = signature
  if (seen.has(id)) return { result: { id, outcome: 'repeated', code } }
  if (known.sameId) return { result: again(one, known.sameId) }
  const verdict = judgeSignature(
    drive,
    drive?.groups ?? new Map(),
    known.entry,
    call.hamletId,
    { way: signature.way, textNumber: signature.textNumber, signedOn: one.signedOn, ...one.proof },
    one.ink ? judgeInk(one.ink) : 'none',
    known.signedBy !== null || seen.has(`${call.driveId} ${signature.entryId}`),
  )
  if (verdict.outcome === 'held') return { result: { id, ...verdict }, held: heldOf(one, verdict.reason) }
  if (verdict.outcome === 'refused') return { result: { id, ...verdict } }
  if (call.heldFor) {
    const held = { outcome: 'held' as const, reason: call.heldFor }
    return { result: { id, ...held }, held: heldOf(one, held.reason) }
  }
  seen.add(id).add(`${call.driveId} ${signature.entryId}`)
  return { result: { id, outcome: 'accepted', code }, promise: promiseOf(one), unsigned: known.unsigned }
}

function again({ call, signature, code }: Pair, same: NonNullable<EntryKnown['sameId']>): SigningResult {
  const { id } = signature
  if (same.entryId !== signature.entryId || same.driveId !== call.driveId)
    return { id, outcome: 'refused', reason: 'id_taken' satisfies SigningReason }
  if (same.state === 'waiting') return { id, outcome: 'held', reason: same.reason }
  if (same.state === 'refused') return { id, outcome: 'refused', reason: same.reason }
  return { id, outcome: 'repeated', code }
}

/** The public code of a promise; the browser's `codeOf` gives the same. */
export const codeFor = (id: string): string => codeOfDigest(hash('sha256', id.toLowerCase(), 'buffer'))

function promiseOf({ call, signature, personId, known, drive, ink, signedOn, code }: One): NewPromise {
  const { entry } = known
  if (!entry || !drive) throw new Error('a signature was accepted without its entry or drive')
  return {
    communeId: call.communeId,
    id: signature.id,
    driveId: call.driveId,
    entryId: signature.entryId,
    groupId: entry.groupId,
    textNumber: signature.textNumber,
    placeId: entry.placeId,
    way: signature.way,
    signedOn,
    listedOn: entry.since,
    signedAt: signature.signedAt,
    personId,
    deviceId: signature.deviceId ?? null,
    witness: signature.witness || null,
    typedName: signature.typedName ?? null,
    meetingId: signature.meetingId ?? null,
    fileId: signature.fileId ?? null,
    code,
    ink,
    shape: ink && hash('sha256', ink, 'buffer').subarray(0, 16),
  }
}

function heldOf({ call, signature, personId, ink }: One, reason: SigningReason): NewHeld {
  const { ink: _, ...rest } = signature
  return {
    communeId: call.communeId,
    id: signature.id,
    driveId: call.driveId,
    entryId: signature.entryId,
    hamletId: call.hamletId,
    reason,
    signature: rest,
    ink,
    personId,
    deviceId: signature.deviceId ?? null,
  }
}

function writesOf(settled: readonly Settled[]): Write[] {
  return [
    ...storePromises(settled.flatMap(({ promise }) => promise ?? [])),
    ...forgetUnsigned(settled.flatMap(({ promise, unsigned }) => (promise && unsigned ? promise : []))),
    ...storeHeld(settled.flatMap(({ held }) => held ?? [])),
  ]
}
