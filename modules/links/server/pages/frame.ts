// What both pages share: the portal's frame, one more small stylesheet, a QR code drawn on the server.

import { html, raw } from 'hono/html'
import { create } from 'qrcode'
import type { Html, Reader } from '../../../portal/server/public.ts'
import { portalPage } from '../../../portal/server/public.ts'

export function linkPage(reader: Reader, title: string, main: Html): Html {
  return portalPage(reader, {
    title,
    hidden: true,
    main: html`<link rel="stylesheet" href="/k/links.css"><div class="wrap narrow one-link">${main}</div>`,
  })
}

export function qrOf(text: string, label: string): Html {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) if (modules.get(y, x)) path += `M${x} ${y}h1v1h-1z`
  return html`<svg class="qr" viewBox="-3 -3 ${size + 6} ${size + 6}" role="img" aria-label="${label}"><rect x="-3" y="-3" width="${size + 6}" height="${size + 6}" fill="#fff"/><path d="${raw(path)}" fill="#000" shape-rendering="crispEdges"/></svg>`
}
