// An invented person, to see a template filled in without opening anybody's file. What no invented file holds shows the name of
// its field, so that one sees where each of them stands.

import { fieldIds, fieldOf, formLists } from '../../forms/fields.ts'
import type { Form } from '../../forms/form.ts'
import { type Values, valuesOf } from '../../forms/values.ts'

export function sampleValues(form: Form): Values {
  const values = known(form)
  return {
    ...values,
    lists: { ...values.lists, register: form.columns ? [sampleRow] : [] },
    fields: new Map(fieldIds.map((id) => [id, values.fields.get(id) ?? `‹${fieldOf(id).tag}›`])),
  }
}

const sampleRow: Record<string, string> = Object.fromEntries(
  Object.entries(formLists.register.rows).map(([column, tag]) => [column, column === 'order' ? '1' : `‹${tag}›`]),
)

const paper = {
  event: '00000000-0000-7000-8000-000000000002',
  folio: 1,
  last: 1,
  title: { vi: 'Tài liệu minh họa', en: 'An invented paper' },
  day: '2026-07-07',
}

const known = (form: Form): Values =>
  valuesOf(form, {
    identity: {
      name: 'Người Được Bịa Ra (minh họa)',
      otherNames: ['Tên Khác (minh họa)'],
      birth: '1990-02-03',
      sex: 'male',
      papers: [{ kind: 'cccd', number: '000000000000' }],
      residence: 'Thôn Minh Họa, xã Minh Họa',
      stay: 'Thôn Minh Họa, xã Minh Họa',
      phone: '0900000000',
    },
    sees: () => true,
    events: [
      {
        id: '00000000-0000-7000-8000-000000000003',
        kind: 'treatment-begun',
        at: '2026-07-07T08:00',
        details: { place: 'Cơ sở cai nghiện Minh Họa' },
      },
      {
        id: '00000000-0000-7000-8000-000000000001',
        kind: 'team-named',
        at: '2026-07-08T08:00',
        details: {
          members: [
            { role: 'police', name: 'Cán bộ A (minh họa)' },
            { role: 'village', name: 'Trưởng thôn B (minh họa)' },
          ],
        },
      },
    ],
    papers: [paper],
    dossier: [paper],
    now: '2026-07-08T08:00',
    place: { commune: 'xã Minh Họa', name: 'Minh Họa', province: 'tỉnh Minh Họa' },
    file: { number: 'HC-0000-0000', begunOn: '2026-07-07' },
    reader: 'Người điền thử',
    typed: {},
    roles: new Map(),
  })
