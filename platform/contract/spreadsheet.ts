// How a table in a file is read: its sheet, its header, its letters, and which column says what.

import * as z from 'zod/mini'
import { CountParameter } from './schemas.ts'
import type { Bilingual } from './words.ts'

export const fileEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'windows-1252'] as const
export const fileLetters = ['unicode', 'tcvn3', 'vni'] as const
export const fileDelimiters = [',', ';', '\t'] as const

/** Where a column stands in a row, from 0; left out where nothing says it. */
export const ColumnAt = z.optional(z.int().check(z.minimum(0), z.maximum(199)))

/** How a file is read: a shape to be spread into that of a module, beside its columns. */
export const readingShape = {
  /** The row with the names of the columns, from 1; 0 where there is none. */
  headerRow: z.int().check(z.minimum(0), z.maximum(200)),
  sheet: z._default(z.int().check(z.minimum(0), z.maximum(200)), 0),
  encoding: z._default(z.enum(fileEncodings), 'utf-8'),
  letters: z._default(z.enum(fileLetters), 'unicode'),
  delimiter: z._default(z.enum(fileDelimiters), ','),
}
const FileReading = z.object(readingShape)
export type FileReading = z.output<typeof FileReading>

/** What the person may say otherwise than was guessed; flat, for it stands in an address. */
export const askedReadingShape = {
  sheet: z.optional(CountParameter(200)),
  headerRow: z.optional(CountParameter(200)),
  encoding: z.optional(z.enum(fileEncodings)),
  letters: z.optional(z.enum(fileLetters)),
  delimiter: z.optional(z.enum(fileDelimiters)),
}

/** What is wrong with a file as a whole, for the refusals of a module that reads tables. */
export const unreadableFiles = {
  wrong_kind: {
    status: 415,
    vi: 'Tệp “{name}” không phải bảng .xlsx hoặc .csv (nội dung tệp cho thấy như vậy, dù tên là gì).',
    en: 'The file “{name}” is no .xlsx or .csv table (its content says so, whatever its name).',
  },
  old_excel: {
    status: 415,
    vi: 'Tệp “{name}” là Excel kiểu cũ (.xls) hoặc có mật khẩu. Hãy lưu lại dạng .xlsx không mật khẩu rồi gửi.',
    en: 'The file “{name}” is an old Excel file (.xls) or has a password. Save it as .xlsx without one, then send it.',
  },
  empty_file: { status: 422, vi: 'Tệp “{name}” không có gì.', en: 'The file “{name}” is empty.' },
  zip_bomb: {
    status: 422,
    vi: 'Tệp nén phình ra quá mức của một bảng tính nên không được mở.',
    en: 'The file unpacks to more than any spreadsheet holds, so it was not opened.',
  },
  broken_file: {
    status: 422,
    vi: 'Tệp .xlsx bị hỏng. Hãy mở bằng phần mềm bảng tính, lưu lại rồi gửi.',
    en: 'The .xlsx file is damaged. Open it in a spreadsheet program, save it again, then send it.',
  },
  too_many_columns: {
    status: 422,
    vi: 'Bảng có hơn 200 cột. Danh sách chỉ cần vài cột: hãy bỏ bớt rồi gửi.',
    en: 'The table has more than 200 columns. A list needs a few: take the others away, then send it.',
  },
  no_sheet: {
    status: 422,
    vi: 'Tệp không có trang tính nào đọc được.',
    en: 'The file holds no sheet that can be read.',
  },
  no_rows: {
    status: 422,
    vi: 'Dưới dòng tiêu đề không có dòng nào.',
    en: 'There is no row below the header.',
  },
  name_not_mapped: { status: 422, vi: 'Hãy chọn cột họ tên.', en: 'Choose the column with the names.' },
  column_twice: {
    status: 422,
    vi: 'Một cột chỉ dùng cho một thông tin.',
    en: 'A column stands for one thing only.',
  },
} satisfies Record<string, Bilingual & { status: number }>
