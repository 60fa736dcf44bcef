// Which row holds the names of the columns, and what each column seems to say. The person decides; this only spares work.

import { createHash } from 'node:crypto'
import { nameKey } from '../../contract/name-key.ts'
import type { Row } from './table.ts'

/** What a column may be called, by what it says: words of headers without marks, the likeliest first. */
export type HeaderWords<Field extends string> = Readonly<Record<Field, readonly string[]>>
export type Columns<Field extends string> = Partial<Record<Field, number>>

/** Letters and digits only: “Họ và tên (chủ hộ)” is `ho va ten chu ho`. */
const headerWord = (cell: string): string =>
  nameKey(cell)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Whole headers before parts of them; a column stands for one thing only. */
export function guessColumns<Field extends string>(
  cells: readonly string[],
  words: HeaderWords<Field>,
): Columns<Field> {
  const columns: Columns<Field> = {}
  const keys = cells.map(headerWord)
  const taken = new Set<number>()
  const take = (fits: (key: string, word: string) => boolean) => {
    for (const [field, known] of Object.entries(words) as [Field, readonly string[]][])
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

/** The first row that names at least two columns, of which one is the name; else the first row that names it alone. */
export function headerRowOf(rows: readonly Row[], words: HeaderWords<'name'>): number {
  const looked = rows.filter((row) => row.at <= 50)
  const header = looked.find(({ cells }) => {
    const columns = guessColumns(cells, words)
    return columns.name !== undefined && Object.keys(columns).length > 1 && cells.every((cell) => cell.length < 80)
  })
  const lone = looked.find(({ cells }) => guessColumns(cells, words).name !== undefined)
  return header?.at ?? lone?.at ?? 0
}

/** The same names in the same order: the same kind of file. */
export const headerKey = (cells: readonly string[]): string =>
  createHash('sha256').update(cells.map(headerWord).join('|')).digest('hex').slice(0, 32)
