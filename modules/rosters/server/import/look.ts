// A look at the beginning of a file: how it is written, where its header is, what its columns seem to say, its first rows.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ImportMapping, LookAtRosterFile, type Mapping } from '../../contract/import.ts'
import { importRefusals } from '../../contract/import-refusals.ts'
import { csvTable, delimiterOf } from './csv.ts'
import { writingOf } from './encoding.ts'
import { guessColumns, headerKey, headerRowOf } from './guess.ts'
import { lettersOf, readLetters } from './letters.ts'
import { areaOfImport, recordOf } from './records.ts'
import { bytesSource, type Source, uploadedSource } from './source.ts'
import { type Row, type Table, Unreadable } from './table.ts'
import { openWorkbook, sheetTable } from './workbook.ts'

const startBytes = 512 * 1024
const rowsLooked = 300
const rowsShown = 5

type Asked = Partial<Pick<Mapping, 'sheet' | 'headerRow' | 'encoding' | 'letters' | 'delimiter'>>
export type Look = {
  sheets: string[]
  mapping: Mapping
  oldLetters: boolean
  header: string[]
  rows: { at: number; cells: string[] }[]
}

export async function lookAt(source: Source, media: 'csv' | 'xlsx', asked: Asked): Promise<Look> {
  try {
    return media === 'csv' ? await lookAtCsv(source, asked) : await lookAtWorkbook(source, asked)
  } catch (fault) {
    throw fault instanceof Unreadable ? refuse(importRefusals[fault.reason]) : fault
  }
}

async function lookAtCsv(source: Source, asked: Asked): Promise<Look> {
  const start = await source.read(0, startBytes)
  const guessed = writingOf(start)
  const encoding = asked.encoding ?? guessed.encoding
  const text = new TextDecoder(encoding).decode(start, { stream: true })
  const delimiter = asked.delimiter ?? delimiterOf(text)
  const rows = await firstRows(csvTable(bytesSource(start), { encoding, delimiter }))
  const letters = asked.letters ?? (encoding === guessed.encoding ? guessed.letters : lettersOf(textOf(rows)).letters)
  return shown(rows, { ...asked, encoding, delimiter, letters, sheet: 0 }, [])
}

async function lookAtWorkbook(source: Source, asked: Asked): Promise<Look> {
  const book = await openWorkbook(source)
  const sheet = Math.min(asked.sheet ?? 0, book.sheets.length - 1)
  const rows = await firstRows(sheetTable(book, sheet, rowsLooked))
  const letters = asked.letters ?? lettersOf(textOf(rows)).letters
  return shown(rows, { ...asked, sheet, letters }, book.sheets)
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

function shown(given: readonly Row[], asked: Asked & { letters: Mapping['letters'] }, sheets: string[]): Look {
  const rows = given.map(({ at, cells }) => ({ at, cells: cells.map((cell) => readLetters(cell, asked.letters)) }))
  const headerRow = asked.headerRow ?? headerRowOf(rows)
  const body = rows.filter(({ at }) => at > headerRow).slice(0, rowsShown)
  const width = Math.max(1, ...body.map(({ cells }) => cells.length))
  const named = rows.find(({ at }) => at === headerRow)?.cells
  const header = named ?? Array.from({ length: width }, (_, index) => `${index + 1}`)
  const mapping = ImportMapping.parse({
    ...asked,
    headerRow,
    columns: named ? guessColumns(named) : {},
  })
  return {
    sheets,
    mapping,
    oldLetters: asked.letters !== 'unicode',
    header: header.map((cell) => cell.slice(0, 100)),
    rows: body.map(({ at, cells }) => ({ at, cells: cells.map((cell) => cell.slice(0, 100)) })),
  }
}

export const lookAtRosterFile: Handler = answers(
  LookAtRosterFile,
  async ({ db, person }, { importId, ...asked }) => {
    const record = await recordOf(db, importId)
    const source = record && (await uploadedSource(db, importId))
    if (!record || !source) throw refuse(importRefusals.piece_missing)
    const look = await lookAt(source, record.media, asked)
    const remembered = await rememberedColumns(db, person?.id, look.header)
    return {
      media: record.media,
      fileName: record.fileName,
      ...look,
      mapping: { ...look.mapping, columns: remembered ?? look.mapping.columns },
      remembered: remembered !== undefined,
    }
  },
  areaOfImport,
)

async function rememberedColumns(
  db: Db,
  personId: string | undefined,
  header: readonly string[],
): Promise<Mapping['columns'] | undefined> {
  const found = await sql<{ mapping: { columns: Mapping['columns'] } }>`
    select mapping from roster_mapping where person_id = ${personId ?? null} and header_key = ${headerKey(header)}`.execute(
    db,
  )
  return found.rows[0]?.mapping.columns
}

export async function rememberColumns(
  db: Db,
  personId: string,
  header: readonly string[],
  columns: Mapping['columns'],
): Promise<void> {
  await sql`
    insert into roster_mapping (person_id, header_key, mapping)
    values (${personId}, ${headerKey(header)}, ${JSON.stringify({ columns })}::jsonb)
    on conflict (person_id, header_key) do update set mapping = excluded.mapping, used_at = now()`.execute(db)
}
