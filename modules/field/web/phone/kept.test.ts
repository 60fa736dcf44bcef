// What the phone shows follows from what the office said and what was taken here since, in whatever order either comes.

import { expect, test } from 'vitest'
import type { PackDrive, PackEntry } from '../../contract/pack.ts'
import { driveOf, drivesIn, openDrives, textOf } from './drives.ts'
import {
  byOwnClock,
  changesBetween,
  conflictsOf,
  countedAs,
  householdsOf,
  type Item,
  merged,
  nextUnsigned,
  type Pack,
} from './kept.ts'

const text = (number: number, effectiveOn: string) => ({
  number,
  effectiveOn,
  title: `Bản ${number}`,
  opening: 'Tôi cam kết:',
  promises: ['không sử dụng'],
  closing: '',
})
const drive: PackDrive = {
  id: 'd',
  name: { vi: 'Đợt', en: 'Drive' },
  opensOn: '2024-11-01',
  closesOn: '2024-11-30',
  state: 'open',
  workday: null,
  demo: false,
  groups: [
    {
      id: 'household-heads',
      name: { vi: 'Chủ hộ', en: 'Heads' },
      ways: ['ink', 'paper'],
      texts: [text(1, '2024-11-01'), text(2, '2024-11-10')],
    },
    { id: 'firms', name: { vi: 'Doanh nghiệp', en: 'Firms' }, ways: ['paper'], texts: [text(1, '2024-11-01')] },
  ],
}
const entry = (id: string, number: number, group = 'household-heads'): PackEntry => [
  id,
  number,
  `Tên ${id}`,
  '',
  4,
  group,
  1,
  0,
  null,
]
const pack: Pack = {
  hamlet: { id: 'h', name: 'Đông', type: 'thôn', kind: 'hamlet' },
  drivesTag: 't',
  drives: [drive],
  homes: [{ communeId: 'c', hamletId: 'h' }],
  entries: [entry('a', 1), entry('b', 2), entry('c', 3), entry('f', 4, 'firms')],
  signed: [['a', 'd', '2024-11-12', 'paper']],
  unsigned: [],
  conflicts: [],
  cursor: '1',
  pulledAt: '2024-11-12T00:00:00Z',
  successors: null,
}
const item = (entryId: string, more: Partial<Item> = {}): Item => ({
  id: `i-${entryId}`,
  at: '2024-11-13T09:00:00Z',
  kind: 'sign',
  placeId: 'h',
  entryId,
  driveId: 'd',
  label: '',
  place: '',
  command: { id: `i-${entryId}`, operation: 'commitments.sign', input: {} },
  state: 'waiting',
  ...more,
})

test('only those of groups that sign on a phone are asked, and what was taken here counts at once', () => {
  expect(householdsOf(pack, undefined, [])).toEqual([])
  const shown = householdsOf(pack, drive, [item('b')])
  expect(shown.map(({ id, signed }) => [id, signed])).toEqual([
    ['a', { on: '2024-11-12', here: false }],
    ['b', { on: '2024-11-13', here: true }],
    ['c', null],
  ])
  expect(householdsOf(pack, drive, [item('b', { state: 'attention', outcome: 'refused' })])[1]?.signed).toBeNull()
})

test('a place of households alone counts households; with a business or a member among them it counts names', () => {
  const hamlet = { id: 'h', name: 'Đông', type: 'Thôn', kind: 'hamlet' as const }
  const [head, firm] = [{ groupId: 'household-heads' }, { groupId: 'conditional-businesses' }]
  expect(countedAs([head, head], { hamlet })).toBe('households')
  expect(countedAs([head, firm], { hamlet })).toBe('signers')
  expect(countedAs([firm], { hamlet: { ...hamlet, kind: 'body' } })).toBe('members')
})

test('whoever follows is next, those to be visited another day after all others, nobody when all have signed', () => {
  const noted = item('b', { kind: 'unsigned', note: { reason: 'absent', visitAgainOn: null } })
  const shown = householdsOf(pack, drive, [noted])
  expect(nextUnsigned(shown, 'a')?.id).toBe('c')
  expect(nextUnsigned(shown, 'c')?.id).toBe('b')
  expect(nextUnsigned(householdsOf(pack, drive, [item('b'), item('c')]), 'c')).toBeUndefined()
})

test('the wording in force on the day is the one that is signed', () => {
  expect(textOf(drive, 'household-heads', '2024-11-05')?.number).toBe(1)
  expect(textOf(drive, 'household-heads', '2024-11-10')?.number).toBe(2)
  expect(textOf(drive, 'household-heads', '2024-10-01')?.number).toBe(1)
  expect(openDrives({ ...pack, drives: [{ ...drive, state: 'closed' }] })).toEqual([])
})

test('of several open drives the chosen one is signed where it is open, and only one that asks somebody here', () => {
  const once = { ...drive, id: 'once', name: { vi: 'Đợt riêng', en: 'One of its own' } }
  const ofSchools = { ...drive, id: 'schools', groups: [{ ...drive.groups[0], id: 'teachers' }] } as PackDrive
  const several = { ...pack, drives: [ofSchools, once, drive] }
  expect(openDrives(several).map(({ id }) => id)).toEqual(['once', 'd'])
  expect([undefined, 'd', 'schools', 'gone'].map((chosen) => driveOf(several, chosen)?.id)).toEqual([
    'once',
    'd',
    'once',
    'once',
  ])
  expect(drivesIn([several, pack]).map(({ id }) => id)).toEqual(['once', 'd'])
  // What was taken here for one of them is nothing for the other.
  const outbox = [item('b')]
  const signed = (chosen: string) =>
    householdsOf(several, driveOf(several, chosen), outbox).flatMap(({ id, signed: by }) => (by ? id : []))
  expect([signed('d'), signed('once')]).toEqual([['a', 'b'], []])
})

test('copies expire by the clock of the phone, however wrong it is', () => {
  const contact = { serverTime: '2024-11-12T00:00:00.000Z', expiresAt: '2024-11-19T00:00:00.000Z' }
  const twoDaysAhead = Date.parse('2024-11-14T00:00:00.000Z')
  expect(byOwnClock(contact, twoDaysAhead)).toBe('2024-11-21T00:00:00.000Z')
})

test('a correction waits over what the office said, names what had been seen, and is of one fact each', () => {
  const shown = { name: 'Tên a', address: '', headcount: 4, number: 1 }
  const changes = changesBetween(shown, { ...shown, headcount: 5, address: 'Ngõ 3' }, 'moved')
  expect(changes).toEqual([
    { field: 'address', base: '', value: 'Ngõ 3' },
    { field: 'headcount', base: 4, value: 5 },
    { field: 'ended', base: null, value: 'moved' },
  ])
  expect(changesBetween(shown, shown, null)).toEqual([])
  const waiting = item('b', { kind: 'correct', driveId: '', changes })
  const corrected = householdsOf(pack, drive, [waiting]).find(({ id }) => id === 'b')
  expect(corrected).toMatchObject({ headcount: 5, address: 'Ngõ 3', leaving: true, signed: null })
  expect(nextUnsigned(householdsOf(pack, drive, [waiting]), 'a')?.id).toBe('c')
  const conflicts: Pack['conflicts'] = [
    ['x', 'a', 'headcount', 6, '2024-11-12T00:00:00Z', null, 'Hạnh'],
    ['y', 'a', 'headcount', 7, '2024-11-12T01:00:00Z', 'm', 'Toàn'],
    ['z', 'gone', 'name', 'Ai', '2024-11-12T01:00:00Z', 'm', 'Toàn'],
  ]
  expect(conflictsOf({ ...pack, conflicts })).toMatchObject([
    { field: 'headcount', record: 4, said: [{ id: 'x' }, { id: 'y' }] },
  ])
})

test('changes are laid over the copy: new, corrected, ended, voided, of another home; twice is the same', () => {
  const changes = {
    serverTime: '',
    expiresAt: '',
    reset: null,
    cursor: '2',
    drivesTag: 't',
    homes: [{ communeId: 'c2', hamletId: 'h2' }],
    entries: [
      ['b', 2, 'Tên mới', 'Ngõ 3', 5, 'household-heads', 2, 0, null],
      ['c', 3, 'Tên c', '', 4, 'household-heads', 2, 0, '2024-11-13'],
    ] as PackEntry[],
    gone: [],
    signed: [['a', 'd', null, 'paper']] as [string, string, string | null, string][],
    unsigned: [],
    conflicts: [],
  }
  const once = merged(pack, changes, 'now')
  expect(merged(once, changes, 'now')).toEqual(once)
  const shown = householdsOf(once, drive, [])
  expect(shown.map(({ id, name, signed, home }) => [id, name, signed, home.communeId])).toEqual([
    ['a', 'Tên a', null, 'c'],
    ['b', 'Tên mới', null, 'c2'],
  ])
})
