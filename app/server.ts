// Puts the server together and opens its port: the pages, the operations, sign-in, and the chores in the background.

import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { openSignIn, rightsOf } from '../modules/access/server/public.ts'
import { auditRows, recordAudit, startSealing } from '../modules/audit/server/public.ts'
import { personListRoutes, registerRoutes } from '../modules/cases/server/public.ts'
import { fileRoutes } from '../modules/documents/server/public.ts'
import { fieldRoutes } from '../modules/field/server/public.ts'
import { farRoutes } from '../modules/handover/server/public.ts'
import { linkRoutes } from '../modules/links/server/public.ts'
import { paperRoutes } from '../modules/paper/server/public.ts'
import { portalRoutes } from '../modules/portal/server/public.ts'
import { rosterRoutes } from '../modules/rosters/server/public.ts'
import { taskRoutes } from '../modules/tasks/server/public.ts'
import { platformRefusals, refuse } from '../platform/contract/refusal.ts'
import { machineClock } from '../platform/server/clock.ts'
import { jsonLimited, operationRoutes, problemAnswer } from '../platform/server/http.ts'
import { type Log, openLog } from '../platform/server/log.ts'
import { metrics } from '../platform/server/metrics.ts'
import { startChores } from '../platform/server/periodic.ts'
import { rememberedAuthority } from '../platform/server/remembered-authority.ts'
import { requestLimit } from '../platform/server/request-limit.ts'
import type { Parts } from '../platform/server/slice.ts'
import { withholding } from '../platform/server/withheld.ts'
import { needsTwoFactors } from '../rules/two-factors.ts'
import { chores } from './chores.ts'
import type { Listening } from './listen.ts'
import { listen } from './listen.ts'
import type { ProductParts } from './run.ts'
import { apiReference } from './site/api-reference.ts'
import { fieldFiles, staffFiles } from './site/built-files.ts'
import { callerAddress, limitRequests } from './site/callers.ts'
import { safeHeaders, sameSiteOnly } from './site/security.ts'
import { slices } from './slices.ts'
import { version } from './version.ts'

/** Opens the port and starts the chores; closing does both in the reverse order. */
export async function startServer(product: ProductParts): Promise<Listening> {
  const log = openLog(product.settings.logLevel)
  const { site, parts } = await buildSite(product, log)
  // A port that cannot be opened ends the start: nothing may be at work by then.
  const listening = await listen(site.fetch, product.settings)
  const stopSealing = startSealing(parts, product.settings)
  const stopChores = startChores(parts, chores, log)
  return {
    port: listening.port,
    close: async () => {
      await listening.close()
      await stopChores()
      await stopSealing()
    },
  }
}

/** The whole site as one fetch handler, without a port. */
export async function buildSite(product: ProductParts, log: Log): Promise<{ site: Hono; parts: Parts }> {
  const { settings, database, secret } = product
  const clock = machineClock(settings.today)
  const signIn = openSignIn({ db: database.db, settings, secret, clock, log })
  const limit = requestLimit(settings.limits)
  const remembered = rememberedAuthority(
    limit.noticing({
      personOf: signIn.personOf,
      rightsOf: (db, person, today) => rightsOf(db, person.id, today),
    }),
  )
  const authority = settings.filesTwoFactors === 'required' ? withholding(remembered, needsTwoFactors) : remembered
  const { db, byKey } = database
  const parts: Parts = { db, byKey, clock, recordAudit, auditRows, authority }
  const addressOf = callerAddress(settings.trustedProxies)
  const site = new Hono()
  site.use(safeHeaders(settings.publicUrl.startsWith('https:')))
  site.use(limitRequests(limit, addressOf, settings.trustedProxies, log))
  site.use(compress())
  site.use(sameSiteOnly(settings.publicUrl))
  site.get('/healthz', async (http) => {
    await database.pool.query('select 1')
    return http.json({ status: 'ok' })
  })
  site.get('/metrics', async (http) => http.text(await metrics.metrics(), 200, { 'content-type': metrics.contentType }))
  // What was read while a change of rights was under way is not kept beyond it: forgetting starts a new memory.
  site.use(async (http, next) => {
    await next()
    if (http.req.method === 'POST' && /^\/api\/(auth|access|settings)\//.test(http.req.path)) authority.forget()
  })
  site.use('/api/auth/*', jsonLimited)
  site.on(['GET', 'POST'], '/api/auth/*', (http) => signIn.handler(http.req.raw, addressOf(http)))
  const operations = slices.flatMap((slice) => slice.handlers).map((handler) => handler.operation)
  site.route('/', apiReference(operations, version, settings.publicUrl))
  site.route('/', operationRoutes(parts, slices, log))
  site.route('/', fileRoutes(parts))
  site.route('/', rosterRoutes(parts))
  site.route('/', personListRoutes(parts))
  site.route('/', registerRoutes(parts))
  site.route('/', farRoutes(parts))
  site.route('/', taskRoutes(parts))
  site.route('/', paperRoutes(parts, settings))
  site.route('/', fieldRoutes(parts, slices, log))
  site.all('/api/*', () => {
    throw refuse(platformRefusals.not_found)
  })
  site.route('/', staffFiles())
  site.route('/', fieldFiles())
  site.route('/', linkRoutes(parts, settings, log))
  site.route('/', portalRoutes(parts, settings))
  site.onError(problemAnswer(Object.assign({}, ...slices.map((slice) => slice.constraints ?? {})), log))
  return { site, parts }
}
