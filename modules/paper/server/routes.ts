// The bytes that paper hands out: the PDF of a printing, the picture of a page and the signature cut from it. Under the same
// authority as every operation; every opening is written into the audit.

import { Readable } from 'node:stream'
import { type Context, Hono } from 'hono'
import { sql } from 'kysely'
import * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import { Id } from '../../../platform/contract/schemas.ts'
import { languageOf } from '../../../platform/contract/words.ts'
import { parseInput } from '../../../platform/server/parse.ts'
import { type Person, type Right, rightUsed, scopeOf, within } from '../../../platform/server/rights.ts'
import type { Parts } from '../../../platform/server/slice.ts'
import { sheetsOfPrint } from './print/sheets.ts'
import { streamPrint } from './print/stream.ts'

const permission = 'commitments.sign'
const Named = z.object({ communeId: Id, id: Id })
const NamedPicture = z.extend(Named, { what: z.enum(['sheet', 'cut']) })

export function paperRoutes(parts: Parts, { publicUrl }: { publicUrl: string }): Hono {
  const routes = new Hono()
  routes.get('/api/paper/prints/:communeId/:id', (http) => answerPrint(parts, publicUrl, http))
  routes.get('/api/paper/pages/:communeId/:id/:what', (http) => answerPicture(parts, http))
  return routes
}

type Asker = { person: Person; rights: readonly Right[] }

async function askerOf(parts: Parts, http: Context): Promise<Asker> {
  const person = await parts.authority.personOf(http.req.raw.headers)
  if (!person) throw refuse(platformRefusals.not_signed_in)
  const rights = await parts.authority.rightsOf(parts.db, person, parts.clock.today())
  const scope = scopeOf(rights, permission)
  if (!scope.everywhere && scope.roots.length === 0) throw refuse(platformRefusals.not_allowed, { permission })
  return { person, rights }
}

async function answerPrint(parts: Parts, publicUrl: string, http: Context): Promise<Response> {
  const { db } = parts
  const asker = await askerOf(parts, http)
  const { communeId, id } = parseInput(Named, http.req.param(), languageOf(http.req.header('accept-language')))
  const { rows } = await sql<{ sheet_ids: string[]; place_id: string; place: string }>`
    select print.sheet_ids, coalesce(print.hamlet_id, print.commune_id) as place_id,
      coalesce(body.name, hamlet.name, commune.name) as place
    from paper_print print join area_unit commune on commune.id = print.commune_id
    left join area_unit hamlet on hamlet.id = print.hamlet_id left join area_body body on body.id = print.body_id
    where print.commune_id = ${communeId} and print.id = ${id}
      and ${within(scopeOf(asker.rights, permission), sql`coalesce(print.hamlet_id, print.commune_id)`)}`.execute(db)
  const print = rows[0]
  if (!print) throw refuse(platformRefusals.not_found)
  await note(parts, asker, 'paper.openPrint', `paper-print:${id}`, print.place_id)
  const pdf = streamPrint(
    `Phiếu cam kết ${print.place}`,
    sheetsOfPrint(db, communeId, print.sheet_ids, publicUrl),
    async (drawn) => {
      await sql`update paper_print set drawn = ${drawn} where commune_id = ${communeId} and id = ${id}`.execute(db)
    },
  )
  const name = `phieu-cam-ket-${print.place}.pdf`
  return http.body(Readable.toWeb(pdf) as ReadableStream, 200, {
    ...data,
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="phieu-cam-ket.pdf"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`,
  })
}

async function answerPicture(parts: Parts, http: Context): Promise<Response> {
  const asker = await askerOf(parts, http)
  const { communeId, id, what } = parseInput(
    NamedPicture,
    http.req.param(),
    languageOf(http.req.header('accept-language')),
  )
  const picture = what === 'cut' ? sql`page.cut` : sql`coalesce(page.image, kept.content)`
  const { rows } = await sql<{ picture: Buffer | null; place_id: string }>`
    select ${picture} as picture, coalesce(page.hamlet_id, page.commune_id) as place_id
    from paper_page page left join file kept on kept.id = page.file_id
    where page.commune_id = ${communeId} and page.id = ${id}
      and ${within(scopeOf(asker.rights, permission), sql`coalesce(page.hamlet_id, page.commune_id)`)}`.execute(
    parts.db,
  )
  const found = rows[0]
  if (!found?.picture) throw refuse(platformRefusals.not_found)
  // Both pictures of a page are looked at together; the whole sheet names the person, and its opening is kept.
  if (what === 'sheet') await note(parts, asker, 'paper.openPage', `paper-page:${id}`, found.place_id)
  return new Response(new Uint8Array(found.picture), {
    headers: { ...data, 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=600' },
  })
}

const data = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

const note = (parts: Parts, { person, rights }: Asker, operation: string, subject: string, areaId: string) =>
  parts.recordAudit(parts.db, [
    {
      operation,
      subject,
      areaId,
      personId: person.id,
      actingForId: rightUsed(rights, permission, 'any')?.actingFor?.id ?? null,
      commandId: null,
      at: parts.clock.now(),
    },
  ])
