// The slot for the status of units on a day, as the register of recognition knows it; maps, lists and lineage draw it.

import type { AreaStatus } from '../../../platform/web/components/status.tsx'
import type { TimeMark } from '../../../platform/web/components/time-slider.tsx'
import type { Day } from '../../../platform/web/format.ts'

export type UnitMark = {
  status: AreaStatus
  /** More exact than the usual word of the status. */
  text?: string
}
export type UnitMarks = ReadonlyMap<string, UnitMark>
type Source = {
  /** A hook: the marks of a day by unit; undefined asks nothing. */
  useMarks: (on: Day | undefined) => UnitMarks
  /** A hook: days of the programme that the slider marks besides changes of territory. */
  useDays: () => readonly TimeMark[]
}

const none: UnitMarks = new Map()
const noDays: readonly TimeMark[] = []
let source: Source = { useMarks: () => none, useDays: () => noDays }

/** Called once, before the first screen is drawn. */
export function provideUnitMarks(given: Source): void {
  source = given
}

export const useUnitMarks = (on: Day | undefined): UnitMarks => source.useMarks(on)
export const useProgrammeDays = (): readonly TimeMark[] => source.useDays()
