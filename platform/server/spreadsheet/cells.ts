// The cells of a row as texts, tidied, with what can be wrong with them whatever they say.

import type { RefusalValues } from '../../contract/refusal.ts'
import type { FileReading } from '../../contract/spreadsheet.ts'
import type { Bilingual } from '../../contract/words.ts'
import { readLetters } from './letters.ts'
import type { Row } from './table.ts'

/** What is wrong with a cell, by name, with the sentence that stands beside it in the file to mend. */
export const cellFaults = {
  too_long: { vi: 'Dài quá {most} ký tự', en: 'Longer than {most} letters' },
  control_characters: {
    vi: 'Có ký tự điều khiển không nhìn thấy được, hãy gõ lại',
    en: 'There are invisible control characters, type it again',
  },
  letters_unreadable: {
    vi: 'Có chữ không đọc được: tệp ghi bằng bảng mã khác',
    en: 'Some letters cannot be read: the file is in another encoding',
  },
  formula: {
    vi: 'Ô là công thức: hãy chép rồi dán dạng giá trị',
    en: 'The cell is a formula: copy it and paste its value',
  },
  merged_cells: {
    vi: 'Ô bị gộp với ô khác: hãy bỏ gộp và điền từng dòng',
    en: 'The cell is merged with others: unmerge and fill in each row',
  },
  broken_quotes: {
    vi: 'Dấu ngoặc kép mở mà không đóng, nên không tách được các ô',
    en: 'A quotation mark is opened and not closed, so the cells cannot be told apart',
  },
} satisfies Record<string, Bilingual>
export type CellFault<Field extends string> = {
  code: keyof typeof cellFaults
  field?: Field
  values?: RefusalValues
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
const untidy = /\s\s|[\t\n\v\f\r\u00a0\u200b\ufeff]|^\s|\s$/
/** A cell that no column of a list fills; more is not even looked at. */
const longest = 400

export function tidy(raw: string, letters: FileReading['letters']): string {
  if (raw.length > longest) return raw
  const read = letters === 'unicode' ? raw : readLetters(raw, letters)
  const nfc = read.normalize('NFC')
  return untidy.test(nfc)
    ? nfc
        .replace(/[\u200b\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : nfc
}

export function faultOfText(value: string, longer: number): CellFault<never> | undefined {
  if (value.length > longer) return { code: 'too_long', values: { most: longer } }
  if (controls.test(value)) return { code: 'control_characters' }
  if (value.includes('\ufffd')) return { code: 'letters_unreadable' }
  // Text of a csv that a spreadsheet would run.
  if (value.charCodeAt(0) === 61) return { code: 'formula' }
  return undefined
}

/** Cells that say nothing certain: made by a formula, or merged with others. `counts` are columns whose formula does no harm. */
export function faultsOfCells<Field extends string>(
  row: Row,
  used: readonly (readonly [Field, number])[],
  counts: readonly Field[] = [],
): CellFault<Field>[] {
  const faults: CellFault<Field>[] = []
  for (const [field, column] of used) {
    if (!counts.includes(field) && row.formulas?.includes(column)) faults.push({ code: 'formula', field })
    if (row.merged?.includes(column)) faults.push({ code: 'merged_cells', field })
  }
  return faults
}

/** A day as a spreadsheet counts it since 1900; undefined for what is no such number. */
export function dayOfSerial(text: string): string | undefined {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return undefined
  return new Date((Math.floor(Number(text)) - 25_569) * 86_400_000).toISOString().slice(0, 10)
}
