// What every answer carries against misuse: a strict content policy, no framing, no sniffing, and no request from other sites.

import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { platformRefusals, refuse } from '../../platform/contract/refusal.ts'

const own = "'self'"

/** Headers for all pages; `https` adds strict transport security. Inline style attributes are allowed, scripts are not. */
export function safeHeaders(https: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [own],
      styleSrc: [own],
      styleSrcAttr: ["'unsafe-inline'"],
      // Component libraries place style elements at run time; they can colour the page and cannot run anything.
      styleSrcElem: [own, "'unsafe-inline'"],
      imgSrc: [own, 'data:', 'blob:'],
      fontSrc: [own],
      connectSrc: [own],
      manifestSrc: [own],
      workerSrc: [own],
      formAction: [own],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: https ? 'max-age=31536000; includeSubDomains' : false,
    crossOriginEmbedderPolicy: false,
    permissionsPolicy: { camera: ['self'], geolocation: [], microphone: [], payment: [], usb: [] },
  })
}

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
        : origin !== undefined && origin !== ours && new URL(origin).host !== host
      if (fromElsewhere) throw refuse(platformRefusals.cross_site)
    }
    await next()
  }
}
