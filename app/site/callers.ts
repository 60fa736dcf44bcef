// Who calls, as far as an address goes, and how often they may.

import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { clientAddress, type TrustedProxies } from '../../platform/server/client-address.ts'
import type { Log } from '../../platform/server/log.ts'
import type { RequestLimit } from '../../platform/server/request-limit.ts'
import { tooMany } from '../../platform/server/too-many.ts'

type AddressOf = (http: Context) => string

/** The address of the caller; empty when there is no socket (tests). */
export function callerAddress(trusted: TrustedProxies | undefined): AddressOf {
  return (http) => clientAddress(socketOf(http), http.req.header('x-forwarded-for') ?? null, trusted)
}

function socketOf(http: Context): string {
  try {
    return getConnInfo(http).remote.address ?? ''
  } catch {
    return ''
  }
}

/** Files that browsers keep for a year cost nothing and come by the dozen; a watcher asks for the state of health. */
const uncounted = /^\/(app\/assets\/|portal\/(style-|fonts\/)|healthz$)/
const thisMachine = /^(127\.|::1$|::ffff:127\.)/

export function limitRequests(
  limit: RequestLimit,
  addressOf: AddressOf,
  trusted: TrustedProxies | undefined,
  log: Log,
): MiddlewareHandler {
  // A proxy on this machine that nobody has named would make one caller of all whom it serves.
  let told = false
  const unnamedProxy = (http: Context): boolean => {
    if (trusted || !http.req.header('x-forwarded-for') || !thisMachine.test(socketOf(http))) return false
    if (!told)
      log.warn({}, 'a proxy on this machine is not in BINHYEN_TRUSTED_PROXIES: its callers are not limited by address')
    told = true
    return true
  }
  return async (http, next) => {
    if (!uncounted.test(http.req.path)) {
      const seconds = limit.take(http.req.raw.headers, unnamedProxy(http) ? '' : addressOf(http))
      if (seconds > 0) throw tooMany(seconds)
    }
    await next()
  }
}
