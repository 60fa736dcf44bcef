// One lot as it is stored, for those who change or show it.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Context, Db } from '../../../../platform/server/slice.ts'
import { drivesKnown } from '../../../commitments/server/public.ts'
import type { LotState } from '../../contract/lots.ts'
import { verificationRefusals } from '../../contract/refusals.ts'
import type { Drawn, Outcome } from '../../rules/result.ts'

export type Lot = {
  communeId: string
  id: string
  driveId: string
  groupId: string
  placeId: string
  hamletId: string | null
  bodyId: string | null
  members: string[]
  sample: number
  allowed: number
  tries: number
  closedOn: string
  verifierId: string | null
  sealPosition: number | null
  seal: string | null
  drawnAt: string | null
  outcome: 'passed' | 'failed' | null
  wrong: number | null
  decidedOn: string | null
  followUp: string | null
  withdrawnOn: string | null
  version: number
}

/** `lock` holds the row until the end of the transaction: two at once then follow one another. */
export async function lotById(db: Db, id: string, { lock = false } = {}): Promise<Lot> {
  const { rows } = await sql<Lot>`
    select lot.commune_id as "communeId", lot.id, lot.drive_id as "driveId", lot.group_id as "groupId", lot.place_id as "placeId",
      lot.hamlet_id as "hamletId", lot.body_id as "bodyId", lot.members, lot.sample, lot.allowed, risk.tries,
      lot.closed_on as "closedOn", lot.verifier_id as "verifierId", lot.seal_position as "sealPosition", lot.seal,
      lot.drawn_at as "drawnAt", lot.outcome, lot.wrong, lot.decided_on as "decidedOn", lot.follow_up as "followUp",
      lot.withdrawn_on as "withdrawnOn", lot.version
    from verification_lot lot join verification_risk risk on risk.id = lot.risk_id
    where lot.id = ${id} ${lock ? sql`for update of lot` : sql``}`.execute(db)
  if (!rows[0]) throw refuse(platformRefusals.not_found)
  return rows[0]
}

/** The same for a change: locked, as it was shown, and still open. */
export async function openLot(db: Db, { id, version }: { id: string; version: number }): Promise<Lot> {
  const lot = await lotById(db, id, { lock: true })
  if (isOver(lot)) throw refuse(verificationRefusals.lot_over)
  if (lot.version !== version) throw refuse(platformRefusals.changed_meanwhile)
  return lot
}

export const isOver = ({ outcome, withdrawnOn }: Pick<Lot, 'outcome' | 'withdrawnOn'>): boolean =>
  outcome !== null || withdrawnOn !== null

/** Where a lot lies, for the door. */
export async function areaOfLot({ db }: Pick<Context, 'db'>, { id }: { id: string }): Promise<string | undefined> {
  const { rows } = await sql<{ area: string }>`
    select coalesce(hamlet_id, commune_id) as area from verification_lot where id = ${id}`.execute(db)
  return rows[0]?.area
}

export type DrawnItem = Drawn & { promiseId: string; tries: number; triedAt: string | null }

export async function drawnOf(db: Db, { communeId, id }: Pick<Lot, 'communeId' | 'id'>): Promise<DrawnItem[]> {
  const { rows } = await sql<DrawnItem & { outcome: Outcome | null }>`
    select position, promise_id as "promiseId", outcome, tries, tried_at as "triedAt" from verification_item
    where commune_id = ${communeId} and lot_id = ${id} order by position`.execute(db)
  return rows
}

/** The day on which the drive works: today, or the programme's own day for a demonstration. */
export async function workdayOf(
  db: Db,
  { driveId, communeId }: { driveId: string; communeId: string },
  today: PlainDate,
): Promise<PlainDate> {
  return (await drivesKnown(db, [{ driveId, communeId }], today))(driveId, communeId)?.workday ?? today
}

/** SQL that tells the state of a lot; the tables are called `lot` and, below it, verification_item. */
export const stateOfLot = sql<LotState>`case when lot.withdrawn_on is not null then 'withdrawn'
  when lot.outcome is not null then lot.outcome
  when lot.drawn_at is null then 'closed'
  when exists (select 1 from verification_item item where item.commune_id = lot.commune_id and item.lot_id = lot.id
    and (item.outcome is not null or item.tries > 0)) then 'visiting'
  else 'drawn' end`
