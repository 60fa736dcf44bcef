// What becomes of a file on its way: corrected, thought through on a copy, read on an earlier day, a dossier that came to nothing.

import { describe, expect, test } from 'vitest'
import { adult, event, life, positive } from '../../../tests/support/lives.ts'
import type { FileEvent } from '../events.ts'
import { defaultLaw, judgeEvent, readLife } from '../rules.ts'

const read = (events: FileEvent[], now: string) => readLife(adult, events, now)
const tested = event('tested', '2026-07-06T08:00', positive)
const managed = event('managed', '2026-07-07T16:30')
const home = life(
  ['determination-result', '2026-10-01T08:00', { result: 'addicted' }],
  ['registered', '2026-10-01T15:00', { form: 'home' }],
  ['home-decided', '2026-10-02T09:00'],
  ['treatment-begun', '2026-10-05T08:00'],
)
const used = [...home, ...life(['tested', '2027-03-01T08:00', positive])]
const opened = [
  ...used,
  ...life(['dossier-opened', '2027-03-02T08:00', { path: 'adult', ground: 'used-in-rehabilitation' }]),
]

test('“suspected” is no status: an item of verification gives none, and expires', () => {
  const item = life(['verification-opened', '2026-07-01T08:00', { ground: 'verified-tip' }])
  expect(read(item, '2026-07-02T08:00').status).toBeUndefined()
  expect(read(item, '2026-07-02T08:00').clocks[0]).toMatchObject({
    deadline: 'verification',
    state: 'running',
    due: '2026-07-31T23:59',
  })
  expect(read(item, '2026-08-02T08:00').clocks[0]?.state).toBe('expired')
  const done = [...item, ...life(['verification-closed', '2026-07-10T08:00', { outcome: 'unfounded' }])]
  expect(read(done, '2026-08-02T08:00').clocks[0]?.state).toBe('done')
})

describe('corrections', () => {
  test('a day is corrected and everything that follows from it moves; the first record stays', () => {
    const right = { number: '12/QĐ-CAX', on: '2026-07-08', by: 'police-head' } as const
    const correction = event('corrected', '2026-07-20T08:00', {
      of: managed.id,
      why: 'ghi nhầm ngày',
      at: '2026-07-08T09:00',
      details: { paper: right },
    })
    expect(judgeEvent(adult, [tested, managed], correction, '2026-08-01T08:00')).toMatchObject({ ok: true })
    const events = [tested, managed, correction]
    expect(read(events, '2026-08-01T08:00').status).toMatchObject({
      since: '2026-07-08T09:00',
      paper: right,
      ends: '2027-07-08T23:59',
    })
    expect(read(events, '2026-07-19T08:00').status?.ends).toBe('2027-07-07T23:59')
  })
  test('what is withdrawn no longer counts; a withdrawal withdrawn lets it count again', () => {
    const withdrawn = event('withdrawn', '2026-07-20T08:00', { of: managed.id, why: 'nhầm người' })
    const again = event('withdrawn', '2026-07-21T08:00', { of: withdrawn.id, why: 'đúng người' })
    expect(read([tested, managed, withdrawn], '2026-08-01T08:00').status).toBeUndefined()
    expect(read([tested, managed, withdrawn, again], '2026-08-01T08:00').status?.kind).toBe('managed')
    const verdict = judgeEvent(adult, [tested, managed], withdrawn, '2026-08-01T08:00')
    expect(verdict).toMatchObject({ ok: true, warnings: [{ vi: expect.stringContaining('trạng thái') }] })
  })
})

describe('holidays', () => {
  const noticed = (at: string) => life(['tested', at, positive])
  const dueOf = (at: string, law = defaultLaw) =>
    readLife(adult, noticed(at), at, law).next.find(({ id }) => id === 'verify')?.due
  const saidOf = (at: string, law = defaultLaw) =>
    readLife(adult, noticed(at), at, law)
      .toCheck.map(({ vi }) => vi)
      .join(' ')
  test('of the first years of the law are left out: three working days over Tết 2023 (NĐ 105/2021, 41.1)', () => {
    expect(dueOf('2023-01-18T08:00')).toBe('2023-01-30T23:59')
    expect(dueOf('2022-01-27T08:00')).toBe('2022-02-08T23:59')
    expect(saidOf('2023-01-18T08:00')).not.toContain('Ngày nghỉ')
    expect(saidOf('2022-08-30T08:00')).toContain('ghi theo trí nhớ')
  })
  test('of a year that is not known, or not announced, stand in what has to be checked', () => {
    const quit = (year: string) => [
      ...home.slice(0, 3),
      ...life(['treatment-begun', '2026-10-05T08:00'], ['treatment-quit', `${year}-12-30T08:00`]),
    ]
    const said = (year: string, law = defaultLaw) =>
      readLife(adult, quit(year), `${year}-12-30T09:00`, law)
        .toCheck.map(({ vi }) => vi)
        .join(' ')
    expect(said('2026')).toContain('Năm 2027 mới tính theo ngày nghỉ do luật định')
    expect(said('2027')).toContain('Ngày nghỉ lễ, ngày làm bù năm 2028 chưa được ghi')
    const holidays = [{ year: 2028, source: 'Thông báo', announced: true, off: ['2028-01-03'], worked: [] }]
    expect(said('2027', { ...defaultLaw, holidays })).not.toContain('2028')
  })
  test('that were entered move the days by which something is due, and what is refused for its day', () => {
    const holidays = [
      { year: 2027, source: 'Thông báo', announced: true, off: ['2027-03-03', '2027-03-04'], worked: [] },
    ]
    const given = [...opened, ...life(['dossier-notice', '2027-03-02T09:00', { copy: true, to: 'person' }])]
    const sent = event('dossier-sent', '2027-03-08T09:00')
    const law = { ...defaultLaw, holidays }
    expect(judgeEvent(adult, given, sent, '2027-04-01T08:00')).toMatchObject({ ok: true })
    expect(judgeEvent(adult, given, sent, '2027-04-01T08:00', law)).toMatchObject({ fault: 'reading_time_not_over' })
    expect(readLife(adult, given, '2027-03-02T10:00', law).next.find(({ id }) => id === 'read')?.due).toBe(
      '2027-03-09T23:59',
    )
  })
})

test('what if: the same reading of a copy, at a later moment, and nothing is changed', () => {
  const events = [tested, managed]
  const before = JSON.stringify(events)
  const held = event('detained', '2026-09-01T08:00', { until: '2026-10-01T08:00' })
  expect(read([...events, held], '2026-10-02T08:00').status?.ends).toBe('2027-08-06T23:59')
  expect(read([...events, held], '2026-08-01T08:00')).toEqual(read(events, '2026-08-01T08:00'))
  expect(JSON.stringify(events)).toBe(before)
})

describe('a dossier', () => {
  test('stands in place of the treatment that it interrupts, and gives it back when the court refuses', () => {
    expect(read(opened, '2027-03-03T08:00').status?.kind).toBe('dossier')
    const refused = [
      ...opened,
      ...life(
        ['dossier-notice', '2027-03-02T09:00', { copy: true, to: 'person' }],
        ['dossier-sent', '2027-03-08T08:00'],
        ['court-decided', '2027-03-20T08:00', { outcome: 'refused' }],
      ),
    ]
    expect(read(refused, '2027-03-21T08:00').status).toMatchObject({ kind: 'home', ends: '2028-10-01T23:59' })
  })
  test('that was not decided in three months is over; what it interrupted goes on, and it is to be closed (Luật 35.4)', () => {
    const { status, next, clocks } = read(opened, '2027-06-03T08:00')
    expect(status?.kind).toBe('home')
    expect(next.map(({ id }) => id)).toContain('close-dossier')
    expect(clocks.find(({ deadline }) => deadline === 'dossier-limit')?.state).toBe('expired')
  })
  test('what was not registered in 24 hours asks for one (Luật 35.1a); force majeure begins the time anew (Nghị định 4.7)', () => {
    const [addicted] = life([
      'determination-result',
      '2026-10-01T08:00',
      { result: 'addicted', toldAt: '2026-10-01T08:00' },
    ]) as [FileEvent]
    expect(read([addicted], '2026-10-02T09:00').next.map(({ id }) => id)).toEqual(['register', 'open-dossier'])
    const flood = event('force-majeure', '2026-10-01T20:00', { until: '2026-10-04T06:00' })
    const after = read([addicted, flood], '2026-10-04T09:00')
    expect(after.next).toMatchObject([{ id: 'register', due: '2026-10-05T06:00', state: 'running' }])
  })
  test('who registers with a paper older than six months is determined anew (Luật 31.1b); who goes on at home is not', () => {
    const found = life(['determination-result', '2026-10-01T08:00', { result: 'addicted' }])
    const next = (events: FileEvent[], at: string) => read(events, at).next.map(({ id }) => id)
    const registered = (at: string) => [...found, ...life(['registered', at, { form: 'home' }])]
    expect(next(registered('2027-04-01T08:00'), '2027-04-01T09:00')).toContain('decide-form')
    expect(next(registered('2027-04-02T08:00'), '2027-04-02T09:00')).toContain('ask-determination')
    expect(next(registered('2027-04-02T08:00'), '2027-04-02T09:00')).not.toContain('decide-form')
    const again = [
      ...registered('2027-04-02T08:00'),
      ...life(['determination-result', '2027-04-05T08:00', { result: 'addicted' }]),
    ]
    expect(next(again, '2027-04-05T09:00')).toContain('decide-form')
    const privately = [
      ...found,
      ...life(
        ['registered', '2026-10-01T15:00', { form: 'private' }],
        ['private-decided', '2026-10-02T09:00'],
        ['treatment-begun', '2026-10-05T08:00'],
        ['three-stages-done', '2027-04-05T08:00'],
        ['registered', '2027-04-06T08:00', { form: 'home' }],
      ),
    ]
    expect(next(privately, '2027-04-06T09:00')).toContain('decide-form')
    expect(next(privately, '2027-04-06T09:00')).not.toContain('ask-determination')
  })
  test('the 24 hours to register run from when the result was told (Luật 31.4, 31.6)', () => {
    const told = life(['determination-result', '2026-10-01T08:00', { result: 'addicted', toldAt: '2026-10-03T09:00' }])
    expect(read(told, '2026-10-03T10:00').next).toMatchObject([{ id: 'register', due: '2026-10-04T09:00' }])
  })
  test('force majeure begins the time to begin (Nghị định 4.8) and to carry out (107.3) anew, and that of nobody else', () => {
    const flood = event('force-majeure', '2026-10-02T12:00', { until: '2026-10-07T06:00' })
    const due = (events: FileEvent[], now: string, id: string) =>
      read(events, now).next.find((step) => step.id === id)?.due
    const decided = home.slice(0, 3)
    expect(due(decided, '2026-10-02T13:00', 'begin')).toBe('2026-10-06T23:59')
    expect(due([...decided, flood], '2026-10-07T07:00', 'begin')).toBe('2026-10-09T23:59')
    expect(due([...decided, flood], '2026-10-07T07:00', 'decide-monitoring')).toBe('2026-10-02T21:00')
    const court = [...opened, ...life(['court-decided', '2027-03-20T08:00', { outcome: 'applied' }])]
    const storm = event('force-majeure', '2027-03-20T20:00', { until: '2027-03-22T06:00' })
    expect(due([...court, storm], '2027-03-22T07:00', 'carry-out')).toBe('2027-03-23T06:00')
  })
  test('three stages in a private centre, then away from it: the rest is served at home, and that is no ground (Luật 33.4, 35.1a)', () => {
    const privately = life(
      ['determination-result', '2026-10-01T08:00', { result: 'addicted' }],
      ['registered', '2026-10-01T15:00', { form: 'private' }],
      ['private-decided', '2026-10-02T09:00'],
      ['treatment-begun', '2026-10-05T08:00'],
    )
    const left = life(['treatment-quit', '2027-04-06T08:00'])
    const next = (events: FileEvent[]) => read(events, '2027-04-06T09:00').next.map(({ id }) => id)
    expect(next([...privately, ...left])).toContain('open-dossier')
    expect(next([...privately, ...life(['three-stages-done', '2027-04-05T08:00']), ...left])).not.toContain(
      'open-dossier',
    )
  })
  test('substitution treatment ended for a breach asks for one, ended for health does not (Luật 35.1c)', () => {
    const ended = (why: 'breach' | 'health') =>
      read(
        life(
          ['determination-result', '2026-10-01T08:00', { result: 'addicted' }],
          ['registered', '2026-10-01T15:00', { form: 'substitution' }],
          ['substitution-decided', '2026-10-02T09:00'],
          ['treatment-begun', '2026-10-05T08:00'],
          ['treatment-ended', '2027-01-05T08:00', { why }],
        ),
        '2027-01-05T09:00',
      ).next.map(({ id }) => id)
    expect(ended('breach')).toContain('open-dossier')
    expect(ended('health')).not.toContain('open-dossier')
  })
  test('decided and not begun in two working days, or used in rehabilitation, asks for one (Luật 35.1a, 35.1b)', () => {
    const late = read(home.slice(0, 3), '2026-10-07T08:00').next.map(({ id }) => id)
    expect(late).toContain('open-dossier')
    expect(read(used, '2027-03-01T09:00').next.map(({ id }) => id)).toContain('open-dossier')
    expect(read(home, '2027-03-01T09:00').next.map(({ id }) => id)).not.toContain('open-dossier')
  })
  test('another breach after being called to account by the commune asks for one (Luật 47.3); two without do not', () => {
    const breaches = (first: 'commune-education' | 'other') => [
      ...home,
      ...life(
        ['breach-recorded', '2026-11-02T08:00', { of: first }],
        ['breach-recorded', '2026-12-01T08:00', { of: 'other' }],
      ),
    ]
    const next = (events: FileEvent[]) => read(events, '2026-12-01T09:00').next.map(({ id }) => id)
    expect(next(breaches('commune-education').slice(0, -1))).not.toContain('open-dossier')
    expect(next(breaches('commune-education'))).toContain('open-dossier')
    expect(next(breaches('other'))).not.toContain('open-dossier')
  })
  test('three breaches of the law in rehabilitation at home, or refusing monitoring twice (Luật 47.2, 47.4)', () => {
    const breach = (of: 'other' | 'monitoring', ...days: string[]) =>
      read(
        [...home, ...days.map((day) => event('breach-recorded', `${day}T08:00`, { of }))],
        '2027-02-01T09:00',
      ).next.map(({ id }) => id)
    expect(breach('other', '2026-11-01', '2026-12-01')).not.toContain('open-dossier')
    expect(breach('other', '2026-11-01', '2026-12-01', '2027-01-04')).toContain('open-dossier')
    expect(breach('monitoring', '2026-11-01')).not.toContain('open-dossier')
    expect(breach('monitoring', '2026-11-01', '2026-12-01')).toContain('open-dossier')
  })
})

test('postponed, then carried out after all; exempted, and it is over (Luật 39)', () => {
  const decided = [...opened, ...life(['court-decided', '2027-03-20T08:00', { outcome: 'applied' }])]
  const postponed = [
    ...decided,
    ...life(['execution-changed', '2027-03-20T15:00', { change: 'postponed', reason: 'gravely-ill' }]),
  ]
  expect(read(postponed, '2027-04-01T08:00').next.map(({ id }) => id)).not.toContain('carry-out')
  expect(read(postponed, '2027-04-01T08:00').status?.suspendedBy).toBeDefined()
  const on = [...postponed, ...life(['execution-changed', '2027-05-01T08:00', { change: 'goes-on', reason: 'other' }])]
  expect(read(on, '2027-05-01T09:00').next.find(({ id }) => id === 'carry-out')?.due).toBe('2027-05-02T08:00')
  const exempted = [
    ...decided,
    ...life(['execution-changed', '2027-03-21T08:00', { change: 'exempted', reason: 'pregnant' }]),
  ]
  expect(read(exempted, '2027-04-01T08:00').status).toMatchObject({ kind: 'ended', reason: 'exempted' })
})

test('after a death only what closes the file is open', () => {
  const dead = [tested, managed, ...life(['died', '2026-09-01T08:00'])]
  expect(read(dead, '2026-09-02T08:00')).toMatchObject({ status: undefined, next: [{ id: 'stop' }] })
  const stopped = [...dead, ...life(['management-stopped', '2026-09-02T09:00', { reason: 'died' }])]
  expect(read(stopped, '2026-09-03T08:00').status).toMatchObject({ kind: 'ended', reason: 'died' })
})

test('monitoring stands beside a treatment and ends with it; its end is to be decided (Nghị định 20.4)', () => {
  const watched = [...home, ...life(['monitoring-decided', '2026-10-02T12:00'])]
  expect(read(watched, '2026-11-01T08:00')).toMatchObject({
    status: { kind: 'home' },
    monitoring: { ends: '2028-10-01T23:59' },
  })
  const quit = [...watched, ...life(['treatment-quit', '2027-01-10T08:00'])]
  expect(read(quit, '2027-01-11T08:00').monitoring).toBeUndefined()
  expect(read(quit, '2027-01-11T08:00').next.map(({ id }) => id)).toContain('end-monitoring')
})

test('papers: those at hand are named with their event and folio, the rest are missing', () => {
  const filed = event('paper-filed', '2026-07-07T08:30', { paper: 'III-03', folio: 5 })
  const events = [tested, event('notice-received', '2026-07-07T08:05'), filed]
  expect(read(events, '2026-07-07T09:00').next.find(({ id }) => id === 'decide')?.papers).toMatchObject([
    { kind: 'III-01', event: tested.id },
    { kind: 'residence', title: { vi: 'Kết quả xác minh nơi cư trú' } },
    { kind: 'III-02' },
    { kind: 'III-03', event: filed.id, folio: 5 },
    { kind: 'III-05' },
  ])
})

test('off the list because of a death, nothing that was decided for afterwards keeps monitoring', () => {
  const events = life(
    ['determination-result', '2026-08-03T08:00', { result: 'addicted' }],
    ['registered', '2026-08-03T10:00', { form: 'home' }],
    ['home-decided', '2026-08-04T08:00'],
    ['treatment-begun', '2026-08-05T08:00'],
    ['after-decided', '2026-08-20T08:00'],
    ['monitoring-decided', '2026-08-21T08:00'],
    ['off-list', '2026-09-01T08:00', { reason: 'died' }],
  )
  const read = readLife(adult, events, '2026-09-02T08:00')
  expect(read.status).toMatchObject({ kind: 'ended', reason: 'died' })
  expect(read.monitoring).toBeUndefined()
})
