// Which row holds the names of the columns, and what each column seems to say. The person decides; this only spares work.

import { createHash } from 'node:crypto'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import type { ImportField, Mapping } from '../../contract/import.ts'
import type { Row } from './table.ts'

/** Words of headers without marks; the first that fits wins, whole headers before parts of them. */
const words: Record<ImportField, readonly string[]> = {
  number: ['stt', 'so tt', 'tt', 'so thu tu', 'thu tu', 'so ho', 'no', 'number', 'row'],
  name: [
    'ho va ten',
    'ho ten',
    'ho va ten chu ho',
    'ho ten chu ho',
    'ten chu ho',
    'chu ho',
    'ho va ten hoc sinh',
    'ten co so',
    'ten doanh nghiep',
    'ten don vi',
    'ten',
    'full name',
    'name',
    'head of household',
    'householder',
  ],
  commune: ['xa phuong thi tran', 'xa thi tran', 'phuong xa', 'xa phuong', 'ma xa', 'ten xa', 'xa', 'commune'],
  hamlet: [
    'thon to dan pho',
    'thon tdp',
    'thon xom',
    'to dan pho',
    'khu dan cu',
    'ten thon',
    'ma thon',
    'thon',
    'tdp',
    'xom',
    'ap',
    'hamlet',
    'hamlet code',
    'village',
  ],
  address: ['dia chi', 'so nha', 'cho o', 'noi o', 'noi o hien nay', 'noi thuong tru', 'thuong tru', 'address'],
  headcount: ['so nhan khau', 'so khau', 'nhan khau', 'khau', 'so nguoi', 'headcount', 'members', 'persons'],
  birthYear: ['nam sinh', 'ngay sinh', 'ngay thang nam sinh', 'year of birth', 'birth year', 'date of birth', 'born'],
  identity: [
    'so cccd',
    'cccd',
    'so can cuoc',
    'can cuoc cong dan',
    'can cuoc',
    'so dinh danh',
    'so dinh danh ca nhan',
    'ma dinh danh',
    'cccd cmnd',
    'cmnd cccd',
    'identity number',
    'identity',
    'id number',
  ],
  identityOld: ['so cmnd', 'cmnd', 'cmtnd', 'cmt', 'chung minh nhan dan', 'so chung minh nhan dan', 'old identity'],
}

/** Letters and digits only: “Họ và tên (chủ hộ)” is `ho va ten chu ho`. */
const headerWord = (cell: string): string =>
  nameKey(cell)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

function fieldsOf(cells: readonly string[]): Mapping['columns'] {
  const columns: Mapping['columns'] = {}
  const keys = cells.map(headerWord)
  const taken = new Set<number>()
  const take = (fits: (key: string, word: string) => boolean) => {
    for (const [field, known] of Object.entries(words) as [ImportField, readonly string[]][])
      for (const word of known) {
        if (columns[field] !== undefined) break
        const found = keys.findIndex((key, index) => key !== '' && !taken.has(index) && fits(key, word))
        if (found === -1) continue
        columns[field] = found
        taken.add(found)
      }
  }
  take((key, word) => key === word)
  take((key, word) => word.length > 3 && ` ${key} `.includes(` ${word} `))
  return columns
}

/** The first row that names at least two columns, of which one is the name; else the first row that holds anything. */
export function headerRowOf(rows: readonly Row[]): number {
  const looked = rows.filter((row) => row.at <= 50)
  const header = looked.find(({ cells }) => {
    const columns = fieldsOf(cells)
    return columns.name !== undefined && Object.keys(columns).length > 1 && cells.every((cell) => cell.length < 80)
  })
  const lone = looked.find(({ cells }) => fieldsOf(cells).name !== undefined)
  return header?.at ?? lone?.at ?? 0
}

export const guessColumns = fieldsOf

/** The same names in the same order: the same kind of file. */
export const headerKey = (cells: readonly string[]): string =>
  createHash('sha256').update(cells.map(headerWord).join('|')).digest('hex').slice(0, 32)
