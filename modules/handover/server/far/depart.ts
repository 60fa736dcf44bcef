// A file goes out: the move is on record, the pack is sealed for the other installation and signed by ours, and from then on
// nothing is written to the file. Or the sender asks to have it back, which only a receipt does.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { unitNames } from '../../../../platform/contract/unit-name.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import { unitsById } from '../../../areas/server/public.ts'
import { handOver, insideFiles, instantOf, keepAsSent, lifeOf, momentOf } from '../../../cases/server/public.ts'
import { handOverRefusals } from '../../contract.ts'
import { senderTable } from '../../rules/far/protocol.ts'
import { passingOf, placeOf } from '../../rules/passing.ts'
import { answerDue } from '../../rules.ts'
import { moveWaiting, nextNumber, refuseTwice, withMove } from '../sending.ts'
import { packFile } from './contents.ts'
import { keyToSealFor, servedPlace } from './correspondents.ts'
import { digestOf } from './crypto.ts'
import { ourselves } from './installation.ts'
import { type Departure, lockDeparture, senderStateOf } from './rows.ts'

export type FarOrder = {
  id: string
  communeId: string
  fileId: string
  correspondentId: string
  code: string
  movedAt?: Moment | undefined
  residence: string
  stay: string
  by: string
  /** Said in the sealed pack: whoever opens it elsewhere learns who sent it. */
  sender: string
  now: Date
  today: string
}
type InFile = <T>(work: (files: Db) => Promise<T>) => Promise<T>

/** The whole runs in one transaction, which the caller began. */
export async function depart(
  db: Db,
  order: FarOrder,
  inFile: InFile,
): Promise<{ id: string; number: string; dueAt: string }> {
  const { id, communeId, fileId, correspondentId, now, by } = order
  const [own] = await unitsById(db, [communeId])
  const from = { code: own?.code ?? '', name: own?.name ?? '', type: own?.type ?? '' }
  if (order.code === from.code) throw refuse(handOverRefusals.to_oneself, { unit: unitNames(from) })
  return inFile(async (files) => {
    await refuseTwice(files, order)
    const us = await ourselves(files)
    const { correspondent, key } = await keyToSealFor(files, correspondentId)
    const place = await servedPlace(files, { correspondentId, code: order.code, on: order.today })
    const { whole } = await withMove(files, order, place)
    const life = await lifeOf(files, whole, now)
    const passing = passingOf(placeOf(life))
    if (!passing) throw refuse(handOverRefusals.nothing_runs)
    const { form } = passing
    const move = moveWaiting(life)
    const number = await nextNumber(files, now)
    const [sentAt, dueAt] = [now.toISOString(), new Date(instantOf(answerDue(momentOf(now)))).toISOString()]
    const pack = packFile(
      us.key.pairs,
      key.box_public,
      {
        ...{ pack: id, number, sentAt, dueAt },
        from: { installation: us.id, key: us.key.id, ...from },
        to: { installation: correspondent.id, key: key.id, ...place },
      },
      { form: { form, residence: order.residence, stay: order.stay, sentBy: order.sender }, whole },
    )
    await sql`
      insert into handover.departure (id, number, from_id, correspondent_id, to_code, to_name, to_type, file_id, file_number, form,
        moved_at, law_due_at, sent_at, sent_by, due_at, digest, pack)
      values (${id}, ${number}, ${communeId}, ${correspondent.id}, ${place.code}, ${place.name}, ${place.type}, ${fileId},
        ${whole.number}, ${form}, ${move ? instantOf(move.at) : sentAt}, ${move?.due ? instantOf(move.due) : null}, ${sentAt}, ${by},
        ${dueAt}, ${digestOf(pack)}, ${pack})`.execute(files)
    await keepAsSent(files, { communeId, fileId }, id)
    return { id, number, dueAt }
  })
}

/** Answers the departure as it is then; asked for twice, it was asked for once. */
export async function askBack(
  db: Db,
  { communeId, id, by, now }: { communeId: string; id: string; by: string; now: Date },
): Promise<Departure> {
  return insideFiles(db, { communeId, readerId: by, purpose: handOver }, async (files) => {
    const departure = await lockDeparture(files, communeId, id)
    const step = senderTable[senderStateOf(departure)]['ask-back']
    if (step.does === 'no') throw refuse(handOverRefusals.already_decided, { number: departure.number })
    if (step.does === 'same') return departure
    await sql`update handover.departure set asked_back_at = ${now.toISOString()}, asked_back_by = ${by} where id = ${id}`.execute(
      files,
    )
    return { ...departure, asked_back_at: now.toISOString() }
  })
}
