// What comes from a clipboard: good rows are kept, bad ones named with their row.

import { expect, test } from 'vitest'
import { readPasted } from './pasted.ts'

test('a row without a name, with a wrong number or headcount, is named; the others are kept', () => {
  const { entries, faults } = readPasted(
    [
      '1\tNguyễn Văn An\tNgõ 2\t4',
      'hai\tTrần Thị B\t\t3',
      '3\t\tNgõ 4\t2',
      '4\tLê C\t\t0',
      `5\t${'a'.repeat(121)}`,
    ].join('\r\n'),
  )
  expect(entries).toEqual([{ number: 1, name: 'Nguyễn Văn An', address: 'Ngõ 2', headcount: 4 }])
  expect(faults.map(({ row, fault }) => [row, fault])).toEqual([
    [2, 'number_wrong'],
    [3, 'no_name'],
    [4, 'headcount_wrong'],
    [5, 'name_too_long'],
  ])
})

test('names alone, one a line, composed letters, empty lines left out', () => {
  expect(readPasted('Hoà Bình\n\n  Đỗ  Thị Hường \n').entries).toEqual([
    { name: 'Hoà Bình', address: '' },
    { name: 'Đỗ Thị Hường', address: '' },
  ])
})
