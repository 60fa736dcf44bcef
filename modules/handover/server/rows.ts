// Rows of sendings, read inside the files of one commune; the names of communes and colleagues are asked outside.

import { type RawBuilder, sql } from 'kysely'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { unitsById } from '../../areas/server/public.ts'
import { handOverRefusals, type SendingRow, type UnitShown } from '../contract.ts'

export type Sending = {
  id: string
  number: string
  from_id: string
  to_id: string
  addressed_id: string | null
  stay_id: string | null
  file_id: string
  file_number: string
  form: string | null
  moved_at: string
  law_due_at: string | null
  sent_at: string
  sent_by: string
  due_at: string
  digest: Buffer
  state: Exclude<SendingRow['state'], 'asked-back'>
  decided_at: string | null
  decided_by: string | null
  reason: SendingRow['reason']
  note: Buffer | null
  receipt: string | null
  signature: Buffer | null
  demo: boolean
}
export type Reminded = { sending_id: string; level: 'head' | 'province'; at: string }

export async function sendingsWhere(
  files: Db,
  where: RawBuilder<unknown>,
  rest: RawBuilder<unknown> = sql``,
): Promise<Sending[]> {
  const { rows } = await sql<Sending>`select * from handover.sending where ${where} ${rest}`.execute(files)
  return rows
}

/** Locks the sending, so that of two decisions the second sees the first. */
export async function lockSending(files: Db, where: RawBuilder<unknown>): Promise<Sending> {
  const [found] = await sendingsWhere(files, where, sql`for update`)
  if (!found) throw refuse(platformRefusals.not_found)
  if (found.state !== 'sent') throw refuse(handOverRefusals.already_decided, { number: found.number })
  return found
}

export async function remindersOf(files: Db, ids: readonly string[]): Promise<Reminded[]> {
  const { rows } = await sql<Reminded>`
    select sending_id, level, sent_at as at from handover.reminder where sending_id = any(${ids}::uuid[]) order by sent_at`.execute(
    files,
  )
  return rows
}

export type Named = ReadonlyMap<string, UnitShown>
export async function unitsNamed(db: Db, ids: readonly (string | null)[]): Promise<Named> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const units = await unitsById(db, wanted)
  return new Map(units.map(({ id, name, type }) => [id, { id, name, type }]))
}
export const unitsOf = (sendings: readonly Sending[]): (string | null)[] =>
  sendings.flatMap(({ from_id, to_id, addressed_id, stay_id }) => [from_id, to_id, addressed_id, stay_id])

export const unitIn = (units: Named, id: string): UnitShown => units.get(id) ?? { id, name: '?', type: '' }

export function rowShown(sending: Sending, communeId: string, units: Named, reminded: readonly Reminded[]): SendingRow {
  return {
    id: sending.id,
    number: sending.number,
    side: sending.from_id === communeId ? 'out' : 'in',
    from: unitIn(units, sending.from_id),
    to: unitIn(units, sending.to_id),
    system: null,
    addressed: sending.addressed_id ? unitIn(units, sending.addressed_id) : null,
    fileNumber: sending.file_number,
    form: sending.form,
    movedAt: sending.moved_at,
    lawDueAt: sending.law_due_at,
    sentAt: sending.sent_at,
    dueAt: sending.due_at,
    state: sending.state,
    decidedAt: sending.decided_at,
    reason: sending.reason,
    reminded: reminded.flatMap(({ sending_id, level, at }) => (sending_id === sending.id ? [{ level, at }] : [])),
    demo: sending.demo,
  }
}
