// Random lives: whatever happens in whatever order, no status without a paper, no clock that forgets, nothing shortened by an interruption.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes, type Moment } from '../../../rules/law/moment.ts'
import { adult, event, life, minor, positive } from '../../../tests/support/lives.ts'
import { type DetailsOf, type EventKind, eventKindIds, type FileEvent } from '../events.ts'
import { judgeEvent, type Life, type PersonFacts, readLife } from '../rules.ts'

const end = '2033-06-01T08:00'

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
function accepted(facts: PersonFacts, events: readonly FileEvent[]): FileEvent[] {
  const kept: FileEvent[] = []
  for (const next of events) if (judgeEvent(facts, kept, next, end).ok) kept.push(next)
  return kept
}

const lives = fc.tuple(someone, start, drawn).map(([facts, from, rows]) => ({ facts, events: occurred(from, rows) }))
const runs = { numRuns: 300 }
const duties = ({ clocks }: Life) =>
  clocks.filter(({ kind, deadline }) => kind !== 'term' && !recurring.includes(deadline))
const recurring = ['verification', 'check-residence', 'check-residence-2022']

describe('whatever is recorded', () => {
  test('it can be read on any day', () => {
    fc.assert(
      fc.property(lives, fc.nat(5_000_000), ({ facts, events }, later) => {
        const read = readLife(facts, events, addMinutes('2021-10-01T07:00', later))
        expect(read.next.every(({ what }) => what.vi && what.en)).toBe(true)
      }),
      runs,
    )
  })

  test('no status is without the paper that gave it, and there is one at a time', () => {
    fc.assert(
      fc.property(lives, ({ facts, events }) => {
        const { status, history, monitoring } = readLife(facts, events, end)
        const all = status ? [...history, status] : history
        for (const [at, standing] of all.entries()) {
          const given = events.find(({ id }) => id === standing.by)
          expect(standing.paper.number).toMatch(/./)
          expect(given && 'paper' in given.details && given.details.paper).toEqual(standing.paper)
          expect(standing.until === undefined || standing.since <= standing.until).toBe(true)
          const before = all[at - 1]
          if (before) expect((before.until ?? '9999') <= standing.since).toBe(true)
        }
        if (monitoring)
          expect(['home', 'substitution', 'after', 'public', 'private', 'reform-school', 'compulsory']).toContain(
            status?.kind,
          )
      }),
      runs,
    )
  })

  test('the bar of a clock runs through without a gap, and no more counts than there is', () => {
    fc.assert(
      fc.property(lives, fc.nat(1_000_000), ({ facts, events }, later) => {
        const now = addMinutes(events.at(-1)?.at ?? end, later)
        for (const { bar, counted, whole, state } of readLife(facts, events, now).clocks) {
          for (const [at, piece] of bar.entries()) {
            expect(piece.from < piece.until).toBe(true)
            if (at > 0) expect(piece.from).toBe(bar[at - 1]?.until)
          }
          expect(counted).toBeGreaterThanOrEqual(0)
          if (state === 'running') expect(counted).toBeLessThanOrEqual(whole)
        }
      }),
      runs,
    )
  })

  test('the order of recording plays no part', () => {
    fc.assert(
      fc.property(lives, fc.infiniteStream(fc.nat()), ({ facts, events }, chance) => {
        const shuffled = events
          .map((each) => ({ each, key: chance.next().value }))
          .sort((one, other) => one.key - other.key)
          .map(({ each }) => each)
        expect(readLife(facts, shuffled, end)).toEqual(readLife(facts, events, end))
      }),
      runs,
    )
  })

  test('a withdrawn event reads as if it had never been, and nothing is deleted', () => {
    fc.assert(
      fc.property(lives, fc.nat(), ({ facts, events }, which) => {
        const target = events[which % events.length] as FileEvent
        const kept = JSON.stringify(events)
        const withdrawn = [...events, event('withdrawn', addMinutes(end, -1), { of: target.id, why: 'ghi nhầm' })]
        expect(readLife(facts, withdrawn, end)).toEqual(
          readLife(
            facts,
            events.filter(({ id }) => id !== target.id),
            end,
          ),
        )
        expect(JSON.stringify(events)).toBe(kept)
      }),
      runs,
    )
  })

  test('no clock forgets: what was open later is still open, done by an event, or over by law', () => {
    fc.assert(
      fc.property(lives, fc.nat(), ({ facts, events: all }, cut) => {
        const events = accepted(facts, all)
        const last = events[cut % Math.max(1, events.length)]
        if (!last) return
        const before = readLife(facts, events, last.at)
        const now = new Map(readLife(facts, events, end).clocks.map((clock) => [clock.id, clock]))
        for (const clock of duties(before)) {
          // The end of a term that nobody knows yet decides by which law it is told of: under the older one there is no such duty.
          if (clock.due === undefined && /^(centre-tells|certify)/.test(clock.id)) continue
          const same = now.get(clock.id)
          expect(same, clock.id).toBeDefined()
          if (same?.state === 'done') expect(events.map(({ id }) => id)).toContain(same.closedBy)
        }
      }),
      runs,
    )
  })
})

describe('what is accepted', () => {
  test('never makes the reading fail, and leads through every status', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(lives, ({ facts, events: all }) => {
        const events = accepted(facts, all)
        for (const { at } of events) {
          const { status } = readLife(facts, events, at)
          if (status) seen.add(status.kind)
        }
      }),
      { ...runs, seed: 7 },
    )
    for (const kind of ['managed', 'addict', 'home', 'substitution', 'dossier', 'compulsory', 'after', 'ended'])
      expect([...seen]).toContain(kind)
  })
})

describe('terms', () => {
  const pieces = fc.array(
    fc.record({
      kind: fc.constantFrom('detained', 'absent', 'fled', 'force-majeure', 'imprisoned'),
      wait: fc.integer({ min: 1, max: 200_000 }),
      lasts: fc.integer({ min: 0, max: 200_000 }),
    }),
    { maxLength: 6 },
  )
  const begun = fc.constantFrom(
    life(['managed', '2026-07-07T16:30']),
    life(['managed', '2025-11-07T16:30']),
    life(
      ['determination-result', '2026-10-01T08:00', { result: 'addicted' }],
      ['home-decided', '2026-10-02T09:00'],
      ['treatment-begun', '2026-10-02T10:00'],
    ),
    life(['after-decided', '2026-10-02T09:00']),
  )
  const endOf = ({ status, history }: Life, kind: string | undefined): Moment =>
    (status?.kind === kind ? status?.ends : history.findLast((each) => each.kind === kind)?.ends) ?? '9999'

  test('no interruption ever shortens one', () => {
    fc.assert(
      fc.property(begun, pieces, (events, given) => {
        const first = events.at(-1) as FileEvent
        const kind = readLife(adult, events, first.at).status?.kind
        let at = addMinutes(first.at, 60)
        let known = events
        let last = endOf(readLife(adult, known, end), kind)
        for (const { kind: why, wait, lasts } of given) {
          const from = addMinutes(at, wait)
          at = addMinutes(from, lasts)
          known = [...known, event(why, from, { until: at } as never)]
          const now = endOf(readLife(adult, known, end), kind)
          expect(now >= last).toBe(true)
          last = now
        }
      }),
      runs,
    )
  })

  test('custody that lasts longer than what was left stops management', () => {
    const length = fc.record({ day: fc.integer({ min: 1, max: 363 }), more: fc.integer({ min: 1, max: 2_000 }) })
    fc.assert(
      fc.property(length, ({ day, more }) => {
        const from = addMinutes('2026-07-07T16:30', day * 1440)
        const until = addMinutes(from, (366 - day + more) * 1440)
        const held = [...life(['managed', '2026-07-07T16:30']), event('detained', from, { until })]
        const { status, next } = readLife(adult, held, until)
        expect(status).toBeUndefined()
        expect(next.map(({ id }) => id)).toContain('stop')
      }),
      runs,
    )
  })
})
