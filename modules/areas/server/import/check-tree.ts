// Is it a tree, on every day? Overlaps of one code, parents that are not there, cycles, parents of a lower level. The dated
// parent links of every unit are worked out on the way: where the parent's code goes on with another unit, the link does too.

import { levels } from '../../contract/kinds.ts'
import type { Doubt } from './doubt.ts'
import { bearerOn, type DraftUnit, type Stretch } from './join-units.ts'
import type { Recorded } from './recorded.ts'
import { type RowError, rowError } from './row-errors.ts'

const shownDay = (day: string | null): string => (day === null ? '…' : day.split('-').reverse().join('/'))
const period = (unit: DraftUnit): string => `${shownDay(unit.validFrom)} – ${shownDay(unit.validTo)}`
const rank = (unit: DraftUnit): number => levels.indexOf(unit.level)
const endsBy = (end: string | null, day: string): boolean => end !== null && end <= day
const earlier = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : ([a, b].sort()[0] as string)

export function checkTree(
  units: readonly DraftUnit[],
  byCode: ReadonlyMap<string, DraftUnit[]>,
  recorded: Recorded,
  doubt: Doubt,
): RowError[] {
  const errors = [...checkOverlaps(byCode, doubt), ...checkLevels(units, recorded)]
  for (const unit of units)
    for (const stretch of unit.stretches) errors.push(...linkParents(unit, stretch, byCode, doubt))
  const cycles = findCycles(units)
  const inCycle = new Set(cycles.flat().map((unit) => unit.id))
  for (const cycle of cycles)
    for (const unit of cycle)
      errors.push(
        rowError('units', unit.row, 'parent_code', 'cycle', {
          path: [...cycle, cycle[0]!].map((each) => each.code).join(' → '),
        }),
      )
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const sameCode of byCode.values()) for (const unit of sameCode) byId.set(unit.id, unit)
  for (const unit of units) if (!inCycle.has(unit.id)) errors.push(...checkParentLevels(unit, byId))
  errors.push(...checkLeftBelow(units, recorded, byId, doubt))
  return errors
}

function checkOverlaps(byCode: ReadonlyMap<string, DraftUnit[]>, doubt: Doubt): RowError[] {
  const errors: RowError[] = []
  for (const [code, sameCode] of byCode) {
    const lives = doubt.unsure(code) ? sameCode.filter((unit) => unit.row > 0) : sameCode
    for (const [index, unit] of lives.entries()) {
      const next = lives[index + 1]
      if (!next || endsBy(unit.validTo, next.validFrom)) continue
      // The error stands at a row of the file; one of the two may be on record only.
      const [wrong, other] = next.row > 0 ? [next, unit] : [unit, next]
      const where =
        other.row > 0
          ? { vi: `dòng ${other.row}`, en: `row ${other.row}` }
          : { vi: 'đã có trong hệ thống', en: 'on record' }
      errors.push(
        rowError('units', wrong.row, 'valid_from', 'overlap', {
          code: wrong.code,
          name: other.name,
          period: period(other),
          where,
        }),
      )
    }
  }
  return errors
}

function checkLevels(units: readonly DraftUnit[], recorded: Recorded): RowError[] {
  const levelsOnRecord = new Map(recorded.units.map((unit) => [unit.id, unit.level]))
  return units
    .filter((unit) => (levelsOnRecord.get(unit.id) ?? unit.level) !== unit.level)
    .map((unit) => rowError('units', unit.row, 'level', 'level_changed', { code: unit.code, from: unit.validFrom }))
}

/** Adds the parent links of one stretch, following the parent's code from unit to unit over time. */
function linkParents(
  unit: DraftUnit,
  stretch: Stretch,
  byCode: ReadonlyMap<string, DraftUnit[]>,
  doubt: Doubt,
): RowError[] {
  const code = stretch.parentCode
  if (code === '') return []
  let day = stretch.validFrom
  for (;;) {
    const parent = bearerOn(byCode, code, day)
    if (!parent) {
      const reason = byCode.has(code) || doubt.speaksOf(code) ? 'parent_not_valid' : 'parent_unknown'
      return doubt.mayBe(code, day) ? [] : [rowError('units', stretch.row, 'parent_code', reason, { code, on: day })]
    }
    const until = earlier(parent.validTo, stretch.validTo)
    const last = unit.parents.at(-1)
    if (last && last.parentId === parent.id && last.validTo === day) last.validTo = until
    else unit.parents.push({ parentId: parent.id, validFrom: day, validTo: until })
    if (until === null || until === stretch.validTo) return []
    day = until
  }
}

function checkParentLevels(unit: DraftUnit, byId: ReadonlyMap<string, DraftUnit>): RowError[] {
  return unit.parents.flatMap((link) => {
    const parent = byId.get(link.parentId)
    if (!parent || rank(parent) < rank(unit)) return []
    const stretch = unit.stretches.find((each) => each.parentCode === parent.code)
    return [
      rowError('units', stretch?.row ?? unit.row, 'parent_code', 'parent_level', {
        code: parent.code,
        name: parent.name,
      }),
    ]
  })
}

/** Each cycle once. Only units of the file can form one: what is on record was checked when it came. */
function findCycles(units: readonly DraftUnit[]): DraftUnit[][] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const done = new Set<string>()
  const cycles: DraftUnit[][] = []
  const walk = (start: DraftUnit) => {
    const path: DraftUnit[] = []
    const places = new Map<string, number>()
    const steps: { unit: DraftUnit; next: number }[] = [{ unit: start, next: 0 }]
    places.set(start.id, 0)
    path.push(start)
    for (let step = steps.at(-1); step; step = steps.at(-1)) {
      const link = step.unit.parents[step.next]
      if (!link) {
        done.add(step.unit.id)
        places.delete(step.unit.id)
        path.pop()
        steps.pop()
        continue
      }
      step.next += 1
      const parent = byId.get(link.parentId)
      if (!parent || done.has(parent.id)) continue
      const place = places.get(parent.id)
      if (place !== undefined) {
        cycles.push(path.slice(place))
        continue
      }
      places.set(parent.id, path.length)
      path.push(parent)
      steps.push({ unit: parent, next: 0 })
    }
  }
  for (const unit of units) if (!done.has(unit.id)) walk(unit)
  return cycles
}

/** A unit on record may not be left below one that the file ends earlier. */
function checkLeftBelow(
  units: readonly DraftUnit[],
  recorded: Recorded,
  byId: ReadonlyMap<string, DraftUnit>,
  doubt: Doubt,
): RowError[] {
  const inFile = new Map(units.map((unit) => [unit.id, unit]))
  const left = new Map<string, string[]>()
  for (const unit of recorded.units) {
    if (inFile.has(unit.id) || doubt.unsure(unit.code)) continue
    for (const link of unit.parents) {
      const parent = inFile.get(link.parentId)
      if (!parent || parent.validTo === null || endsBy(link.validTo, parent.validTo)) continue
      if (doubt.unsure(parent.code)) continue
      left.set(parent.id, [...(left.get(parent.id) ?? []), unit.code])
    }
  }
  return [...left].map(([id, children]) => {
    const parent = byId.get(id)!
    const values = { name: parent.name, on: parent.validTo as string, children: children.slice(0, 5).join(', ') }
    return rowError('units', parent.row, 'valid_to', 'children_left', values)
  })
}
