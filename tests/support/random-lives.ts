// Random lives for property tests: turns of a life in whatever order, by whatever chance.

import fc from 'fast-check'
import { type DetailsOf, type EventKind, eventKindIds, type FileEvent } from '../../modules/cases/events.ts'
import { judgeEvent, type PersonFacts } from '../../modules/cases/rules.ts'
import { addMinutes, type Moment } from '../../rules/law/moment.ts'
import { adult, event, minor, positive } from './lives.ts'

/** Late enough that whatever is drawn lies before. */
export const end = '2033-06-01T08:00'

type Template = { [K in EventKind]: [K, Partial<DetailsOf<K>>] }[EventKind]
const forms = ['home', 'private', 'public', 'reform-school', 'substitution'] as const
const changes = ['postponed', 'exempted', 'suspended', 'goes-on'] as const
const stops = ['addicted', 'prison', 'institution', 'died', 'outlasted'] as const
const away: readonly EventKind[] = ['detained', 'absent', 'fled', 'force-majeure', 'imprisoned', 'sent-to-institution']

const addicted: Template = ['determination-result', { result: 'addicted' }]
const begun: Template = ['treatment-begun', {}]
const treated = (form: (typeof forms)[number]): Template[] => [
  addicted,
  ['registered', { form, parentsAgree: true }],
  [`${form}-decided`, {}],
  begun,
]
const sent = (path: 'adult' | 'minor'): Template[] => [
  ['treatment-quit', {}],
  ['dossier-opened', { path, ground: 'quit' }],
  ['dossier-notice', { copy: true, to: 'both' }],
  ['dossier-sent', {}],
]
const delivered: Template = ['carried-out', { step: 'delivered' }]

/** Turns of a life: the usual ones whole, and every kind of event by itself. */
const turns: Template[][] = [
  [
    ['tested', positive],
    ['residence-verified', { stable: true }],
    ['notice-received', {}],
    ['managed', {}],
  ],
  [
    ['managed', {}],
    ['detained', {}],
    ['management-suspended', {}],
    ['interruption-over', {}],
    ['management-resumed', {}],
  ],
  [
    ['managed', {}],
    ['tested', positive],
    ['determination-result', { result: 'not-addicted' }],
    ['managed-again', {}],
  ],
  [['managed', {}], ['tested', positive], addicted, ['management-stopped', { reason: 'addicted' }]],
  ...forms.map(treated),
  [...treated('home'), ['monitoring-decided', {}], ['monitoring-fitted', {}]],
  [
    ...treated('private'),
    ['three-stages-done', {}],
    ['registered', { form: 'home', parentsAgree: true }],
    ['home-decided', {}],
  ],
  [...treated('home'), ...sent('adult'), ['court-decided', { outcome: 'applied' }], delivered, ['after-decided', {}]],
  [...treated('home'), ...sent('minor'), ['custody-decided', {}], ['court-decided', { outcome: 'applied' }], delivered],
  [...treated('home'), ...sent('adult'), ['court-decided', { outcome: 'refused' }]],
  [
    ...treated('home'),
    ['release-notice', {}],
    ['after-proposed', {}],
    ['after-decided', {}],
    ['treatment-completed', {}],
  ],
  [
    ['after-decided', {}],
    ['tested', positive],
    addicted,
    ['dossier-opened', { path: 'adult', ground: 'addicted-after' }],
  ],
  ...away.map((kind): Template[] => [[kind, {}] as Template]),
  ...away.map((kind): Template[] => [[kind, {}] as Template]),
  ...eventKindIds.map((kind): Template[] => [[kind, {}] as Template]),
  ...changes.map((change): Template[] => [['execution-changed', { change, reason: 'gravely-ill' }]]),
  ...stops.map((reason): Template[] => [['management-stopped', { reason }]]),
  [
    ['moved', { what: 'residence', to: 'xã Đức Hợp' }],
    ['file-handed-over', {}],
    ['management-taken-over', {}],
  ],
  [['off-list', { reason: 'moved' }]],
  [['off-list', { reason: 'served' }]],
  [['residence-verified', { stable: false }]],
  [['verification-opened', { ground: 'verified-tip' }]],
  [
    ['breach-recorded', { of: 'monitoring' }],
    ['breach-recorded', { of: 'monitoring' }],
  ],
  [['breach-recorded', { of: 'other' }]],
  [['treatment-ended', { why: 'breach' }]],
  [
    ['commitment-signed', { which: 'B1' }],
    ['paper-filed', { paper: 'III-01', folio: 3 }],
  ],
  [
    ['team-named', { members: [] }],
    ['supported', { what: 'job' }],
  ],
]

type Drawn = { pick: number; wait: number; lasts: number | undefined; bare: boolean }
const drawn = fc.array(
  fc.record({
    pick: fc.oneof(fc.nat(20), fc.nat(turns.length - 1)),
    wait: fc.oneof(
      fc.integer({ min: 0, max: 3_000 }),
      fc.integer({ min: 0, max: 12_000 }),
      fc.integer({ min: 0, max: 1_000_000 }),
    ),
    lasts: fc.option(fc.integer({ min: 1, max: 300_000 }), { nil: undefined }),
    // A decision of which nobody recorded the number.
    bare: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
  }),
  { minLength: 1, maxLength: 8 },
)
const start = fc.integer({ min: 0, max: 2_900_000 }).map((minutes) => addMinutes('2021-10-01T07:00', minutes))
const someone = fc.constantFrom<PersonFacts>(
  adult,
  minor,
  { birthDate: '2008' },
  {},
  { ...adult, pregnant: [{ from: '2026-01-01', until: '2027-01-01' }], noStableResidence: [{ from: '2026-09-01' }] },
)

function occurred(from: Moment, rows: readonly Drawn[]): FileEvent[] {
  let at = from
  let last = ''
  return rows.flatMap(({ pick, wait, lasts, bare }) =>
    (turns[pick] as Template[]).map(([kind, details], place) => {
      // Within a turn hours or days go by, between turns as long as it may be.
      at = addMinutes(at, place === 0 ? wait : wait % 12_000)
      const until = away.includes(kind) && lasts !== undefined ? { until: addMinutes(at, lasts) } : {}
      const of = kind === 'interruption-over' || kind === 'decision-sent' ? { of: last } : {}
      const made = event(kind, at, { ...details, ...until, ...of, ...(bare && { paper: undefined }) } as never)
      if (away.includes(kind) || kind !== 'management-suspended') last = made.id
      return made
    }),
  )
}

/** Only what the engine itself lets through, one after the other. */
export function accepted(facts: PersonFacts, events: readonly FileEvent[]): FileEvent[] {
  const kept: FileEvent[] = []
  for (const next of events) if (judgeEvent(facts, kept, next, end).ok) kept.push(next)
  return kept
}

export const randomLives = fc
  .tuple(someone, start, drawn)
  .map(([facts, from, rows]) => ({ facts, events: occurred(from, rows) }))
export const runs = { numRuns: 300 }
