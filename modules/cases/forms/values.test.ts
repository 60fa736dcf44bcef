// What a form takes from a life, field by field: the decision itself, what came before it, where the person stands; and nothing
// of what its reader does not see.

import { expect, test } from 'vitest'
import { adult, event, life, positive } from '../../../tests/support/lives.ts'
import type { FileEvent } from '../events.ts'
import { type FormId, formOf } from '../forms.ts'
import { readLife } from '../rules.ts'
import type { FieldId, PartOf } from './fields.ts'
import { type Given, valuesOf } from './values.ts'

const now = '2027-01-20T10:00'
function filled(form: FormId, events: FileEvent[], about: FileEvent | undefined, given: Partial<Given> = {}) {
  return valuesOf(formOf(form), {
    identity: { name: 'Người Nào Đó', birth: '1990-05-01', sex: 'male', papers: [] },
    sees: () => true,
    events,
    papers: [],
    dossier: [],
    ...(about && { event: about }),
    life: readLife(adult, events, now),
    now,
    place: { commune: 'xã Hiệp Cường', name: 'Hiệp Cường', province: 'tỉnh Hưng Yên' },
    file: { number: 'HC-2026-0001', begunOn: '2026-07-07' },
    reader: 'Cán bộ',
    typed: {},
    roles: new Map(),
    ...given,
  })
}
const found = life(['tested', '2026-08-03T09:00', positive], ['notice-received', '2026-08-04T08:00', {}])
const managed = event('managed', '2026-08-04T15:00', {
  paper: { number: '12/QĐ-CAX', on: '2026-08-04', by: 'police-head' },
})
const addicted = life(
  ['determination-asked', '2026-09-01T08:00', { ground: 'voluntary' }],
  ['determination-result', '2026-09-02T08:00', { result: 'addicted', ground: 'voluntary' }],
  ['registered', '2026-09-02T15:00', { form: 'home' }],
)
const home = event('home-decided', '2026-09-03T08:00')
const stopped = event('management-stopped', '2026-09-03T09:00', { reason: 'addicted' })
const suspended = [...found, managed, event('detained', '2026-10-01T08:00')]
const moved = event('moved', '2026-12-01T08:00', { what: 'residence', to: 'xã Nghĩa Dân' })
const helper = event('helper-named', '2026-10-01T08:00', { role: 'village', name: 'Ông Giúp' })

test.each([
  [
    'a decision: its number, day and term',
    'III-04',
    [...found, managed],
    managed,
    {
      number: '12',
      code: 'QĐ-CAX',
      from: '04/08/2026',
      term: '01 năm',
      testedOn: '03/08/2026',
      testResult: 'Dương tính',
    },
  ],
  [
    'its end, as counted',
    'III-06',
    [...found, managed, moved],
    moved,
    { managementNumber: '12/QĐ-CAX', until: '04/08/2027', destination: 'xã Nghĩa Dân' },
  ],
  [
    'a reason of the closed list',
    'III-08',
    [...found, managed, ...addicted, stopped],
    stopped,
    { reason: 'Được xác định là người nghiện' },
  ],
  [
    'rehabilitation at home',
    'V-22',
    [...addicted, home],
    home,
    { treatmentForm: 'Cai nghiện tại gia đình, cộng đồng', term: '02 năm', from: '03/09/2026' },
  ],
  [
    'who helps',
    'V-59',
    [...found, managed, helper],
    helper,
    { helper: 'Ông Giúp', decider: 'CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ HIỆP CƯỜNG' },
  ],
  [
    'before it has happened',
    'III-07',
    suspended,
    undefined,
    { managementOn: '04/08/2026', number: undefined, from: undefined },
  ],
] as [string, FormId, FileEvent[], FileEvent | undefined, Partial<Record<FieldId, string | undefined>>][])(
  '%s',
  (_, form, events, about, expected) => {
    const { fields } = filled(form, events, about)
    expect(Object.fromEntries(Object.keys(expected).map((id) => [id, fields.get(id as FieldId)]))).toEqual(expected)
  },
)

test('what somebody does not see is hidden from the form too, typed or not', () => {
  const sees = (part: PartOf) => part === 'name' || part === 'treatment'
  const { fields, hidden, lists } = filled('III-04', [...found, managed], managed, {
    sees,
    typed: { homeland: 'Hưng Yên' },
    papers: [{ event: managed.id, folio: 1, last: 1, title: { vi: 'Quyết định', en: 'Decision' }, day: '2026-08-04' }],
  })
  expect(['name', 'homeland'].map((id) => fields.has(id as FieldId))).toEqual([true, true])
  for (const id of ['birth', 'paperNumber', 'testResult', 'managementNumber', 'from', 'term', 'reason'] as FieldId[])
    expect([id, hidden.has(id), fields.has(id)]).toEqual([id, true, false])
  expect([lists.papers, lists.team]).toEqual([[], []])
})

test('what the file knows is not overwritten by what is typed', () => {
  const { fields } = filled('III-04', [...found, managed], managed, {
    typed: { number: '99', signedOn: '2026-08-30', signer: 'Trần Ký' },
  })
  expect([fields.get('number'), fields.get('signedOn'), fields.get('signer')]).toEqual([
    '12',
    'ngày 04 tháng 8 năm 2026',
    'Trần Ký',
  ])
})
