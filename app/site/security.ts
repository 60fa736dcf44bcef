// What every answer carries against misuse: a strict content policy, no framing, no sniffing, and no request from other sites.

import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { platformRefusals, refuse } from '../../platform/contract/refusal.ts'

const self = "'self'"
const strictTransport = 'max-age=31536000; includeSubDomains'

/** Inline style attributes are allowed, scripts are not. */
const pagePolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: [self],
  styleSrc: [self],
  styleSrcAttr: ["'unsafe-inline'"],
  // Component libraries place style elements at run time; they can colour the page and cannot run anything.
  styleSrcElem: [self, "'unsafe-inline'"],
  imgSrc: [self, 'data:', 'blob:'],
  fontSrc: [self],
  connectSrc: [self],
  manifestSrc: [self],
  workerSrc: [self],
  formAction: [self],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

/** The phone application reads QR codes by a compiled program of its own (WebAssembly), which browsers run only when allowed to. */
const fieldPolicy = { ...pagePolicy, scriptSrc: [self, "'wasm-unsafe-eval'"] }

/**
 * A script, a style or a font is part of a page and makes none: some forty of them travel before the first screen stands. Nor does
 * what an operation answers; only sign-in and the reference of the interface show pages under that address.
 */
const noPage = /^\/(app|field)\/assets\/|^\/portal\/fonts\/|^\/api\/(?!auth\/|docs\b)/
const noPagePolicy = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }

/** Headers for all answers; `https` adds strict transport security. */
export function safeHeaders(https: boolean): MiddlewareHandler {
  const page = headersWith(https, { contentSecurityPolicy: pagePolicy })
  const field = headersWith(https, { contentSecurityPolicy: fieldPolicy })
  const own = headersWith(https, {})
  const bare = secureHeaders({
    contentSecurityPolicy: noPagePolicy,
    strictTransportSecurity: https ? strictTransport : false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  })
  // A file brings a stricter policy of its own.
  return (http, next) => {
    const { path } = http.req
    if (path.startsWith('/api/files/')) return own(http, next)
    if (noPage.test(path)) return bare(http, next)
    return path.startsWith('/field/') ? field(http, next) : page(http, next)
  }
}

function headersWith(https: boolean, policy: { contentSecurityPolicy?: typeof pagePolicy }): MiddlewareHandler {
  return secureHeaders({
    ...policy,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: https ? strictTransport : false,
    crossOriginEmbedderPolicy: false,
    permissionsPolicy: { camera: ['self'], geolocation: [], microphone: [], payment: [], usb: [] },
  })
}

/** Empty for `null` and for what is no address at all. */
const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '')

/**
 * Refuses changes that another site's page asked for. Browsers send `Sec-Fetch-Site`; older ones send `Origin`, which must
 * then be ours. Programs that are no browser send neither and carry no cookie by accident.
 */
export function sameSiteOnly(publicUrl: string): MiddlewareHandler {
  const ours = new URL(publicUrl).origin
  return async (http, next) => {
    if (http.req.method !== 'GET' && http.req.method !== 'HEAD' && http.req.method !== 'OPTIONS') {
      const site = http.req.header('sec-fetch-site')
      const origin = http.req.header('origin')
      const host = http.req.header('host')
      const fromElsewhere = site
        ? site !== 'same-origin' && site !== 'none'
        : origin !== undefined && origin !== ours && (!host || hostOf(origin) !== host)
      if (fromElsewhere) throw refuse(platformRefusals.cross_site)
    }
    await next()
  }
}
