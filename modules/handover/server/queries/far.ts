// One hand-over between installations, for the side that is here: what is on record, and what can be carried now.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { insideFiles, readersNames } from '../../../cases/server/public.ts'
import { ViewFar } from '../../contract.ts'
import { departureStandsAt } from '../before/predecessors.ts'
import { carriesOfArrival, carriesOfDeparture } from '../far/carry.ts'
import { arrivalShown, arrivalsWhere, departureShown, departuresWhere } from '../far/rows.ts'
import { unitsNamed } from '../rows.ts'

export const viewFar = answers(ViewFar, async ({ db, person, today }, { communeId: asked, id }) => {
  const readerId = person?.id ?? ''
  const communeId = await departureStandsAt(db, { communeId: asked, id, readerId, today })
  const way = { communeId, readerId, purpose: 'list' }
  const { departure, arrival, readings } = await insideFiles(db, way, async (files) => ({
    departure: (await departuresWhere(files, sql`row.id = ${id}`))[0],
    arrival: (await arrivalsWhere(files, sql`row.id = ${id}`))[0],
    readings: (
      await sql<{ reader_id: string; read_at: string }>`
        select reader_id, read_at from handover.arrival_reading where arrival_id = ${id} order by read_at`.execute(
        files,
      )
    ).rows,
  }))
  const units = await unitsNamed(db, [communeId])
  const found = departure ?? arrival
  if (!found) throw refuse(platformRefusals.not_found)
  const decidedBy = arrival?.decided_by ?? null
  const names = await readersNames(
    db,
    [departure?.sent_by, found.taken_by, decidedBy, ...readings.map(({ reader_id }) => reader_id)].flatMap(
      (each) => each ?? [],
    ),
  )
  const named = (each: string | null | undefined): string | null => names.get(each ?? '') ?? null
  const common = {
    ...{ takenBy: named(found.taken_by), takenAt: found.taken_at, decidedBy: named(decidedBy) },
    digest: found.digest.toString('hex'),
    readings: readings.map(({ reader_id, read_at }) => ({ reader: named(reader_id), at: read_at })),
  }
  if (departure)
    return {
      ...common,
      row: departureShown(departure, units),
      sentBy: named(departure.sent_by),
      ...{ carriedAt: departure.carried_at, askedBackAt: departure.asked_back_at, receipt: departure.receipt },
      fileId: departure.state === 'accepted' ? null : departure.file_id,
      carries: carriesOfDeparture(departure),
    }
  if (!arrival) throw refuse(platformRefusals.not_found)
  return {
    ...common,
    row: arrivalShown(arrival, units),
    ...{ sentBy: null, carriedAt: null, askedBackAt: null, receipt: null },
    fileId: arrival.file_id,
    carries: carriesOfArrival(arrival),
  }
})
