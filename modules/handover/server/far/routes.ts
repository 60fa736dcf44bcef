// The files that are carried to another installation, for the police of the commune whose they are; each download is on record.

import { Hono, type Context as Http } from 'hono'
import * as z from 'zod/mini'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { Id } from '../../../../platform/contract/schemas.ts'
import { languageOf } from '../../../../platform/contract/words.ts'
import { downloadContext, sendFile } from '../../../../platform/server/download.ts'
import { parseInput } from '../../../../platform/server/parse.ts'
import { reachOf } from '../../../../platform/server/reach.ts'
import { rightUsed } from '../../../../platform/server/rights.ts'
import type { Parts } from '../../../../platform/server/slice.ts'
import { unitsById } from '../../../areas/server/public.ts'
import { handOver, insideFiles, sayingWhatKeyIsMissing } from '../../../cases/server/public.ts'
import { carriedName } from '../../rules/far/names.ts'
import { departureStandsAt } from '../before/predecessors.ts'
import { carriedFile } from './carry.ts'

const Asked = z.object({ communeId: Id, id: Id, kind: z.enum(['pack', 'request', 'receipt']) })

export function farRoutes(parts: Parts): Hono {
  const routes = new Hono()
  routes.get('/api/handover/carried', (http) => answerCarried(parts, http))
  return routes
}

async function answerCarried(parts: Parts, http: Http): Promise<Response> {
  const language = languageOf(http.req.header('accept-language'))
  const { person, rights, scope, db, now } = await downloadContext(parts, http, 'cases.police', language)
  const asked = parseInput(Asked, http.req.query(), language)
  const { communeId, kind } = asked
  const [roots] = await reachOf(db, [{ scope, areas: [communeId] }])
  if (roots === undefined || roots === 'outside') throw refuse(platformRefusals.not_found)
  const today = parts.clock.today()
  const standsAt = await departureStandsAt(db, { communeId, id: asked.id, readerId: person.id, today })
  const [own] = await unitsById(db, [standsAt])
  if (!own) throw refuse(platformRefusals.not_found)
  const made = await db.transaction().execute(async (inside) => {
    const way = { communeId: standsAt, readerId: person.id, purpose: handOver }
    const file = await sayingWhatKeyIsMissing(() =>
      insideFiles(inside, way, (files) => carriedFile(files, { ...asked, communeId: standsAt, now, own })),
    )
    await parts.recordAudit(inside, [
      {
        operation: 'handover.carried',
        subject: file.subject,
        areaId: communeId,
        personId: person.id,
        actingForId: rightUsed(rights, 'cases.police', roots)?.actingFor?.id ?? null,
        commandId: null,
        at: now,
        after: { downloaded: kind, number: file.number },
      },
    ])
    return file
  })
  return sendFile(
    http,
    new Blob([new Uint8Array(made.bytes)]).stream(),
    carriedName(kind, made.number),
    'application/octet-stream',
  )
}
