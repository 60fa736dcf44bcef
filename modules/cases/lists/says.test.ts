// What lists write, read as what it means: statuses, who decided, sexes, days.

import { expect, test } from 'vitest'
import { daySaid, deciderSaid, sexSaid, statusSaid, statusWords } from './says.ts'

test.each(Object.entries(statusWords))('the words of the template stand for themselves: %s', (id, words) =>
  expect(statusSaid(words)).toBe(id),
)
test.each([
  ['đang quản lý', 'managed'],
  ['Quản lý người sử dụng trái phép', 'managed'],
  ['QUẢN LÝ SAU CAI NGHIỆN', 'after'],
  ['cai nghiện tại nhà', 'home'],
  ['Cai nghiện bắt buộc tại cơ sở số 1', 'compulsory'],
  ['Đang uống Methadone', 'substitution'],
  ['cơ sở cai nghiện', 'public'],
  ['nghiện', 'addict'],
  ['đi làm xa', undefined],
])('%s is %s', (text, status) => expect(statusSaid(text)).toBe(status))

test.each([
  ['Trưởng Công an xã Đức Hợp', 'police-head'],
  ['CA xã', 'police-head'],
  ['Phó Trưởng Công an phường', 'police-deputy'],
  ['Công an tỉnh Hưng Yên', 'provincial-police'],
  ['Chủ tịch UBND xã', 'chair'],
  ['UBND huyện Kim Động', 'district-chair'],
  ['TAND khu vực 3', 'regional-court'],
  ['Tòa án nhân dân huyện Kim Động', 'district-court'],
  ['Trung tâm Y tế', 'health-facility'],
  ['bà hàng xóm', undefined],
])('%s decided as %s', (text, decider) => expect(deciderSaid(text)).toBe(decider))

test.each([
  ['31/12/1980', '1980-12-31'],
  ['1-2-1980', '1980-02-01'],
  ['2026-07-06', '2026-07-06'],
  ['31/02/1980', undefined],
  ['12/80', undefined],
])('%s is the day %s', (text, day) => expect(daySaid(text)).toBe(day))

test('a sex is said or it is not', () => {
  expect([sexSaid('Nam'), sexSaid('nữ'), sexSaid(''), sexSaid('x')]).toEqual(['male', 'female', null, undefined])
})
