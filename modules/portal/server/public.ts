// The public portal as routes for the server's root: pages that need no script, no sign-in, and no cookie.

import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { Refusal } from '../../../platform/contract/refusal.ts'
import { openLog } from '../../../platform/server/log.ts'
import type { Parts } from '../../../platform/server/slice.ts'
import type { Settings } from '../../../platform/settings.ts'
import { findPublished, historyOf, publishedDecisions } from '../../recognition/server/public.ts'
import { countsAsView } from '../rules.ts'
import { findUnit } from './area-units.ts'
import { assetRoutes } from './assets.ts'
import { feedRoutes } from './feeds.ts'
import { helpLines } from './help-lines.ts'
import { countView, findNews, findPicture, listNews, publicDocuments, relatedTo } from './news.ts'
import { accessibilityPage } from './pages/accessibility.ts'
import { areaPage, areasPage } from './pages/areas.ts'
import { checkPage } from './pages/check.ts'
import { documentsPage } from './pages/documents.ts'
import { helpPage } from './pages/help.ts'
import { homePage } from './pages/home.ts'
import type { Html } from './pages/layout.ts'
import { messagePage } from './pages/message.ts'
import { articlePage, newsListPage, withdrawnPage } from './pages/news.ts'
import { recognisePage } from './pages/recognise.ts'
import { type Reader, readerOf } from './reader.ts'
import { mappedStandingOf } from './standing.ts'

export { type Html, page as portalPage } from './pages/layout.ts'
export { type Reader, readerOf } from './reader.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Mount it last: it answers every address that nothing else knows with a page that says so. */
export function portalRoutes(parts: Parts, settings: Pick<Settings, 'publicUrl' | 'logLevel'>): Hono {
  const routes = new Hono()
  const log = openLog(settings.logLevel)
  const { db } = parts
  const read = (http: Context): Promise<Reader> => readerOf(parts, http)

  routes.onError(async (fault, http) => {
    const incident = randomUUID().slice(0, 8)
    if (!(fault instanceof Refusal)) log.error({ incident, path: http.req.path, fault }, 'fault')
    // The page around the message needs the database too; without it a bare sentence is what is left.
    const reader = await read(http).catch(() => undefined)
    if (!reader) return http.text(`Cơ sở dữ liệu chưa trả lời, hãy thử lại. (${incident})`, 503)
    return show(http, messagePage(reader, reader.w.broken, reader.w.brokenText(incident)), 500)
  })

  routes.route('/', assetRoutes())
  routes.route('/', feedRoutes(parts, settings.publicUrl))

  routes.get('/', async (http) => {
    const reader = await read(http)
    const { programme } = reader
    if (!programme) return show(http, messagePage(reader, reader.w.nothingYet, reader.w.nothingYetText))
    const [standing, help, news] = await Promise.all([
      mappedStandingOf(db, programme, reader.on),
      helpLines(db),
      listNews(db, programme.id, reader.now),
    ])
    const first = news.items.find((item) => item.pictureId) ?? news.items[0]
    const relatedToFirst = first ? await relatedTo(db, first.id, reader.now) : []
    return show(http, homePage(reader, { standing, help, news: news.items, relatedToFirst }))
  })

  routes.get('/tin', async (http) => {
    const reader = await read(http)
    const number = Math.min(10_000, Math.max(1, Number.parseInt(http.req.query('trang') ?? '1', 10) || 1))
    const { items, more } = reader.programme
      ? await listNews(db, reader.programme.id, reader.now, number)
      : { items: [], more: false }
    return show(http, newsListPage(reader, items, { page: number, more }))
  })

  routes.get('/tin/:slug{[a-z0-9-]{1,90}}', async (http) => {
    const reader = await read(http)
    const item = await findNews(db, http.req.param('slug'), reader.now)
    const open = item && reader.programmes.some((programme) => programme.id === item.programmeId)
    if (!open) return missing(http, reader)
    if (item.withdrawnAt) return show(http, withdrawnPage(reader, item), 410)
    if (!countsAsView(http.req.method, (name) => http.req.header(name))) return show(http, articlePage(reader, item))
    await countView(db, item.id)
    return show(http, articlePage(reader, { ...item, views: item.views + 1 }))
  })

  routes.get('/dia-ban', async (http) => {
    const reader = await read(http)
    if (!reader.programme) return show(http, messagePage(reader, reader.w.nothingYet, reader.w.nothingYetText))
    const standing = await mappedStandingOf(db, reader.programme, reader.on)
    const ids = standing.units.flatMap((unit) => unit.decisionId ?? [])
    return show(http, areasPage(reader, standing, await publishedDecisions(db, ids)))
  })

  routes.get('/dia-ban/:code', async (http) => {
    const reader = await read(http)
    const unit = await findUnit(db, http.req.param('code'), reader)
    if (!unit) return missing(http, reader)
    const steps = await historyOf(db, unit.id, reader.on, true)
    const decisions = await publishedDecisions(
      db,
      steps.flatMap((step) => step.decision?.id ?? []),
    )
    return show(http, areaPage(reader, { unit, steps, decisions }))
  })

  routes.get('/kiem-tra', async (http) => {
    const reader = await read(http)
    const number = (http.req.query('so') ?? '')
      .normalize('NFC')
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(0, 60)
    return show(http, checkPage(reader, number, await findPublished(db, number)))
  })

  routes.get('/van-ban', async (http) => {
    const reader = await read(http)
    const documents = reader.programme ? await publicDocuments(db, reader.programme.id, reader.on) : []
    return show(http, documentsPage(reader, documents))
  })

  routes.get('/nhan-biet', async (http) => show(http, recognisePage(await read(http))))
  routes.get('/giup-do', async (http) => show(http, helpPage(await read(http), await helpLines(db))))
  routes.get('/tiep-can', async (http) => show(http, accessibilityPage(await read(http))))

  routes.get('/media/:id', async (http) => {
    const id = http.req.param('id').toLowerCase()
    const picture = uuid.test(id) ? await findPicture(db, id, parts.clock.now()) : undefined
    if (!picture) return missing(http, await read(http))
    const etag = `"${picture.sha256.toString('hex').slice(0, 32)}"`
    // Asked again each time: a picture is public only as long as its item is.
    const headers = { etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }
    if (http.req.header('if-none-match') === etag) return http.body(null, 304, headers)
    return http.body(new Uint8Array(picture.content), 200, { ...headers, 'content-type': picture.mediaType })
  })

  routes.get('/favicon.ico', (http) => http.redirect('/portal/icon.svg', 301))
  routes.get('*', async (http) => missing(http, await read(http)))
  return routes
}

const missing = (http: Context, reader: Reader) =>
  show(http, messagePage(reader, reader.w.notFound, reader.w.notFoundText), 404)

// A correction, a withdrawal or a new decision shows on the next reading: pages are never kept unasked.
async function show(http: Context, html: Html, status: 200 | 404 | 410 | 500 = 200): Promise<Response> {
  http.header('cache-control', 'no-cache')
  http.header('content-language', http.req.query('lang') === 'en' ? 'en' : 'vi')
  return http.html(html, status)
}
