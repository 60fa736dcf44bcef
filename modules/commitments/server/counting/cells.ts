// Reads the cells of one drive on a day: how many there are, on the rosters or as declared, and how many have signed.

import { sql } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { type DeclaredFigure, ofWhat } from '../../../rosters/contract/of-what.ts'
import type { Cell } from '../../rules/coverage.ts'

type Read = { commune_id: string; place_id: string; group_id: string; hamlet_id: string | null; body_id: string | null }

/**
 * `slots`: only communes whose promises beat in these; the others have not changed. Both numbers are of those who stand
 * on the roster on the day: who signed and left is neither among the signed nor in the whole.
 */
export async function cellsOf(
  db: Db,
  driveId: string,
  on: PlainDate,
  slots: readonly number[],
): Promise<Map<number, Cell[]>> {
  const { rows } = await sql<Read & { slot: number; signed: number; of: number | null; counted_on: string | null }>`
    with reach as materialized (
      select unit.id as commune_id, get_byte(uuid_send(unit.id), 15) % 16 as slot
      from commitment_drive drive join area_coverage reach on reach.ancestor_id = drive.area_id
      join area_unit unit on unit.id = reach.unit_id and unit.level = 'commune'
      where drive.id = ${driveId} and get_byte(uuid_send(unit.id), 15) % 16 = any(${slots as number[]}::int[])
    ), asked as (
      select group_id from commitment_drive_group where drive_id = ${driveId}
    ), listed as (
      select roster.commune_id, roster.place_id, roster.group_id, roster.hamlet_id, roster.body_id, sum(roster.entries)::int as of,
        max(roster.on_date) as counted_on
      from reach join roster_count roster on roster.commune_id = reach.commune_id
      where roster.group_id in (select group_id from asked) and roster.on_date <= ${on}::date
      group by 1, 2, 3, 4, 5
    ), signed as (
      select tally.commune_id, tally.place_id, tally.group_id, sum(tally.signed)::int as signed
      from reach join commitment_tally tally on tally.commune_id = reach.commune_id and tally.drive_id = ${driveId}
      where tally.signed_on <= ${on}::date
      group by 1, 2, 3
    ), gone as (
      select promise.commune_id, promise.place_id, promise.group_id, count(*)::int as signed
      from reach
      join roster_entry entry on entry.commune_id = reach.commune_id and entry.ended_on <= ${on}::date
      join commitment_promise promise on promise.commune_id = entry.commune_id and promise.entry_id = entry.id
        and promise.drive_id = ${driveId} and promise.void_number = 0
      where greatest(promise.signed_on, entry.since) <= ${on}::date
      group by 1, 2, 3
    )
    select reach.slot, commune_id, place_id, group_id,
      coalesce(listed.hamlet_id, hamlet.id) as hamlet_id, coalesce(listed.body_id, body.id) as body_id,
      (coalesce(signed.signed, 0) - coalesce(gone.signed, 0))::int as signed, listed.of, listed.counted_on
    from listed full join signed using (commune_id, place_id, group_id)
    left join gone using (commune_id, place_id, group_id)
    join reach using (commune_id)
    -- Signed for where no list is on record any more: the place itself says what it is.
    left join area_unit hamlet on listed.place_id is null and hamlet.id = place_id and hamlet.level = 'village'
    left join area_body body on listed.place_id is null and body.id = place_id`.execute(db)
  const papers = await declaredOf(db, driveId, on, slots)
  const keyOf = ({ commune_id, place_id, group_id }: Read) => `${commune_id} ${place_id} ${group_id}`
  const counted = new Set(rows.map(keyOf))
  const found = [
    ...rows.map((row) => ({ ...row, declared: papers.get(keyOf(row))?.declared ?? null })),
    ...[...papers].flatMap(([key, paper]) =>
      counted.has(key) ? [] : { ...paper, signed: 0, of: null, counted_on: null },
    ),
  ]
  const bySlot = new Map(slots.map((slot) => [slot, [] as Cell[]]))
  const byGroup = Map.groupBy(found, ({ commune_id, group_id }) => `${commune_id} ${group_id}`)
  for (const places of byGroup.values()) {
    const judged = ofWhat(
      places.map(({ place_id, commune_id, of, declared }) => ({
        whole: place_id === commune_id,
        counted: of,
        declared,
      })),
    )
    for (const [at, row] of places.entries())
      bySlot.get(row.slot)?.push({
        communeId: row.commune_id,
        hamletId: row.hamlet_id,
        bodyId: row.body_id,
        groupId: row.group_id,
        signed: row.signed,
        of: judged[at]?.of ?? null,
        countedOn: row.counted_on,
        paper: judged[at]?.paper ?? null,
      })
  }
  return bySlot
}

/** The newest figure of each place that was declared until the day, and was not withdrawn by then. */
async function declaredOf(db: Db, driveId: string, on: PlainDate, slots: readonly number[]) {
  const { rows } = await sql<Read & { slot: number; declared: DeclaredFigure }>`
    select distinct on (figure.commune_id, figure.place_id, figure.group_id) figure.commune_id, figure.place_id,
      figure.group_id, figure.hamlet_id, figure.body_id, get_byte(uuid_send(figure.commune_id), 15) % 16 as slot,
      jsonb_build_object('value', figure.value, 'asOf', figure.as_of, 'source', figure.source,
        'documentId', figure.document_id, 'prevails', figure.prevails) as declared
    from commitment_drive drive join area_coverage reach on reach.ancestor_id = drive.area_id
    join roster_declared figure on figure.commune_id = reach.unit_id
    join commitment_drive_group asked on asked.drive_id = drive.id and asked.group_id = figure.group_id
    where drive.id = ${driveId} and get_byte(uuid_send(figure.commune_id), 15) % 16 = any(${slots as number[]}::int[])
      and figure.as_of <= ${on}::date and (figure.withdrawn_on is null or figure.withdrawn_on > ${on}::date)
    order by figure.commune_id, figure.place_id, figure.group_id, figure.as_of desc`.execute(db)
  return new Map(rows.map((row) => [`${row.commune_id} ${row.place_id} ${row.group_id}`, row]))
}
