// Who is protected, from what, by which article; and what that does to the next steps.

import { describe, expect, test } from 'vitest'
import { adult, event, life, minor } from '../../../tests/support/lives.ts'
import type { FileEvent } from '../events.ts'
import { judgeEvent, type PersonFacts, readLife } from '../rules.ts'

const quit = life(
  ['determination-result', '2026-10-01T08:00', { result: 'addicted' }],
  ['registered', '2026-10-01T15:00', { form: 'home', parentsAgree: true }],
  ['home-decided', '2026-10-02T09:00'],
  ['treatment-begun', '2026-10-05T08:00'],
  ['treatment-quit', '2027-03-01T10:00'],
)
const read = (facts: PersonFacts, events: FileEvent[] = quit, now = '2027-03-01T11:00') => readLife(facts, events, now)
const protectionsOf = (facts: PersonFacts, now?: string) =>
  Object.fromEntries(read(facts, quit, now).protections.map(({ id, source }) => [id, source.vi]))
const since = [{ from: '2026-01-01', until: '2027-04-30' }]

test.each<[string, PersonFacts, string]>([
  ['no-capacity', { ...adult, noCapacity: since }, 'Luật, Điều 35.2a'],
  ['pregnant', { ...adult, pregnant: since }, 'Luật, Điều 35.2b, 39.2c, 39.3'],
  ['small-child', { ...adult, caresForChildUnder36Months: since }, 'Luật, Điều 35.2c'],
])('%s: no compulsory rehabilitation', (id, facts, article) => {
  expect(protectionsOf(facts)[id]).toBe(article)
  const { next, clocks } = read(facts)
  expect(next.map((step) => step.id)).not.toContain('open-dossier')
  // The duty is not forgotten: it waits, and comes back once the protection is over, as long as the limitation runs.
  expect(clocks.find(({ deadline }) => deadline === 'open-dossier')?.state).toBe('waits')
  expect(read(facts, quit, '2027-05-02T08:00').next.map((step) => step.id)).toContain('open-dossier')
  expect(read(facts, quit, '2027-06-05T08:00').next.map((step) => step.id)).not.toContain('open-dossier')
})

/** Known only when the dossier is under way, the court has decided, or the person is in the centre. */
describe('known late: nobody is taken away, and what frees them is the next step', () => {
  const opened = [...quit, ...life(['dossier-opened', '2027-03-02T10:00', { path: 'adult', ground: 'quit' }])]
  const noticed = [...opened, ...life(['dossier-notice', '2027-03-02T14:00', { to: 'person', copy: true }])]
  const decided = [
    ...noticed,
    ...life(['dossier-sent', '2027-03-10T10:00'], ['court-decided', '2027-04-01T09:00', { outcome: 'applied' }]),
  ]
  const taken = [
    ...decided,
    ...life(['carried-out', '2027-04-02T08:00', { step: 'delivered' }], ['treatment-begun', '2027-04-02T09:00']),
  ]
  const late = (from: string) => [{ from, until: '2027-12-31' }]
  const spared = (from: string): [string, PersonFacts, string][] => [
    ['no capacity', { ...adult, noCapacity: late(from) }, '35.2a'],
    ['pregnant', { ...adult, pregnant: late(from) }, '35.2b'],
    ['small child', { ...adult, caresForChildUnder36Months: late(from) }, '35.2c'],
  ]
  const steps = (facts: PersonFacts, events: FileEvent[], now: string) => read(facts, events, now).next
  const idsOf = (facts: PersonFacts, events: FileEvent[], now: string) => steps(facts, events, now).map(({ id }) => id)

  test.each(spared('2027-03-05'))('while the dossier is made, %s: it is closed and not sent', (_, facts, article) => {
    const now = '2027-03-20T08:00'
    expect(idsOf(adult, opened, now)).not.toContain('close-spared')
    expect(idsOf(facts, opened, now)).toContain('close-spared')
    expect(idsOf(facts, opened, now)).not.toContain('send')
    expect(steps(facts, opened, now).find(({ id }) => id === 'close-spared')).toMatchObject({
      begins: '2027-03-05T00:00',
      source: { vi: 'Luật, Điều 35.2' },
      papers: [],
    })
    const sending = (known: PersonFacts) =>
      read(known, noticed, '2027-04-20T08:00').clocks.find(({ deadline }) => deadline === 'send-to-court')?.state
    expect([sending(adult), sending(facts)]).toEqual(['late', 'waits'])
    const verdict = judgeEvent(facts, opened, event('dossier-sent', '2027-03-10T10:00'), now)
    expect(verdict).toMatchObject({ ok: false, fault: 'protected', article: { vi: expect.stringContaining(article) } })
    const closed = event('dossier-closed', '2027-03-10T10:00', { reason: 'protected' })
    expect(judgeEvent(facts, opened, closed, now)).toMatchObject({ ok: true })
    expect(idsOf(facts, [...opened, closed], now)).not.toContain('close-spared')
  })

  test.each(spared('2027-04-02'))('after the court has decided, %s: not carried out, spared', (_, facts, article) => {
    const now = '2027-04-20T08:00'
    expect(idsOf(adult, decided, now)).toContain('carry-out')
    expect(idsOf(facts, decided, now)).not.toContain('carry-out')
    expect(read(facts, decided, now).clocks.find(({ deadline }) => deadline === 'carry-out')?.state).toBe('waits')
    expect(steps(facts, decided, now).find(({ id }) => id === 'spare')).toMatchObject({
      begins: '2027-04-02T00:00',
      forms: 'V-44, V-45, V-46',
      source: { vi: 'Luật, Điều 35.2, 39.1, 39.2, 39.3' },
    })
    for (const act of [
      event('carried-out', '2027-04-03T09:00', { step: 'delivered' }),
      event('carried-out', '2027-04-03T09:00', { step: 'sent-to-province' }),
      event('treatment-begun', '2027-04-03T09:00'),
    ])
      expect(judgeEvent(facts, decided, act, now), act.kind).toMatchObject({
        ok: false,
        fault: 'protected',
        article: { vi: expect.stringContaining(article) },
      })
    const freed = event('execution-changed', '2027-04-05T09:00', { change: 'postponed', reason: 'pregnant' })
    expect(judgeEvent(facts, decided, freed, now)).toMatchObject({ ok: true })
    expect(idsOf(facts, [...decided, freed], now)).not.toContain('spare')
    // Over, it is carried out after all.
    expect(idsOf(facts, decided, '2028-01-02T08:00')).toContain('carry-out')
  })

  test.each(spared('2027-06-01'))(
    'in the centre, %s: the rest is spared, and before that nothing is asked',
    (_, facts) => {
      expect(idsOf(facts, taken, '2027-05-31T08:00')).not.toContain('spare')
      expect(idsOf(facts, taken, '2027-06-02T08:00')).toContain('spare')
      const freed = event('execution-changed', '2027-06-05T09:00', { change: 'suspended', reason: 'pregnant' })
      expect(judgeEvent(facts, taken, freed, '2027-06-10T08:00')).toMatchObject({ ok: true })
      expect(idsOf(facts, [...taken, freed], '2027-06-10T08:00')).not.toContain('spare')
    },
  )

  test.each(['2022-06-01', '2023-06-01', '2025-03-15', '2025-08-01'])(
    'by the law of %s the same, with its own articles and who decided then',
    (day) => {
      const at = (time: string): string => `${day}T${time}`
      const then = life(
        ['determination-result', at('08:00'), { result: 'addicted' }],
        ['dossier-opened', at('09:00'), { path: 'adult', ground: 'quit' }],
      )
      const facts: PersonFacts = { ...adult, pregnant: [{ from: day }] }
      const found = steps(facts, then, at('10:00')).find(({ id }) => id === 'close-spared')
      expect(found?.source.vi).toBe('Luật Xử lý vi phạm hành chính, Điều 96.2')
      const carried = event('dossier-sent', at('09:30'))
      expect(judgeEvent(facts, then, carried, at('10:00'))).toMatchObject({
        fault: 'protected',
        article: { vi: expect.stringContaining('96.2b') },
      })
    },
  )
})

describe('minors', () => {
  test('have their own path, parents, school, team and hours of work', () => {
    const found = protectionsOf(minor)
    expect(found).toMatchObject({
      'minor-path': 'Luật, Điều 36, 36.8; Pháp lệnh 01/2022/UBTVQH15',
      'minor-sample': 'Nghị định, Điều 56.6',
      'minor-team': 'Nghị định, Điều 61.2',
      'minor-monitoring': 'Nghị định, Điều 15.2',
      'minor-opinion': 'Luật, Điều 36.2b; Nghị định, Điều 104.1d, 104.1đ',
      'minor-school': 'Nghị định, Điều 127',
      'minor-work': 'Nghị định, Điều 128.1b',
    })
    expect(protectionsOf({ birthDate: '2013-05-01' })['minor-work']).toBe('Nghị định, Điều 128.1a')
    expect(protectionsOf(adult)['minor-work']).toBeUndefined()
  })
  test('a dossier asks for their statement and the opinion of their parents', () => {
    const papers = (facts: PersonFacts) =>
      read(facts)
        .next.find(({ id }) => id === 'open-dossier')
        ?.papers.map(({ kind }) => kind)
    expect(papers(minor)).toEqual(['V-33', 'V-34', 'determination', 'V-36', 'V-38', 'V-39'])
    expect(papers(adult)).toEqual(['V-33', 'V-34', 'determination', 'V-36'])
  })
  test('are monitored only when parents ask, for a year at most, and may be freed after six months', () => {
    const home = quit.slice(0, 4)
    expect(read(minor, home, '2026-10-06T08:00').next.map(({ id }) => id)).not.toContain('decide-monitoring')
    const asked = [...home, ...life(['monitoring-asked', '2026-10-06T08:00'])]
    expect(read(minor, asked, '2026-10-06T09:00').next.find(({ id }) => id === 'decide-monitoring-asked')?.due).toBe(
      '2026-10-07T08:00',
    )
    const decided = [...asked, ...life(['monitoring-decided', '2026-10-06T20:00'])]
    expect(read(minor, decided, '2026-11-06T08:00').monitoring?.ends).toBe('2027-10-06T23:59')
    expect(read(minor, decided, '2027-04-07T08:00').next.find(({ id }) => id === 'lift-monitoring')).toMatchObject({
      optional: true,
    })
    expect(read(minor, decided, '2027-10-07T08:00')).toMatchObject({ monitoring: undefined, status: { kind: 'home' } })
  })
  test('in post-rehabilitation without a stable residence it is to be decided, found by the file or known of the person (Nghị định 15.2b)', () => {
    const after = life(['after-decided', '2026-10-02T09:00'])
    const unsettled: PersonFacts = { ...minor, noStableResidence: [{ from: '2026-01-01' }] }
    const found = [...after, ...life(['residence-verified', '2026-10-03T08:00', { stable: false }])]
    const decision = event('monitoring-decided', '2026-10-03T09:00')
    const steps = (facts: PersonFacts, events: FileEvent[]) =>
      readLife(facts, events, '2026-10-03T08:30').next.filter(({ id }) => id === 'decide-monitoring')
    for (const [facts, events, due] of [
      [unsettled, after, '2026-10-02T21:00'],
      [minor, found, '2026-10-03T20:00'],
    ] as const) {
      expect(steps(facts, [...events])).toMatchObject([
        { due, by: { vi: 'Trưởng Công an cấp xã' }, source: { vi: expect.stringContaining('15.2b') } },
      ])
      expect(judgeEvent(facts, [...events], decision, '2026-11-01T08:00')).toMatchObject({ ok: true })
      // It lasts as long as post-rehabilitation does.
      expect(readLife(facts, [...events, decision], '2026-10-03T10:00').monitoring?.ends).toBe('2027-10-02T23:59')
    }
    expect(steps(minor, after)).toEqual([])
    expect(judgeEvent(minor, after, decision, '2026-11-01T08:00')).toMatchObject({
      fault: 'monitoring_of_minor',
      article: { vi: 'Nghị định, Điều 15.2' },
    })
  })
  test('who turns 18 in compulsory rehabilitation with three months left moves to a public centre (Luật 36.4)', () => {
    const sent = [
      ...quit,
      ...life(
        ['dossier-opened', '2027-03-02T10:00', { path: 'minor', ground: 'quit' }],
        ['court-decided', '2027-04-01T09:00', { outcome: 'applied' }],
        ['carried-out', '2027-04-03T09:00', { step: 'delivered' }],
      ),
    ]
    const steps = (now: string) => read(minor, sent, now).next.map(({ id }) => id)
    expect(steps('2028-04-30T08:00')).not.toContain('move-at-18')
    expect(steps('2028-05-02T08:00')).toContain('move-at-18')
    expect(steps('2030-02-02T08:00')).not.toContain('move-at-18')
  })
  test('by the year of birth alone, until the end of the year of turning 18; and that is said', () => {
    expect(protectionsOf({ birthDate: '2009' })['minor-path']).toBeDefined()
    expect(
      read({ birthDate: '2009' })
        .toCheck.map(({ vi }) => vi)
        .join(),
    ).toContain('Chỉ biết năm sinh')
    expect(protectionsOf({ birthDate: '2008' })['minor-path']).toBeUndefined()
    expect(
      read({})
        .toCheck.map(({ vi }) => vi)
        .join(),
    ).toContain('Chưa biết ngày sinh')
  })
})

test('under twelve nothing of this law applies (Luật 28.1, 31.6, 36.1)', () => {
  const child = { birthDate: '2016-01-01' }
  const { blocks, source } = read(child).protections.find(({ id }) => id === 'under-twelve') ?? {}
  expect(source?.vi).toBe('Luật, Điều 28.1, 31.6, 36.1')
  for (const kind of blocks ?? []) {
    const details = { outcome: 'applied', path: 'minor', ground: 'quit' }
    const wanted = kind === 'court-decided' ? ['outcome'] : kind === 'dossier-opened' ? ['path', 'ground'] : []
    const given = Object.fromEntries(Object.entries(details).filter(([key]) => wanted.includes(key)))
    const verdict = judgeEvent(child, [], event(kind, '2026-10-01T08:00', given as never), '2027-01-01T08:00')
    expect(verdict.ok, kind).toBe(false)
  }
  expect(blocks?.length).toBeGreaterThan(8)
})

test('without papers a file is kept all the same, and nobody is turned away', () => {
  const facts = { ...adult, noPapers: [{ from: '2026-01-01' }] }
  expect(protectionsOf(facts)['no-papers']).toBeDefined()
  const registered = event('registered', '2026-10-01T15:00', { form: 'home' })
  expect(judgeEvent(facts, quit.slice(0, 1), registered, '2027-01-01T08:00')).toMatchObject({ ok: true })
})

test('dignity, secrecy and the officer of the same sex stand for everybody in a measure, and for nobody outside', () => {
  expect(protectionsOf(adult)).toMatchObject({ dignity: 'Luật, Điều 5.11; Nghị định, Điều 3.4, 3.5b' })
  expect(read(adult, []).protections).toEqual([])
})

test('no step ever speaks of guilt or of a score', () => {
  const words = JSON.stringify(read(adult).next) + JSON.stringify(read(minor).next)
  expect(words).not.toMatch(/score|điểm số|nguy cơ|risk|guilty|có tội/i)
})
