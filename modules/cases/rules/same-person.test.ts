// Who may be one person: a table of names, numbers and years, each with its reasons; and what speaks against.

import { expect, test } from 'vitest'
import { maySame } from './same-person.ts'

const known = (name: string, birth: string | null, more: Partial<Parameters<typeof maySame>[0]> = {}) => ({
  ...{ name, birth, otherNames: [], sex: null, papers: [] },
  ...more,
})
const cccd = (number: string) => ({ papers: [{ kind: 'cccd' as const, number }] })
const cmnd = (number: string) => ({ papers: [{ kind: 'cmnd' as const, number }] })
const one = known('Trần Thị Hòa', '1990')

test.each([
  ['the other way of writing a tone', known('Trần Thị Hoà', '1990'), ['same_name', 'same_birth_year']],
  ['without marks', known('tran thi hoa', '1991'), ['without_marks', 'near_birth_year']],
  ['turned round', known('Hòa Trần Thị', '1989'), ['other_order', 'near_birth_year']],
  ['a middle name left out', known('Trần Hòa', '1990'), ['middle_missing', 'same_birth_year']],
  [
    'by another name',
    known('Tên Khác', '1990', { otherNames: ['Trần Thị Hòa'] }),
    ['same_name', 'other_name', 'same_birth_year'],
  ],
  ['no year on one side', known('Trần Thị Hòa', null), ['same_name', 'birth_unknown']],
  ['the year in the number', known('Trần Thị Hòa', null, cccd('033190000001')), ['same_name', 'same_birth_year']],
])('%s: one person perhaps', (_, other, reasons) => {
  expect(maySame(one, other)).toEqual(reasons)
  expect(maySame(other, one)).toEqual(reasons)
})

test.each([
  ['two years apart', known('Trần Thị Hòa', '1992')],
  ['another name', known('Trần Thị Hoa', '1990')],
  ['half a name and no year', known('Trần Hòa', null)],
  ['the year in the number is another', known('Trần Thị Hòa', null, cccd('033180000001'))],
])('%s: two people', (_, other) => expect(maySame(one, other)).toBeUndefined())

test('Đ and D are one letter only where no marks were typed', () => {
  expect(maySame(known('Đặng Đình Đức', '1980'), known('DANG DINH DUC', '1980'))).toContain('without_marks')
  expect(maySame(known('Đỗ Đức', '1980'), known('Đỗ Dức', '1980'))).toBeUndefined()
})

test('an old number that both have is enough; two sexes, or two new numbers, are two people', () => {
  expect(maySame(known('A', '1990', cmnd('145200300')), known('B', '1950', cmnd('145200300')))).toEqual(['same_paper'])
  expect(maySame({ ...one, sex: 'female' }, { ...one, sex: 'male' })).toBeUndefined()
  expect(maySame({ ...one, ...cccd('033190000001') }, { ...one, ...cccd('033190000002') })).toBeUndefined()
  expect(maySame({ ...one, ...cccd('033190000001') }, { ...one, ...cmnd('145200300') })).toBeDefined()
})
