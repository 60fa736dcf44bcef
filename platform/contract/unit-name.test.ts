// A unit is called the same on every screen: the kind before the name in Vietnamese, after it in English.
import { expect, test } from 'vitest'
import { unitKind, unitName, unitShort, unitTitle } from './unit-name.ts'

const town = { type: 'thị trấn', name: 'Lương Bằng' }

test('in both languages, in a sentence, at its beginning and in a picture', () => {
  expect([unitName(town, 'vi'), unitName(town, 'en')]).toEqual(['thị trấn Lương Bằng', 'Lương Bằng town'])
  expect([unitTitle(town, 'vi'), unitTitle(town, 'en')]).toEqual(['Thị trấn Lương Bằng', 'Lương Bằng town'])
  expect(unitTitle({ type: 'đặc khu', name: 'Bạch Long Vĩ' }, 'vi')).toBe('Đặc khu Bạch Long Vĩ')
  expect([unitShort(town), unitShort({ type: 'xã', name: 'Nhân La' }), unitShort({ name: 'Nhân La' })]).toEqual([
    'TT Lương Bằng',
    'Nhân La',
    'Nhân La',
  ])
})

test('a kind that has no English word keeps its own', () => {
  expect(unitKind('khu phố', 'en')).toBe('khu phố')
})
