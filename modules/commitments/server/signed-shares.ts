// Where the groups of a plan stand: signed, of those on the rosters, in the drives of its year.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { everything } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { type Cell, type Sum, sumOf } from '../rules/coverage.ts'
import { countedOf } from './counting/counted.ts'
import { pulseOf } from './counting/pulse.ts'

export type SignedShare = Sum & { areaId: string; groupId: string }

/**
 * Of several drives of the year that ask the same group in an area, the one counts that was published last. `publicOnly`:
 * only drives that are published as fact; what a demonstration signs never is.
 */
export async function signedShares(
  db: Db,
  question: {
    programmeId: string
    year: number
    asked: readonly { areaId: string; groupId: string }[]
    on: PlainDate
    publicOnly?: boolean
  },
): Promise<SignedShare[]> {
  const { rows: drives } = await sql<{ id: string; groups: string[]; areas: string[] }>`
    select drive.id, array_agg(distinct asked.group_id) as groups, array_agg(distinct wanted.area_id) as areas
    from commitment_drive drive join commitment_drive_group asked on asked.drive_id = drive.id
    join unnest(${question.asked.map(({ areaId }) => areaId)}::uuid[], ${question.asked.map(({ groupId }) => groupId)}::text[])
      as wanted (area_id, group_id) on wanted.group_id = asked.group_id
    join area_coverage reach on reach.ancestor_id = drive.area_id and reach.unit_id = wanted.area_id
    where drive.programme_id = ${question.programmeId} and drive.year = ${question.year}
      and drive.published_on <= ${question.on}::date and (not ${question.publicOnly === true} or (drive.public and not drive.demo))
    group by drive.id order by drive.published_on desc, drive.id`.execute(db)
  if (drives.length === 0) return []
  const below = await unitsBelow(db, [...new Set(question.asked.map(({ areaId }) => areaId))])
  const cellsOf = new Map<string, readonly Cell[]>()
  for (const { id } of drives) {
    const pulse = await pulseOf(db, everything, id)
    if (pulse) cellsOf.set(id, (await countedOf(db, pulse, question.on)).cells)
  }
  return question.asked.flatMap(({ areaId, groupId }) => {
    const drive = drives.find(({ groups, areas }) => groups.includes(groupId) && areas.includes(areaId))
    if (!drive) return []
    const inside = below.get(areaId)
    const cells = (cellsOf.get(drive.id) ?? []).filter(
      (cell) => cell.groupId === groupId && inside?.has(cell.communeId),
    )
    return { areaId, groupId, ...sumOf(cells) }
  })
}

async function unitsBelow(db: Db, areaIds: readonly string[]): Promise<Map<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ ancestor_id: string; units: string[] }>`
    select reach.ancestor_id, array_agg(reach.unit_id) as units
    from area_coverage reach join area_unit unit on unit.id = reach.unit_id and unit.level = 'commune'
    where reach.ancestor_id = any(${areaIds as string[]}::uuid[]) group by 1`.execute(db)
  return new Map(rows.map((row) => [row.ancestor_id, new Set(row.units)]))
}
