// The list as CSV for a spreadsheet: every matching task, no cap, with cells that cannot be taken for formulas.

import { stringify } from 'csv-stringify/sync'
import type { Language } from '../../../../platform/contract/words.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ExportTasks } from '../../contract.ts'
import { matching } from '../filter.ts'
import { taskIds } from '../pages.ts'
import { viewOf } from '../programme-in-view.ts'
import { inReach } from '../reach.ts'
import { type Row, taskRows } from '../rows.ts'
import { askerOf, asksForOpen } from './list.ts'

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

const atATime = 2000

export const exportTasks = answers(ExportTasks, async (context, input) => {
  const { db, language } = context
  const { programme, on } = await viewOf(context, input)
  const asker = await askerOf(context, on)
  const sought = {
    on,
    reach: await inReach(db, programme.id, context.scope),
    match: matching(input, asker, programme.id, on),
    open: asksForOpen(input),
    holders: input.inherited === true,
  }
  const found = (await taskIds(db, sought, input, {})).ids
  const chosen = new Set(input.ids)
  const ids = chosen.size > 0 ? found.filter((id) => chosen.has(id)) : found
  // The byte-order mark tells spreadsheets that the text is UTF-8.
  const parts = [`\uFEFF${stringify([headings[language]])}`]
  for (let at = 0; at < ids.length; at += atATime) {
    const rows = await taskRows(db, ids.slice(at, at + atATime), on, language)
    parts.push(stringify(rows.map((row) => cells(row, language))))
  }
  return { name: `nhiem-vu-${programme.slug}-${on}.csv`, rows: ids.length, csv: parts.join('') }
})
