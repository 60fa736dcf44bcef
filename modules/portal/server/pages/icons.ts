// The icons of the portal, as sprites on the page that uses them.

import { html, raw } from 'hono/html'
import { type IconName, icons } from '../../../../platform/web/icons.ts'

export type { IconName } from '../../../../platform/web/icons.ts'

/** One icon inside a line of text; decoration only, for words always stand beside it. */
export const icon = (name: IconName) =>
  html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="${raw(icons[name])}"/></svg>`

/** Shapes defined once on a page that draws them many times, by name. */
export const sprite = (names: readonly IconName[]) =>
  html`<svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false">${names.map(
    (name) => html`<symbol id="i-${name}" viewBox="0 0 24 24"><path d="${raw(icons[name])}"/></symbol>`,
  )}</svg>`

export const used = (name: IconName) => html`<svg class="i" aria-hidden="true"><use href="#i-${name}"/></svg>`
