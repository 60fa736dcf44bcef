// The decision of the receiver about a pack that was brought: read, accepted, returned. From the acceptance on the file is
// theirs, whether or not the receipt ever arrives; what was decided is told by a receipt that can be made again.

import { sql } from 'kysely'
import { v5 as uuidv5 } from 'uuid'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { unitName } from '../../../../platform/contract/unit-name.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { unitsById } from '../../../areas/server/public.ts'
import { handOver, insideFiles, isSomebodyElse, momentOf, takeIn, withHandOver } from '../../../cases/server/public.ts'
import { handOverRefusals, farRefusals as no } from '../../contract.ts'
import { PackHeader } from '../../rules/far/headers.ts'
import { type ReceiverEvent, receiverTable } from '../../rules/far/protocol.ts'
import type { ReturnReason } from '../../rules/reasons.ts'
import { type Decision, movedInto, openingOf } from '../deciding.ts'
import { carriedIn, headerIn } from './carried.ts'
import { contentOf, type FarContent, refuseBroken, sealedNote } from './contents.ts'
import { correspondentIn, lastKeyOf } from './correspondents.ts'
import { digestOf } from './crypto.ts'
import { ourKey } from './installation.ts'
import { type Arrival, lockArrival } from './rows.ts'

const way = ({ communeId, by }: Decision) => ({ communeId, readerId: by, purpose: handOver })

async function waiting(files: Db, { communeId, id }: Decision, event: ReceiverEvent): Promise<Arrival> {
  const arrival = await lockArrival(files, communeId, id)
  if (receiverTable[arrival.state][event].does !== 'to')
    throw refuse(handOverRefusals.already_decided, { number: arrival.number })
  return arrival
}

/** As it came: whoever changed what the database keeps is found out. */
async function opened(files: Db, { pack, digest, key_id: keyId }: Arrival): Promise<FarContent> {
  if (!pack || !digestOf(pack).equals(digest)) throw refuse(no.far_broken)
  const carried = carriedIn(pack)
  const header = headerIn(PackHeader, carried)
  refuseBroken(header, carried.body)
  const key = await ourKey(files, keyId ?? '')
  if (!key) throw refuse(no.for_another_key)
  return contentOf(key.pairs, header, carried.body)
}

/** Leaves who read it. */
export async function readFar(
  db: Db,
  decision: Decision,
  readingId: string,
): Promise<{ arrival: Arrival; content: FarContent }> {
  return insideFiles(db, way(decision), async (files) => {
    const arrival = await waiting(files, decision, 'accept')
    const content = await opened(files, arrival)
    await sql`insert into handover.arrival_reading (id, arrival_id, reader_id, read_at)
      values (${readingId}, ${arrival.id}, ${decision.by}, ${decision.now.toISOString()})`.execute(files)
    return { arrival, content }
  })
}

export async function acceptFar(
  db: Db,
  decision: Decision,
): Promise<{ fileId: string; number: string; arrival: Arrival }> {
  const { communeId, id, by, now } = decision
  const [unit] = await unitsById(db, [communeId])
  return insideFiles(db, way(decision), async (files) => {
    const arrival = await waiting(files, decision, 'accept')
    await refuseRevoked(files, arrival)
    const { whole: sealed, form } = await opened(files, arrival)
    if (await isSomebodyElse(files, communeId, sealed)) throw refuse(no.file_here_already)
    const whole = withHandOver(movedInto(sealed, form), {
      id: uuidv5('handed over', id),
      at: momentOf(arrival.sent_at),
      to: unit ? unitName(unit, 'vi') : '',
      note: `Phiếu chuyển số ${arrival.number}, ${arrival.system}`,
      ...{ by, now },
    })
    const { rows: readings } = await sql<{ id: string; reader_id: string; read_at: string }>`
      select id, reader_id, read_at from handover.arrival_reading where arrival_id = ${id}`.execute(files)
    const openings = readings.map((reading) => openingOf({ fileId: whole.id, number: arrival.number }, reading))
    const beside = { ...whole.beside, opening: [...whole.beside.opening, ...openings] }
    const { number } = await takeIn(files, communeId, { ...whole, beside }, now)
    await sql`update handover.arrival set state = 'accepted', decided_at = ${now.toISOString()}, decided_by = ${by},
      file_id = ${whole.id}, pack = null, key_id = null where id = ${id}`.execute(files)
    return { fileId: whole.id, number, arrival }
  })
}

/** The words are for those who sent it, and nobody here can read them again. */
export async function returnFar(db: Db, decision: Decision & { reason: ReturnReason; note: string }): Promise<Arrival> {
  const { id, by, now, reason } = decision
  return insideFiles(db, way(decision), async (files) => {
    const arrival = await waiting(files, decision, 'return')
    const key = await lastKeyOf(files, arrival.correspondent_id)
    const note = key && Buffer.from(JSON.stringify(sealedNote(key.box_public, id, decision.note)))
    await sql`update handover.arrival set state = 'returned', decided_at = ${now.toISOString()}, decided_by = ${by},
      reason = ${reason}, note = ${note ?? null}, pack = null, key_id = null where id = ${id}`.execute(files)
    return arrival
  })
}

/** Whoever was revoked since it came may not be whom it says: nothing of theirs is taken in. */
async function refuseRevoked(files: Db, arrival: Arrival): Promise<void> {
  const correspondent = await correspondentIn(files, arrival.correspondent_id)
  if (correspondent?.revoked_at) throw refuse(no.correspondent_revoked, { name: correspondent.name })
}
