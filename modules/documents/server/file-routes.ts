// Hands out the bytes of a file, under the same authority as every operation. A file is data, never a page of ours:
// no sniffing, no script, shown in place only when it is a picture (browsers do not open a PDF inside a sandbox).

import { Hono } from 'hono'
import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import { nothing, rightUsed, scopeOf } from '../../../platform/server/rights.ts'
import type { Parts } from '../../../platform/server/slice.ts'
import { openable, published } from './reach.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const shownInPlace = /^image\/(png|jpeg|webp)$/

type Row = {
  id: string
  area_id: string | null
  name: string
  media_type: string
  content: Buffer
  sha256: Buffer
  public: boolean
}

/** `GET /api/files/{id}`; `?download` asks for a download. Opening one that is not public is written into the audit. */
export function fileRoutes(parts: Parts): Hono {
  const routes = new Hono()
  routes.get('/api/files/:id', async (http) => {
    const id = http.req.param('id')
    if (!uuid.test(id)) throw refuse(platformRefusals.not_found)
    const person = await parts.authority.personOf(http.req.raw.headers)
    const rights = person ? await parts.authority.rightsOf(parts.db, person, parts.clock.today()) : []
    const scope = person ? scopeOf(rights, 'documents.read') : nothing
    const found = await sql<Row>`
      select id, area_id, name, media_type, content, sha256, ${published} as public from file
      where id = ${id} and ${openable(scope, person?.id ?? null)}`.execute(parts.db)
    const file = found.rows[0]
    if (!file) throw refuse(person ? platformRefusals.not_found : platformRefusals.not_signed_in)
    if (!file.public && person)
      await parts.recordAudit(parts.db, [
        {
          operation: 'files.open',
          subject: `file:${file.id}`,
          areaId: file.area_id,
          personId: person.id,
          actingForId: rightUsed(rights, 'documents.read', 'any')?.actingFor?.id ?? null,
          commandId: null,
          at: parts.clock.now(),
          after: { name: file.name },
        },
      ])
    const etag = `"${file.sha256.toString('hex').slice(0, 32)}"`
    const headers = headersOf(file, etag, http.req.query('download') !== undefined)
    if (http.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers })
    return new Response(new Uint8Array(file.content), { headers })
  })
  return routes
}

function headersOf(file: Row, etag: string, download: boolean): Record<string, string> {
  const how = !download && shownInPlace.test(file.media_type) ? 'inline' : 'attachment'
  const plain = file.name.replace(/[^\w. -]/g, '_')
  return {
    'content-type': file.media_type.startsWith('text/') ? `${file.media_type}; charset=utf-8` : file.media_type,
    'content-disposition': `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escape)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': file.public ? 'public, max-age=300' : 'private, no-cache',
    etag,
  }
}
