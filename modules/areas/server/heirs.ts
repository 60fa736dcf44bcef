// Communes by a name of any day, and who holds the territory of one today: for what is addressed by an old name.

import { sql } from 'kysely'
import { nameKey } from '../../../platform/contract/name-key.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { holdersOn } from './lineage.ts'
import { type Unit, unitColumns } from './units-on.ts'

/** One unit, several between which a person chooses, or none on record; the whole ones first. */
export async function heirsOn(db: Db, unit: Unit, on: PlainDate): Promise<Unit[]> {
  const held = await holdersOn(db, unit, unit.validFrom, on)
  return held.map((each) => each.unit)
}

/** Communes whose name holds every word, those of today first; with the unit that each lay in on its last day. */
export async function communesNamed(
  db: Db,
  text: string,
  on: PlainDate,
  most: number,
): Promise<(Unit & { within: string | null })[]> {
  const words = nameKey(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const holdsAll = words.map(
    (word) => sql<boolean>`area_unit.name_key like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`,
  )
  const { rows } = await sql<Unit & { within: string | null }>`
    select ${unitColumns}, (
      select upper.name from area_parent join area_unit upper on upper.id = area_parent.parent_id
      where area_parent.unit_id = area_unit.id order by area_parent.valid_from desc limit 1) as within
    from area_unit where area_unit.level = 'commune' and ${sql.join(holdsAll, sql` and `)}
    order by area_unit.valid_to is not null and area_unit.valid_to <= ${on}::date, area_unit.name_key, area_unit.valid_from desc
    limit ${most}`.execute(db)
  return rows
}

/** The commune that bore a code on a day, or last bore it before. */
export async function communeCoded(db: Db, code: string, on: PlainDate): Promise<Unit | undefined> {
  const { rows } = await sql<Unit>`
    select ${unitColumns} from area_unit where code = ${code} and level = 'commune' and valid_from <= ${on}::date
    order by valid_from desc limit 1`.execute(db)
  return rows[0]
}
