// The verifier's own lots: who is to be visited, by name; never the plan's limit, nor what the visits so far add up to.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ListVisits, MyVisits } from '../../contract/visits.ts'
import { progressOf, toVisit } from '../../rules/result.ts'
import { drawnOf, isOver, type Lot, lotById, workdayOf } from '../lots/find.ts'
import { groupOf, movedTo, type Place, placeOf } from '../lots/place.ts'

type Names = { vi: string; en: string }
type Called = { drive: Names; group: { id: string; name: Names }; place: Place }

/** The lot of a verifier; everybody else is told that there is none. */
export async function ownLot(db: Db, id: string, personId: string | undefined, { lock = false } = {}): Promise<Lot> {
  const lot = await lotById(db, id, { lock })
  if (!personId || lot.verifierId !== personId || lot.withdrawnOn) throw refuse(platformRefusals.not_found)
  return lot
}

export const myVisits: Handler = answers(MyVisits, async ({ db, person }) => {
  const rows = await lotsOf(db, person?.id ?? '')
  return { rows: await Promise.all(rows.map(async (id) => headOf(db, await lotById(db, id)))) }
})

/** Lots that are drawn, not judged yet, and given to this person; the oldest first. */
export async function lotsOf(db: Db, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from verification_lot
    where verifier_id = ${personId}::uuid and drawn_at is not null and outcome is null and withdrawn_on is null
    order by closed_at, id limit 50`.execute(db)
  return rows.map((row) => row.id)
}

async function headOf(db: Db, lot: Lot) {
  const { rows } = await sql<Called>`
    select json_build_object('vi', drive.name_vi, 'en', drive.name_en) as drive, ${groupOf('lot')} as group, ${placeOf('lot')} as place
    from verification_lot lot join commitment_drive drive on drive.id = lot.drive_id where lot.id = ${lot.id}`.execute(
    db,
  )
  const called = rows[0] as Called
  const { visited, waiting } = progressOf(await drawnOf(db, lot), lot.sample)
  return {
    id: lot.id,
    drive: called.drive,
    group: called.group.name,
    commune: called.place.commune,
    place: called.place.name,
    placeType: called.place.type,
    visited,
    of: visited + waiting,
  }
}

type Named = { position: number; name: string; address: string; number: number | null }

export const listVisits: Handler = answers(ListVisits, async ({ db, person, today }, { lotId }) => {
  const lot = await ownLot(db, lotId, person?.id)
  const drawn = toVisit(await drawnOf(db, lot), lot.sample)
  const names = await namesOf(db, lot)
  const now = await placeNow(db, lot, await workdayOf(db, lot, today))
  return {
    ...(await headOf(db, lot)),
    ...(now === undefined ? {} : { now }),
    tries: lot.tries,
    over: isOver(lot),
    rows: drawn.map(({ position, outcome, tries, triedAt }) => ({
      ...(names.get(position) as Named),
      outcome,
      tries,
      triedAt,
      standsIn: position > lot.sample,
    })),
  }
})

const placeNow = async (db: Db, lot: Lot, on: PlainDate): Promise<string | null | undefined> =>
  lot.bodyId ? undefined : movedTo(db, lot.hamletId ?? lot.communeId, on)

async function namesOf(db: Db, { communeId, id }: Lot): Promise<ReadonlyMap<number, Named>> {
  const { rows } = await sql<Named>`
    select item.position, entry.name, entry.address, entry.number from verification_item item
    join commitment_promise promise on promise.commune_id = item.commune_id and promise.id = item.promise_id
    join roster_entry entry on entry.commune_id = promise.commune_id and entry.id = promise.entry_id
    where item.commune_id = ${communeId} and item.lot_id = ${id}`.execute(db)
  return new Map(rows.map((row) => [row.position, row]))
}
