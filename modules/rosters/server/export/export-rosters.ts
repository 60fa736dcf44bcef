// A roster as a file, as of a day: csv straight out of COPY, xlsx from the same rows. Memory stays flat whatever the length.

import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Language } from '../../../../platform/contract/words.ts'
import { type OneConnection, onOneConnection } from '../../../../platform/database/copying.ts'
import type { Scope } from '../../../../platform/server/rights.ts'
import { xlsxOf } from '../../../../platform/server/spreadsheet/xlsx.ts'

export type ExportQuestion = {
  areaId: string
  groupId: string | undefined
  on: string
  scope: Scope
  format: 'csv' | 'xlsx'
  language: Language
}

const headers: Record<Language, readonly string[]> = {
  vi: [
    'STT',
    'Họ và tên',
    'Thôn, tổ dân phố',
    'Đơn vị',
    'Xã, phường, thị trấn',
    'Địa chỉ',
    'Số nhân khẩu',
    'Năm sinh',
    'Nhóm',
    'Từ ngày',
  ],
  en: ['No', 'Full name', 'Hamlet', 'Body', 'Commune', 'Address', 'Headcount', 'Year of birth', 'Group', 'Since'],
}
const numberColumns = [0, 6, 7]
const titles: Record<Language, string> = { vi: 'Danh sách người ký', en: 'Roster' }

/** The bytes of the file; the connection is held until they are read or given up. */
export function exportRosters(db: Kysely<DB>, question: ExportQuestion): Readable {
  const out = new PassThrough({ highWaterMark: 256 * 1024 })
  const work = onOneConnection(db, async (one) => {
    await sql`begin read only`.execute(one.db)
    await sql`set local statement_timeout = 0`.execute(one.db)
    await sql`set local work_mem = '64MB'`.execute(one.db)
    await pipeline(question.format === 'csv' ? csvOf(one, question) : workbookOf(one, question), out)
    await sql`commit`.execute(one.db)
  })
  work.catch((fault: Error) => out.destroy(fault))
  return out
}

async function* csvOf(one: OneConnection, question: ExportQuestion): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${headers[question.language].map(quoted).join(',')}\r\n`)
  yield* one.copyOut(`copy (${rowsOf(question, guarded)}) to stdout (format csv)`) as AsyncIterable<Buffer>
}

const quoted = (text: string): string => (text.includes(',') ? `"${text}"` : text)

const workbookOf = (one: OneConnection, question: ExportQuestion): AsyncGenerator<Buffer> =>
  xlsxOf({
    name: titles[question.language],
    header: headers[question.language],
    numbers: numberColumns,
    rows: linesOf(one.copyOut(`copy (${rowsOf(question, (text) => text)}) to stdout`)),
  })

/** The rows of COPY in its text format. */
async function* linesOf(stream: Readable): AsyncGenerator<string[][]> {
  const decoder = new TextDecoder('utf-8')
  let kept = ''
  for await (const bytes of stream as AsyncIterable<Buffer>) {
    const lines = (kept + decoder.decode(bytes, { stream: true })).split('\n')
    kept = lines.pop() ?? ''
    if (lines.length > 0) yield lines.map((line) => line.split('\t').map(plain))
  }
}

const letters: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

function plain(cell: string): string {
  if (!cell.includes('\\')) return cell
  if (cell === '\\N') return ''
  return cell.replace(/\\(.)/g, (_, letter: string) => letters[letter] ?? letter)
}

/** A spreadsheet would run a text that begins so; the import takes the apostrophe away again. */
const guarded = (text: string): string => `case when ${text} ~ '^[=+@\\t\\r-]' then '''' || ${text} else ${text} end`

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** COPY takes no parameters: every value here is an id of ours, a day, or quoted. */
function rowsOf({ areaId, groupId, on, scope, language }: ExportQuestion, text: (column: string) => string): string {
  const reach = scope.everywhere
    ? 'true'
    : `coalesce(entry.hamlet_id, entry.commune_id) in (select unit_id from area_coverage
        where ancestor_id = any(array[${scope.roots.map(literal).join(',')}]::uuid[]))`
  return `
    select entry.number, ${text('entry.name')}, ${text('hamlet.name')}, ${text('body.name')}, ${text('commune.name')},
      ${text('entry.address')}, entry.headcount, entry.birth_year, grouped.name_${language},
      to_char(entry.since, 'DD/MM/YYYY')
    from roster_entry entry
    join area_unit commune on commune.id = entry.commune_id
    join commitment_group grouped on grouped.id = entry.group_id
    left join area_unit hamlet on hamlet.id = entry.hamlet_id
    left join area_body body on body.id = entry.body_id
    where coalesce(entry.hamlet_id, entry.commune_id) in (
        select unit_id from area_coverage where ancestor_id = ${literal(areaId)}::uuid)
      and ${reach} and entry.since <= ${literal(on)}::date
      and (entry.ended_on is null or entry.ended_on > ${literal(on)}::date)
      ${groupId === undefined ? '' : `and entry.group_id = ${literal(groupId)}`}
    order by commune.code, grouped.position, hamlet.name, body.name, entry.number, entry.name_key`
}
