// The portal for programs: RSS of the news, the standing as JSON, the map of the site, and what robots may read.

import { Hono } from 'hono'
import type { Parts } from '../../../platform/server/slice.ts'
import { publishedDecisions } from '../../recognition/server/public.ts'
import { listNews } from './news.ts'
import { readerOf } from './reader.ts'
import { standingOf } from './standing.ts'

const xml = (text: string): string =>
  text.replace(
    /[<>&'"]/g,
    (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', "'": '&apos;', '"': '&quot;' })[sign] ?? sign,
  )

export function feedRoutes(parts: Parts, publicUrl: string): Hono {
  const routes = new Hono()

  routes.get('/rss.xml', async (http) => {
    const reader = await readerOf(parts, http)
    const { items } = reader.programme ? await listNews(parts.db, reader.programme.id, reader.now) : { items: [] }
    const entries = items.map((item) => {
      const address = `${publicUrl}/tin/${item.slug}`
      return `<item><title>${xml(item.title)}</title><link>${address}</link><guid isPermaLink="true">${address}</guid><pubDate>${new Date(item.publishedAt).toUTCString()}</pubDate><description>${xml(item.summary)}</description></item>`
    })
    const title = `${reader.w.site}${reader.programme ? `: ${reader.programme.name.vi}` : ''}`
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(title)}</title><link>${publicUrl}/</link><description>${xml(reader.w.news)}</description><language>vi</language><atom:link href="${publicUrl}/rss.xml" rel="self" type="application/rss+xml"/>
${entries.join('\n')}
</channel></rss>
`
    return http.body(text, 200, { 'content-type': 'application/rss+xml; charset=utf-8' })
  })

  routes.get('/data.json', async (http) => {
    const reader = await readerOf(parts, http)
    const { programme, on } = reader
    if (!programme) return http.json({ programme: null })
    const standing = await standingOf(parts.db, programme, on)
    const ids = standing.units.flatMap((unit) => unit.decisionId ?? [])
    const decisions = await publishedDecisions(parts.db, ids)
    return http.json({
      programme: { slug: programme.slug, name: programme.name, demonstration: programme.demo },
      on,
      asOf: reader.now.toISOString(),
      areas: standing.areas,
      targets: standing.targets,
      units: standing.units.map((unit) => {
        const decision = unit.decisionId ? decisions.get(unit.decisionId) : undefined
        return {
          code: unit.code,
          name: unit.name,
          type: unit.type,
          status: unit.status,
          since: unit.since,
          reason: unit.reason,
          decision: decision
            ? {
                number: decision.number,
                decidedOn: decision.decidedOn,
                issuer: decision.issuer,
                source: decision.source,
              }
            : null,
        }
      }),
      links: {
        progress: `${publicUrl}/api/public/programmes/${programme.slug}/progress?on=${on}`,
        api: `${publicUrl}/api/openapi.json`,
        news: `${publicUrl}/rss.xml`,
      },
    })
  })

  routes.get('/sitemap.xml', async (http) => {
    const reader = await readerOf(parts, http)
    const { programme } = reader
    const fixed = ['/', '/dia-ban', '/tin', '/nhan-biet', '/giup-do', '/van-ban', '/tiep-can']
    const news = programme
      ? (await listNews(parts.db, programme.id, reader.now)).items.map((item) => `/tin/${item.slug}`)
      : []
    const units = programme
      ? (await standingOf(parts.db, programme, reader.on)).units.map(
          (unit) => `/dia-ban/${encodeURIComponent(unit.code)}`,
        )
      : []
    const all = [...fixed, ...news, ...units].map((address) => `<url><loc>${xml(publicUrl + address)}</loc></url>`)
    return http.body(
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${all.join('\n')}\n</urlset>\n`,
      200,
      { 'content-type': 'application/xml; charset=utf-8' },
    )
  })

  routes.get('/robots.txt', (http) =>
    http.text(`User-agent: *\nDisallow: /app/\nDisallow: /api/\nAllow: /\nSitemap: ${publicUrl}/sitemap.xml\n`),
  )
  return routes
}
