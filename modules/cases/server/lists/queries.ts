// How imports of lists stand, and the rows of one: masked, page by page, for whoever sent it.

import { type RawBuilder, sql } from 'kysely'
import { answers } from '../../../../platform/server/slice.ts'
import { cellFaults } from '../../../../platform/server/spreadsheet/cells.ts'
import { ListPersonLists, type ListRowShown, ListRowsOfPersonList, maskedName, ShowPersonList } from '../../contract.ts'
import { rowWarnings, sentenceOfRow } from '../../lists/row-faults.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { insideFiles } from '../sealing/inside.ts'
import { openJson } from '../sealing/person.ts'
import { boundOfRow } from './check.ts'
import type { JudgedRow } from './judge-list.ts'
import { keyOfList, latestLists, listRecord, shownLists } from './record.ts'

export const showList = answers(ShowPersonList, async (context, { communeId, importId }) => {
  const record = await insideFiles(context.db, wayOf(context.person?.id, communeId), (files) =>
    listRecord(files, communeId, importId),
  )
  const [shown] = await sayingWhatKeyIsMissing(() => shownLists(context, [record]))
  return shown as NonNullable<typeof shown>
})

export const listLists = answers(ListPersonLists, async (context, { communeId }) => {
  const records = await insideFiles(context.db, wayOf(context.person?.id, communeId), (files) =>
    latestLists(files, communeId),
  )
  return { rows: await sayingWhatKeyIsMissing(() => shownLists(context, records)) }
})

const wayOf = (readerId: string | undefined, communeId: string) => ({
  communeId,
  readerId: readerId ?? '',
  purpose: 'list',
})

const page = 50

export const listRows = answers(ListRowsOfPersonList, async ({ db, person }, { communeId, importId, show, cursor }) => {
  const which: RawBuilder<unknown> =
    show === 'all' ? sql`true` : show === 'doubted' ? sql`doubted` : sql`outcome = ${show}`
  return sayingWhatKeyIsMissing(() =>
    insideFiles(db, wayOf(person?.id, communeId), async (files) => {
      const key = keyOfList(await listRecord(files, communeId, importId), person?.id ?? '')
      const { rows } = await sql<{ row: number; sealed: Buffer }>`
        select row, sealed from cases.import_row
        where commune_id = ${communeId} and import_id = ${importId} and row > ${cursor} and sealed is not null and ${which}
        order by row limit ${page + 1}`.execute(files)
      const shown = rows.slice(0, page)
      return {
        rows: shown.map(({ row, sealed }) => rowShown(openJson(key, sealed, boundOfRow(importId, row)) as JudgedRow)),
        next: rows.length > page ? String(shown.at(-1)?.row) : null,
      }
    }),
  )
})

const rowShown = ({ row, name, outcome, faults, warnings, lawWarnings, alike }: JudgedRow): ListRowShown => ({
  row,
  name: name ? maskedName(name) : '—',
  outcome,
  faults: faults.map((fault) => ({ ...sentenceOfRow(fault, cellFaults), field: fault.field ?? null })),
  warnings: [...warnings.map((warning) => rowWarnings[warning]), ...lawWarnings],
  alike: alike.map((each) => ({ ...each, reasons: [...each.reasons] })),
})
