// What the lives of the demonstration are put together from: an event as it is told, and stretches that many of them have.

import type { EventKind } from '../../../modules/cases/events.ts'
import type { Decider } from '../../../rules/law/deciders.ts'

/** Hours before now, or a moment of the calendar. */
type When = number | string
/** `signer`: whoever had the power then, where it was somebody else than today. */
export type Told = readonly [kind: EventKind, when: When, details?: Record<string, unknown> & { signer?: Decider }]

export const days = (count: number, hours = 0): number => count * 24 + hours
export const positive = { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true }
export const found = (from: number): Told[] => [
  ['tested', days(from), positive],
  ['residence-verified', days(from, -5), { stable: true }],
  ['notice-received', days(from - 1), { from: 'Công an phường Sơn Nam (minh họa)' }],
]
export const managed = (from: number): Told[] => [
  ...found(from),
  ['managed', days(from - 1, -6)],
  ['team-named', days(from - 2)],
  ['commitment-signed', days(from - 2, -1), { which: 'B1' }],
]
export const checked = (from: number): Told[] =>
  Array.from(
    { length: Math.floor(from / 30) },
    (_, at): Told => ['residence-checked', days(from - 30 * (at + 1) + 5), { present: true }],
  )
export const addicted = (at: number): Told[] => [
  ['determination-asked', days(at + 4), { ground: 'voluntary' }],
  ['determination-result', days(at), { result: 'addicted', ground: 'voluntary' }],
]
export const registered = (at: number, form: string, more = {}): Told[] => [
  ...addicted(at),
  ['registered', days(at, -5), { form, ...more }],
]
export const parents = { parentsAgree: true }
export const dossier = (at: number): Told[] => [
  ...addicted(at + 4),
  ['dossier-opened', days(at), { path: 'adult', ground: 'not-registered' }],
  ['paper-filed', days(at, -1), { paper: 'V-33', folio: 1, lastFolio: 2 }],
  ['paper-filed', days(at, -2), { paper: 'determination', folio: 3 }],
]
export const read = (at: number): Told[] => [
  ...dossier(at),
  ['dossier-notice', days(at - 1), { copy: true, to: 'person' }],
  ['dossier-read', days(at - 4), { by: 'person' }],
]
