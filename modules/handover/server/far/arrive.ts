// A pack was brought: it is kept sealed where it is whole, for this commune, of somebody who is trusted, not too old, and was
// never here before. Or the sender asks to have one back: answered by a receipt, whichever it is.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { unitNames } from '../../../../platform/contract/unit-name.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { showInstant } from '../../../../platform/web/format.ts'
import { communeCoded, heirsOn } from '../../../areas/server/public.ts'
import { momentOf } from '../../../cases/server/public.ts'
import { farRefusals as no } from '../../contract.ts'
import type { Carried } from '../../rules/far/container.ts'
import { PackHeader, type Place, RequestHeader } from '../../rules/far/headers.ts'
import { ageOf, type Decision, receiverTable } from '../../rules/far/protocol.ts'
import { headerIn, signedForUs } from './carried.ts'
import { contentOf, refuseBroken } from './contents.ts'
import { digestOf } from './crypto.ts'
import { ourKey } from './installation.ts'
import { refusalNamed } from './receive-receipt.ts'
import { type Arrival, arrivalsWhere } from './rows.ts'

type Here = { communeId: string; by: string; now: Date }

/** Inside the files of the receiving commune. */
export async function takePackIn(
  files: Db,
  carried: Carried,
  { communeId, by, now, bytes }: Here & { bytes: Uint8Array },
): Promise<{ id: string; number: string }> {
  const header = headerIn(PackHeader, carried)
  const { correspondent } = await signedForUs(files, header, carried, now)
  refuseBroken(header, carried.body)
  const known = await arrivalOf(files, header.pack)
  const step = receiverTable[known?.state ?? 'none'].pack
  if (step.does === 'no') throw refuse(refusalNamed(step.no), { number: header.number })
  const age = ageOf(new Date(header.sentAt), now)
  const when = showInstant(header.sentAt)
  if (age === 'too-old') throw refuse(no.pack_too_old, { when })
  if (age === 'in-the-future') throw refuse(no.pack_in_the_future, { when })
  const key = await ourKey(files, header.to.key)
  if (!key) throw refuse(no.for_another_key)
  // What does not open, or is no file, is refused now and not when somebody wants to decide.
  contentOf(key.pairs, header, carried.body)
  await sql`
    insert into handover.arrival (id, number, correspondent_id, from_code, from_name, from_type, to_id, sent_at, due_at, digest, pack,
      key_id, taken_at, taken_by)
    values (${header.pack}, ${header.number}, ${correspondent.id}, ${header.from.code}, ${header.from.name}, ${header.from.type},
      ${communeId}, ${header.sentAt}, ${header.dueAt}, ${digestOf(bytes)}, ${Buffer.from(bytes)}, ${key.id}, ${now.toISOString()}, ${by})`.execute(
    files,
  )
  return { id: header.pack, number: header.number }
}

/** Never taken in from now on, where it was not accepted. */
export async function answerRequest(
  files: Db,
  carried: Carried,
  { communeId, by, now }: Here,
): Promise<{ id: string; number: string; decision: Decision }> {
  const header = headerIn(RequestHeader, carried)
  const { correspondent } = await signedForUs(files, header, carried, now)
  const known = await arrivalOf(files, header.pack)
  const { pack: id, number, from, sentAt, dueAt } = header
  if (known && (known.digest.toString('hex') !== header.digest || known.correspondent_id !== correspondent.id))
    throw refuse(no.far_forged, { name: correspondent.name })
  const step = receiverTable[known?.state ?? 'none'].request
  if (step.does === 'same') return { id, number, decision: known?.state as Decision }
  const at = now.toISOString()
  if (known)
    await sql`update handover.arrival set state = 'withdrawn', decided_at = ${at}, decided_by = ${by}, pack = null, key_id = null
      where id = ${id}`.execute(files)
  else
    await sql`
      insert into handover.arrival (id, number, correspondent_id, from_code, from_name, from_type, to_id, sent_at, due_at, digest,
        taken_at, taken_by, state, decided_at, decided_by)
      values (${id}, ${number}, ${correspondent.id}, ${from.code}, ${from.name}, ${from.type}, ${communeId}, ${sentAt}, ${dueAt},
        ${Buffer.from(header.digest, 'hex')}, ${at}, ${by}, 'withdrawn', ${at}, ${by})`.execute(files)
  return { id, number, decision: 'withdrawn' }
}

const arrivalOf = async (files: Db, id: string): Promise<Arrival | undefined> =>
  (await arrivalsWhere(files, sql`row.id = ${id}`, sql`for update of row`))[0]

/** By its code of the day it was sent, and through what became of it since; where it was divided the person's place is a choice. */
export async function refuseForElsewhere(
  db: Db,
  place: Place,
  { communeId, sentAt, today }: { communeId: string; sentAt: string; today: string },
): Promise<void> {
  const unit = await communeCoded(db, place.code, momentOf(sentAt).slice(0, 10))
  const heirs = unit ? [unit, ...(await heirsOn(db, unit, today))] : []
  if (!heirs.some(({ id }) => id === communeId)) throw refuse(no.for_another_commune, { unit: unitNames(place) })
}
