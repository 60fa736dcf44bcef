// The forms as data: every name between braces is a field, every form number of the law is either here or left out on purpose.

import { expect, test } from 'vitest'
import { acts } from '../../rules/law/acts.ts'
import { deadlines } from '../../rules/law/deadlines.ts'
import { eventKinds } from './events.ts'
import { fieldIds, fieldNamed, formFields, formLists, listIds, listNamed, tagKey } from './forms/fields.ts'
import { lawOn, longDay, officeOf } from './forms/officials.ts'
import { askedBy, unknownTags } from './forms/template-text.ts'
import { type FormId, formIds, formOf, formsIn, formsOfKind } from './forms.ts'

/** Registers of many persons, and papers that only another office issues: they are filed here, not made here. */
const notMadeHere = ['III-10', 'V-21', 'I-14', 'I-16']

test('no two fields or lists answer to one name, however it is written', () => {
  const keys = [...fieldIds.map((id) => formFields[id].tag), ...listIds.map((id) => formLists[id].tag)].map(tagKey)
  expect(keys).toEqual([...new Set(keys)])
  expect(['Họ tên', 'ho ten', 'ho_ten', 'HOTEN'].map(fieldNamed)).toEqual(['name', 'name', 'name', 'name'])
  expect([fieldNamed('hoten2'), listNamed('tai lieu')]).toEqual([undefined, 'papers'])
})

test.each(formIds)('%s asks for fields that exist', (id) => {
  expect(unknownTags(formOf(id))).toEqual([])
  expect(askedBy(formOf(id)).fields.length).toBeGreaterThan(2)
})

test('every form number that the law or an event names is made here, or left out on purpose', () => {
  const named = [
    ...deadlines.map(({ forms }) => forms),
    ...Object.values(acts).map(({ forms }) => forms),
    ...Object.values(eventKinds).map((kind) => (kind as { paper?: { forms?: string } }).paper?.forms),
  ].flatMap((forms) => (forms ?? '').match(/[IV]+-\d\d/g) ?? [])
  const missing = [...new Set(named)].filter((number) => formsIn(number).length === 0)
  expect(missing.sort()).toEqual(notMadeHere.toSorted())
})

test.each([
  ['III-04, III-05', ['III-04', 'III-05']],
  ['V-33…V-36, V-38', ['V-33', 'V-34', 'V-35', 'V-36', 'V-38']],
  ['III-08, III-09, III-10', ['III-08', 'III-09']],
  ['Bộ Y tế', []],
  [undefined, []],
] as [string | undefined, FormId[]][])('%s names %o', (numbers, ids) => expect(formsIn(numbers)).toEqual(ids))

test('an event knows its forms', () => {
  expect(formsOfKind('managed')).toEqual(['III-04', 'III-05', 'B1'])
  expect(formsOfKind('commitment-signed')).toEqual(['V-25', 'I-04', 'B1', 'B4'])
  expect(formsOfKind('nothing')).toEqual([])
})

test.each([
  ['2024-03-07', 'ngày 07 tháng 3 năm 2024'],
  ['2026-02-11', 'ngày 11 tháng 02 năm 2026'],
  ['2026-01-01', 'ngày 01 tháng 01 năm 2026'],
  ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
])('%s stands on paper as "%s" (Decree 30)', (day, shown) => expect(longDay(day)).toBe(shown))

test.each([
  ['2026-07-01', 'users', ['120/2025/QH15', '163/2026/NĐ-CP']],
  ['2026-06-30', 'users', ['73/2021/QH14', '105/2021/NĐ-CP', '184/2025/NĐ-CP']],
  ['2025-06-30', 'rehabilitation', ['73/2021/QH14', '116/2021/NĐ-CP']],
  ['2022-01-01', 'users', ['73/2021/QH14', '105/2021/NĐ-CP']],
  ['2021-12-31', 'users', []],
] as const)('a paper of %s on %s rests on %o', (day, about, laws) =>
  expect(lawOn(day, about).map((law) => /số (\S+)/.exec(law)?.[1])).toEqual(laws),
)

const place = { commune: 'xã Hiệp Cường', province: 'tỉnh Hưng Yên' }
test('the page is of whoever decides', () => {
  expect(officeOf('police', 'QĐ-CAX', 'police-deputy', place)).toEqual({
    parent: 'CÔNG AN TỈNH HƯNG YÊN',
    name: 'CÔNG AN XÃ HIỆP CƯỜNG',
    code: 'QĐ-CAX',
    decider: 'TRƯỞNG CÔNG AN XÃ HIỆP CƯỜNG',
    signs: { post: 'TRƯỞNG CÔNG AN' },
    headPost: 'police',
  })
  // Before July 2026 the chair decided on management.
  expect(officeOf('police', 'QĐ-CAX', 'chair', place)).toMatchObject({
    name: 'ỦY BAN NHÂN DÂN XÃ HIỆP CƯỜNG',
    code: 'QĐ-UBND',
    decider: 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HIỆP CƯỜNG',
    signs: { post: 'CHỦ TỊCH', collective: 'ỦY BAN NHÂN DÂN' },
  })
  // The director of the provincial police decides on a public centre.
  expect(officeOf('police', 'QĐ-CAX', 'provincial-police', place)).toMatchObject({
    parent: 'BỘ CÔNG AN',
    name: 'CÔNG AN TỈNH HƯNG YÊN',
    code: 'QĐ-CAT',
    decider: 'GIÁM ĐỐC CÔNG AN TỈNH HƯNG YÊN',
  })
  // A centre by its name; a reform school has a rector.
  const centre = (name?: string) => officeOf('other', 'GXN', undefined, { ...place, centre: name })
  expect(centre('Cơ sở cai nghiện số 1')).toMatchObject({
    name: 'CƠ SỞ CAI NGHIỆN SỐ 1',
    decider: 'TRƯỞNG CƠ SỞ CAI NGHIỆN SỐ 1',
    signs: { post: 'TRƯỞNG CƠ SỞ' },
  })
  expect(centre('Trường giáo dưỡng số 2')).toMatchObject({
    decider: 'HIỆU TRƯỞNG TRƯỜNG GIÁO DƯỠNG SỐ 2',
    signs: { post: 'HIỆU TRƯỞNG' },
  })
  expect(centre()).toEqual({ code: 'GXN', decider: 'TRƯỞNG CƠ SỞ ……………………', signs: { post: 'TRƯỞNG CƠ SỞ' } })
})
