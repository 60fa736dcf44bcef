// One hand-over, for either of its communes: who sent and decided, who read the pack, whether the receipt holds.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { heirsOn, unitsById } from '../../../areas/server/public.ts'
import { insideFiles, readersNames } from '../../../cases/server/public.ts'
import { ViewSending } from '../../contract.ts'
import { toldOf } from '../../rules.ts'
import { noticesWhere, remindedOf } from '../notices/rows.ts'
import { receiptShown } from '../receipts.ts'
import { remindersOf, rowShown, type Sending, sendingsWhere, unitIn, unitsNamed, unitsOf } from '../rows.ts'

export const viewSending = answers(ViewSending, async ({ db, person, today }, { communeId, id }) => {
  const { sending, reminded, readings, receipt, notice } = await insideFiles(
    db,
    { communeId, readerId: person?.id ?? '', purpose: 'list' },
    async (files) => {
      const [found] = await sendingsWhere(files, sql`id = ${id}`)
      if (!found) throw refuse(platformRefusals.not_found)
      const { rows } = await sql<{ reader_id: string; read_at: string }>`
        select reader_id, read_at from handover.reading where sending_id = ${id} order by read_at`.execute(files)
      return {
        sending: found,
        reminded: await remindersOf(files, [id]),
        readings: rows,
        receipt: await receiptOf(files, found),
        notice: (await noticesWhere(files, sql`notice.sending_id = ${id}`))[0],
      }
    },
  )
  const units = await unitsNamed(db, unitsOf([sending]))
  const names = await readersNames(db, [
    sending.sent_by,
    ...(sending.decided_by ? [sending.decided_by] : []),
    ...readings.map(({ reader_id }) => reader_id),
  ])
  const isOut = sending.from_id === communeId
  const holds = sending.state === 'accepted' ? !isOut : isOut
  return {
    row: rowShown(sending, communeId, units, reminded),
    sentBy: names.get(sending.sent_by) ?? null,
    decidedBy: (sending.decided_by && names.get(sending.decided_by)) ?? null,
    fileId: holds ? sending.file_id : null,
    digest: sending.digest.toString('hex'),
    told: toldOf(sending.to_id, sending.stay_id).map(({ unitId, why }) => ({
      unit: unitIn(units, unitId),
      why,
      notice:
        why === 'stay' && notice
          ? {
              ...{ number: notice.number, state: notice.state, dueAt: notice.due_at, decidedAt: notice.decided_at },
              reminded: remindedOf(notice),
            }
          : null,
    })),
    readings: readings.map(({ reader_id, read_at }) => ({ reader: names.get(reader_id) ?? null, at: read_at })),
    receipt,
    lost: sending.state === 'sent' ? await lostReceiver(db, sending, today) : null,
  }
})

const receiptOf = async (files: Db, sending: Sending) =>
  sending.receipt === null || sending.signature === null || sending.decided_at === null
    ? null
    : receiptShown(
        files,
        {
          sendingId: sending.id,
          number: sending.number,
          digest: sending.digest.toString('hex'),
          fromId: sending.from_id,
          toId: sending.to_id,
          decision: sending.state === 'accepted' ? 'accepted' : 'returned',
          at: new Date(sending.decided_at).toISOString(),
        },
        { receipt: sending.receipt, signature: sending.signature },
      )

/** Where one unit holds all of it the sending follows by itself (server/following.ts); otherwise the sender has to choose. */
async function lostReceiver(db: Db, { to_id }: Sending, today: string) {
  const [unit] = await unitsById(db, [to_id])
  if (!unit || unit.validTo === null || unit.validTo > today) return null
  const heirs = await heirsOn(db, unit, today)
  if (heirs.length === 1) return null
  return {
    why: heirs.length === 0 ? ('gone' as const) : ('divided' as const),
    heirs: heirs.map(({ id, name, type }) => ({ id, name, type })),
  }
}
