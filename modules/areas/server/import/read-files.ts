// Reads both files of an import. A row with a wrong cell is refused by name; where it still says who, where and when, it is
// checked further with the good ones, so that all that is wrong is told at once.

import { type Doubt, doubtOf, meantCode, type UnreadUnit } from './doubt.ts'
import {
  type Read,
  readSuccessionRow,
  readUnitRow,
  realDay,
  type SuccessionRow,
  successionFileColumns,
  type UnitRow,
  unitFileColumns,
} from './parse-rows.ts'
import { type Cells, readTable } from './read-table.ts'
import type { FileName, RowError } from './row-errors.ts'

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>
export type Files = { units: UnitRow[]; successions: SuccessionRow[]; errors: RowError[]; doubt: Doubt }
type UnitCells = Cells<(typeof unitFileColumns)[number]>
type SuccessionCells = Cells<(typeof successionFileColumns)[number]>

export async function readFiles(given: { units?: Bytes; successions?: Bytes }): Promise<Files> {
  const units = await readFile({
    file: 'units',
    source: given.units,
    columns: unitFileColumns,
    read: readUnitRow,
    besides: ['name', 'type', 'parent_code'],
  })
  const successions = await readFile({
    file: 'successions',
    source: given.successions,
    columns: successionFileColumns,
    read: readSuccessionRow,
    besides: ['document', 'kind', 'share'],
  })
  const unread: UnreadUnit[] = [
    ...units.unplaced.map((cells) => ({ code: meantCode(cells.code), life: lifeIn(cells) })),
    ...units.misfits.map((cells) => ({ code: meantCode(cells.code), life: undefined })),
  ]
  const wrong = new Set([
    ...[...units.wrong, ...units.misfits].map((cells) => meantCode(cells.code)),
    ...successions.wrong.flatMap(codesOf),
    // A comma too many moves the cells along, so that each of them may be the code.
    ...successions.misfits.flatMap((cells) => Object.values(cells).flatMap((cell) => meantCode(cell) ?? [])),
  ])
  return {
    units: units.placed,
    successions: successions.placed,
    errors: [...units.errors, ...successions.errors],
    doubt: doubtOf(unread, wrong, { units: units.whole, successions: successions.whole }),
  }
}

/** `besides`: the columns without which a row still says who, where and when. */
type Asked<Row, Column extends string> = {
  file: FileName
  source: Bytes | undefined
  columns: readonly Column[]
  read: (row: number, cells: Cells<Column>) => Read<Row>
  besides: readonly Column[]
}
type Reading<Row, Column extends string> = {
  placed: Row[]
  /** The cells of rows with an error, and of those among them that are not placed. */
  wrong: Cells<Column>[]
  unplaced: Cells<Column>[]
  misfits: Cells<Column>[]
  whole: boolean
  errors: RowError[]
}

async function readFile<Row, Column extends string>(asked: Asked<Row, Column>): Promise<Reading<Row, Column>> {
  const reading: Reading<Row, Column> = {
    placed: [],
    wrong: [],
    unplaced: [],
    misfits: [],
    whole: true,
    errors: [],
  }
  if (!asked.source) return reading
  const table = await readTable(asked.file, asked.source, asked.columns)
  const besides: readonly string[] = asked.besides
  for (const { row, cells } of table.rows) {
    const { value, errors } = asked.read(row, cells)
    reading.errors.push(...errors)
    if (errors.length > 0) reading.wrong.push(cells)
    if (errors.every(({ column }) => besides.includes(column))) reading.placed.push(value)
    else reading.unplaced.push(cells)
  }
  return { ...reading, misfits: table.misfits, whole: table.whole, errors: [...table.errors, ...reading.errors] }
}

function lifeIn(cells: UnitCells): UnreadUnit['life'] {
  const [validFrom, validTo] = [cells.valid_from.trim(), cells.valid_to.trim()]
  if (!realDay(validFrom)) return undefined
  if (validTo === '') return { validFrom, validTo: null }
  return realDay(validTo) && validTo > validFrom ? { validFrom, validTo } : undefined
}

/** The new unit is left out where a level ends. */
const codesOf = ({ from_code, to_code }: SuccessionCells): (string | undefined)[] =>
  to_code.trim() === '' ? [meantCode(from_code)] : [meantCode(from_code), meantCode(to_code)]
