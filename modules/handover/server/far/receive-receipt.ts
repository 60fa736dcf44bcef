// A receipt was brought back to the sender: accepted, a number is left here and the file is theirs; returned or given back as
// asked, the sender goes on. It has to be signed by whom the pack was sealed for, and to name that very pack.

import { sql } from 'kysely'
import { type RefusalKind, refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { keepAsSent, leaveStub, lockWhole, sealedWith } from '../../../cases/server/public.ts'
import { handOverRefusals, farRefusals as no } from '../../contract.ts'
import type { Carried } from '../../rules/far/container.ts'
import { ReceiptHeader } from '../../rules/far/headers.ts'
import { type FarRefusalId, type SenderEvent, senderTable } from '../../rules/far/protocol.ts'
import { headerIn, signedForUs } from './carried.ts'
import { openNote } from './contents.ts'
import { ourKeys } from './installation.ts'
import { type Departure, departuresWhere, senderStateOf } from './rows.ts'

const refusals = { ...handOverRefusals, ...no } satisfies Partial<Record<FarRefusalId, RefusalKind>> & object
export const refusalNamed = (id: FarRefusalId): RefusalKind => refusals[id]

export type Entered = { departure: Departure; decision: ReceiptHeader['decision'] }

/** Inside the files of the sender's commune, for the purpose of handing over. */
export async function enterReceipt(
  files: Db,
  carried: Carried,
  { communeId, by, now, text }: { communeId: string; by: string; now: Date; text: string },
): Promise<Entered> {
  const header = headerIn(ReceiptHeader, carried)
  const { correspondent } = await signedForUs(files, header, carried, now)
  const [departure] = await departuresWhere(
    files,
    sql`row.id = ${header.pack} and row.from_id = ${communeId}`,
    sql`for update of row`,
  )
  if (!departure) throw refuse(no.receipt_of_nothing, { number: header.number })
  // Of another pack under the same number, or by somebody whom this one was not sealed for.
  if (departure.correspondent_id !== correspondent.id || departure.digest.toString('hex') !== header.digest)
    throw refuse(no.receipt_of_nothing, { number: header.number })
  const event: SenderEvent = `receipt-${header.decision}`
  const step = senderTable[senderStateOf(departure)][event]
  if (step.does !== 'to')
    throw refuse(step.does === 'no' ? refusalNamed(step.no) : no.receipt_used, { number: departure.number })
  const at = { communeId, fileId: departure.file_id }
  let note: Buffer | null = null
  if (step.to === 'accepted') await leaveStub(files, at, departure.id, departure.sent_at)
  else {
    const { whole } = await lockWhole(files, at)
    const words = header.note ? await noteIn(files, header.pack, header.note) : undefined
    note = words === undefined ? null : sealedWith(whole, words, `return of ${departure.id}`)
    await keepAsSent(files, at, null)
  }
  await sql`
    update handover.departure set state = ${step.to}, decided_at = ${header.at}, taken_at = ${now.toISOString()}, taken_by = ${by},
      reason = ${header.reason}, note = ${note}, receipt = ${text}, pack = null where id = ${departure.id}`.execute(
    files,
  )
  return { departure, decision: header.decision }
}

/** Sealed to whichever of our keys was in use when the pack was made. */
async function noteIn(files: Db, pack: string, note: NonNullable<ReceiptHeader['note']>): Promise<string | undefined> {
  for (const { pairs } of await ourKeys(files)) {
    const words = openNote(pairs, pack, note)
    if (words !== undefined) return words
  }
  return undefined
}
