// Which rows a register has, as a table: who stands in it on which days; and that a row holds what its reader sees and no more.

import { expect, test } from 'vitest'
import { event, life } from '../../../tests/support/lives.ts'
import type { FileEvent } from '../events.ts'
import { type RegisterId, registerIds, registerOf } from '../registers.ts'
import { views } from '../views.ts'
import { mayMakeRegister } from './register.ts'
import { addTo, entriesOf, noTotals, rowOf } from './rows.ts'

const paper = { number: '12/QĐ-CAX', on: '2026-08-04', by: 'police-head' } as const
const managed = event('managed', '2026-08-04T15:00', { paper })
const again = event('managed-again', '2027-02-01T15:00', { paper: { ...paper, number: '3/QĐ-CAX' } })
const ended = event('management-ended', '2027-08-04T15:00', {})
const registered = event('registered', '2026-09-01T08:00', { form: 'home' })
const begun = event('treatment-begun', '2026-09-02T08:00', { place: 'Trạm Y tế' })
const completed = event('treatment-completed', '2028-09-02T08:00', {})
const sent = event('notice-sent', '2026-12-14T23:59', { to: 'xã Nghĩa Dân' })

test.each([
  ['under management in these days', 'III-10', [managed], ['2026-12-15', '2027-12-14'], ['managed']],
  ['on its first day', 'III-10', [managed], ['2026-07-01', '2026-08-04'], ['managed']],
  ['not before it', 'III-10', [managed], ['2026-07-01', '2026-08-03'], []],
  ['ended within them', 'III-10', [managed, ended], ['2027-08-04', '2027-12-14'], ['managed']],
  ['ended before them', 'III-10', [managed, ended], ['2027-08-05', '2027-12-14'], []],
  [
    'one row of a person, of the decision in force',
    'III-10',
    [managed, again],
    ['2027-01-01', '2027-12-14'],
    ['managed-again'],
  ],
  ['as it stood before the second', 'III-10', [managed, again], ['2026-12-15', '2027-01-31'], ['managed']],
  ['an end after them is no end yet', 'III-10', [managed, ended], ['2026-12-15', '2027-08-03'], ['managed']],
  ['a book has what happened in its days', 'V-21', [registered, begun], ['2026-09-01', '2026-09-01'], ['registered']],
  ['and nothing of before', 'V-21', [registered, begun], ['2026-09-02', '2026-12-14'], []],
  ['on its last day', 'sent', [sent], ['2025-12-15', '2026-12-14'], ['notice-sent']],
  ['in rehabilitation', 'rehabilitation', [registered, begun], ['2027-01-01', '2027-12-14'], ['treatment-begun']],
  ['no longer', 'rehabilitation', [registered, begun, completed], ['2028-09-03', '2028-12-14'], []],
] as [string, RegisterId, FileEvent[], [string, string], string[]][])('%s', (_, id, events, [from, until], kinds) =>
  expect(entriesOf(registerOf(id), events, { from, until }).map((entry) => entry.begun.kind)).toEqual(kinds),
)

test.each([
  ['police', ['III-10', 'V-21', 'rehabilitation', 'after', 'sent', 'received']],
  ['health', ['V-21', 'rehabilitation']],
  ['helper', []],
] as const)('%s may make %o', (id, may) =>
  expect(registerIds.filter((register) => mayMakeRegister(registerOf(register), views[id]))).toEqual(may),
)
test('nobody without a view makes one', () => expect(mayMakeRegister(registerOf('III-10'), undefined)).toBe(false))

const kept = (all: FileEvent[]) => all.map((each, at) => ({ ...each, folio: at + 1 }))
const days = { from: '2026-07-01', until: '2027-12-14' }

test('a row has the person, the decision, where it ended and whether they were there', () => {
  const events = kept([
    ...life(['tested', '2026-08-03T09:00', {}]),
    managed,
    event('residence-checked', '2026-10-01T08:00', { present: false }),
    ended,
  ])
  const row = rowOf({
    register: registerOf('III-10'),
    identity: {
      name: 'Nguyễn Văn Bịa',
      birth: '1990',
      sex: 'male',
      papers: [{ kind: 'cccd', number: '033090001234' }],
    },
    sees: () => true,
    events,
    event: events[1]!,
    fileNumber: 'HC-2026-0001',
    days,
  })
  expect(row).toMatchObject({
    name: 'Nguyễn Văn Bịa',
    birth: '1990',
    sex: 'Nam',
    paperNumber: '033090001234',
    residence: '',
    number: '12/QĐ-CAX, 04/08/2026',
    begun: '04/08/2026',
    ended: '04/08/2027: quyết định chấm dứt quản lý',
    presence: 'Vắng mặt',
    folio: '2',
  })
  const unseen = rowOf({
    register: registerOf('III-10'),
    identity: {},
    sees: () => false,
    events: [events[1]!],
    event: events[1]!,
    fileNumber: '',
    days,
  })
  expect([unseen.name, unseen.number, unseen.presence]).toEqual(['', '', ''])
})

test('the form of rehabilitation is the one registered, or that of the court, whichever came last', () => {
  const court = event('court-decided', '2026-09-01T09:00', { outcome: 'applied' })
  const of = (...all: FileEvent[]) => {
    const events = kept([...all, begun])
    return rowOf({
      register: registerOf('rehabilitation'),
      identity: {},
      sees: () => true,
      events,
      event: events.at(-1)!,
      fileNumber: '',
      days,
    })
  }
  expect(of(registered)).toMatchObject({
    treatmentForm: 'Cai nghiện tại gia đình, cộng đồng',
    treatmentPlace: 'Trạm Y tế',
  })
  expect(of(registered, court).treatmentForm).toBe('Cai nghiện bắt buộc')
})

test('totals are those of the rows: by form, ongoing and done by the last day', () => {
  const totals = noTotals()
  const count = (events: FileEvent[], until = days.until) =>
    addTo(totals, { events: kept(events), event: kept(events)[0]!, days: { ...days, until } })
  count([registered, begun])
  count([registered, begun, completed])
  count([registered, begun, completed], '2028-12-14')
  count([event('registered', '2026-09-01T08:00', { form: 'substitution' })])
  expect(totals).toEqual({ home: 3, public: 0, 'reform-school': 0, private: 0, ongoing: 2, done: 1 })
})
