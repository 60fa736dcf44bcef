// The portal's stylesheet and typefaces: our own files, named by what is in them, kept by browsers for a year.

import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Hono } from 'hono'
import { icons } from '../../../platform/web/icons.ts'

const here = import.meta.dirname
const web = path.resolve(here, '../../../platform/web')
const faces = path.join(web, 'fonts')
const weights = [400, 500, 600, 700] as const
const subsets = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  latin: 'U+0000-00FF,U+2000-206F,U+20AC,U+2122,U+2212',
} as const

/** The parts of the stylesheet, in the order in which they must stand. */
const sheets = ['base', 'frame', 'standing', 'help', 'news', 'boxes', 'text', 'areas', 'small-and-paper'] as const

/** Font files by the name under which they are served. */
const fonts = new Map<string, string>([
  ...Object.keys(subsets).flatMap((subset) =>
    weights.map((weight): [string, string] => {
      const name = `be-vietnam-pro-${subset}-${weight}.woff2`
      return [name, path.join(faces, name)]
    }),
  ),
])

const face = (family: string, weight: number, name: string, range: string): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(/portal/fonts/${name}) format("woff2");unicode-range:${range}}`

function fontFaces(): string {
  const text = Object.entries(subsets).flatMap(([subset, range]) =>
    weights.map((weight) => face('Be Vietnam Pro', weight, `be-vietnam-pro-${subset}-${weight}.woff2`, range)),
  )
  return text.join('\n')
}

/** The tokens of the staff application; the dark ones follow the reader's device, for the portal has no switch. */
function tokens(): string {
  const css = readFileSync(path.join(web, 'tokens.css'), 'utf8')
  return css.replace(
    /:root\[data-theme="dark"\]\s*\{([^}]*)\}/,
    '@media screen and (prefers-color-scheme: dark) {\n:root {$1}\n}',
  )
}

const smaller = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\n+/g, '\n')
    .replace(/\s*([{};,])\s*/g, '$1')
    .trim()

function makeStylesheet(): { address: string; text: string } {
  const text = smaller(
    [
      fontFaces(),
      tokens(),
      readFileSync(path.join(web, 'components/unit-shapes.css'), 'utf8'),
      readFileSync(path.join(web, 'components/boundary-box.css'), 'utf8'),
      ...sheets.map((name) => readFileSync(path.join(here, 'style', `${name}.css`), 'utf8')),
    ].join('\n'),
  )
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { address: `/portal/style-${hash}.css`, text }
}
export const stylesheet = makeStylesheet()

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="12" fill="#0f5a5e"/><path d="${icons.logo}" transform="translate(6.5 6.5) scale(1.125)" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/></svg>`
const forAYear = 'public, max-age=31536000, immutable'

export function assetRoutes(): Hono {
  const routes = new Hono()
  // An older page may ask for an older stylesheet: it gets the present one, but does not keep it.
  routes.get('/portal/:file{style-[0-9a-f]+\\.css}', (http) => {
    http.header('cache-control', http.req.path === stylesheet.address ? forAYear : 'no-cache')
    return http.body(stylesheet.text, 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  routes.get('/portal/fonts/:file', (http) => {
    const file = fonts.get(http.req.param('file'))
    if (!file || !existsSync(file)) return http.notFound()
    http.header('cache-control', forAYear)
    return http.body(new Uint8Array(readFileSync(file)), 200, { 'content-type': 'font/woff2' })
  })
  routes.get('/portal/icon.svg', (http) => {
    http.header('cache-control', 'public, max-age=86400')
    return http.body(mark, 200, { 'content-type': 'image/svg+xml' })
  })
  return routes
}
