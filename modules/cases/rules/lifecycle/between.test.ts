// Between the end of rehabilitation and the decision on what follows: no status stands, the person is followed all the same. Each
// names its article.

import { describe, expect, test } from 'vitest'
import { adult, type DutyRow, event, expectDuty, life } from '../../../../tests/support/lives.ts'
import type { FileEvent } from '../../events.ts'
import { readLife } from '../../rules.ts'

const found = ['determination-result', '2026-10-01T08:00', { result: 'addicted' }] as const
type Form = 'home' | 'private' | 'public' | 'substitution'
const treated = (form: Form) =>
  life(
    [...found],
    ['registered', '2026-10-01T15:00', { form }],
    [`${form}-decided`, '2026-10-02T09:00'],
    ['treatment-begun', '2026-10-05T08:00'],
  )
const compulsory = life(
  [...found],
  ['dossier-opened', '2026-10-05T08:00', { path: 'adult', ground: 'not-registered' }],
  ['court-decided', '2026-10-20T08:00', { outcome: 'applied' }],
  ['carried-out', '2026-10-21T08:00', { step: 'delivered' }],
)
const completed = (form: Form, day = '2028-10-05') => [...treated(form), event('treatment-completed', `${day}T07:00`)]
const moved = (at: string) => event('moved', at, { what: 'residence', to: 'xã Đức Hợp' })
const read = (events: FileEvent[], at: string) => readLife(adult, events, at)
const clockOf = (events: FileEvent[], at: string, deadline: string) =>
  read(events, at).clocks.find((clock) => clock.deadline === deadline)

const handOver = (due: string) => ({
  deadline: 'hand-over-file',
  due,
  by: 'Công an cấp xã nơi đi',
  article: 'Luật, Điều 27.2, 48.2; Nghị định, Điều 62.1, 92.1c, 136.1b',
})
const rows: DutyRow[] = [
  [
    'completed at home, moves before the decision → handed over in 24 h (Luật 48.2)',
    [...completed('home', '2028-10-01'), moved('2028-10-10T09:00')],
    'hand-over',
    handOver('2028-10-11T09:00'),
  ],
  [
    'the term of a centre is over, nobody has written anything, moves → handed over in 24 h (Luật 48.2)',
    [...treated('public'), moved('2028-10-10T09:00')],
    'hand-over',
    handOver('2028-10-11T09:00'),
  ],
  [
    'served compulsory rehabilitation, moves before the decision → handed over in 24 h (Luật 42.2, 48.2)',
    [...compulsory, moved('2028-10-30T09:00')],
    'hand-over',
    handOver('2028-10-31T09:00'),
  ],
  [
    'substitution treatment completed, moves before the decision → handed over in 24 h (Luật 42.1, 48.2)',
    [...completed('substitution', '2028-01-05'), moved('2028-01-10T09:00')],
    'hand-over',
    handOver('2028-01-11T09:00'),
  ],
]
test.each(rows)('%s', (_, events, id, expected) => expectDuty(events, id, expected))

describe('what is awaited (Luật 42.1, 42.2)', () => {
  test.each<[string, FileEvent[], string]>([
    ['home', completed('home', '2028-10-01'), '2028-10-01T07:00'],
    ['private', completed('private'), '2028-10-05T07:00'],
    ['public', completed('public'), '2028-10-05T07:00'],
    ['substitution', completed('substitution', '2028-01-05'), '2028-01-05T07:00'],
    ['public, nothing written', treated('public'), '2028-10-05T23:59'],
    ['compulsory', compulsory, '2028-10-21T23:59'],
  ])('%s: until the chair decides, and no longer', (_, events, since) => {
    const waiting = read(events, '2028-10-25T08:00')
    expect(waiting.status).toBeUndefined()
    expect(waiting.awaits).toMatchObject({ kind: 'after-decision', since })
    const decided = [...events, event('after-decided', '2028-10-26T09:00')]
    expect(read(decided, '2028-10-26T10:00')).toMatchObject({ status: { kind: 'after' }, awaits: undefined })
    // Nor when that is over.
    expect(read(decided, '2032-01-01T08:00')).toMatchObject({ status: undefined, awaits: undefined })
  })
  test('of somebody who is in treatment, was exempted, gave up or has died, nothing is', () => {
    const at = '2027-06-01T08:00'
    expect(read(treated('home'), at).awaits).toBeUndefined()
    expect(read([...treated('home'), ...life(['treatment-quit', '2027-01-05T09:00'])], at).awaits).toBeUndefined()
    const over = event('execution-changed', '2027-01-05T09:00', { change: 'exempted', reason: 'incurable' })
    expect(read([...compulsory, over], at)).toMatchObject({ status: { kind: 'ended' }, awaits: undefined })
    const died = event('died', '2028-10-20T09:00')
    expect(read([...completed('public'), died], '2028-10-25T08:00').awaits).toBeUndefined()
  })
})

test('the next duties run on through the hand-over, and its clock is done by it (Nghị định 134.1)', () => {
  const noticed = [...treated('public'), ...life(['release-notice', '2028-10-04T09:00'])]
  const events = [
    ...noticed,
    moved('2028-10-06T09:00'),
    event('file-handed-over', '2028-10-06T15:00', { to: 'Đức Hợp' }),
  ]
  const at = '2028-10-06T16:00'
  expect(clockOf(events, at, 'hand-over-file')).toMatchObject({ state: 'done', due: '2028-10-07T09:00' })
  // Two working days from the notice, as before the move.
  expect(clockOf(events, at, 'propose-after')).toMatchObject({ state: 'running', due: '2028-10-06T23:59' })
  expect(clockOf(events, at, 'propose-after')?.due).toBe(clockOf(noticed, at, 'propose-after')?.due)
  expect(read(events, at).next.map(({ id }) => id)).toEqual(expect.arrayContaining(['propose', 'decide-after']))
  // Post-rehabilitation is counted from the completion, wherever and whenever it is decided (Luật 42.1).
  const decided = [...events, event('after-decided', '2028-10-12T09:00')]
  expect(read(decided, '2028-10-13T08:00').status).toMatchObject({ kind: 'after', ends: '2029-10-05T23:59' })
})

test('where nothing is awaited a move begins nothing', () => {
  const before = [moved('2026-10-01T09:00')]
  expect(clockOf(before, '2026-10-01T10:00', 'hand-over-file')).toBeUndefined()
  const ended = life(['after-decided', '2026-10-02T09:00'])
  expect(clockOf([...ended, moved('2027-12-01T09:00')], '2027-12-01T10:00', 'hand-over-file')).toBeUndefined()
})
