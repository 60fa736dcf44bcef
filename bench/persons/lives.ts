// Lives as they occur, twelve events each, laid over the years by chance that can be repeated: managed, treated, sent by a court,
// followed afterwards, under both laws.

import type { DetailsOf, EventKind, FileEvent } from '../../modules/cases/events.ts'
import { addMinutes } from '../../rules/law/moment.ts'

type Step = { [K in EventKind]: [after: number, K, Partial<DetailsOf<K>>?] }[EventKind]
const positive = { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true } as const

/** Hours after the event before, what, and its details. */
const shapes: readonly (readonly Step[])[] = [
  [
    [0, 'verification-opened', { ground: 'verified-tip' }],
    [30, 'tested', positive],
    [10, 'residence-verified', { stable: true }],
    [12, 'notice-received'],
    [8, 'managed'],
    [20, 'team-named', { members: [{ role: 'police', name: 'A' }] }],
    [900, 'residence-checked', { present: true }],
    [700, 'detained', {}],
    [5, 'management-suspended'],
    [380, 'interruption-over', { of: '7' }],
    [4, 'management-resumed'],
    [600, 'residence-checked', { present: true }],
  ],
  [
    [0, 'tested', positive],
    [12, 'residence-verified', { stable: true }],
    [12, 'managed'],
    [1500, 'tested', positive],
    [24, 'determination-asked', { ground: 'managed' }],
    [60, 'determination-result', { result: 'addicted' }],
    [6, 'registered', { form: 'home' }],
    [9, 'home-decided', { months: 12 }],
    [3, 'management-stopped', { reason: 'addicted' }],
    [2, 'monitoring-decided'],
    [30, 'treatment-begun'],
    [800, 'residence-checked', { present: true }],
  ],
  [
    [0, 'determination-result', { result: 'addicted' }],
    [6, 'registered', { form: 'home' }],
    [9, 'home-decided', { months: 12 }],
    [30, 'treatment-begun'],
    [2000, 'treatment-quit'],
    [20, 'dossier-opened', { path: 'adult', ground: 'quit' }],
    [4, 'custody-decided'],
    [2, 'dossier-notice', { copy: true, to: 'person' }],
    [150, 'dossier-sent'],
    [200, 'court-decided', { outcome: 'applied', months: 18 }],
    [40, 'carried-out', { step: 'delivered' }],
    [900, 'fled', {}],
  ],
  [
    [0, 'determination-result', { result: 'addicted' }],
    [6, 'registered', { form: 'public' }],
    [9, 'public-decided', { months: 6 }],
    [20, 'carried-out', { step: 'sent-to-province' }],
    [20, 'carried-out', { step: 'delivered' }],
    [3600, 'release-notice'],
    [40, 'after-proposed'],
    [20, 'after-decided'],
    [700, 'treatment-completed'],
    [900, 'residence-checked', { present: true }],
    [900, 'visited'],
    [900, 'absent', {}],
  ],
]

/** The same lives for the same count: each begins on another day between 2022 and today. */
export function inventLives(count: number): FileEvent[][] {
  return Array.from({ length: count }, (_, index) => {
    let at = addMinutes('2022-01-03T08:00', (index * 7_919) % 2_500_000)
    return (shapes[index % shapes.length] ?? []).map(([after, kind, details], place): FileEvent => {
      at = addMinutes(at, after * 60)
      const paper = { number: String(place), on: at.slice(0, 10), by: 'police-head' as const }
      return { id: String(place), kind, at, details: { paper, ...details } } as FileEvent
    })
  })
}
