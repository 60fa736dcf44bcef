// Every way in which a row of an import can be wrong, by name, with its sentence in both languages.

import type { Bilingual } from '../../../../platform/contract/words.ts'

const fileNames = ['units', 'successions'] as const
export type FileName = (typeof fileNames)[number]
export type RowError = { file: FileName; row: number; column: string; code: RowErrorCode; vi: string; en: string }
export type Values = Record<string, string | number | Bilingual>

const sentences = {
  not_csv: { vi: 'Tệp không phải CSV chữ UTF-8.', en: 'The file is not CSV text in UTF-8.' },
  too_large: { vi: 'Tệp lớn quá {limit} MB.', en: 'The file is larger than {limit} MB.' },
  empty: { vi: 'Tệp không có dòng dữ liệu nào.', en: 'The file holds no rows.' },
  column_missing: { vi: 'Thiếu cột “{column}” ở dòng đầu.', en: 'The first line lacks the column “{column}”.' },
  column_twice: { vi: 'Cột “{column}” có hai lần.', en: 'The column “{column}” is there twice.' },
  cells_wrong: { vi: 'Dòng có {found} ô, phải có {wanted}.', en: 'The row has {found} cells and must have {wanted}.' },
  quote_wrong: {
    vi: 'Dấu ngoặc kép mở ra mà không đóng đúng chỗ.',
    en: 'A quotation mark is not closed where it should be.',
  },
  missing: { vi: 'Cần điền ô này.', en: 'This cell is needed.' },
  too_long: { vi: 'Dài quá {limit} ký tự.', en: 'Longer than {limit} characters.' },
  control_characters: {
    vi: 'Có ký tự điều khiển không nhìn thấy được.',
    en: 'There are invisible control characters.',
  },
  code_ill_formed: {
    vi: 'Mã “{value}” chỉ được có chữ, số, dấu chấm, gạch, không quá 20 ký tự.',
    en: 'The code “{value}” may only hold letters, digits, dots and dashes, at most 20.',
  },
  level_unknown: {
    vi: 'Cấp “{value}” không có; dùng province, district, commune hoặc village.',
    en: 'There is no level “{value}”; use province, district, commune or village.',
  },
  kind_unknown: {
    vi: 'Không có loại thay đổi “{value}”; dùng {kinds}.',
    en: 'There is no kind “{value}”; use {kinds}.',
  },
  date_wrong: {
    vi: '“{value}” không phải ngày có thật dạng năm-tháng-ngày, như 2025-07-01.',
    en: '“{value}” is not a real day written year-month-day, as 2025-07-01.',
  },
  ends_before_start: {
    vi: 'Ngày hết hiệu lực phải sau ngày bắt đầu.',
    en: 'The end of validity must come after its start.',
  },
  overlap: {
    vi: 'Mã {code} đã là của {name} ({period}): hai đơn vị cùng mã không được trùng thời gian ({where}).',
    en: 'The code {code} belongs to {name} ({period}): two units of one code may not overlap in time ({where}).',
  },
  level_changed: {
    vi: 'Đơn vị mã {code} từ {from} đã có trong hệ thống ở cấp khác.',
    en: 'The unit {code} from {from} is on record at another level.',
  },
  parent_unknown: { vi: 'Không có đơn vị cha mã {code}.', en: 'There is no parent with the code {code}.' },
  parent_not_valid: {
    vi: 'Ngày {on} không có đơn vị nào mang mã cha {code}.',
    en: 'On {on} no unit has the parent code {code}.',
  },
  parent_level: {
    vi: 'Đơn vị cha {code} ({name}) phải ở cấp cao hơn.',
    en: 'The parent {code} ({name}) must be of a higher level.',
  },
  cycle: { vi: 'Cây địa bàn có vòng: {path}.', en: 'The tree holds a cycle: {path}.' },
  children_left: {
    vi: '{name} hết hiệu lực ngày {on} mà vẫn còn đơn vị trực thuộc trong hệ thống: {children}.',
    en: '{name} ends on {on} while units on record still lie below it: {children}.',
  },
  code_unknown: { vi: 'Không có đơn vị nào mang mã {code}.', en: 'No unit has the code {code}.' },
  from_not_valid: {
    vi: 'Ngày {on}, ngay trước ngày thay đổi, không có đơn vị nào mang mã {code}.',
    en: 'On {on}, the day before the change, no unit had the code {code}.',
  },
  to_not_valid: {
    vi: 'Ngày {on} không có đơn vị nào mang mã {code}.',
    en: 'On {on} no unit has the code {code}.',
  },
  to_missing: {
    vi: 'Chỉ khi một cấp hành chính kết thúc thì to_code mới được để trống.',
    en: 'Only where a level ends may to_code stay empty.',
  },
  share_wrong: {
    vi: '“{value}” không phải là phần từ trên 0 đến 1, viết như 0.35; để trống khi chưa biết.',
    en: '“{value}” is not a share above 0 and up to 1, as 0.35; leave it empty where it is unknown.',
  },
  shares_over_one: {
    vi: 'Các phần của {code} ngày {on} cộng lại là {sum}, lớn hơn 1.',
    en: 'The shares of {code} on {on} add up to {sum}, more than 1.',
  },
  succession_twice: {
    vi: 'Thay đổi này đã có ở dòng {row}.',
    en: 'This change is in row {row} already.',
  },
} satisfies Record<string, Bilingual>
export type RowErrorCode = keyof typeof sentences

const shown = (value: string | number | undefined, asWritten: boolean): string => {
  const text = String(value ?? '')
  const day = asWritten ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (day) return `${day[3]}/${day[2]}/${day[1]}`
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
const fill = (sentence: string, values: Values, language: 'vi' | 'en'): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    return shown(typeof value === 'object' ? value[language] : value, name === 'value')
  })

/** One error of one cell; `row` is the line of the spreadsheet, the header being 1. */
export function rowError(
  file: FileName,
  row: number,
  column: string,
  code: RowErrorCode,
  values: Values = {},
): RowError {
  return {
    file,
    row,
    column,
    code,
    vi: fill(sentences[code].vi, values, 'vi'),
    en: fill(sentences[code].en, values, 'en'),
  }
}

/** As somebody mends them: file by file, each from its first line to its last. */
export const rowByRow = (errors: readonly RowError[]): RowError[] =>
  errors.toSorted((a, b) => fileNames.indexOf(a.file) - fileNames.indexOf(b.file) || a.row - b.row)
