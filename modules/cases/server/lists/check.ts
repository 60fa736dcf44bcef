// The check of a list: everything is read, judged and compared, no file is begun. What was read waits sealed, row by row.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { lookAt, tableOf } from '../../../../platform/server/spreadsheet/look.ts'
import type { Row } from '../../../../platform/server/spreadsheet/table.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import { CheckPersonList, draftDays, type ListPlan, listRefusals, mostListRows } from '../../contract.ts'
import { momentOf } from '../moment.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { likelySame } from '../same/candidates.ts'
import { insideFiles } from '../sealing/inside.ts'
import { indexKey } from '../sealing/keys.ts'
import { sealJson } from '../sealing/person.ts'
import { listHeaderWords } from './header-words.ts'
import { compareRows, type JudgedRow, listJudge } from './judge-list.ts'
import { heldList, keyOfList, type ListRecord, shownLists } from './record.ts'
import { daysAfter, namingFaults, rememberColumns, sentFile } from './send.ts'

export const checkList = carriesOut(CheckPersonList, async (context, { communeId, importId, plan }) => {
  const { db, person, now } = context
  refusePlan(plan, dayOf(momentOf(now)))
  const record = await sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId: person.id, purpose: 'list' }, async (files) => {
      const held = await heldList(files, communeId, importId)
      const key = keyOfList(held, person.id)
      if (held.state !== 'draft' && held.state !== 'checked') throw refuse(listRefusals.list_over)
      const source = await sentFile(files, communeId, held, key)
      const { header } = await namingFaults(() => lookAt(source, held.media, plan.mapping, listHeaderWords))
      await rememberColumns(files, person.id, header, plan.mapping.columns)
      const rows = await judgedRows(await rowsOf(source, held, plan), plan, momentOf(now))
      await compareWithFiles(files, communeId, rows)
      await keepRows(files, communeId, importId, rows, key)
      await sql`
        update cases.import set state = 'checked', sealed_plan = ${sealJson(key, plan, `plan of list ${importId}`)},
          rows_total = ${rows.length}, keep_until = ${daysAfter(now, draftDays)}, version = version + 1
        where commune_id = ${communeId} and id = ${importId}`.execute(files)
      return heldList(files, communeId, importId)
    }),
  )
  const [answer] = await shownLists(context, [record])
  return {
    answer: answer as NonNullable<typeof answer>,
    audit: { subject: `case-list:${importId}`, areaId: communeId, after: { checked: record.counts } },
  }
})

function refusePlan({ asOf, mapping: { columns } }: ListPlan, today: string): void {
  if (asOf > today) throw refuse(listRefusals.as_of_in_future, {}, 'plan.asOf')
  if (columns.name === undefined) throw refuse(listRefusals.name_not_mapped, {}, 'plan.mapping.columns.name')
  const used = Object.values(columns).filter((column) => column !== undefined)
  if (new Set(used).size < used.length) throw refuse(listRefusals.column_twice, {}, 'plan.mapping.columns')
}

async function rowsOf(
  source: Parameters<typeof tableOf>[0],
  { media }: ListRecord,
  { mapping }: ListPlan,
): Promise<Row[]> {
  const rows: Row[] = []
  await namingFaults(async () => {
    const table = await tableOf(source, media, mapping, { onDisk: false })
    for await (const batch of table.rows()) {
      for (const row of batch) if (row.at > mapping.headerRow && row.cells.some((cell) => cell.trim())) rows.push(row)
      if (rows.length > mostListRows) throw refuse(listRefusals.too_many_rows, { most: mostListRows })
    }
  })
  if (rows.length === 0) throw refuse(listRefusals.no_rows)
  return rows
}

/** In pieces, so that the process can answer others meanwhile. */
async function judgedRows(rows: readonly Row[], plan: ListPlan, now: string): Promise<JudgedRow[]> {
  const judge = listJudge(plan, now)
  const judged: JudgedRow[] = []
  for (const row of rows) {
    judged.push(judge(row))
    if (judged.length % 100 === 0) await new Promise<void>((resolve) => setImmediate(resolve))
  }
  compareRows(judged)
  return judged
}

const atATime = 500

/** Who has a file already: by the blind index, which unseals only those that it proposes. */
export async function compareWithFiles(files: Db, communeId: string, rows: readonly JudgedRow[]): Promise<void> {
  const index = await indexKey(files)
  const byRow = new Map(rows.map((row) => [row.row, row]))
  const asked = rows.flatMap(({ row, becomes }) => (becomes ? [{ key: row, identity: becomes.identity }] : []))
  for (let from = 0; from < asked.length; from += atATime)
    for (const { key, number, reasons } of await likelySame(
      files,
      communeId,
      index,
      asked.slice(from, from + atATime),
    )) {
      const row = byRow.get(key)
      if (!row) continue
      row.alike.push({ file: number, row: null, reasons })
      row.outcome = 'alike'
    }
}

async function keepRows(
  files: Db,
  communeId: string,
  importId: string,
  rows: readonly JudgedRow[],
  key: Buffer,
): Promise<void> {
  await sql`delete from cases.import_row where commune_id = ${communeId} and import_id = ${importId}`.execute(files)
  for (let from = 0; from < rows.length; from += atATime) {
    const some = rows.slice(from, from + atATime)
    await sql`
      insert into cases.import_row (commune_id, import_id, row, outcome, doubted, sealed)
      select ${communeId}, ${importId}, row, outcome, doubted, sealed
      from unnest(${some.map(({ row }) => row)}::int[], ${some.map(({ outcome }) => outcome)}::text[],
        ${some.map(({ warnings }) => warnings.length > 0)}::boolean[],
        ${some.map((row) => sealRow(key, importId, row))}::bytea[]) as made (row, outcome, doubted, sealed)`.execute(
      files,
    )
  }
}

export const boundOfRow = (importId: string, row: number): string => `row ${row} of list ${importId}`
export const sealRow = (key: Buffer, importId: string, row: JudgedRow): Buffer =>
  sealJson(key, row, boundOfRow(importId, row.row))
