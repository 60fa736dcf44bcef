// The forms of voluntary rehabilitation and substitution treatment: status, term, who decides, who tells, how each is completed,
// and what follows. Each names its article.

import { describe, expect, test } from 'vitest'
import { adult, type DutyRow, event, expectDuty, expectRefused, life, minor } from '../../../../tests/support/lives.ts'
import type { FileEvent } from '../../events.ts'
import { judgeEvent, type PersonFacts, readLife } from '../../rules.ts'

const now = '2034-12-01T08:00'
type Form = 'home' | 'private' | 'public' | 'reform-school' | 'substitution'
const found = (year: number) =>
  life(['determination-result', `${year}-10-01T08:00`, { result: 'addicted', toldAt: `${year}-10-01T08:00` }])
const registered = (form: Form, year = 2026) => [
  ...found(year),
  ...life(['registered', `${year}-10-01T15:00`, { form, parentsAgree: true }]),
]
const decided = (form: Form, year = 2026) => [
  ...registered(form, year),
  event(`${form}-decided` as const, `${year}-10-02T09:00`),
]
const treated = (form: Form, year = 2026) => [
  ...decided(form, year),
  ...life(['treatment-begun', `${year}-10-05T08:00`]),
]
/** The beginning was told of already. */
const told = (form: Form): FileEvent[] => {
  const events = treated(form)
  return [...events, event('decision-sent', '2026-10-05T09:00', { of: (events.at(-1) as FileEvent).id })]
}
const read = (events: FileEvent[], at: string, facts: PersonFacts = adult) => readLife(facts, events, at)
const stepOf = (events: FileEvent[], at: string, id: string) => read(events, at).next.find((step) => step.id === id)

const tell = { deadline: 'provider-tells', by: 'Cơ sở cung cấp dịch vụ', article: 'Luật, Điều 32.8' }
const certificate = {
  deadline: 'certify-rehabilitation',
  by: 'Tại nhà: Trưởng Công an cấp xã; tại cơ sở: người đứng đầu',
  article: 'Nghị định, Điều 93.4, 94.3, 97.2, 123.2',
}
const rows: DutyRow[] = [
  [
    'given up → the provider tells in 24 h',
    [...told('home'), ...life(['treatment-quit', '2027-02-01T10:00'])],
    'tell',
    { ...tell, due: '2027-02-02T10:00' },
  ],
  [
    'completed → the provider tells in 24 h',
    [...told('home'), ...life(['treatment-completed', '2028-10-01T10:00'])],
    'tell',
    { ...tell, due: '2028-10-02T10:00' },
  ],
  [
    'ended by the facility → the provider tells in 24 h',
    [...told('substitution'), ...life(['treatment-ended', '2027-02-01T10:00', { why: 'health' }])],
    'tell',
    { ...tell, due: '2027-02-02T10:00' },
  ],
  [
    'at home → certified within the last 24 h',
    treated('home'),
    'certify-rehabilitation',
    { ...certificate, forms: 'V-28', due: '2028-10-01T23:59' },
  ],
  [
    'in a private centre → certified within the last 24 h',
    treated('private'),
    'certify-rehabilitation',
    { ...certificate, forms: 'V-30', due: '2028-10-05T23:59' },
  ],
  [
    'in a public centre → certified within the last 24 h, on the form of voluntary rehabilitation (Nghị định 97.2a)',
    treated('public'),
    'certify-rehabilitation',
    { ...certificate, forms: 'V-30', due: '2028-10-05T23:59' },
  ],
  [
    'at home, moved → the notice that home rehabilitation moves (Nghị định 92.1c)',
    [...treated('home'), event('moved', '2027-02-01T10:00', { what: 'residence', to: 'xã Đức Hợp' })],
    'hand-over',
    {
      deadline: 'hand-over-file',
      due: '2027-02-02T10:00',
      by: 'Công an cấp xã nơi đi',
      forms: 'V-26',
      article: 'Luật, Điều 27.2, 48.2; Nghị định, Điều 62.1, 92.1c, 136.1b',
    },
  ],
  [
    'substitution treatment, moved → handed over with no form of its own (Luật 48.2)',
    [...treated('substitution'), event('moved', '2027-02-01T10:00', { what: 'residence', to: 'xã Đức Hợp' })],
    'hand-over',
    {
      deadline: 'hand-over-file',
      due: '2027-02-02T10:00',
      by: 'Công an cấp xã nơi đi',
      article: 'Luật, Điều 27.2, 48.2; Nghị định, Điều 62.1, 92.1c, 136.1b',
    },
  ],
  [
    'completed of their own will → off the list of addicts',
    [...treated('private'), ...life(['treatment-completed', '2028-10-05T10:00'])],
    'take-off-list',
    { deadline: '', due: '', by: 'Trưởng Công an cấp xã', article: 'Luật, Điều 48.3' },
  ],
]
test.each(rows)('%s', (_, events, id, expected) => expectDuty(events, id, expected))

describe('status and term (Luật 29.1)', () => {
  test.each<[Form, PersonFacts, string, string]>([
    ['home', adult, '2028-10-01T23:59', '2033-10-01T23:59'],
    ['private', adult, '2028-10-05T23:59', '2033-10-05T23:59'],
    ['public', adult, '2028-10-05T23:59', '2033-10-05T23:59'],
    ['reform-school', { birthDate: '2016-05-01' }, '2030-10-05T23:59', '2033-10-05T23:59'],
  ])('%s: 24 months the first time, 36 from the second', (form, facts, first, second) => {
    const year = form === 'reform-school' ? 2028 : 2026
    const once = treated(form, year)
    expect(read(once, `${year}-11-01T08:00`, facts).status).toMatchObject({ kind: form, ends: first })
    expect(read(once, `${year}-10-02T10:00`, facts).status?.kind).toBe(form)
    const twice = [...once, ...life(['treatment-quit', `${year + 1}-02-01T10:00`]), ...treated(form, 2030)]
    expect(read(twice, '2030-11-01T08:00', facts).status).toMatchObject({ kind: form, ends: second })
    expect(read(once, '2031-11-01T08:00', facts).history.at(-1)).toMatchObject({ kind: form, until: first })
  })
})

describe('who decides', () => {
  test.each<[Form, 'police-head' | 'provincial-police' | 'treatment-facility', string]>([
    ['home', 'police-head', 'Luật, Điều 32.5; Nghị định, Điều 91.1'],
    ['private', 'police-head', 'Luật, Điều 32.5; Nghị định, Điều 91.1'],
    ['public', 'provincial-police', 'Luật, Điều 34.3'],
    ['reform-school', 'provincial-police', 'Luật, Điều 34.3'],
    ['substitution', 'treatment-facility', 'Nghị định, Điều 89.2'],
  ])('%s: %s', (form, decider, article) => {
    const facts = form === 'reform-school' ? minor : adult
    for (const by of [
      'police-head',
      'police-deputy',
      'chair',
      'provincial-police',
      'treatment-facility',
      'centre',
    ] as const) {
      const paper = { number: '7', on: '2026-10-02', by }
      const decision = event(`${form}-decided` as const, '2026-10-02T09:00', { paper })
      if (by === decider) expect(judgeEvent(facts, registered(form), decision, now)).toEqual({ ok: true, warnings: [] })
      else expectRefused(registered(form), decision, 'not_their_decision', article, facts)
    }
  })
  test('a public centre and a reform school take in by steps of 24 hours each (Luật 34.3; Nghị định 95)', () => {
    for (const form of ['public', 'reform-school'] as const) {
      const first = decided(form)
      expect(stepOf(first, '2026-10-02T10:00', 'hop')).toMatchObject({
        due: '2026-10-03T09:00',
        source: { vi: 'Luật, Điều 34.3; Nghị định, Điều 95' },
      })
      const sent = [...first, ...life(['carried-out', '2026-10-03T08:00', { step: 'sent-to-province' }])]
      expect(stepOf(sent, '2026-10-03T09:00', 'hop')?.due).toBe('2026-10-04T08:00')
      const there = [...sent, ...life(['carried-out', '2026-10-04T07:00', { step: 'delivered' }])]
      expect(stepOf(there, '2026-10-04T08:00', 'hop')).toBeUndefined()
      expect(read(there, '2026-10-04T08:00').status).toMatchObject({ kind: form, ends: '2028-10-04T23:59' })
    }
  })
})

describe('substitution treatment', () => {
  const completed = [...treated('substitution'), ...life(['treatment-completed', '2028-01-05T08:00'])]
  test('is followed by one year of post-rehabilitation from its completion (Luật 42.1)', () => {
    const after = [...completed, ...life(['after-decided', '2028-01-20T09:00'])]
    expect(read(after, '2028-01-21T08:00').status).toMatchObject({ kind: 'after', ends: '2029-01-05T23:59' })
  })
  test('an adult is monitored for two years (Nghị định 15.1b), decided in 12 hours, ended by decision (Nghị định 20.4)', () => {
    expect(stepOf(decided('substitution'), '2026-10-02T10:00', 'decide-monitoring')).toMatchObject({
      due: '2026-10-02T21:00',
      source: { vi: 'Luật, Điều 12.2; Nghị định, Điều 15.1, 15.2b, 16.2a' },
    })
    const watched = [...treated('substitution'), ...life(['monitoring-decided', '2026-10-05T09:00'])]
    expect(read(watched, '2026-11-01T08:00').monitoring?.ends).toBe('2028-10-05T23:59')
    const over = read(watched, '2028-10-06T08:00')
    expect([over.monitoring, over.status?.kind]).toEqual([undefined, 'substitution'])
    expect(over.next.find(({ id }) => id === 'end-monitoring')).toMatchObject({
      forms: 'I-15, I-16',
      source: { vi: 'Nghị định, Điều 20.4' },
    })
  })
})

describe('what ends earlier or later', () => {
  test('a completion before the end of the term is refused (Luật 29.3), within the last day it is taken', () => {
    const done = (day: string) => event('treatment-completed', `${day}T10:00`)
    expectRefused(treated('private'), done('2028-10-03'), 'term_not_over', 'Luật, Điều 29.3')
    expect(judgeEvent(adult, treated('private'), done('2028-10-04'), now)).toMatchObject({ ok: true })
    const certified = [...treated('private'), done('2028-10-05')]
    expect(read(certified, '2028-10-05T11:00').next.map(({ id }) => id)).not.toContain('certify-rehabilitation')
    expect(
      read(certified, '2028-10-05T11:00').clocks.find(({ deadline }) => deadline === 'certify-rehabilitation'),
    ).toMatchObject({ state: 'done', closedBy: certified.at(-1)?.id })
  })
  const after = life(['after-decided', '2026-10-02T09:00'])
  test.each([
    ['absence without report', 'Nghị định 136.1', 'absent', '2026-12-11T00:00', '2027-10-12T23:59'],
    ['prison', 'Luật 47.1', 'imprisoned', '2027-03-01T00:00', '2027-12-31T23:59'],
    ['time on the run', 'Nghị định 136.1', 'fled', '2026-12-11T00:00', '2027-10-12T23:59'],
  ] as const)('%s in post-rehabilitation is served afterwards (%s)', (_, __, kind, until, ends) => {
    const away = [...after, event(kind, '2026-12-01T00:00', { until })]
    expect(read(away, '2027-06-01T08:00').status).toMatchObject({ kind: 'after', ends })
    // While it goes on, no end can be told.
    const open = [...after, event(kind, '2026-12-01T00:00')]
    expect(read(open, '2027-01-01T08:00').status).toMatchObject({ kind: 'after' })
    expect(read(open, '2027-01-01T08:00').status?.ends).toBeUndefined()
  })
})
