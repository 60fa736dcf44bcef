// Faults that come about step by step, and what is accepted: whole lives, out of order, under another reading of the law.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { atHome, given, opened, sent } from '../../../tests/support/home-to-court.ts'
import { adult, event, life, positive } from '../../../tests/support/lives.ts'
import type { FileEvent } from '../events.ts'
import { defaultLaw, eventFaults, judgeEvent, type PersonFacts } from '../rules.ts'

const now = '2030-12-01T08:00'
const judged = (events: FileEvent[], extra: FileEvent, facts: PersonFacts = adult) =>
  judgeEvent(facts, events, extra, now)

const managed = life(['tested', '2026-07-06T08:00', positive], ['managed', '2026-07-07T16:30'])

test('every fault is shown by a test', () => {
  const tests = ['judge.test.ts', 'judge/management.test.ts', 'judge/treatment.test.ts', 'judge/dossier.test.ts']
  const text = tests.map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8')).join('')
  expect(Object.keys(eventFaults).filter((fault) => !text.includes(`'${fault}'`))).toEqual([])
})

describe('and those that come about step by step', () => {
  const fault = (events: FileEvent[], extra: FileEvent, facts?: PersonFacts) => {
    const verdict = judged(events, extra, facts)
    return verdict.ok ? 'ok' : verdict.fault
  }
  test('begun twice, over twice, withdrawn twice', () => {
    expect(fault(atHome, event('treatment-begun', '2026-10-06T08:00'))).toBe('already_begun')
    const away = event('absent', '2026-08-03T09:00', { until: '2026-08-04T09:00' })
    expect(fault([...managed, away], event('interruption-over', '2026-08-05T09:00', { of: away.id }))).toBe(
      'already_over',
    )
    const first = event('withdrawn', '2026-08-10T09:00', { of: away.id, why: 'nhầm người' })
    expect(fault([...managed, away], first)).toBe('ok')
    expect(
      fault([...managed, away, first], event('withdrawn', '2026-08-11T09:00', { of: away.id, why: 'nhầm người' })),
    ).toBe('already_withdrawn')
  })
  test('details that are of no kind, also in a correction', () => {
    const [test] = managed as [FileEvent]
    expect(fault([], { ...test, details: { result: 'positive' } } as never)).toBe('details_not_of_kind')
    const wrong = event('corrected', '2026-08-10T09:00', { of: test.id, why: 'sai', details: { nothing: true } })
    expect(fault(managed, wrong)).toBe('details_not_of_kind')
    const late = event('corrected', '2026-08-10T09:00', {
      of: (managed[1] as FileEvent).id,
      why: 'sai ngày',
      at: '2026-07-01T08:00',
    })
    expect(fault(managed, late)).toBe('paper_of_another_day')
  })
  test('a voluntary form while a dossier is open; a lifting after a breach; a residence of nobody', () => {
    expect(
      fault(
        [...opened, ...life(['registered', '2027-03-02T15:00', { form: 'home' }])],
        event('home-decided', '2027-03-03T09:00'),
      ),
    ).toBe('dossier_open')
    const breached = [
      ...atHome,
      ...life(
        ['monitoring-decided', '2026-10-06T09:00'],
        ['breach-recorded', '2026-12-01T09:00', { of: 'monitoring' }],
      ),
    ]
    expect(fault(breached, event('monitoring-lifted', '2027-12-01T09:00'))).toBe('monitoring_breached')
    expect(fault([], event('management-ended', '2026-08-01T09:00'))).toBe('no_standing')
  })
})

describe('accepted', () => {
  test('each step of a whole life, one after the other', () => {
    const events: FileEvent[] = []
    for (const next of [
      ...sent,
      ...life(
        ['court-decided', '2027-04-01T09:00', { outcome: 'applied' }],
        ['carried-out', '2027-04-03T09:00', { step: 'delivered' }],
      ),
    ]) {
      expect(judged(events, next), next.kind).toMatchObject({ ok: true })
      events.push(next)
    }
  })
  test('recorded out of order, by the time that is claimed', () => {
    const [test, decision] = managed as [FileEvent, FileEvent]
    expect(judged([decision], test)).toMatchObject({ ok: true })
  })
  test('the day a limitation would be over is moved by evasion (Luật 35.4)', () => {
    const fled = [...sent, ...life(['fled', '2027-03-10T09:00', { until: '2027-05-20T09:00' }])]
    expect(judged(fled, event('court-decided', '2027-08-10T09:00', { outcome: 'applied' }))).toMatchObject({ ok: true })
  })
  test('reading through, where that is the reading of the law', () => {
    const read = [...given, ...life(['dossier-read', '2027-03-03T09:00', { by: 'person' }])]
    const early = event('dossier-sent', '2027-03-04T09:00')
    expect(judged(read, early)).toMatchObject({ fault: 'reading_time_not_over' })
    expect(judgeEvent(adult, read, early, now, { ...defaultLaw, readingTime: 'until-read' })).toMatchObject({
      ok: true,
    })
  })
  test('urine that no officer of the same sex is recorded to have watched, with a warning (Nghị định 56.5)', () => {
    const unwatched = event('tested', '2026-07-06T08:00', { ...positive, sameSexOfficer: undefined })
    expect(judged([], unwatched)).toMatchObject({ ok: true, warnings: [{ vi: expect.stringContaining('cùng giới') }] })
    expect(judged([], event('tested', '2026-07-06T08:00', positive))).toEqual({ ok: true, warnings: [] })
  })
  test('an older decision whose ground was never recorded, with a warning', () => {
    const verdict = judged([], event('managed', '2024-07-08T16:30'))
    expect(verdict).toMatchObject({ ok: true, warnings: [{ vi: expect.stringContaining('Chưa ghi căn cứ') }] })
  })
})
