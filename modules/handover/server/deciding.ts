// The decision of the receiver, each in one transaction: accepted, the file is theirs and a stub is left behind; returned, it
// stays where it is. Never two owners, never none.

import { sql } from 'kysely'
import { v5 as uuidv5 } from 'uuid'
import { refuse } from '../../../platform/contract/refusal.ts'
import { unitName } from '../../../platform/contract/unit-name.ts'
import type { Db } from '../../../platform/server/slice.ts'
import {
  handOver,
  insideFiles,
  leaveStub,
  lockWhole,
  type MovingFile,
  momentOf,
  sealedWith,
  takeIn,
  withHandOver,
} from '../../cases/server/public.ts'
import { handOverRefusals } from '../contract.ts'
import type { ReturnReason } from '../rules/reasons.ts'
import { takeNoticeBack } from './notices/telling.ts'
import { dropPack, openPack, type PackContent, type PackForm, sealPack, storePack } from './packs.ts'
import { signedReceipt } from './receipts.ts'
import { lockSending, type Sending, unitIn, unitsNamed } from './rows.ts'

export type Decision = { communeId: string; id: string; by: string; now: Date }
type Read = { sending: Sending; content: PackContent; digest: Buffer }

const box = ({ communeId, by }: Decision) => ({ communeId, readerId: by, purpose: handOver })
const lockIn = (db: Db, decision: Decision): Promise<Sending> =>
  insideFiles(db, box(decision), (files) =>
    lockSending(files, sql`id = ${decision.id} and to_id = ${decision.communeId}`),
  )

/** Opens the pack; where the sender wrote on meanwhile it is sealed anew first. Leaves who read it. */
export async function read(db: Db, decision: Decision, readingId: string): Promise<Read> {
  const { id, communeId, by, now } = decision
  const sending = await lockIn(db, decision)
  const kept = await insideFiles(db, box(decision), (files) => openPack(files, id, sending.digest))
  const source = await insideFiles(db, { ...box(decision), communeId: sending.from_id }, (files) =>
    lockWhole(files, { communeId: sending.from_id, fileId: sending.file_id }),
  )
  const content = { ...kept.content, whole: source.whole }
  const isNew = source.version !== kept.version
  const pack = isNew ? sealPack(id, content.form, source.whole) : undefined
  await insideFiles(db, box(decision), async (files) => {
    if (pack) {
      await storePack(files, { id, toId: communeId, version: source.version }, pack)
      await sql`update handover.sending set digest = ${pack.digest} where id = ${id}`.execute(files)
    }
    await sql`insert into handover.reading (id, sending_id, reader_id, read_at)
      values (${readingId}, ${id}, ${by}, ${now.toISOString()})`.execute(files)
  })
  return { sending, content: isNew ? content : kept.content, digest: pack?.digest ?? sending.digest }
}

/** `digest` is of what the receiver has read: they accept that, and nothing else. */
export async function accept(
  db: Db,
  decision: Decision & { digest: string },
): Promise<{ fileId: string; number: string; fromId: string; sending: string }> {
  const { communeId, id, by, now } = decision
  const sending = await lockIn(db, decision)
  if (sending.digest.toString('hex') !== decision.digest) throw refuse(handOverRefusals.pack_changed)
  const { content, version } = await insideFiles(db, box(decision), (files) => openPack(files, id, sending.digest))
  const { from_id: fromId, file_id: fileId } = sending
  const source = await insideFiles(db, { ...box(decision), communeId: fromId }, async (files) => {
    const locked = await lockWhole(files, { communeId: fromId, fileId })
    if (locked.version !== version) throw refuse(handOverRefusals.pack_changed)
    await leaveStub(files, { communeId: fromId, fileId }, id)
    return locked.whole
  })
  const units = await unitsNamed(db, [communeId])
  const whole = withHandOver(movedInto(source, content.form), {
    id: uuidv5('handed over', id),
    at: momentOf(sending.sent_at),
    to: unitName(unitIn(units, communeId), 'vi'),
    note: `Phiếu chuyển số ${sending.number}`,
    ...{ by, now },
  })
  const { number } = await insideFiles(db, box(decision), async (files) => {
    const readings = await readingsOf(files, sending)
    const beside = { ...whole.beside, opening: [...whole.beside.opening, ...readings] }
    const taken = await takeIn(files, communeId, { ...whole, beside }, now)
    await decide(files, sending, decision, { decision: 'accepted' })
    return taken
  })
  return { fileId, number, fromId, sending: sending.number }
}

/** The addresses that the sender wrote on the form are the addresses from now on. */
export function movedInto(whole: MovingFile, { residence, stay }: PackForm): MovingFile {
  const { identity } = whole.person
  const moved = { ...identity, residence: residence || identity.residence, stay }
  return { ...whole, person: { ...whole.person, identity: moved } }
}

/** Who read the pack read the file of this person: it goes to the record of who did. */
async function readingsOf(files: Db, { id, number, file_id }: Sending): Promise<MovingFile['beside']['opening']> {
  const { rows } = await sql<Reading>`
    select id, reader_id, read_at from handover.reading where sending_id = ${id}`.execute(files)
  return rows.map((reading) => openingOf({ fileId: file_id, number }, reading))
}

type Reading = { id: string; reader_id: string; read_at: string }
export function openingOf(
  { fileId, number }: { fileId: string; number: string },
  { id, reader_id, read_at }: Reading,
): MovingFile['beside']['opening'][number] {
  const until = new Date(Date.parse(read_at) + 60_000).toISOString()
  return {
    ...{ id, file_id: fileId, reader_id, purpose: 'move', ground: `Phiếu chuyển số ${number}` },
    ...{ opened_at: read_at, until, closed_at: until },
  }
}

/** Says why; the words are sealed with the key of the person, for they may name them. */
export async function giveBack(db: Db, decision: Decision & { reason: ReturnReason; note: string }): Promise<Sending> {
  const sending = await lockIn(db, decision)
  const { from_id: fromId, file_id: fileId, id } = sending
  const note = await insideFiles(db, { ...box(decision), communeId: fromId }, async (files) => {
    const { whole } = await lockWhole(files, { communeId: fromId, fileId })
    return sealedWith(whole, decision.note, `return of ${id}`)
  })
  await insideFiles(db, box(decision), (files) =>
    decide(files, sending, decision, { decision: 'returned', reason: decision.reason, note }),
  )
  await takeNoticeBack(db, { ...decision, sendingId: id })
  return sending
}

type Outcome = { decision: 'accepted' } | { decision: 'returned'; reason: ReturnReason; note: Buffer }

async function decide(files: Db, sending: Sending, { by, now }: Decision, outcome: Outcome): Promise<void> {
  const { receipt, signature } = await signedReceipt(files, {
    sendingId: sending.id,
    number: sending.number,
    digest: sending.digest.toString('hex'),
    fromId: sending.from_id,
    toId: sending.to_id,
    decision: outcome.decision,
    at: now.toISOString(),
  })
  const { reason, note } = outcome.decision === 'returned' ? outcome : { reason: null, note: null }
  await sql`
    update handover.sending set state = ${outcome.decision}, decided_at = ${now.toISOString()}, decided_by = ${by},
      reason = ${reason}, note = ${note}, receipt = ${receipt}, signature = ${signature} where id = ${sending.id}`.execute(
    files,
  )
  await dropPack(files, sending.id)
}

/** The sender takes it back while nobody has decided: the pack is gone from the box of the receiver. */
export async function takeBack(db: Db, { communeId, id, by, now }: Decision): Promise<Sending> {
  const way = { communeId, readerId: by, purpose: handOver }
  const sending = await insideFiles(db, way, async (files) => {
    const locked = await lockSending(files, sql`id = ${id} and from_id = ${communeId}`)
    await sql`update handover.sending set state = 'withdrawn', decided_at = ${now.toISOString()}, decided_by = ${by}
      where id = ${id}`.execute(files)
    return locked
  })
  await insideFiles(db, { ...way, communeId: sending.to_id }, (files) => dropPack(files, id))
  await takeNoticeBack(db, { communeId, sendingId: id, by, now })
  return sending
}
