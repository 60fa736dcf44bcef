// The two files that rosters hand out: a roster, and the rows of an import that are to be mended. Under the same authority
// as every operation; taking a roster out of the house is written into the audit before its first byte leaves.

import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { Id, PlainDate, Text } from '../../../../platform/contract/schemas.ts'
import { languageOf } from '../../../../platform/contract/words.ts'
import { downloadContext, sendFile } from '../../../../platform/server/download.ts'
import { parseInput } from '../../../../platform/server/parse.ts'
import { reachOf } from '../../../../platform/server/reach.ts'
import { rightUsed, type Scope } from '../../../../platform/server/rights.ts'
import type { Db, Parts } from '../../../../platform/server/slice.ts'
import { exportRosters } from './export-rosters.ts'

const Asked = z.object({
  areaId: Id,
  groupId: z.optional(Text(60)),
  format: z._default(z.enum(['csv', 'xlsx']), 'csv'),
  on: z.optional(PlainDate),
})
const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export function rosterRoutes(parts: Parts): Hono {
  const routes = new Hono()
  routes.get('/api/rosters/export', (http) => answerExport(parts, http))
  routes.get('/api/rosters/import-errors', (http) => answerErrors(parts, http))
  return routes
}

/** The roots of the reach over the area; outside reads as not found. */
async function reached(db: Db, scope: Scope, areaId: string): Promise<readonly string[] | 'any'> {
  const [roots] = await reachOf(db, [{ scope, areas: [areaId] }])
  if (roots === undefined || roots === 'outside') throw refuse(platformRefusals.not_found)
  return roots
}

async function answerExport(parts: Parts, http: Context): Promise<Response> {
  const language = languageOf(http.req.header('accept-language'))
  const { person, rights, scope } = await downloadContext(parts, http, 'rosters.read', language)
  const asked = parseInput(Asked, http.req.query(), language)
  const roots = await reached(parts.db, scope, asked.areaId)
  const found = await sql<{ code: string }>`select code from area_unit where id = ${asked.areaId}`.execute(parts.db)
  const code = found.rows[0]?.code
  if (!code) throw refuse(platformRefusals.not_found)
  const on = asked.on ?? parts.clock.today()
  await parts.recordAudit(parts.db, [
    {
      operation: 'rosters.export',
      subject: `roster:${asked.areaId}`,
      areaId: asked.areaId,
      personId: person.id,
      actingForId: rightUsed(rights, 'rosters.read', roots)?.actingFor?.id ?? null,
      commandId: null,
      at: parts.clock.now(),
      after: { groupId: asked.groupId, format: asked.format, on },
    },
  ])
  const file = exportRosters(parts.db, { ...asked, groupId: asked.groupId, on, scope, language })
  return download(http, file, `danh-sach-${code}-${on}.${asked.format}`, mediaTypes[asked.format])
}

async function answerErrors(parts: Parts, http: Context): Promise<Response> {
  const language = languageOf(http.req.header('accept-language'))
  const { scope } = await downloadContext(parts, http, 'rosters.manage', language)
  const { importId } = parseInput(z.object({ importId: Id }), http.req.query(), language)
  const found = await sql<{ area_id: string; file_name: string; parts: number }>`
    select area_id, file_name, (
      select count(*)::int from roster_import_part where import_id = one.id and kind = 'errors') as parts
    from roster_import one where id = ${importId}`.execute(parts.db)
  const record = found.rows[0]
  if (!record || record.parts === 0) throw refuse(platformRefusals.not_found)
  await reached(parts.db, scope, record.area_id)
  const name = `${record.file_name.replace(/\.\w{1,5}$/, '')}-${language === 'vi' ? 'can-sua' : 'to-mend'}.csv`
  return download(http, Readable.from(piecesOf(parts.db, importId)), name, mediaTypes.csv)
}

async function* piecesOf(db: Db, importId: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position += 1) {
    const found = await sql<{ content: Buffer }>`
      select content from roster_import_part
      where import_id = ${importId} and kind = 'errors' and position = ${position}`.execute(db)
    const content = found.rows[0]?.content
    if (!content) return
    yield content
  }
}

const download = (http: Context, file: Readable, name: string, mediaType: string): Response =>
  sendFile(http, Readable.toWeb(file) as ReadableStream, name, mediaType)
