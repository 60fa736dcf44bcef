// What can be wrong with one row of a list of persons, and what is only doubtful, by name; the sentence stands beside the row.

import { type RefusalValues, sentenceOf } from '../../../platform/contract/refusal.ts'
import { type Bilingual, defineNames } from '../../../platform/contract/words.ts'
import type { ListField, PaperDoubt } from '../contract.ts'
import { eventFaults } from '../rules/judge/faults.ts'

/** Sentences of the cells themselves come with the reading of the file (platform/server/spreadsheet/cells.ts). */
const faults = {
  ...eventFaults,
  no_name: { vi: 'Thiếu họ tên', en: 'The name is missing' },
  day_wrong: {
    vi: 'Ngày phải ghi dạng 31/12/2025 và không sau ngày chốt danh sách',
    en: 'A day is written as 31/12/2025, not after the day of the list',
  },
  birth_wrong: {
    vi: 'Ngày sinh phải ghi dạng 31/12/1980, hoặc chỉ ghi năm từ 1900 đến nay',
    en: 'The birth is a day as 31/12/1980, or only a year since 1900',
  },
  sex_wrong: { vi: 'Giới tính phải là Nam, Nữ hoặc Khác', en: 'The sex is Nam, Nữ or Khác (male, female, other)' },
  status_unknown: {
    vi: 'Không hiểu tình trạng này. Ghi như trong phần Cách ghi của trang nhập danh sách',
    en: 'This status is not understood. Write it as the page of the import says',
  },
  paper_half: {
    vi: 'Văn bản phải đủ số, ngày và cơ quan; không có thì để trống cả ba',
    en: 'A paper has its number, day and who decided; without one leave all three empty',
  },
  decider_unknown: {
    vi: 'Không hiểu cơ quan, người ra quyết định. Ghi như trong phần Cách ghi của trang nhập danh sách',
    en: 'Who decided is not understood. Write it as the page of the import says',
  },
} satisfies Record<string, Bilingual>

export const rowWarnings = defineNames({
  digits: {
    vi: 'Số giấy tờ có số chữ số lạ (căn cước 12, chứng minh nhân dân cũ 9)',
    en: 'A number has an odd count of digits (identity card 12, old card 9)',
  },
  'century-or-sex': {
    vi: 'Chữ số thứ tư của số căn cước không khớp giới tính hoặc thế kỷ sinh',
    en: 'The fourth digit of the identity number does not fit the sex or the century',
  },
  'birth-year': {
    vi: 'Hai chữ số năm sinh trong số căn cước không khớp năm sinh',
    en: 'The two digits of the year in the identity number do not fit the birth',
  },
  zero_added: {
    vi: 'Đã thêm số 0 ở đầu số giấy tờ (bảng tính hay làm mất)',
    en: 'A leading zero was put back before the number (spreadsheets tend to lose it)',
  },
  no_decision: {
    vi: 'Cần bổ sung quyết định: có tình trạng nhưng không có văn bản, nên hồ sơ chưa có trạng thái',
    en: 'The decision is to be added: a status without a paper, so the file has none yet',
  },
  not_on_these_papers: {
    vi: 'Cần bổ sung các bước trước của quyết định; hồ sơ chưa có trạng thái',
    en: 'What comes before the decision is to be added; the file has no status yet',
  },
  other_end: {
    vi: 'Ngày kết thúc trong danh sách khác ngày tính theo luật',
    en: 'The list names another end than the law counts',
  },
})
export type RowWarning = keyof typeof rowWarnings | PaperDoubt

export type RowFault = {
  code: string
  field?: ListField | undefined
  values?: RefusalValues | undefined
  article?: Bilingual | undefined
}

/** `cells`: the sentences of what is wrong with cells whatever they say. */
export function sentenceOfRow(
  { code, values, article }: RowFault,
  cells: Readonly<Record<string, Bilingual>>,
): Bilingual {
  const said = { ...faults, ...cells }[code] ?? { vi: code, en: code }
  const kind = { ...said, code, status: 422 }
  const open = (text: string) => text.replace(/\.$/, '')
  const told = { vi: open(sentenceOf(kind, values ?? {}, 'vi')), en: open(sentenceOf(kind, values ?? {}, 'en')) }
  return article ? { vi: `${told.vi} (${article.vi})`, en: `${told.en} (${article.en})` } : told
}
