// Many signatures, of one call or of many that wait together: judge each, store those that count, keep those that wait.
// Everybody who takes signatures (the office, the phone, paper, a link, a meeting) comes through here.

import { hash } from 'node:crypto'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { decodeInk, type Ink, tooLittleInk } from '../../contract/ink.ts'
import { codeOfDigest, type Signature, type SigningReason, type SigningResult } from '../../contract/signing.ts'
import { daySigned, type InkState, judgeSignature } from '../../rules/signing.ts'
import { type Asked, type DriveKnown, drivesKnown, type EntryKnown, entriesKnown, proofsKnown } from './facts.ts'
import { forgetUnsigned, type NewHeld, type NewPromise, storeHeld, storePromises } from './store.ts'

export type SigningCall = {
  driveId: string
  communeId: string
  /** The place that the caller was checked for; entries of elsewhere read as unknown. */
  hamletId: string | null
  personId: string | null
  signatures: readonly Signature[]
}

type Pair = { call: SigningCall; signature: Signature }
const askedOf = ({ call, signature: { id, entryId } }: Pair): Asked => ({
  id,
  entryId,
  communeId: call.communeId,
  driveId: call.driveId,
  code: codeFor(id),
})
type One = Pair & {
  known: EntryKnown
  drive: DriveKnown | undefined
  ink: Buffer | null
  strokes: Ink | undefined
  signedOn: string
  /** Every meeting and file that it names is on record. */
  proven: boolean
}
type Settled = { result: SigningResult; promise?: NewPromise; held?: NewHeld; unsigned?: boolean }

/** Results for each call, in the order of its signatures. Runs inside the caller's transaction. */
export async function signMany(db: Db, today: PlainDate, calls: readonly SigningCall[]): Promise<SigningResult[][]> {
  const pairs = calls.flatMap((call) => call.signatures.map((signature) => ({ call, signature })))
  const driveOf = await drivesKnown(db, calls, today)
  const known = await entriesKnown(db, pairs.map(askedOf))
  const proofs = await proofsKnown(
    db,
    pairs.flatMap(({ signature: { meetingId, fileId } }) => [meetingId ?? [], fileId ?? []].flat()),
  )
  const seen = new Set<string>()
  const settled = pairs.map((pair, index) => {
    const drive = driveOf(pair.call.driveId, pair.call.communeId)
    const ink = pair.signature.ink ? Buffer.from(pair.signature.ink, 'base64') : null
    return settle(
      {
        ...pair,
        known: known[index] as EntryKnown,
        drive,
        signedOn: drive ? daySigned(pair.signature.signedAt, drive.workday) : '',
        ink,
        strokes: ink ? decodeInk(ink) : undefined,
        proven: [pair.signature.meetingId, pair.signature.fileId].every((id) => !id || proofs.has(id.toLowerCase())),
      },
      seen,
    )
  })
  await store(db, settled)
  let at = 0
  return calls.map(({ signatures }) => signatures.map(() => (settled[at++] as Settled).result))
}

/** `seen` holds what this very group has signed, so that a household twice in one batch is noticed too. */
function settle(one: One, seen: Set<string>): Settled {
  const { call, signature, known, drive } = one
  const { id } = signature
  if (seen.has(id)) return { result: { id, outcome: 'repeated', code: codeFor(id) } }
  if (known.sameId) return { result: again(one, known.sameId) }
  if (!one.proven) return { result: { id, outcome: 'refused', reason: 'proof_unknown' satisfies SigningReason } }
  const verdict = judgeSignature(
    drive,
    drive?.groups ?? new Map(),
    known.entry,
    call.hamletId,
    { way: signature.way, textNumber: signature.textNumber, signedOn: one.signedOn, meetingId: signature.meetingId },
    inkState(one),
    known.signedBy !== null || seen.has(`${call.driveId} ${signature.entryId}`),
  )
  if (verdict.outcome === 'held') return { result: { id, ...verdict }, held: heldOf(one, verdict.reason) }
  if (verdict.outcome === 'refused') return { result: { id, ...verdict } }
  seen.add(id).add(`${call.driveId} ${signature.entryId}`)
  const promise = promiseOf(one)
  return { result: { id, outcome: 'accepted', code: promise.code }, promise, unsigned: known.unsigned }
}

function again({ call, signature }: Pair, same: NonNullable<EntryKnown['sameId']>): SigningResult {
  const { id } = signature
  if (same.entryId !== signature.entryId || same.driveId !== call.driveId)
    return { id, outcome: 'refused', reason: 'id_taken' satisfies SigningReason }
  if (same.state === 'waiting') return { id, outcome: 'held', reason: same.reason }
  if (same.state === 'refused') return { id, outcome: 'refused', reason: same.reason }
  return { id, outcome: 'repeated', code: codeFor(id) }
}

function inkState({ ink, strokes }: One): InkState {
  if (!ink) return 'none'
  if (!strokes) return 'unreadable'
  return tooLittleInk(strokes) ? 'too-small' : 'good'
}

/** The public code of a promise; the browser's `codeOf` gives the same. */
export const codeFor = (id: string): string => codeOfDigest(hash('sha256', id.toLowerCase(), 'buffer'))

function promiseOf({ call, signature, known, drive, ink, signedOn }: One): NewPromise {
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
    personId: call.personId,
    deviceId: signature.deviceId ?? null,
    witness: signature.witness || null,
    meetingId: signature.meetingId ?? null,
    fileId: signature.fileId ?? null,
    code: codeFor(signature.id),
    ink,
    shape: ink && hash('sha256', ink, 'buffer').subarray(0, 16),
  }
}

function heldOf({ call, signature, ink }: Pair & { ink: Buffer | null }, reason: SigningReason): NewHeld {
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
    personId: call.personId,
    deviceId: signature.deviceId ?? null,
  }
}

async function store(db: Db, settled: readonly Settled[]): Promise<void> {
  await storePromises(
    db,
    settled.flatMap(({ promise }) => promise ?? []),
  )
  await forgetUnsigned(
    db,
    settled.flatMap(({ promise, unsigned }) => (promise && unsigned ? promise : [])),
  )
  await storeHeld(
    db,
    settled.flatMap(({ held }) => held ?? []),
  )
}
