// How the persons of the benchmark are numbered, and the life of those that wait for a decision.

import type { FileEvent } from '../../modules/cases/events.ts'

export const now = '2026-11-26T08:00'
/** The last ones of each commune wait for the decision on their management. */
export const freshIn = 150

/** Beside the one who asks: colleagues who answer for files too, and a helper who is on few teams. */
export const officersIn = 5
/** One file in so many has nobody in charge, is helped. */
export const everyUnnamed = 6
export const everyHelped = 499
/** So often each file was opened. */
export const openingsEach = 2

const numbered = (kind: string, number: number): string =>
  `01900000-0000-7000-${kind}000-${number.toString(16).padStart(12, '0')}`
export const personOf = (person: number): string => numbered('8', person)
export const fileId = (person: number): string => numbered('9', person)
export const eventId = (person: number, place: number): string => numbered('a', person * 16 + place)
export const openingId = (person: number, place: number): string => numbered('b', person * 16 + place)

export const freshLife: readonly FileEvent[] = [
  {
    id: '0',
    kind: 'tested',
    at: '2026-11-24T08:00',
    details: { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true },
  },
  { id: '1', kind: 'residence-verified', at: '2026-11-24T20:00', details: { stable: true } },
  { id: '2', kind: 'notice-received', at: '2026-11-25T07:00', details: {} },
]
