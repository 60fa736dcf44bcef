// The open points of the law: each has a default, each other answer is read as it says, and what rests on it says so.

import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { adult, event, life, minor, positive } from '../../tests/support/lives.ts'
import type { FileEvent } from './events.ts'
import {
  defaultLaw,
  judgeEvent,
  type LawChoices,
  lawChoicesOf,
  lawPoints,
  type PersonFacts,
  readLife,
  statusNames,
} from './rules.ts'

const under = (law: Partial<LawChoices>): LawChoices => lawChoicesOf(law)
const endsUnder = (law: Partial<LawChoices>, events: FileEvent[], now: string) =>
  readLife(adult, events, now, under(law)).status?.ends
const nextUnder = (law: Partial<LawChoices>, events: FileEvent[], now: string, facts: PersonFacts = adult) =>
  readLife(facts, events, now, under(law)).next.map(({ id }) => id)
const dueUnder = (law: Partial<LawChoices>, events: FileEvent[], now: string, id: string) =>
  readLife(adult, events, now, under(law)).next.find((step) => step.id === id)?.due

const managed = life(['managed', '2026-07-07T16:30'])
const addicted = ['determination-result', '2026-10-01T08:00', { result: 'addicted' }] as const
const atHome = life(
  [...addicted],
  ['registered', '2026-10-01T15:00', { form: 'home' }],
  ['home-decided', '2026-10-02T09:00'],
  ['treatment-begun', '2026-10-05T08:00'],
)
const detained = life(['detained', '2026-09-15T09:00', { until: '2026-10-01T09:00' }])
const inCourt = [
  ...atHome,
  ...life(
    ['treatment-quit', '2027-03-01T10:00'],
    ['dossier-opened', '2027-03-02T10:00', { path: 'adult', ground: 'quit' }],
    ['dossier-notice', '2027-03-02T14:00', { copy: true, to: 'person' }],
    ['dossier-sent', '2027-03-08T09:00'],
  ),
]
const after = [...atHome, ...life(['after-decided', '2028-09-10T09:00'])]

test('an answer that is none falls back to the default; every default is one of the answers', () => {
  expect(lawChoicesOf({ monthlyCheck: 'whenever' })).toEqual(defaultLaw)
  for (const [id, { answers, byDefault }] of Object.entries(lawPoints))
    expect(Object.keys(answers), id).toContain(byDefault)
})

test('every point is read by the engine: none is asked of an administrator in vain', () => {
  const code = sourcesIn(path.join(import.meta.dirname, 'rules'))
  const isRead = (id: string) =>
    [`chosen(course, '${id}')`, `law.${id}`, `pointSaid('${id}'`].some((reading) => code.includes(reading))
  expect(Object.keys(lawPoints).filter((id) => !isRead(id))).toEqual([])
})
const sourcesIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n')

test('every point and every status is named in both languages', () => {
  for (const { question, changes, source } of Object.values(lawPoints))
    for (const { vi, en } of [question, changes, source]) expect(Math.min(vi.length, en.length)).toBeGreaterThan(5)
  for (const { vi, en } of Object.values(statusNames)) expect(Math.min(vi.length, en.length)).toBeGreaterThan(3)
})

describe('each answer is read', () => {
  test('verificationLasts', () => {
    const opened = life(['verification-opened', '2026-08-01T08:00', { ground: 'verified-tip' }])
    const state = (law: Partial<LawChoices>) => readLife(adult, opened, '2026-08-20T08:00', under(law)).clocks[0]?.state
    expect(state({})).toBe('running')
    expect(state({ verificationLasts: '15-days' })).toBe('expired')
    expect(readLife(adult, opened, '2026-08-20T08:00').status).toBeUndefined()
  })
  test('manageAgainFrom', () => {
    const used = [...managed, ...life(['tested', '2026-12-01T08:00', positive])]
    expect(nextUnder({}, used, '2026-12-01T09:00')).not.toContain('decide-again')
    expect(dueUnder({ manageAgainFrom: 'finding' }, used, '2026-12-01T09:00', 'decide-again')).toBe('2026-12-02T08:00')
  })
  test('detentionAndManagement', () => {
    const held = [...managed, ...detained]
    expect(endsUnder({}, held, '2026-11-01T08:00')).toBe('2027-07-23T23:59')
    expect(endsUnder({ detentionAndManagement: 'not-added' }, held, '2026-11-01T08:00')).toBe('2027-07-07T23:59')
  })
  test('interruptionsOfOldTerms', () => {
    const old = life(['managed', '2026-03-02T16:30'], ['absent', '2026-06-21T00:00', { until: '2026-07-11T00:00' }])
    expect(endsUnder({}, old, '2026-08-01T08:00')).toBe('2027-03-12T23:59')
    expect(endsUnder({ interruptionsOfOldTerms: 'always' }, old, '2026-08-01T08:00')).toBe('2027-03-22T23:59')
    expect(endsUnder({ interruptionsOfOldTerms: 'never' }, old, '2026-08-01T08:00')).toBe('2027-03-02T23:59')
  })
  test('monthlyCheck', () => {
    const checked = [...managed, ...life(['residence-checked', '2026-10-26T08:00', { present: true }])]
    expect(dueUnder({}, checked, '2026-11-23T09:12', 'check-residence')).toBe('2026-11-30T23:59')
    expect(dueUnder({ monthlyCheck: 'interval' }, checked, '2026-11-23T09:12', 'check-residence')).toBe(
      '2026-11-26T23:59',
    )
  })
  test('firstCheck', () => {
    const from = (day: string) => life(['managed', `${day}T08:00`])
    const due = (answer: LawChoices['firstCheck'], day: string) =>
      dueUnder({ firstCheck: answer }, from(day), `${day}T09:00`, 'check-residence')
    expect(dueUnder({}, from('2026-07-01'), '2026-07-01T09:00', 'check-residence')).toBe('2026-08-01T23:59')
    expect([due('one-month', '2026-07-31'), due('same-month', '2026-07-31'), due('next-month', '2026-07-31')]).toEqual([
      '2026-08-31T23:59',
      '2026-07-31T23:59',
      '2026-08-31T23:59',
    ])
    // It says what it rests on, and once there was a check what that one rests on.
    const said = (events: FileEvent[]) => JSON.stringify(readLife(adult, events, '2026-07-20T08:00').toCheck)
    expect(said(from('2026-07-01'))).toContain('lần kiểm tra cư trú đầu tiên')
    const checked = [...from('2026-07-01'), ...life(['residence-checked', '2026-07-15T08:00', { present: true }])]
    expect(said(checked)).not.toContain('lần kiểm tra cư trú đầu tiên')
    expect(dueUnder({}, checked, '2026-07-20T08:00', 'check-residence')).toBe('2026-08-31T23:59')
  })
  test('endOfTerm', () => {
    expect(readLife(adult, managed, '2027-08-01T08:00').status).toBeUndefined()
    expect(readLife(adult, managed, '2027-08-01T08:00', under({ endOfTerm: 'by-decision' })).status?.kind).toBe(
      'managed',
    )
  })
  test('managedThenAddicted', () => {
    const found = [...managed, ...life([...addicted])]
    expect(nextUnder({}, found, '2026-10-01T09:00')).toContain('register')
    expect(nextUnder({ managedThenAddicted: 'dossier' }, found, '2026-10-01T09:00')).toContain('open-dossier')
  })
  test('relapseAfter', () => {
    const relapsed = [...after, ...life(['determination-result', '2029-01-12T08:00', { result: 'addicted' }])]
    expect(nextUnder({}, relapsed, '2029-01-12T09:00')).toContain('open-dossier')
    expect(nextUnder({ relapseAfter: 'registers' }, relapsed, '2029-01-12T09:00')).toContain('register')
  })
  test('homeDecider, publicDecider', () => {
    const by = (
      kind: 'home' | 'public',
      by: 'police-deputy' | 'police-head' | 'provincial-police',
      law: Partial<LawChoices>,
    ) => {
      const before = life([...addicted], ['registered', '2026-10-01T15:00', { form: kind }])
      const paper = { number: '7', on: '2026-10-02', by }
      const decision = event(`${kind}-decided`, '2026-10-02T09:00', { paper })
      return judgeEvent(adult, before, decision, '2026-11-01T08:00', under(law)).ok
    }
    expect([by('home', 'police-deputy', {}), by('home', 'police-deputy', { homeDecider: 'head-or-deputy' })]).toEqual([
      false,
      true,
    ])
    expect([by('public', 'police-head', {}), by('public', 'police-head', { publicDecider: 'commune' })]).toEqual([
      false,
      true,
    ])
    expect(by('public', 'provincial-police', {})).toBe(true)
  })
  test('secondTime', () => {
    const again = [
      ...inCourt,
      ...life(
        ['court-decided', '2027-04-01T09:00', { outcome: 'applied' }],
        ['carried-out', '2027-04-03T09:00', { step: 'delivered' }],
      ),
    ]
    expect(endsUnder({}, again, '2027-05-01T08:00')).toBe('2030-04-03T23:59')
    expect(endsUnder({ secondTime: 'completed' }, again, '2027-05-01T08:00')).toBe('2029-04-03T23:59')
    expect(endsUnder({ compulsoryFrom: 'decision' }, again, '2027-05-01T08:00')).toBe('2030-04-01T23:59')
  })
  test('absenceInRehabilitation, custodyInRehabilitation', () => {
    const away = [...atHome, ...life(['absent', '2027-01-01T00:00', { until: '2027-01-11T00:00' }])]
    expect(endsUnder({}, away, '2027-02-01T08:00')).toBe('2028-10-11T23:59')
    expect(endsUnder({ absenceInRehabilitation: 'not-added' }, away, '2027-02-01T08:00')).toBe('2028-10-01T23:59')
    const held = [...atHome, ...life(['detained', '2027-01-01T00:00', { until: '2027-01-11T00:00' }])]
    expect(endsUnder({}, held, '2027-02-01T08:00')).toBe('2028-10-11T23:59')
    expect(endsUnder({ custodyInRehabilitation: 'not-added' }, held, '2027-02-01T08:00')).toBe('2028-10-01T23:59')
  })
  test('substitutionTerm, afterSubstitution', () => {
    const substituted = life(
      [...addicted],
      ['registered', '2026-10-01T15:00', { form: 'substitution' }],
      ['substitution-decided', '2026-10-02T09:00'],
      ['treatment-begun', '2026-10-05T08:00'],
    )
    expect(endsUnder({}, substituted, '2026-11-01T08:00')).toBeUndefined()
    expect(endsUnder({ substitutionTerm: 'as-rehabilitation' }, substituted, '2026-11-01T08:00')).toBe(
      '2028-10-05T23:59',
    )
    const completed = [...substituted, ...life(['treatment-completed', '2028-01-05T08:00'])]
    expect(nextUnder({}, completed, '2028-01-05T09:00')).toContain('decide-after')
    expect(nextUnder({ afterSubstitution: 'notice' }, completed, '2028-01-05T09:00')).not.toContain('decide-after')
  })
  test('decidedNotBegun', () => {
    const between = life(
      ['determination-result', '2026-06-20T08:00', { result: 'addicted' }],
      ['public-decided', '2026-06-29T09:00', { months: 12 }],
      ['treatment-begun', '2026-07-02T08:00'],
    )
    expect(endsUnder({}, between, '2026-08-01T08:00')).toBe('2027-07-02T23:59')
    expect(endsUnder({ decidedNotBegun: 'new' }, between, '2026-08-01T08:00')).toBe('2028-07-02T23:59')
  })
  test('limitUntil', () => {
    const late = event('court-decided', '2027-06-03T09:00', { outcome: 'applied' })
    const verdict = (law: Partial<LawChoices>) => judgeEvent(adult, inCourt, late, '2027-07-01T08:00', under(law)).ok
    expect([verdict({}), verdict({ limitUntil: 'sending' })]).toEqual([false, true])
  })
  test('readingTime', () => {
    const read = [...inCourt.slice(0, -1), ...life(['dossier-read', '2027-03-03T09:00', { by: 'person' }])]
    expect(nextUnder({}, read, '2027-03-03T10:00')).not.toContain('send')
    expect(dueUnder({ readingTime: 'until-read' }, read, '2027-03-03T10:00', 'send')).toBe('2027-03-04T23:59')
  })
  test('protectedMinors, minorsOrdinance', () => {
    const facts = { ...minor, noCapacity: [{ from: '2026-01-01' }] }
    const quit = [...atHome, ...life(['treatment-quit', '2027-03-01T10:00'])]
    expect(nextUnder({}, quit, '2027-03-01T11:00', facts)).not.toContain('open-dossier')
    expect(nextUnder({ protectedMinors: 'by-letter' }, quit, '2027-03-01T11:00', facts)).toContain('open-dossier')
    const opened = [...quit, ...life(['dossier-opened', '2027-03-02T10:00', { path: 'minor', ground: 'quit' }])]
    const said = (law: Partial<LawChoices>) =>
      readLife(minor, opened, '2027-03-02T11:00', under(law))
        .toCheck.map(({ vi }) => vi)
        .join()
    expect(said({})).toContain('Đang áp dụng: Pháp lệnh 01/2022/UBTVQH15.')
    expect(said({ minorsOrdinance: 'successor' })).toContain('Đang áp dụng: Văn bản thay thế.')
    const path = (law: Partial<LawChoices>) =>
      readLife(minor, opened, '2027-03-02T11:00', under(law)).protections.find(({ id }) => id === 'minor-path')?.source
        .vi
    expect([path({}), path({ minorsOrdinance: 'successor' })]).toEqual([
      'Luật, Điều 36, 36.8; Pháp lệnh 01/2022/UBTVQH15',
      'Luật, Điều 36, 36.8; văn bản thay thế Pháp lệnh 01/2022/UBTVQH15',
    ])
  })
})

test('what rests on an open point says so, in both languages', () => {
  const held = readLife(adult, [...managed, ...detained], '2026-11-01T08:00').toCheck
  expect(held).toContainEqual({
    vi: 'Thời gian bị tạm giữ, tạm giam có được cộng thêm vào thời hạn quản lý không? Đang áp dụng: Không tính, thời hạn lùi lại.',
    en: 'Is time in custody added to the term of management? Taken here: Left out; the term ends later.',
  })
  expect(readLife(adult, [], '2026-11-01T08:00').toCheck).toEqual([])
})
