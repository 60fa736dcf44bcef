// Names as Vietnamese lists really write them, two by two; then what must hold for any names: either way round, however typed.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likeName, readName } from '../../../platform/contract/like-name.ts'
import { readAddress, sameHouse } from './address.ts'
import { judgeLikeness, type Listed, readEntry } from './judge.ts'
import { keysOf } from './keys.ts'

const like = (one: string, other: string) => likeName(readName(one), readName(other))

test.each([
  // tone marks, old style and new; i and y; upper case; spaces; composed and not
  ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà', ['same_name']],
  ['NGUYỄN THỊ HÒA', 'Nguyễn  Thị Hòa', ['same_name']],
  ['Trần Thị Thúy', 'Trần Thị Thuý', ['same_name']],
  ['Lê Thị Thủy', 'Lê Thị Thuỷ', ['same_name']],
  ['Phạm Thị Mỹ', 'Phạm Thị Mĩ', ['same_name']],
  ['Lý Văn Quý', 'Lí Văn Quí', ['same_name']],
  ['Đỗ Thị Vy', 'Đỗ Thị Vi', ['same_name']],
  ['Vũ Sỹ Toàn', 'Vũ Sĩ Toàn', ['same_name']],
  ['Phạm Như Ý', 'Phạm Như Í', ['same_name']],
  ['Nguyễn Văn Hùng'.normalize('NFD'), 'Nguyễn Văn Hùng', ['same_name']],
  ['Hoàng Thị Thùy Dương', 'Hoàng Thị Thuỳ Dương', ['same_name']],
  ['Bùi Quang Tòa', 'Bùi Quang Toà', ['same_name']],
  ['Ông Nguyễn Văn An', 'Nguyễn Văn An', ['same_name']],
  ['Bà Trần Thị Mai Hoa', 'Trần Thị Mai Hoa', ['same_name']],
  ['Nguyễn Văn Tư (Tư Lùn)', 'Nguyễn Văn Tư', ['same_name']],
  ['Nguyễn Văn A', 'Nguyễn Văn A', ['same_name']],
  // typed without marks, wholly or in part
  ['Nguyen Van Hung', 'Nguyễn Văn Hùng', ['without_marks']],
  ['DO THI DUNG', 'Đỗ Thị Dung', ['without_marks']],
  ['Dang Dinh Duc', 'Đặng Đình Đức', ['without_marks']],
  ['Nguyễn Van Hùng', 'Nguyễn Văn Hùng', ['without_marks']],
  ['Pham Thi My', 'Phạm Thị Mĩ', ['without_marks']],
  // order of the parts
  ['Hùng Nguyễn Văn', 'Nguyễn Văn Hùng', ['other_order']],
  ['Hùng Văn Nguyễn', 'Nguyễn Văn Hùng', ['other_order']],
  ['Văn Hùng Nguyễn', 'Nguyễn Văn Hùng', ['other_order']],
  ['Lan Trần', 'Trần Lan', ['other_order']],
  ['Hung Nguyen Van', 'Nguyễn Văn Hùng', ['without_marks', 'other_order']],
  // short forms
  ['Ng. Văn An', 'Nguyễn Văn An', ['short_form']],
  ['Ng.Văn An', 'Nguyễn Văn An', ['short_form']],
  ['Ng V An', 'Nguyễn Văn An', ['short_form']],
  ['Tr. T. Hoa', 'Trần Thị Hoa', ['short_form']],
  ['N. V. Hung', 'Nguyễn Văn Hùng', ['without_marks', 'short_form']],
  ['Nguyễn An', 'Nguyễn Văn An', ['middle_missing']],
  ['Nguyễn Thị Hà', 'Nguyễn Thị Thu Hà', ['middle_missing']],
  ['Nguyen An', 'Nguyễn Văn An', ['without_marks', 'middle_missing']],
  ['Ng. An', 'Nguyễn Văn An', ['short_form', 'middle_missing']],
] as const)('%s is %s', (one, other, reasons) => {
  expect([...(like(one, other) ?? [])].sort()).toEqual([...reasons].sort())
  expect([...(like(other, one) ?? [])].sort()).toEqual([...reasons].sort())
})

test.each([
  ['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng'],
  ['Nguyễn Thị Lan', 'Nguyễn Thị Lân'],
  ['Trần Thị Thủy', 'Trần Thị Thúy'],
  ['Trần Thị Thúy', 'Trần Thị Thúi'],
  ['Lê Văn Mây', 'Lê Văn Mai'],
  ['Đoàn Văn Dũng', 'Đoàn Văn Đũng'],
  ['Nguyễn Thị Minh Hà', 'Nguyễn Thị Hà Minh'],
  ['Nguyễn Văn An', 'Nguyễn Đức An'],
  ['Nguyễn Văn An', 'Trần Văn An'],
  ['Ng. Văn An', 'Trần Văn An'],
  ['Nguyễn Văn An', 'Nguyễn Văn Ánh'],
  ['An', 'Nguyễn Văn An'],
  ['Ông Cao Thắng', 'Cao Thắng'],
  ['Nguyễn Hà', 'Trần Thị Hà'],
  ['Hòa', 'Hóa'],
  ['', 'Nguyễn Văn An'],
])('%s is not %s', (one, other) => {
  expect(like(one, other)).toBeUndefined()
  expect(like(other, one)).toBeUndefined()
})

test.each([
  ['Số 12, ngõ 5', 'số nhà 12 ngõ 5', true, true],
  ['SN 12/3 ngo 5, thôn 3', 'Số 12 / 3 ngõ 5 - Thôn 3', false, true],
  ['Số 12', 'Số 12', false, false],
  ['Số 12, thôn 3', 'Số 12, thôn 4', true, false],
  ['Số 12, thôn 3', 'Số 12', true, true],
  ['Thôn Đông', 'Thôn Đông', true, false],
  ['Tổ dân phố 2', 'Tổ dân phố 2', true, false],
  ['', '', true, false],
])('%s and %s in one place (%s): one house is %s', (one, other, samePlace, same) => {
  expect(sameHouse(readAddress(one), readAddress(other), samePlace)).toBe(same)
  expect(sameHouse(readAddress(other), readAddress(one), samePlace)).toBe(same)
})

const hung: Listed = {
  groupId: 'household-heads',
  communeId: 'xã',
  placeId: 'thôn',
  name: 'Nguyễn Văn Hùng',
  address: '',
  headcount: null,
  birthYear: null,
  identities: [],
}
const judged = (one: Partial<Listed>, other: Partial<Listed>, namesakes = 40) =>
  judgeLikeness(readEntry({ ...hung, ...one }), readEntry({ ...hung, ...other }), namesakes)

describe('what is enough, and what is not', () => {
  test('a name that many bear is never enough, in whatever list', () => {
    expect(judged({}, {})).toBeUndefined()
    expect(judged({ headcount: 4 }, { headcount: 4 })).toBeUndefined()
    expect(judged({ birthYear: 1970 }, { birthYear: 1970, placeId: 'thôn khác' })).toBeUndefined()
  })
  test('the house settles it, or the year of birth in the same hamlet', () => {
    const house = { address: 'Số 12 ngõ 5' }
    expect(judged(house, house)).toEqual(['same_name', 'same_address', 'same_place'])
    expect(judged({ birthYear: 1970 }, { birthYear: 1970 })).toEqual(['same_name', 'same_birth_year', 'same_place'])
    expect(judged({ ...house, name: 'Ng. V. Hùng' }, house)).toEqual(['short_form', 'same_address', 'same_place'])
  })
  test('a rare name twice in one hamlet is looked at, in two hamlets it is not', () => {
    expect(judged({}, {}, 2)).toEqual(['same_name', 'same_place'])
    expect(judged({}, { placeId: 'thôn khác' }, 2)).toBeUndefined()
    expect(judged({ name: 'Nguyễn Hùng' }, {}, 2)).toBeUndefined()
  })
  test('what speaks against it: another year, another house, other numbers', () => {
    expect(judged({ birthYear: 1970 }, { birthYear: 1971 }, 2)).toBeUndefined()
    expect(judged({ address: 'Số 12' }, { address: 'Số 14' }, 2)).toBeUndefined()
    expect(judged({ identities: ['a', 'b'] }, { identities: ['c', 'd'] }, 2)).toBeUndefined()
  })
  test('the old and the new number of one person: one in common is enough, whatever the name', () => {
    expect(judged({ identities: ['old', 'new'] }, { identities: ['new'], name: 'Nguyễn Mạnh Hùng' })).toEqual([
      'same_identity',
      'same_place',
    ])
  })
  test('two groups are two lists of their own', () => {
    expect(judged({ identities: ['a'] }, { identities: ['a'], groupId: 'party-members' })).toBeUndefined()
  })
  test('in the next commune only the full name with the year, or the number', () => {
    const there = { communeId: 'xã bên', placeId: 'thôn bên' }
    expect(judged({ birthYear: 1970 }, { birthYear: 1970, ...there }, 2)).toEqual(['same_name', 'same_birth_year'])
    expect(judged({ birthYear: 1970 }, { birthYear: 1970, ...there }, 9)).toBeUndefined()
    expect(judged({ address: 'Số 12, thôn 3' }, { address: 'Số 12, thôn 3', ...there }, 2)).toBeUndefined()
  })
})

const word = fc.constantFrom(
  ...[
    'Nguyễn',
    'Nguyen',
    'Ng.',
    'N',
    'Trần',
    'Tran',
    'Tr.',
    'Văn',
    'Van',
    'V.',
    'Thị',
    'Thi',
    'Đức',
    'Duc',
    'Hòa',
    'Hoà',
  ],
  ...['Hoa', 'Thúy', 'Thuý', 'Thuy', 'Mỹ', 'Mĩ', 'My', 'Hùng', 'Hung', 'Hưng', 'Ông', 'Bà', 'A', 'Ý', 'Đỗ', 'Do', "H'"],
)
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
const listed: fc.Arbitrary<Listed> = fc.record({
  groupId: fc.constantFrom('household-heads', 'household-heads', 'officials'),
  communeId: fc.constantFrom('xã', 'xã', 'xã bên'),
  placeId: fc.constantFrom('thôn', 'thôn khác'),
  name,
  address: fc.constantFrom('', '', 'Số 12', 'số nhà 12, thôn 3', 'SN 12 thôn 3', 'Thôn Đông', '14 ngõ 2'),
  headcount: fc.constantFrom(null, 3, 4),
  birthYear: fc.constantFrom(null, null, 1970, 1971),
  identities: fc.constantFrom([], [], ['a'], ['a', 'b'], ['c', 'd']),
})
const namesakes = fc.integer({ min: 1, max: 6 })

test('whichever comes first, the answer is the same', () => {
  fc.assert(
    fc.property(listed, listed, namesakes, (one, other, count) => {
      const [there, back] = [
        judgeLikeness(readEntry(one), readEntry(other), count),
        judgeLikeness(readEntry(other), readEntry(one), count),
      ]
      expect([...(there ?? ['no'])].sort()).toEqual([...(back ?? ['no'])].sort())
    }),
    { numRuns: 3000 },
  )
})

test('composed or not, in capitals or not, the answer is the same', () => {
  fc.assert(
    fc.property(listed, listed, namesakes, (one, other, count) => {
      const decomposed = { ...one, name: one.name.normalize('NFD'), address: one.address.normalize('NFD') }
      const shouting = { ...one, name: one.name.toUpperCase() }
      const plain = judgeLikeness(readEntry(one), readEntry(other), count)
      expect(judgeLikeness(readEntry(decomposed), readEntry(other), count)).toEqual(plain)
      expect(judgeLikeness(readEntry(shouting), readEntry(other), count)).toEqual(plain)
    }),
    { numRuns: 3000 },
  )
})

test('whoever would be proposed is found: the two have a key in common', () => {
  fc.assert(
    fc.property(listed, listed, namesakes, (one, other, count) => {
      const [first, second] = [readEntry(one), readEntry(other)]
      if (!judgeLikeness(first, second, count)) return
      const keys = new Set(keysOf(first))
      expect(keysOf(second).some((key) => keys.has(key))).toBe(true)
    }),
    { numRuns: 20_000 },
  )
})

test('everybody is like themselves by name', () => {
  fc.assert(
    fc.property(name, (text) => {
      expect(like(text, text)).toEqual(['same_name'])
    }),
  )
})
