// A commune with forty hamlets, and a roster of it of any length as a csv or a workbook, always the same one.

import { createWriteStream } from 'node:fs'
import { finished, pipeline } from 'node:stream/promises'
import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../db/schema.generated.ts'
import { xlsxOf } from '../../platform/server/spreadsheet/xlsx.ts'

export const groupId = 'household-heads'
const hamletCount = 40
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Dương']
const middles = ['Văn', 'Thị', 'Đức', 'Hữu', 'Ngọc', 'Quang', 'Thúy', 'Xuân']
const givens = ['An', 'Bình', 'Cường', 'Dũng', 'Hòa', 'Khánh', 'Lộc', 'Mạnh', 'Nghĩa', 'Oanh', 'Phượng', 'Tuấn', 'Yến']
const names = ['Đông', 'Đoài', 'Bắc', 'Nam']
const header = ['STT', 'Họ và tên', 'Thôn', 'Địa chỉ', 'Số nhân khẩu', 'Năm sinh', 'Số CCCD']

const pick = <T>(of: readonly T[], number: number): T => of[number % of.length] as T
const hamletName = (number: number): string => `Thôn ${pick(names, number)} ${number + 1}`

/** Answers the id of the commune. */
export async function makeGround(db: Kysely<DB>): Promise<string> {
  const commune = uuidv7()
  const hamlets = Array.from({ length: hamletCount }, () => uuidv7())
  await sql`
    insert into area_unit (id, code, name, type, level, valid_from)
    values (${commune}, '90001', 'Xã Đo', 'xã', 'commune', '2000-01-01')`.execute(db)
  await sql`
    insert into area_unit (id, code, name, type, level, valid_from)
    select made.id, made.code, made.name, 'thôn', 'village', '2000-01-01'
    from unnest(${hamlets}::uuid[], ${hamlets.map((_, index) => `90001${index + 100}`)}::text[],
      ${hamlets.map((_, index) => hamletName(index))}::text[]) as made (id, code, name)`.execute(db)
  await sql`
    insert into area_parent (unit_id, parent_id, valid_from)
    select unnest(${hamlets}::uuid[]), ${commune}, '2000-01-01'`.execute(db)
  return commune
}

/** A unit that reaches the first quarter of the hamlets; its id. */
export async function makeQuarter(db: Kysely<DB>, commune: string): Promise<string> {
  const quarter = uuidv7()
  await sql`
    insert into area_unit (id, code, name, type, level, valid_from)
    values (${quarter}, '90002', 'Xã Một Phần Tư', 'xã', 'commune', '2000-01-01')`.execute(db)
  await sql`
    insert into area_coverage (ancestor_id, unit_id)
    select ${quarter}, unit_id from area_parent where parent_id = ${commune} order by unit_id limit ${hamletCount / 4}`.execute(
    db,
  )
  return quarter
}

/**
 * Number, name, hamlet, address, headcount, year of birth, identity number; one in ten thousand cannot be stored. A newer
 * list leaves out every tenth of each hamlet and says another address of the others.
 */
export async function writeRoster(place: string, rows: number, newer = false): Promise<void> {
  const file = createWriteStream(place)
  let lines = `\uFEFF${header.join(',')}\r\n`
  for (let row = 0; row < rows; row += 1) {
    if (newer && Math.floor(row / hamletCount) % 10 === 0) continue
    lines += `${cellsOf(row, newer).join(',')}\r\n`
    if (lines.length < 1_000_000) continue
    if (!file.write(lines)) await new Promise((resolve) => file.once('drain', resolve))
    lines = ''
  }
  file.end(lines)
  await finished(file)
}

/** The same as a workbook. */
export const writeWorkbook = (place: string, rows: number): Promise<void> =>
  pipeline(xlsxOf({ name: 'Danh sách', header, numbers: [0, 4, 5], rows: batchesOf(rows) }), createWriteStream(place))

function* batchesOf(rows: number): Generator<string[][]> {
  for (let from = 0; from < rows; from += 5_000)
    yield Array.from({ length: Math.min(5_000, rows - from) }, (_, at) => cellsOf(from + at, false))
}

function cellsOf(row: number, newer: boolean): string[] {
  const mixed = (row * 2_654_435_761) >>> 0
  return [
    String(row + 1),
    row % 10_000 === 9_999 ? '' : nameOf(mixed),
    hamletName(row % hamletCount),
    `${newer ? 'Ngõ' : 'Xóm'} ${(mixed % 9) + 1} số nhà ${mixed % 400}`,
    String((mixed % 7) + 1),
    String(1940 + (mixed % 65)),
    `0${String(mixed).padStart(11, '3')}`,
  ]
}

/** A name as they are in the delta, by a number. */
export const nameOf = (mixed: number): string =>
  `${pick(families, mixed)} ${pick(middles, mixed >>> 5)} ${pick(givens, mixed >>> 9)} ${pick(givens, mixed >>> 14)}`
