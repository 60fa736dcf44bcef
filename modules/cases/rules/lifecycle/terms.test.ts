// How long each status lasts, what is left out of it, and what post-rehabilitation follows. Each names its article.

import { describe, expect, test } from 'vitest'
import { adult, event, life, minor, positive } from '../../../../tests/support/lives.ts'
import {
  addicted,
  admitted,
  atHome,
  began,
  court,
  given,
  opened,
  quit,
  registered,
  sent,
} from '../../../../tests/support/steps-to-court.ts'
import type { FileEvent } from '../../events.ts'
import { defaultLaw, judgeEvent, type PersonFacts, readLife } from '../../rules.ts'
import { nextChange } from '../next-change.ts'

const read = (events: FileEvent[], now: string, facts: PersonFacts = adult) => readLife(facts, events, now)
const clockOf = (events: FileEvent[], now: string, deadline: string) =>
  read(events, now).clocks.find((clock) => clock.deadline === deadline)
const stepOf = (events: FileEvent[], now: string, id: string) => read(events, now).next.find((step) => step.id === id)

const tested = ['tested', '2026-07-06T08:00', positive] as const
const notice = ['notice-received', '2026-07-07T08:05'] as const
const managed = ['managed', '2026-07-07T16:30'] as const

describe('terms', () => {
  test('management lasts one year from the decision (Luật 24.2) and then ends by itself; the end is to be decided (Nghị định 63.3)', () => {
    const events = life([...tested], [...notice], [...managed])
    expect(read(events, '2026-08-01T08:00').status).toMatchObject({ kind: 'managed', ends: '2027-07-07T23:59' })
    const over = read(events, '2027-07-08T08:00')
    expect(over.status).toBeUndefined()
    expect(over.next.find(({ id }) => id === 'end')).toMatchObject({ forms: 'III-09, III-10', due: '2027-07-07T23:59' })
    const decided = [...events, ...life(['management-ended', '2027-07-08T09:00'])]
    expect(read(decided, '2027-07-09T08:00').status).toMatchObject({ kind: 'ended', reason: 'served' })
  })
  test('used again, not addicted: a new year from the new decision (Nghị định 59.1)', () => {
    const events = life([...managed], ['tested', '2026-12-01T08:00', positive], ['managed-again', '2026-12-03T08:00'])
    expect(read(events, '2026-12-04T08:00').status?.ends).toBe('2027-12-03T23:59')
  })
  test('moved: the term goes on for what is left (Nghị định 60.1); a stay elsewhere changes nothing', () => {
    const moved = life(
      [...managed],
      ['moved', '2026-08-03T09:00', { what: 'residence', to: 'xã Đức Hợp' }],
      ['management-taken-over', '2026-08-10T09:00'],
    )
    expect(read(moved, '2026-09-01T08:00').status?.ends).toBe('2027-07-07T23:59')
    const stays = life([...managed], ['moved', '2026-08-03T09:00', { what: 'stay', to: 'phường Sơn Nam' }])
    expect(read(stays, '2026-09-01T08:00').next.map(({ id }) => id)).not.toContain('hand-over')
  })
  test('16 days suspended and 4 days away without report end it 20 days later (Luật 24.7, Nghị định 60.2)', () => {
    const events = life(
      [...managed],
      ['detained', '2026-09-15T09:00', { until: '2026-10-01T09:00' }],
      ['absent', '2026-10-20T07:00', { until: '2026-10-24T18:00' }],
    )
    const clock = clockOf(events, '2026-11-23T09:12', 'management-term')
    expect(clock).toMatchObject({ due: '2027-07-27T23:59', state: 'running' })
    expect(clock?.bar.map(({ counted }) => counted)).toEqual([true, false, true, false, true])
    expect(Math.round((clock?.counted ?? 0) / 1440)).toBe(118)
  })
  test('custody longer than what is left stops management (Luật 24.7)', () => {
    const events = life([...managed], ['detained', '2027-06-20T09:00', { until: '2027-09-01T09:00' }])
    const after = read(events, '2027-09-02T08:00')
    expect(after.status).toBeUndefined()
    expect(after.next.map(({ id }) => id)).toContain('stop')
  })
  test('custody of which nobody has said the end stops it on the day that it outlasts what was left, not before (Luật 24.7)', () => {
    const events = life([...managed], ['detained', '2027-06-20T09:00'])
    const held = read(events, '2027-07-07T23:59')
    expect(held.status).toMatchObject({ kind: 'managed' })
    expect(held.next.map(({ id }) => id)).not.toContain('stop')
    // The file is read again by itself when that day has passed.
    expect(nextChange(adult, events, held, '2027-06-21T08:00')).toBe('2027-07-08T00:00')
    const outlasted = read(events, '2027-07-08T08:00')
    expect(outlasted.status).toBeUndefined()
    expect(outlasted.next.map(({ id }) => id)).toContain('stop')
    const stopped = (at: string) => event('management-stopped', at, { reason: 'outlasted' })
    expect(judgeEvent(adult, events, stopped('2027-06-21T09:00'), '2027-08-01T08:00')).toMatchObject({
      ok: false,
      fault: 'term_not_over',
      article: { vi: 'Luật, Điều 24.7' },
    })
    expect(judgeEvent(adult, events, stopped('2027-07-08T09:00'), '2027-08-01T08:00')).toMatchObject({ ok: true })
    expect(read([...events, stopped('2027-07-08T09:00')], '2027-08-01T08:00').status).toMatchObject({
      kind: 'ended',
      reason: 'outlasted',
    })
  })
  test('rehabilitation lasts 24 months the first time, 36 from the second (Luật 29.1); at home from the registration (Luật 32.2)', () => {
    const first = life([...addicted], [...registered], [...atHome])
    expect(read(first, '2026-11-01T08:00').status).toMatchObject({ kind: 'home', ends: '2028-10-01T23:59' })
    const again = [
      ...first,
      ...life([...began], [...quit], [...opened], [...given], [...sent], [...court], [...admitted]),
    ]
    expect(read(again, '2027-04-01T08:00').status).toMatchObject({ kind: 'compulsory', ends: '2030-03-03T23:59' })
  })
  test('time in care while the dossier was made is taken off (Luật 37.2); time on the run is not counted (Nghị định 107.4, 109.3)', () => {
    const events = [
      ...life(
        [...addicted],
        [...registered],
        [...atHome],
        [...began],
        [...quit],
        [...opened],
        ['custody-decided', '2027-02-03T09:00'],
        [...given],
        [...sent],
        [...court],
        [...admitted],
      ),
      ...life(['fled', '2027-06-01T20:00', { until: '2027-06-11T20:00' }]),
    ]
    expect(clockOf(events, '2027-07-01T08:00', 'rehabilitation-again')).toMatchObject({
      credited: 28,
      due: '2030-02-13T23:59',
    })
  })
  test('prison pauses rehabilitation; the rest is served afterwards (Luật 47.1)', () => {
    const events = life(
      [...addicted],
      [...registered],
      [...atHome],
      ['treatment-begun', '2026-10-05T08:00'],
      ['imprisoned', '2027-01-01T00:00', { until: '2027-07-01T00:00' }],
    )
    expect(read(events, '2027-08-01T08:00').status).toMatchObject({ kind: 'home', ends: '2029-03-31T23:59' })
  })
  test('three stages in a private centre, the rest at home (Luật 33.4, 32.2b)', () => {
    const events = life(
      [...addicted],
      ['registered', '2026-10-01T15:00', { form: 'private' }],
      ['private-decided', '2026-10-02T09:00'],
      ['treatment-begun', '2026-10-05T08:00'],
      ['three-stages-done', '2027-04-05T08:00'],
      ['registered', '2027-04-06T08:00', { form: 'home' }],
      ['home-decided', '2027-04-06T15:00'],
    )
    expect(read(events, '2027-05-01T08:00').status).toMatchObject({ kind: 'home', ends: '2028-10-06T23:59' })
    // Told of is the end of what goes on, not that of the form before.
    expect(stepOf(events, '2027-05-01T08:00', 'centre-tells')?.due).toBe('2028-09-06T23:59')
  })
})

describe('after rehabilitation', () => {
  const home = life([...addicted], [...registered], [...atHome], ['treatment-begun', '2026-10-05T08:00'])
  test('one year from the completion after voluntary rehabilitation, whenever it was decided (Luật 42.1)', () => {
    const before = [...home, ...life(['after-decided', '2028-09-10T09:00'])]
    expect(read(before, '2028-09-11T08:00').status?.kind).toBe('home')
    expect(read(before, '2028-10-02T08:00').status).toMatchObject({ kind: 'after', ends: '2029-10-01T23:59' })
    const late = [...home, ...life(['after-decided', '2028-12-01T09:00'])]
    expect(read(late, '2028-12-02T08:00').status).toMatchObject({
      kind: 'after',
      since: '2028-12-01T09:00',
      ends: '2029-10-01T23:59',
    })
  })
  test('two years for adults after compulsory rehabilitation, one for minors (Luật 42.1, 42.2)', () => {
    const compulsory = (path: 'adult' | 'minor') =>
      life(
        [...addicted],
        [...registered],
        [...atHome],
        ['treatment-begun', '2026-10-05T08:00'],
        [...quit],
        ['dossier-opened', '2027-02-02T10:00', { path, ground: 'quit' }],
        [...given],
        [...sent],
        [...court],
        [...admitted],
        ['after-decided', '2030-02-10T09:00'],
      )
    expect(read(compulsory('adult'), '2030-03-10T08:00').status).toMatchObject({
      kind: 'after',
      ends: '2032-03-03T23:59',
    })
    expect(read(compulsory('minor'), '2030-03-10T08:00', minor).status).toMatchObject({
      kind: 'after',
      ends: '2031-03-03T23:59',
    })
  })
  test('certified within the last three working days (Nghị định 138), then ended with its reason', () => {
    const events = [...home, ...life(['after-decided', '2028-09-10T09:00'])]
    expect(clockOf(events, '2029-09-01T08:00', 'certify')).toMatchObject({
      opens: '2029-09-27T00:00',
      due: '2029-10-01T23:59',
    })
    const closed = [...events, ...life(['after-certified', '2029-09-28T09:00'])]
    expect(read(closed, '2029-10-03T08:00').status).toMatchObject({ kind: 'ended', reason: 'served' })
  })
  test('used again in post-rehabilitation: determination, and if addicted the dossier (Luật 31.1d, 35.1d)', () => {
    const used = [...home, ...life(['after-decided', '2028-09-10T09:00'], ['tested', '2029-01-10T08:00', positive])]
    expect(stepOf(used, '2029-01-10T09:00', 'ask-determination')).toBeDefined()
    const relapsed = [...used, ...life(['determination-result', '2029-01-12T08:00', { result: 'addicted' }])]
    const now = read(relapsed, '2029-01-12T09:00')
    expect(now.status?.kind).toBe('addict')
    expect(now.next.map(({ id }) => id)).toContain('open-dossier')
    const other = readLife(adult, relapsed, '2029-01-12T09:00', { ...defaultLaw, relapseAfter: 'registers' })
    expect(other.next.map(({ id }) => id)).toContain('register')
  })
})
