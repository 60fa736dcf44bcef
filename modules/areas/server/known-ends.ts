// The ends of units as they were known on a day, read from the successions that announce them.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { endKnownOn } from '../rules/known.ts'

/** Per unit the end that was known on the day; null where none was. */
export async function endsKnown(
  db: Db,
  units: readonly { id: string; validTo: PlainDate | null }[],
  day: PlainDate,
): Promise<Map<string, PlainDate | null>> {
  const coming = units.filter((unit) => unit.validTo !== null && unit.validTo > day).map((unit) => unit.id)
  const announced = new Map<string, { on: PlainDate; document: string }[]>()
  if (coming.length > 0) {
    const found = await sql<{ id: string; on: PlainDate; document: string }>`
      select from_id as id, on_date as "on", document from area_succession
      where from_id = any(${coming}::uuid[]) and on_date > ${day}::date`.execute(db)
    for (const { id, ...change } of found.rows) announced.set(id, [...(announced.get(id) ?? []), change])
  }
  return new Map(units.map((unit) => [unit.id, endKnownOn(unit.validTo, announced.get(unit.id) ?? [], day)]))
}
