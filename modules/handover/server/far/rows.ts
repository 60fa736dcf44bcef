// Rows of departures and arrivals, read inside the files of one commune; and as the lists show them beside the other hand-overs.

import { type RawBuilder, sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { SendingRow } from '../../contract.ts'
import type { ReceiverState, SenderState } from '../../rules/far/protocol.ts'
import type { Named } from '../rows.ts'
import { unitIn } from '../rows.ts'

export type Departure = {
  id: string
  number: string
  from_id: string
  correspondent_id: string
  to_code: string
  to_name: string
  to_type: string
  file_id: string
  file_number: string
  form: string | null
  moved_at: string
  law_due_at: string | null
  sent_at: string
  sent_by: string
  due_at: string
  digest: Buffer
  pack: Buffer | null
  carried_at: string | null
  asked_back_at: string | null
  state: 'sent' | 'accepted' | 'returned' | 'withdrawn'
  decided_at: string | null
  taken_at: string | null
  taken_by: string | null
  reason: SendingRow['reason']
  note: Buffer | null
  receipt: string | null
  head_told_at: string | null
  province_told_at: string | null
  system: string
}
export type Arrival = {
  id: string
  number: string
  correspondent_id: string
  from_code: string
  from_name: string
  from_type: string
  to_id: string
  sent_at: string
  due_at: string
  digest: Buffer
  pack: Buffer | null
  key_id: string | null
  taken_at: string
  taken_by: string
  state: Exclude<ReceiverState, 'none'>
  decided_at: string | null
  decided_by: string | null
  reason: SendingRow['reason']
  note: Buffer | null
  file_id: string | null
  head_told_at: string | null
  province_told_at: string | null
  system: string
}

const rowsOf =
  <Row>(table: 'departure' | 'arrival') =>
  async (files: Db, where: RawBuilder<unknown>, rest: RawBuilder<unknown> = sql``): Promise<Row[]> => {
    const { rows } = await sql<Row>`
      select row.*, correspondent.name as system from ${sql.table(`handover.${table}`)} as row
      join handover.correspondent on correspondent.id = row.correspondent_id where ${where} ${rest}`.execute(files)
    return rows
  }
export const departuresWhere = rowsOf<Departure>('departure')
export const arrivalsWhere = rowsOf<Arrival>('arrival')

const only = <Row>(rows: readonly Row[]): Row => {
  if (!rows[0]) throw refuse(platformRefusals.not_found)
  return rows[0]
}
/** Locked, so that of two decisions the second sees the first. */
export const lockDeparture = async (files: Db, communeId: string, id: string): Promise<Departure> =>
  only(await departuresWhere(files, sql`row.id = ${id} and row.from_id = ${communeId}`, sql`for update of row`))
export const lockArrival = async (files: Db, communeId: string, id: string): Promise<Arrival> =>
  only(await arrivalsWhere(files, sql`row.id = ${id} and row.to_id = ${communeId}`, sql`for update of row`))

export const senderStateOf = ({ state, asked_back_at }: Departure): SenderState =>
  state === 'sent' && asked_back_at ? 'asked-back' : state

const reminded = (row: Departure | Arrival): SendingRow['reminded'] => [
  ...(row.head_told_at ? [{ level: 'head' as const, at: row.head_told_at }] : []),
  ...(row.province_told_at ? [{ level: 'province' as const, at: row.province_told_at }] : []),
]
const common = (row: Departure | Arrival) => ({
  ...{ id: row.id, number: row.number, system: row.system, addressed: null, demo: false },
  ...{ sentAt: row.sent_at, dueAt: row.due_at, decidedAt: row.decided_at, reason: row.reason },
  reminded: reminded(row),
})

export const departureShown = (row: Departure, units: Named): SendingRow => ({
  ...common(row),
  side: 'out',
  from: unitIn(units, row.from_id),
  to: { id: row.correspondent_id, name: row.to_name, type: row.to_type },
  ...{ fileNumber: row.file_number, form: row.form, movedAt: row.moved_at, lawDueAt: row.law_due_at },
  state: senderStateOf(row) as SendingRow['state'],
})

export const arrivalShown = (row: Arrival, units: Named): SendingRow => ({
  ...common(row),
  side: 'in',
  from: { id: row.correspondent_id, name: row.from_name, type: row.from_type },
  to: unitIn(units, row.to_id),
  // What the sender wrote on it is in the sealed pack.
  ...{ fileNumber: null, form: null, movedAt: null, lawDueAt: null },
  state: row.state === 'waiting' ? 'sent' : row.state,
})
