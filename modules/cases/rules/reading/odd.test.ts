// Odd readings, as tables: what is asked about, and what is not.

import { expect, test } from 'vitest'
import { factsOfReading } from './facts.ts'
import { type OpeningRead, oddReadings } from './odd.ts'

const here = 'commune-1'
const person = { name: 'Nguyễn Văn An', otherNames: [], residence: '', stay: '' }
const factsFor = (reader: string, name: string) =>
  factsOfReading({ name: reader, mayRecord: false }, { person: { ...person, name }, communeId: here, closed: false })

test.each([
  ['Nguyễn Văn Bình', 'Nguyễn Văn An', []],
  ['Nguyễn Thị Bình', 'Nguyễn Văn An', []],
  ['Nguyễn Quốc Bình', 'Nguyễn Quốc An', ['own-name']],
  ['NGUYEN QUOC BINH', 'Nguyễn Quốc An', ['own-name']],
  ['Nguyễn Quốc Bình', 'Trần Quốc An', []],
  ['Khổng Tú Quỳnh', 'Khổng Minh', ['own-name']],
  ['Khổng Tú Quỳnh (minh họa)', 'Khổng Minh (minh họa)', ['own-name']],
  ['Lương Thu Hạnh', 'Lương Thu Hạnh', ['own-file', 'own-name']],
  ['Lương Văn Hạnh', 'lương  văn hạnh', ['own-file']],
  ['Hạnh', 'Hòa', []],
] as const)('%s opens the file of %s: %j', (reader, name, facts) => expect(factsFor(reader, name)).toEqual(facts))

test('another name of the person counts as well', () =>
  expect(
    factsOfReading(
      { name: 'Khổng Tú', mayRecord: false },
      { person: { ...person, otherNames: ['Khổng An'] }, communeId: here, closed: true },
    ),
  ).toEqual(['own-name', 'closed']))

test.each([
  ['Thôn Trương Xá', 'Trương Xá, Lương Bằng', '', true],
  ['truong xa', '', 'Xóm Trương Xá', true],
  ['Thôn Trương', 'Thôn Trương Xá', '', true],
  ['Thôn Động Xá', 'Thôn Trương Xá', '', false],
  ['Thôn', 'Thôn Trương Xá', '', false],
  ['', 'Thôn Trương Xá', '', false],
])('the reader of “%s” and the person of “%s”, “%s”: neighbours %s', (hamlet, residence, stay, are) => {
  const facts = (communeId: string) =>
    factsOfReading(
      { name: 'Mai Lan', home: { communeId, hamlet }, mayRecord: false },
      { person: { ...person, residence, stay }, communeId: here, closed: false },
    )
  expect(facts(here)).toEqual(are ? ['neighbour'] : [])
  expect(facts('another commune')).toEqual([])
})

test('of a person whose identity was erased only what the file says is known', () =>
  expect(
    factsOfReading({ name: 'A B', mayRecord: true }, { person: undefined, communeId: here, closed: true }),
  ).toEqual(['closed', 'may-record']))

let count = 0
const opening = (part: Partial<OpeningRead> = {}): OpeningRead => {
  count += 1
  return {
    ...{ id: `opening-${count}`, communeId: here, fileId: `file-${count}`, fileNumber: `HC-2026-${count}` },
    ...{ readerId: 'reader', at: '2026-11-27T10:00', purpose: 'check', facts: [], acted: true },
    ...part,
  }
}
const many = (number: number, part: Partial<OpeningRead>) => Array.from({ length: number }, () => opening(part))
const rulesOf = (openings: OpeningRead[], now = '2026-12-15T08:00') =>
  oddReadings(openings, now).map(({ rule }) => rule)

test.each([
  ['nothing', [], []],
  ['an ordinary one', many(1, {}), []],
  ['own name', many(1, { facts: ['own-name'] }), ['own-name']],
  ['own file, twice', many(2, { facts: ['own-file'] }), ['own-file', 'own-file']],
  ['a neighbour', many(1, { facts: ['neighbour'] }), ['neighbour']],
  ['49 at night', many(49, { at: '2026-11-27T22:00' }), []],
  ['50 at night', many(50, { at: '2026-11-27T22:00' }), ['night']],
  ['50 by day', many(50, { at: '2026-11-27T21:59' }), []],
  ['50 at five', many(50, { at: '2026-11-28T05:00' }), []],
  ['50 across midnight', [...many(25, { at: '2026-11-27T23:00' }), ...many(25, { at: '2026-11-28T04:59' })], ['night']],
  ['50 in two nights', [...many(25, { at: '2026-11-27T02:00' }), ...many(25, { at: '2026-11-27T23:00' })], []],
  ['the same file fifty times', many(50, { at: '2026-11-27T23:00', fileId: 'one' }), []],
  ['50 by two', [...many(25, { at: '2026-11-27T23:00' }), ...many(25, { at: '2026-11-27T23:00', readerId: 'b' })], []],
  [
    '50 in two communes',
    [...many(25, { at: '2026-11-27T23:00' }), ...many(25, { at: '2026-11-27T23:00', communeId: 'c' })],
    ['night'],
  ],
  ['4 closed', many(4, { facts: ['closed'] }), []],
  ['5 closed', many(5, { facts: ['closed'] }), ['closed']],
  [
    '5 closed in two weeks',
    [...many(3, { facts: ['closed'] }), ...many(2, { facts: ['closed'], at: '2026-11-30T10:00' })],
    [],
  ],
  ['5 without an act', many(5, { acted: false, facts: ['may-record'] }), ['idle']],
  ['5 without an act by who records nothing', many(5, { acted: false }), []],
  ['5 without an act to answer a request', many(5, { acted: false, facts: ['may-record'], purpose: 'rights' }), []],
] as const)('%s: %j', (_, openings, expected) => expect(rulesOf([...openings])).toEqual(expected))

test('what may still be followed by an act is not idle yet', () => {
  const openings = many(5, { acted: false, facts: ['may-record'] })
  expect(rulesOf(openings, '2026-11-30T09:59')).toEqual([])
  expect(rulesOf(openings, '2026-11-30T10:00')).toEqual(['idle'])
})

test('a question names the file where it is about one, and is the same however often it is asked, and whatever comes later', () => {
  const one = opening({ facts: ['own-name'] })
  expect(oddReadings([one], '2026-12-15T08:00')).toMatchObject([
    { rule: 'own-name', about: one.id, fileNumber: one.fileNumber, openings: 1 },
  ])
  const night = many(50, { at: '2026-11-27T23:00' })
  const later = many(3, { at: '2026-11-28T01:00', communeId: 'later' })
  const [first, again] = [night, [...later, ...night]].map((each) => oddReadings(each, '2026-12-15T08:00'))
  expect(first).toMatchObject([{ rule: 'night', fileNumber: null, openings: 50, communeId: here }])
  expect(again?.[0]).toMatchObject({ about: first?.[0]?.about, communeId: here, openings: 53 })
})
