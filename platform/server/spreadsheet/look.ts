// A look at the beginning of a file: how it is written, where its header is, what its columns seem to say, its first rows.

import type { FileReading } from '../../contract/spreadsheet.ts'
import { csvTable, delimiterOf } from './csv.ts'
import { writingOf } from './encoding.ts'
import { type Columns, guessColumns, type HeaderWords, headerRowOf } from './headers.ts'
import { lettersOf, readLetters } from './letters.ts'
import { bytesSource, type Source } from './source.ts'
import type { Row, Table } from './table.ts'
import { openWorkbook, sheetTable } from './workbook.ts'

const startBytes = 512 * 1024
const rowsLooked = 300
const rowsShown = 5

/** How the person says that it is read, where that is not what was guessed. */
export type AskedReading = { [K in keyof FileReading]?: FileReading[K] | undefined }
export type Look<Field extends string> = {
  sheets: string[]
  reading: FileReading
  columns: Columns<Field>
  oldLetters: boolean
  header: string[]
  rows: { at: number; cells: string[] }[]
}
export type FileMedia = 'csv' | 'xlsx'

/** Throws `Unreadable` where the file is no table. */
export const lookAt = <Field extends string>(
  source: Source,
  media: FileMedia,
  asked: AskedReading,
  words: HeaderWords<Field | 'name'>,
): Promise<Look<Field | 'name'>> =>
  media === 'csv' ? lookAtCsv(source, asked, words) : lookAtWorkbook(source, asked, words)

/** All rows of a file, read as the person said. `onDisk`: its texts may lie on the disk while it is read. */
export async function tableOf(
  source: Source,
  media: FileMedia,
  reading: FileReading,
  { onDisk = true }: { onDisk?: boolean } = {},
): Promise<Table> {
  if (media === 'csv') return csvTable(source, reading)
  return sheetTable(await openWorkbook(source), reading.sheet, Number.POSITIVE_INFINITY, onDisk)
}

async function lookAtCsv<Field extends string>(
  source: Source,
  asked: AskedReading,
  words: HeaderWords<Field | 'name'>,
): Promise<Look<Field | 'name'>> {
  const start = await source.read(0, startBytes)
  const guessed = writingOf(start)
  const encoding = asked.encoding ?? guessed.encoding
  const text = new TextDecoder(encoding).decode(start, { stream: true })
  const delimiter = asked.delimiter ?? delimiterOf(text)
  const rows = await firstRows(csvTable(bytesSource(start), { encoding, delimiter }))
  const letters = asked.letters ?? (encoding === guessed.encoding ? guessed.letters : lettersOf(textOf(rows)).letters)
  return shown(rows, { headerRow: asked.headerRow, encoding, delimiter, letters, sheet: 0 }, [], words)
}

async function lookAtWorkbook<Field extends string>(
  source: Source,
  asked: AskedReading,
  words: HeaderWords<Field | 'name'>,
): Promise<Look<Field | 'name'>> {
  const book = await openWorkbook(source)
  const sheet = Math.min(asked.sheet ?? 0, book.sheets.length - 1)
  const rows = await firstRows(sheetTable(book, sheet, rowsLooked, false))
  const letters = asked.letters ?? lettersOf(textOf(rows)).letters
  const { encoding = 'utf-8', delimiter = ',' } = asked
  return shown(rows, { headerRow: asked.headerRow, encoding, delimiter, letters, sheet }, book.sheets, words)
}

async function firstRows(table: Table): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of table.rows()) {
    for (const row of batch) if (row.cells.some((cell) => cell !== '')) rows.push(row)
    if (rows.length >= rowsLooked) break
  }
  return rows.slice(0, rowsLooked)
}

const textOf = (rows: readonly Row[]): string[] => rows.flatMap(({ cells }) => cells)

type Known = Omit<FileReading, 'headerRow'> & { headerRow: number | undefined }

function shown<Field extends string>(
  given: readonly Row[],
  known: Known,
  sheets: string[],
  words: HeaderWords<Field | 'name'>,
): Look<Field | 'name'> {
  const rows = given.map(({ at, cells }) => ({ at, cells: cells.map((cell) => readLetters(cell, known.letters)) }))
  const headerRow = known.headerRow ?? headerRowOf(rows, words)
  const body = rows.filter(({ at }) => at > headerRow).slice(0, rowsShown)
  const width = Math.max(1, ...body.map(({ cells }) => cells.length))
  const named = rows.find(({ at }) => at === headerRow)?.cells
  const header = named ?? Array.from({ length: width }, (_, index) => `${index + 1}`)
  return {
    sheets,
    reading: { ...known, headerRow },
    columns: named ? guessColumns(named, words) : {},
    oldLetters: known.letters !== 'unicode',
    header: header.map((cell) => cell.slice(0, 100)),
    rows: body.map(({ at, cells }) => ({ at, cells: cells.map((cell) => cell.slice(0, 100)) })),
  }
}
