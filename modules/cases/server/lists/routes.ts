// The two files that lists of persons hand out: the template, in which nobody stands, and the rows to mend, for whoever sent them.

import { Readable } from 'node:stream'
import { Hono, type Context as Http } from 'hono'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { Id } from '../../../../platform/contract/schemas.ts'
import { type Language, languageOf } from '../../../../platform/contract/words.ts'
import { downloadContext, sendFile } from '../../../../platform/server/download.ts'
import { parseInput } from '../../../../platform/server/parse.ts'
import { reachOf } from '../../../../platform/server/reach.ts'
import { rightUsed } from '../../../../platform/server/rights.ts'
import type { Parts } from '../../../../platform/server/slice.ts'
import { cellFaults, dayOfSerial, tidy } from '../../../../platform/server/spreadsheet/cells.ts'
import { xlsxOf } from '../../../../platform/server/spreadsheet/xlsx.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import { type ListField, type ListPlan, listFields } from '../../contract.ts'
import { listFieldNames } from '../../lists/field-names.ts'
import { sentenceOfRow } from '../../lists/row-faults.ts'
import { newCode } from '../forms/copy-code.ts'
import { momentOf } from '../moment.ts'
import { insideFiles } from '../sealing/inside.ts'
import { openJson } from '../sealing/person.ts'
import { boundOfRow } from './check.ts'
import type { JudgedRow } from './judge-list.ts'
import { keyOfList, listRecord, planOf } from './record.ts'
import { templateHeader, templateRows } from './template.ts'

const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function personListRoutes(parts: Parts): Hono {
  const routes = new Hono()
  routes.get('/api/cases/list-template', (http) => answerTemplate(parts, http))
  routes.get('/api/cases/list-to-mend', (http) => answerToMend(parts, http))
  return routes
}

async function answerTemplate(parts: Parts, http: Http): Promise<Response> {
  const language = languageOf(http.req.header('accept-language'))
  await downloadContext(parts, http, 'cases.record', language)
  const name = language === 'vi' ? 'mau-danh-sach-nguoi.xlsx' : 'list-of-persons.xlsx'
  return workbook(http, name, templateHeader(language), templateRows())
}

async function answerToMend(parts: Parts, http: Http): Promise<Response> {
  const language = languageOf(http.req.header('accept-language'))
  const { person, rights, scope, db } = await downloadContext(parts, http, 'cases.record', language)
  const { communeId, importId } = parseInput(z.object({ communeId: Id, importId: Id }), http.req.query(), language)
  const [roots] = await reachOf(db, [{ scope, areas: [communeId] }])
  if (roots === undefined || roots === 'outside') throw refuse(platformRefusals.not_found)
  const rows = await insideFiles(db, { communeId, readerId: person.id, purpose: 'list' }, async (files) => {
    const record = await listRecord(files, communeId, importId)
    const key = keyOfList(record, person.id)
    const plan = planOf(record, key)
    const found = await sql<{ row: number; sealed: Buffer }>`
      select row, sealed from cases.import_row where commune_id = ${communeId} and import_id = ${importId}
        and outcome in ('refused', 'alike') order by row`.execute(files)
    if (!plan || found.rows.length === 0) throw refuse(platformRefusals.not_found)
    return found.rows.map(({ row, sealed }) =>
      toMend(openJson(key, sealed, boundOfRow(importId, row)) as JudgedRow, plan, language),
    )
  })
  const code = newCode()
  const at = parts.clock.now()
  await parts.recordAudit(db, [
    {
      operation: 'cases.list-to-mend',
      subject: `case-list:${importId}`,
      areaId: communeId,
      personId: person.id,
      actingForId: rightUsed(rights, 'cases.record', roots)?.actingFor?.id ?? null,
      commandId: null,
      at,
      after: { rows: rows.length, code },
    },
  ])
  const own = { vi: ['Dòng', 'Lý do', 'Người tải'], en: ['Row', 'Why', 'Downloaded by'] }[language]
  const mark = markOf(person.name, momentOf(at), code)
  const name = language === 'vi' ? 'danh-sach-can-sua.xlsx' : 'rows-to-mend.xlsx'
  return workbook(
    http,
    name,
    [...templateHeader(language), ...own],
    rows.map((row) => [...row, mark]),
  )
}

/** In every row, for rows are copied. The mended file is read again: no column above moves, and no sign is one of an old font. */
const markOf = (reader: string, at: Moment, code: string): string =>
  `${reader}, ${at.slice(11)} ${at.slice(0, 10).split('-').reverse().join('/')}, ${code}`

/** The cells under the names of the template, so that the mended file is understood without choosing columns again. */
function toMend({ row, cells, faults, alike }: JudgedRow, { mapping }: ListPlan, language: Language): string[] {
  const reasons = [
    ...faults.map((fault) => {
      const said = sentenceOfRow(fault, cellFaults)[language]
      return fault.field ? `${listFieldNames[fault.field][language]}: ${said}` : said
    }),
    ...alike.map(({ file, row: other }) => sameAs(file ?? String(other), file !== null)[language]),
  ]
  const cell = (field: ListField): string => {
    const at = mapping.columns[field]
    const text = at === undefined ? '' : tidy(cells[at] ?? '', mapping.letters)
    const day = days.includes(field) ? dayOfSerial(text) : undefined
    return day ? day.split('-').reverse().join('/') : text
  }
  return [...listFields.map(cell), String(row), reasons.join('; ')]
}

const days: readonly ListField[] = ['birth', 'decisionOn', 'determinationOn', 'registeredOn', 'begunOn', 'endsOn']

const sameAs = (which: string, file: boolean) =>
  file
    ? { vi: `Có thể trùng với hồ sơ ${which}`, en: `May be the person of file ${which}` }
    : { vi: `Có thể trùng với dòng ${which}`, en: `May be the person of row ${which}` }

const workbook = (http: Http, name: string, header: readonly string[], rows: string[][]): Response => {
  const bytes = xlsxOf({ name: 'Danh sách', header, numbers: [], rows: [rows], width: 22 })
  return sendFile(http, Readable.toWeb(Readable.from(bytes)) as ReadableStream, name, media)
}
