// What can be wrong with one row, by name, with the sentence that stands beside it in the file to mend.

import { type RefusalValues, sentenceOf } from '../../../../platform/contract/refusal.ts'
import type { Bilingual } from '../../../../platform/contract/words.ts'
import { cellFaults } from '../../../../platform/server/spreadsheet/cells.ts'
import type { ImportField } from '../../contract/import.ts'

const kinds = {
  ...cellFaults,
  no_name: { vi: 'Thiếu họ tên', en: 'The name is missing' },
  number_wrong: { vi: 'Số thứ tự phải là số từ 1 đến 999999', en: 'The number must be from 1 to 999999' },
  headcount_wrong: { vi: 'Số nhân khẩu phải từ 1 đến 99', en: 'The headcount must be from 1 to 99' },
  birth_year_wrong: {
    vi: 'Năm sinh phải là năm từ 1900 đến nay, hoặc ngày dạng 31/12/1980',
    en: 'The year of birth must be a year since 1900, or a day as 31/12/1980',
  },
  identity_digits: {
    vi: 'Số định danh có 12 chữ số, chứng minh nhân dân cũ 9 chữ số; ở đây có {count}. Bảng tính hay làm mất số 0 ở đầu',
    en: 'An identity number has 12 digits, an old one 9; here are {count}. Spreadsheets tend to lose a leading zero',
  },
  hamlet_missing: { vi: 'Thiếu thôn, tổ dân phố', en: 'The hamlet is missing' },
  hamlet_unknown: {
    vi: 'Không có thôn, tổ dân phố “{given}” trong xã vào ngày chốt',
    en: 'There was no hamlet “{given}” in the commune on that day',
  },
  hamlet_ambiguous: {
    vi: 'Có hơn một thôn, tổ dân phố tên “{given}”: hãy ghi mã',
    en: 'More than one hamlet is called “{given}”: write its code',
  },
  commune_missing: { vi: 'Thiếu xã, phường, thị trấn', en: 'The commune is missing' },
  commune_unknown: {
    vi: 'Không có xã, phường, thị trấn “{given}” trong địa bàn vào ngày chốt',
    en: 'There was no commune “{given}” in the area on that day',
  },
  commune_ambiguous: {
    vi: 'Có hơn một xã, phường, thị trấn tên “{given}”: hãy ghi mã',
    en: 'More than one commune is called “{given}”: write its code',
  },
} satisfies Record<string, Bilingual>

export type FaultCode = keyof typeof kinds
export type Fault = { code: FaultCode; field?: ImportField; values?: RefusalValues }

export function sentenceOfFault({ code, values }: Fault): Bilingual {
  const kind = { ...kinds[code], code, status: 422 }
  return { vi: sentenceOf(kind, values ?? {}, 'vi'), en: sentenceOf(kind, values ?? {}, 'en') }
}

/** The sentence without its values, as the name of a kind of fault. */
export function nameOfFault(code: FaultCode): Bilingual {
  const plain = (text: string) => text.replace(/ ?“\{given\}”|; ở đây có \{count\}|; here are \{count\}/g, '')
  const { vi, en } = kinds[code]
  return {
    vi: plain(vi).replace('Dài quá {most} ký tự', 'Chữ quá dài'),
    en: plain(en).replace('Longer than {most} letters', 'The text is too long'),
  }
}
