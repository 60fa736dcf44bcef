// The two public addresses: /k/TOKEN, where one signs on a phone of one's own, and /v/CODE, where anybody checks a promise.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { throughTheDoor } from '../../../platform/server/door.ts'
import type { Log } from '../../../platform/server/log.ts'
import type { Person } from '../../../platform/server/rights.ts'
import type { Parts } from '../../../platform/server/slice.ts'
import { signingReasons } from '../../commitments/contract.ts'
import { type Html, readerOf } from '../../portal/server/public.ts'
import { SignByLink } from '../contract.ts'
import { check } from './check.ts'
import { type FoundLink, findLink } from './find.ts'
import { checkPage } from './pages/check-page.ts'
import { saidPage, signPage, thanksPage, tooLittleOf, wordsFor } from './pages/sign-page.ts'
import { signByLink } from './sign.ts'

export { provideLinkKey } from './secret.ts'

const own = (name: string): string => readFileSync(path.join(import.meta.dirname, name), 'utf8')
const files = { 'links.css': [own('links.css'), 'text/css'], 'pad.js': [own('pad.js'), 'text/javascript'] } as const
const tokenShape = /^[A-Za-z0-9_-]{20,60}$/
const largestForm = 256 * 1024

export function linkRoutes(parts: Parts, settings: { publicUrl: string }, log: Log): Hono {
  const routes = new Hono()
  routes.onError((fault, http) => {
    // The address is a secret: what went wrong is logged without it.
    log.error({ path: '/k', fault }, 'fault')
    return http.text('Xin thử lại sau ít phút. · Please try again in a few minutes.', 500)
  })
  for (const [name, [content, kind]] of Object.entries(files))
    routes.get(`/k/${name}`, (http) =>
      http.body(content, 200, { 'content-type': `${kind}; charset=utf-8`, 'cache-control': 'public, max-age=3600' }),
    )
  routes.get('/k/:token', async (http) => {
    const reader = await readerOf(parts, http)
    const token = http.req.param('token')
    const link = await linkOf(parts, token)
    if (link?.state === 'open') {
      await sql`update commitment_link set opened_at = coalesce(opened_at, ${parts.clock.now()})
        where commune_id = ${link.communeId} and id = ${link.id}`.execute(parts.db)
      return show(http, signPage(reader, link, token))
    }
    const w = wordsFor(reader)
    if (link?.state === 'held') return show(http, saidPage(reader, w.heldTitle, w.heldText))
    if (link?.state === 'used') return show(http, saidPage(reader, w.used, w.usedText), 410)
    if (link?.state === 'locked') return show(http, saidPage(reader, w.locked, w.goneText), 410)
    return show(http, saidPage(reader, w.gone, w.goneText), 404)
  })
  routes.post('/k/:token', bodyLimit({ maxSize: largestForm }), async (http) => {
    const reader = await readerOf(parts, http)
    const w = wordsFor(reader)
    const token = http.req.param('token')
    const link = await linkOf(parts, token)
    if (!link) return show(http, saidPage(reader, w.gone, w.goneText), 404)
    const form = await http.req.parseBody()
    const text = (name: string): string => (typeof form[name] === 'string' ? (form[name] as string) : '')
    const answer = await signAs(parts, link.madeBy, {
      token,
      textNumber: Number.parseInt(text('text'), 10) || 0,
      strokes: strokesOf(text('strokes')),
      name: text('name').slice(0, 120),
      code: text('code').slice(0, 20),
    })
    const again = (wrong: string) => show(http, signPage(reader, link, token, wrong, text('name')), 422)
    switch (answer.outcome) {
      case 'accepted':
        return show(http, thanksPage(reader, answer.code ?? '', `${settings.publicUrl}/v/${answer.code}`))
      case 'held':
        return show(http, saidPage(reader, w.heldTitle, w.heldText))
      case 'used':
        return show(http, saidPage(reader, w.used, w.usedText), 410)
      case 'locked':
        return show(http, saidPage(reader, w.locked, w.goneText), 410)
      case 'wrong-code':
        return again(w.wrongCode(answer.left ?? 0))
      case 'too-little-ink':
        return again(tooLittleOf(reader, link))
      case 'name-missing':
        return again(w.nameMissing)
      case 'text-replaced':
        return again(w.textReplaced)
      case 'refused':
        return show(http, saidPage(reader, w.refused, reasonOf(answer.reason, reader.language)), 409)
      default:
        return show(http, saidPage(reader, w.gone, w.goneText), 404)
    }
  })
  const answerCheck = async (http: Context, typed: string) => {
    const checking = await check(parts.db, typed)
    const wrong = checking.state === 'forged' || checking.state === 'unknown'
    return show(http, checkPage(await readerOf(parts, http), typed.slice(0, 40), checking), wrong ? 404 : 200)
  }
  routes.get('/v', (http) => answerCheck(http, http.req.query('ma') ?? ''))
  routes.get('/v/:code', (http) => answerCheck(http, http.req.param('code')))
  // As it stands in the QR of a sheet.
  routes.get('/V/:code', (http) => answerCheck(http, http.req.param('code')))
  return routes
}

function linkOf(parts: Parts, token: string): Promise<FoundLink | undefined> {
  if (!tokenShape.test(token)) return Promise.resolve(undefined)
  return findLink(parts.db, token, { now: parts.clock.now(), today: parts.clock.today() })
}

/** Through the one door, as the person who made the link: audited, in a transaction, like everything else. */
async function signAs(parts: Parts, madeBy: string, input: unknown): Promise<OutputOf<typeof SignByLink>> {
  const { rows } = await sql<Person>`
    select id, name, language from person
    where id = ${madeBy} and (disabled_on is null or disabled_on > ${parts.clock.today()}::date)`.execute(parts.db)
  const person = rows[0]
  if (!person) return { outcome: 'withdrawn' }
  const asMaker: Parts = { ...parts, authority: { ...parts.authority, personOf: async () => person } }
  const answer = await throughTheDoor(asMaker, signByLink, {
    headers: new Headers(),
    raw: input,
    language: 'vi',
    commandId: uuidv7(),
  })
  return answer.body as OutputOf<typeof SignByLink>
}

/** What the script of the page sends; anything else is no ink. */
function strokesOf(text: string): unknown {
  try {
    const found: unknown = JSON.parse(text || '[]')
    return SignByLink.input.shape.strokes.safeParse(found).success ? found : []
  } catch {
    return []
  }
}

const reasonOf = (reason: string | undefined, language: 'vi' | 'en'): string =>
  reason && reason in signingReasons ? signingReasons[reason as keyof typeof signingReasons][language] : ''

/** Never kept by anybody on the way, and told to nobody by the next page. */
async function show(http: Context, html: Html, status: 200 | 404 | 409 | 410 | 422 = 200): Promise<Response> {
  http.header('cache-control', 'no-store')
  http.header('referrer-policy', 'no-referrer')
  http.header('x-robots-tag', 'noindex')
  return http.html(html, status)
}
