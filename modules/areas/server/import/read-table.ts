// Reads one CSV file as rows of named cells: with or without a byte order mark, CRLF or LF, quoted or not, commas or semicolons.

import { Readable, Transform } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type FileName, type RowError, rowError } from './row-errors.ts'

export type Cells<Column extends string> = Record<Column, string>
export type Table<Column extends string> = {
  rows: { row: number; cells: Cells<Column> }[]
  /** Rows with too many or too few cells, as far as these go. */
  misfits: Cells<Column>[]
  /** Whether the file was read to its end. */
  whole: boolean
  errors: RowError[]
}

/** Refuses bytes that are no UTF-8 text while they stream by, before a parser makes sense of nonsense. */
class NotText extends Error {}
function textOnly(): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decode = (chunk?: Uint8Array) => {
    try {
      const text = decoder.decode(chunk, { stream: chunk !== undefined })
      if (text.includes('\0')) throw new NotText()
      return text
    } catch {
      throw new NotText()
    }
  }
  return new Transform({
    transform(chunk: Buffer, _, done) {
      try {
        done(null, decode(chunk))
      } catch (fault) {
        done(fault as Error)
      }
    },
    flush(done) {
      try {
        done(null, decode())
      } catch (fault) {
        done(fault as Error)
      }
    },
  })
}

/** All rows of a file; stops at what makes the rest meaningless (no text, no header, a broken quotation). */
export async function readTable<Column extends string>(
  file: FileName,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  columns: readonly Column[],
): Promise<Table<Column>> {
  const errors: RowError[] = []
  const rows: Table<Column>['rows'] = []
  const misfits: Table<Column>['misfits'] = []
  const cut = (...wrong: RowError[]): Table<Column> => ({ rows, misfits, whole: false, errors: [...errors, ...wrong] })
  let places: Map<Column, number> | undefined
  let width = 0
  const text = Readable.from(source).pipe(textOnly())
  const parser = text.pipe(
    parse({ bom: true, delimiter: [',', ';'], relax_column_count: true, skip_empty_lines: false, trim: false }),
  )
  text.on('error', (fault) => parser.destroy(fault))
  let row = 0
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1
      if (!places) {
        const header = readHeader(file, record, columns)
        if (header.errors.length > 0) return cut(...header.errors)
        places = header.places
        width = record.length
        continue
      }
      if (record.every((cell) => cell.trim() === '')) continue
      if (record.length !== width) {
        errors.push(rowError(file, row, '', 'cells_wrong', { found: record.length, wanted: width }))
        misfits.push(cellsOf(record, places))
      } else rows.push({ row, cells: cellsOf(record, places) })
    }
  } catch (fault) {
    if (fault instanceof NotText)
      return { rows: [], misfits: [], whole: false, errors: [rowError(file, 1, '', 'not_csv')] }
    if (!(fault instanceof CsvError)) throw fault
    const before = typeof fault.records === 'number' ? fault.records : row
    return cut(rowError(file, before + 1, '', 'quote_wrong'))
  }
  if (!places) return cut(rowError(file, 1, '', 'empty'))
  return { rows, misfits, whole: true, errors }
}

function cellsOf<Column extends string>(record: readonly string[], places: ReadonlyMap<Column, number>): Cells<Column> {
  const cells = {} as Cells<Column>
  for (const [column, place] of places) cells[column] = record[place] ?? ''
  return cells
}

function readHeader<Column extends string>(file: FileName, record: readonly string[], columns: readonly Column[]) {
  const names = record.map((name) => name.trim().toLowerCase())
  const errors: RowError[] = []
  const places = new Map<Column, number>()
  for (const column of columns) {
    const place = names.indexOf(column)
    if (place < 0) errors.push(rowError(file, 1, column, 'column_missing', { column }))
    else if (names.lastIndexOf(column) !== place) errors.push(rowError(file, 1, column, 'column_twice', { column }))
    else places.set(column, place)
  }
  return { errors, places }
}
