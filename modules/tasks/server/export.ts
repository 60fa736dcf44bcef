// The list as CSV for a spreadsheet: every matching task, no cap, in flat memory, with cells that cannot be taken for formulas.

import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { Hono } from 'hono'
import { sql } from 'kysely'
import type * as z from 'zod/mini'
import { type Language, languageOf } from '../../../platform/contract/words.ts'
import { onOneConnection } from '../../../platform/database/copying.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import { downloadContext, sendFile } from '../../../platform/server/download.ts'
import { parseInput } from '../../../platform/server/parse.ts'
import { rightUsed } from '../../../platform/server/rights.ts'
import type { Context, Db, Parts } from '../../../platform/server/slice.ts'
import { TaskExport, taskExportPath } from '../contract.ts'
import { matching } from './filter.ts'
import { everyId, type Sought } from './pages.ts'
import { viewOf } from './programme-in-view.ts'
import { askerOf, asksForOpen } from './queries/list.ts'
import { inReach } from './reach.ts'
import { type Row, taskRows } from './rows.ts'

const headings: Record<Language, string[]> = {
  vi: [
    'Số',
    'Việc',
    'Địa bàn',
    'Căn cứ',
    'Người thực hiện',
    'Cùng thực hiện',
    'Chức danh chịu trách nhiệm',
    'Đơn vị',
    'Bắt đầu',
    'Hạn',
    'Hạn ban đầu',
    'Tình trạng',
    'Số ngày trễ',
    'Trong đó người trước trễ',
    'Kết quả phải có',
    'Đã làm',
    'Tổng',
    'Minh chứng',
    'Thẩm quyền',
    'Ngày xong',
    'Dữ liệu minh họa',
  ],
  en: [
    'No.',
    'Task',
    'Area',
    'Basis',
    'Done by',
    'Together with',
    'Accountable post',
    'Unit',
    'Start',
    'Deadline',
    'First deadline',
    'Status',
    'Days late',
    'Of these inherited',
    'Result',
    'Done',
    'Total',
    'Evidence',
    'Authority',
    'Finished on',
    'Demonstration data',
  ],
}
const statusNames: Record<Language, Record<Row['status']['kind'], string>> = {
  vi: {
    done: 'Xong đúng hạn',
    'done-late': 'Xong, trễ',
    'no-evidence': 'Xong, chưa có minh chứng',
    late: 'Trễ hạn',
    soon: 'Sắp đến hạn',
    ontime: 'Còn hạn',
    cancelled: 'Đã hủy',
  },
  en: {
    done: 'Done in time',
    'done-late': 'Done late',
    'no-evidence': 'Done, no evidence',
    late: 'Late',
    soon: 'Due soon',
    ontime: 'In time',
    cancelled: 'Cancelled',
  },
}
const evidenceNames: Record<Language, Record<Row['evidence'], string>> = {
  vi: { there: 'có', 'not-yet': 'chưa đến hạn', missing: 'chưa có' },
  en: { there: 'yes', 'not-yet': 'not due yet', missing: 'none' },
}

/** A cell that a spreadsheet would run as a formula is made plain text by a leading apostrophe. */
export const plainCell = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const shownDate = (day: string | null): string => (day ? day.split('-').reverse().join('/') : '')

function cells(row: Row, language: Language): (string | number)[] {
  const counted = row.progress && row.progress.from !== 'none' ? row.progress : null
  const late = row.status.kind === 'late' || row.status.kind === 'done-late' || row.status.kind === 'no-evidence'
  const texts: (string | number)[] = [
    row.number,
    row.title,
    row.area.name,
    row.basis,
    row.doer,
    row.doerWith,
    row.head.title,
    row.head.place,
    shownDate(row.startsOn),
    shownDate(row.dueOn),
    shownDate(row.originalDueOn),
    statusNames[language][row.status.kind],
    late ? row.status.days : '',
    late ? row.status.inheritedDays : '',
    row.expectedResult,
    counted ? counted.done : '',
    counted ? counted.total : '',
    evidenceNames[language][row.evidence],
    row.authority,
    shownDate(row.doneOn),
    row.demo ? (language === 'vi' ? 'có' : 'yes') : '',
  ]
  return texts.map((cell) => (typeof cell === 'string' ? plainCell(cell) : cell))
}

/** So many tasks are read and written at a time: the memory that a file takes, however long it is. */
const atATime = 500

type Question = z.output<typeof TaskExport>

/** The lines of the file as of one moment; the connection is held until they are read or given up. */
function csvOf(context: Context, found: { sought: Sought; on: PlainDate }, input: Question): Readable {
  const { sought, on } = found
  const out = new PassThrough({ highWaterMark: 256 * 1024 })
  async function* lines(db: Db): AsyncGenerator<string> {
    // The byte-order mark tells spreadsheets that the text is UTF-8.
    yield `\uFEFF${stringify([headings[input.language]])}`
    await sql`declare chosen no scroll cursor for ${everyId(sought, input)}`.execute(db)
    for (;;) {
      const part = await sql<{ id: string }>`fetch ${sql.lit(atATime)} from chosen`.execute(db)
      if (part.rows.length === 0) return
      const ids = part.rows.map((row) => row.id)
      const rows = await taskRows(db, ids, on, input.language)
      yield stringify(rows.map((row) => cells(row, input.language)))
    }
  }
  const work = onOneConnection(context.db as Parts['db'], async ({ db }) => {
    await sql`begin isolation level repeatable read read only`.execute(db)
    await sql`set local statement_timeout = 0`.execute(db)
    await pipeline(lines(db), out)
    await sql`commit`.execute(db)
  })
  work.catch((fault: Error) => out.destroy(fault))
  return out
}

/** `GET /api/tasks/export`: everything that matches the filters of the list, within reach. */
export function taskRoutes(parts: Parts): Hono {
  const routes = new Hono()
  routes.get(taskExportPath, async (http) => {
    const { ids, ...single } = http.req.queries()
    const raw = Object.fromEntries(Object.entries(single).map(([name, all]) => [name, all.length > 1 ? all : all[0]]))
    const language = languageOf(http.req.header('accept-language'))
    const input = parseInput(TaskExport, { ...raw, ids }, language)
    const context = await downloadContext(parts, http, 'tasks.read', input.language)
    const { programme, on } = await viewOf(context, input)
    const asker = await askerOf(context, on)
    const match = matching(input, asker, programme.id, on)
    const sought = {
      on,
      reach: await inReach(parts.db, programme.id, context.scope),
      match: input.ids.length > 0 ? sql<boolean>`${match} and known.id = any(${input.ids}::uuid[])` : match,
      open: asksForOpen(input),
      holders: input.inherited === true,
    }
    await parts.recordAudit(parts.db, [
      {
        operation: 'tasks.export',
        subject: `programme:${programme.id}`,
        areaId: null,
        personId: context.person.id,
        actingForId: rightUsed(context.rights, 'tasks.read', 'any')?.actingFor?.id ?? null,
        commandId: null,
        at: context.now,
        after: { ...raw, on, chosen: input.ids.length },
      },
    ])
    const file = Readable.toWeb(csvOf(context, { sought, on }, input)) as ReadableStream
    return sendFile(http, file, `nhiem-vu-${programme.slug}-${on}.csv`, 'text/csv; charset=utf-8')
  })
  return routes
}
