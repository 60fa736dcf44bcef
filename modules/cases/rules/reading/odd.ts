// Which questions follow from who opened what, when: a pure decision over openings.

import { dayNumber } from '../../../../rules/calendar/day-number.ts'
import {
  hoursToAct,
  purposesThatAct,
  type ReadingFact,
  type ReadingRuleId,
  readingRuleIds,
  readingRules,
} from './rules.ts'

export type OpeningRead = {
  id: string
  communeId: string
  fileId: string
  fileNumber: string
  readerId: string
  /** On the clock on the wall in Viet Nam: `2026-11-27T22:05`. */
  at: string
  purpose: string
  facts: readonly ReadingFact[]
  /** The reader entered something in this file within the time for it. */
  acted: boolean
}
export type Question = {
  rule: ReadingRuleId
  communeId: string
  /** Asked once about this. */
  about: string
  readerId: string
  fileNumber: string | null
  openings: number
  since: string
  until: string
}

/** `now` on the same clock: what still may be followed by an act is not idle yet. */
export function oddReadings(openings: readonly OpeningRead[], now: string): Question[] {
  const sorted = openings.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
  return readingRuleIds.flatMap((id) => {
    const rule = readingRules[id]
    if (rule.when === 'opened')
      return sorted.filter(({ facts }) => facts.includes(rule.fact)).map((opening) => ofOne(id, opening))
    const fits =
      rule.when === 'night'
        ? (opening: OpeningRead) => isNight(opening.at, rule)
        : rule.of === 'closed'
          ? ({ facts }: OpeningRead) => facts.includes('closed')
          : (opening: OpeningRead) => isIdle(opening, now)
    const span = rule.when === 'night' ? nightOf : weekOf
    const groups = Map.groupBy(sorted.filter(fits), ({ readerId, at }) => `${readerId}:${span(at)}`)
    return [...groups].flatMap(([about, group]) => {
      const files = new Set(group.map(({ fileId }) => fileId))
      return files.size >= rule.least ? [ofMany(id, about, group, files.size)] : []
    })
  })
}

const ofOne = (rule: ReadingRuleId, { id, communeId, readerId, fileNumber, at }: OpeningRead): Question => ({
  ...{ rule, communeId, readerId, fileNumber, about: id },
  ...{ openings: 1, since: at, until: at },
})

/** It belongs to the commune of the first opening, which stays the first whatever follows. */
const ofMany = (rule: ReadingRuleId, about: string, group: readonly OpeningRead[], files: number): Question => ({
  ...{ rule, about, fileNumber: null, openings: files },
  communeId: group[0]?.communeId ?? '',
  readerId: group[0]?.readerId ?? '',
  since: group[0]?.at ?? '',
  until: group.at(-1)?.at ?? '',
})

const hourOf = (at: string): number => Number(at.slice(11, 13))
const isNight = (at: string, { from, to }: { from: number; to: number }): boolean =>
  hourOf(at) >= from || hourOf(at) < to

/** After midnight it is still the night of the day before. */
const nightOf = (at: string): number => dayNumber(at.slice(0, 10)) - (hourOf(at) < 12 ? 1 : 0)
/** Weeks from Monday to Sunday: always the same ones, so that the same question is asked once. */
const weekOf = (at: string): number => Math.floor((dayNumber(at.slice(0, 10)) - monday) / 7)
const monday = dayNumber('2024-01-01')

const isIdle = ({ purpose, facts, acted, at }: OpeningRead, now: string): boolean =>
  purposesThatAct.includes(purpose) && facts.includes('may-record') && !acted && hoursBetween(at, now) >= hoursToAct

const hoursBetween = (from: string, until: string): number =>
  (Date.parse(`${until}:00Z`) - Date.parse(`${from}:00Z`)) / 3_600_000
