// Lives as they occur, twelve events each within ten years, by chance that can be repeated: managed and over, managed again years
// after, treated, sent by a court, followed afterwards; under every law there was. Half of them have come to their end.

import type { DetailsOf, EventKind, FileEvent } from '../../modules/cases/events.ts'
import { addMinutes } from '../../rules/law/moment.ts'

type Step = { [K in EventKind]: [after: number, K, Partial<DetailsOf<K>>?] }[EventKind]
const positive = { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true } as const
const year = 365 * 24
/** A year of management that came to its end: nine events. */
const managedAndOver: readonly Step[] = [
  [0, 'tested', positive],
  [10, 'residence-verified', { stable: true }],
  [12, 'notice-received'],
  [8, 'managed'],
  [20, 'team-named', { members: [{ role: 'police', name: 'A' }] }],
  [900, 'residence-checked', { present: true }],
  [year - 800, 'management-ended'],
  [5, 'decision-sent', { of: '6' }],
  [20, 'off-list', { reason: 'served' }],
]

/** Hours after the event before, what, and its details. */
const shapes: readonly { runs?: true; steps: readonly Step[] }[] = [
  // Over, and nothing since.
  {
    steps: [
      [0, 'verification-opened', { ground: 'verified-tip' }],
      [2, 'verification-closed', { outcome: 'founded' }],
      ...managedAndOver.map(shiftedBy(2)),
      [200, 'visited'],
    ],
  },
  // Used again years after, and managed now.
  { runs: true, steps: [...managedAndOver, [6 * year, 'tested', positive], [24, 'notice-received'], [9, 'managed']] },
  // Treated at home to the end, followed afterwards, certified.
  {
    steps: [
      [0, 'determination-result', { result: 'addicted' }],
      [6, 'registered', { form: 'home' }],
      [9, 'home-decided', { months: 12 }],
      [30, 'treatment-begun'],
      [8, 'decision-sent', { of: '3' }],
      [2 * year, 'treatment-completed'],
      [8, 'decision-sent', { of: '5' }],
      [20, 'after-decided'],
      [20, 'team-named', { members: [{ role: 'police', name: 'A' }] }],
      [700, 'residence-checked', { present: true }],
      [year - 900, 'after-certified'],
      [20, 'off-list', { reason: 'completed' }],
    ],
  },
  // Managed, found addicted, in the middle of it.
  {
    runs: true,
    steps: [
      [0, 'tested', positive],
      [12, 'residence-verified', { stable: true }],
      [12, 'managed'],
      [1500, 'tested', positive],
      [24, 'determination-asked', { ground: 'managed' }],
      [60, 'determination-result', { result: 'addicted' }],
      [6, 'registered', { form: 'home' }],
      [9, 'home-decided', { months: 12 }],
      [3, 'management-stopped', { reason: 'addicted' }],
      [2, 'decision-sent', { of: '8' }],
      [30, 'treatment-begun'],
      [800, 'residence-checked', { present: true }],
    ],
  },
  // Over, and died since.
  { steps: [...managedAndOver, [2 * year, 'visited'], [year, 'supported', { what: 'job' }], [year, 'died']] },
  // Quit, sent by a court, on the run.
  {
    runs: true,
    steps: [
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
  },
]

/** What an event names stands so many places later. */
function shiftedBy(places: number): (step: Step) => Step {
  return ([after, kind, details]) =>
    [
      after,
      kind,
      details && 'of' in details ? { ...details, of: String(Number(details.of) + places) } : details,
    ] as Step
}

const today = '2026-11-24T08:00'
/** What still runs began so that its last event is of this year. */
const latest = 300 * 24
const hoursOf = (steps: readonly Step[]): number => steps.reduce((sum, [after]) => sum + after, 0)

/** The same lives for the same count: each began on another day of the last ten years, as far back as its length leaves room. */
export function inventLives(count: number): FileEvent[][] {
  return Array.from({ length: count }, (_, index) => {
    const { runs, steps } = shapes[index % shapes.length] ?? { steps: [] }
    const long = hoursOf(steps)
    const room = runs ? latest : 10 * year - long
    let at = addMinutes(today, -(((index * 7_919) % (room * 60)) + long * 60))
    return steps.map(([after, kind, details], place): FileEvent => {
      at = addMinutes(at, after * 60)
      const paper = { number: String(place), on: at.slice(0, 10), by: 'police-head' as const }
      return { id: String(place), kind, at, details: { paper, ...details } } as FileEvent
    })
  })
}
