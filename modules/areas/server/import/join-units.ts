// Turns rows into units: two rows that differ in nothing but the parent, one following the other, are one unit whose parent
// changed on that day, unless a succession says that the one became the other.

import { v7 as uuidv7 } from 'uuid'
import type { Level } from '../../contract/kinds.ts'
import type { Doubt } from './doubt.ts'
import type { SuccessionRow, UnitRow } from './parse-rows.ts'
import type { ParentLink, Recorded } from './recorded.ts'

/** A stretch of a unit's life with one parent code, and the row that says so. */
export type Stretch = { row: number; parentCode: string; validFrom: string; validTo: string | null }
export type DraftUnit = {
  id: string
  /** The first row of the file that speaks of it; 0 for a unit that is on record and not in the file. */
  row: number
  code: string
  name: string
  type: string
  level: Level
  validFrom: string
  validTo: string | null
  stretches: Stretch[]
  parents: ParentLink[]
}

const joinKey = (code: string, day: string): string => `${day} ${code}`

/** The days on which a code became the same code, by file or by record: there one unit ends and another begins. */
function selfSuccessions(rows: readonly SuccessionRow[], recorded: Recorded): Set<string> {
  const keys = new Set<string>()
  for (const row of rows) if (row.fromCode === row.toCode) keys.add(joinKey(row.fromCode, row.date))
  const codes = new Map(recorded.units.map((unit) => [unit.id, unit.code]))
  for (const link of recorded.successions) {
    const from = codes.get(link.fromId)
    if (from !== undefined && link.toId !== null && link.toId !== link.fromId && codes.get(link.toId) === from)
      keys.add(joinKey(from, link.date))
  }
  return keys
}

/** Units of the file, each with the id that its record already has, or a new one. */
export function joinUnits(
  rows: readonly UnitRow[],
  successions: readonly SuccessionRow[],
  recorded: Recorded,
  doubt: Doubt,
): DraftUnit[] {
  const ids = new Map(recorded.units.map((unit) => [joinKey(unit.code, unit.validFrom), unit.id]))
  const apart = selfSuccessions(successions, recorded)
  const byCode = new Map<string, UnitRow[]>()
  for (const row of rows) {
    const sameCode = byCode.get(row.code)
    if (sameCode) sameCode.push(row)
    else byCode.set(row.code, [row])
  }
  const units: DraftUnit[] = []
  for (const sameCode of byCode.values()) {
    sameCode.sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.row - b.row))
    let last: DraftUnit | undefined
    for (const row of sameCode) {
      const stretch = { row: row.row, parentCode: row.parentCode, validFrom: row.validFrom, validTo: row.validTo }
      const goesOn =
        last !== undefined &&
        last.validTo === row.validFrom &&
        last.name === row.name &&
        last.type === row.type &&
        last.level === row.level &&
        !doubt.unsure(row.code) &&
        !apart.has(joinKey(row.code, row.validFrom))
      if (goesOn && last) {
        last.validTo = row.validTo
        last.stretches.push(stretch)
        continue
      }
      const { code, name, type, level, validFrom, validTo } = row
      const id = ids.get(joinKey(code, validFrom)) ?? uuidv7()
      last = { id, row: row.row, code, name, type, level, validFrom, validTo, stretches: [stretch], parents: [] }
      units.push(last)
    }
  }
  return units
}

/** The units of a file together with those on record that it does not speak of, by code and in the order of time. */
export function withRecorded(units: readonly DraftUnit[], recorded: Recorded): Map<string, DraftUnit[]> {
  const inFile = new Set(units.map((unit) => unit.id))
  const byCode = new Map<string, DraftUnit[]>()
  const put = (unit: DraftUnit) => {
    const sameCode = byCode.get(unit.code)
    if (sameCode) sameCode.push(unit)
    else byCode.set(unit.code, [unit])
  }
  for (const unit of units) put(unit)
  for (const unit of recorded.units) if (!inFile.has(unit.id)) put({ ...unit, row: 0, stretches: [] })
  for (const sameCode of byCode.values()) sameCode.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
  return byCode
}

/** The unit of a code that was valid on a day. */
export const bearerOn = (byCode: ReadonlyMap<string, DraftUnit[]>, code: string, day: string): DraftUnit | undefined =>
  byCode.get(code)?.find((unit) => unit.validFrom <= day && (unit.validTo === null || unit.validTo > day))
