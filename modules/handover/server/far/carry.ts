// What is carried from here: the pack and the request of the sender, the receipt of the receiver. Made of what is on record, so
// that each can be made again; the same facts and the same key give the same file.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Unit } from '../../../areas/server/public.ts'
import { farRefusals as no } from '../../contract.ts'
import type { CarriedKind } from '../../rules/far/container.ts'
import type { ReceiptHeader, RequestHeader } from '../../rules/far/headers.ts'
import { signedFile } from './crypto.ts'
import { ourselves } from './installation.ts'
import { type Arrival, arrivalsWhere, type Departure, departuresWhere } from './rows.ts'

export type CarriedAway = Exclude<CarriedKind, 'card'>

export const carriesOfDeparture = ({ state, asked_back_at }: Departure): CarriedAway[] =>
  state === 'sent' ? ['pack', ...(asked_back_at ? (['request'] as const) : [])] : []
export const carriesOfArrival = ({ state }: Arrival): CarriedAway[] => (state === 'waiting' ? [] : ['receipt'])

type Asked = { communeId: string; id: string; kind: CarriedAway; now: Date; own: Unit }
type Made = { bytes: Buffer; number: string; subject: string }

/** Inside the files of the commune; refused where there is no such file now. */
export async function carriedFile(files: Db, asked: Asked): Promise<Made> {
  const { communeId, id, kind } = asked
  if (kind === 'receipt') {
    const [arrival] = await arrivalsWhere(files, sql`row.id = ${id} and row.to_id = ${communeId}`)
    if (!arrival) throw refuse(platformRefusals.not_found)
    if (!carriesOfArrival(arrival).includes(kind)) throw refuse(no.nothing_to_carry, { number: arrival.number })
    return { bytes: await receiptOf(files, arrival, asked.own), number: arrival.number, subject: `arrival:${id}` }
  }
  const [departure] = await departuresWhere(files, sql`row.id = ${id} and row.from_id = ${communeId}`)
  if (!departure) throw refuse(platformRefusals.not_found)
  const { pack, number } = departure
  if (!carriesOfDeparture(departure).includes(kind) || !pack) throw refuse(no.nothing_to_carry, { number })
  const subject = `departure:${id}`
  if (kind === 'request') return { bytes: await requestOf(files, departure, asked.own), number, subject }
  await sql`update handover.departure set carried_at = coalesce(carried_at, ${asked.now.toISOString()}) where id = ${id}`.execute(
    files,
  )
  return { bytes: pack, number, subject }
}

const instant = (at: string | null): string => new Date(at ?? 0).toISOString()
const placeOf = ({ code, name, type }: Pick<Unit, 'code' | 'name' | 'type'>) => ({ code, name, type })

async function requestOf(files: Db, departure: Departure, own: Unit): Promise<Buffer> {
  const us = await ourselves(files)
  return signedFile(us.key.pairs, 'request', {
    ...{ pack: departure.id, number: departure.number, digest: departure.digest.toString('hex') },
    from: { installation: us.id, key: us.key.id, ...placeOf(own) },
    to: {
      installation: departure.correspondent_id,
      ...placeOf({ code: departure.to_code, name: departure.to_name, type: departure.to_type }),
    },
    ...{ sentAt: instant(departure.sent_at), dueAt: instant(departure.due_at), at: instant(departure.asked_back_at) },
  } satisfies RequestHeader)
}

async function receiptOf(files: Db, arrival: Arrival, own: Unit): Promise<Buffer> {
  const us = await ourselves(files)
  return signedFile(us.key.pairs, 'receipt', {
    ...{ pack: arrival.id, number: arrival.number, digest: arrival.digest.toString('hex') },
    from: { installation: us.id, key: us.key.id, ...placeOf(own) },
    to: { installation: arrival.correspondent_id },
    decision: arrival.state as ReceiptHeader['decision'],
    ...{ reason: arrival.reason, at: instant(arrival.decided_at) },
    note: arrival.note ? JSON.parse(arrival.note.toString()) : null,
  } satisfies ReceiptHeader)
}
