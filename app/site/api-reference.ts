// The description of the interface for programs: OpenAPI 3.1 at /api/openapi.json, and a page to read it at /api/docs.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Hono } from 'hono'
import type { Operation } from '../../platform/contract/operation.ts'
import { type Language, languageOf } from '../../platform/contract/words.ts'
import { openApi } from '../../platform/server/openapi.ts'
import { apiPage } from './api-page.ts'

const tokensFile = path.resolve(import.meta.dirname, '../../platform/web/tokens.css')

/** The tokens of the product, the dark ones by the reader's device, and the style of this page. */
function stylesheet(): string {
  const tokens = readFileSync(tokensFile, 'utf8').replace(
    /:root\[data-theme="dark"\]\s*\{([^}]*)\}/,
    '@media screen and (prefers-color-scheme: dark) {\n:root {$1}\n}',
  )
  return tokens + readFileSync(path.join(import.meta.dirname, 'api-page.css'), 'utf8')
}

/** Routes of the reference. Pages are made once: operations do not change while the server runs. */
export function apiReference(operations: readonly Operation[], version: string, url: string): Hono {
  const routes = new Hono()
  const document = openApi(operations, version, url)
  const style = stylesheet()
  const pages: Record<Language, unknown> = {
    vi: apiPage(operations, version, 'vi'),
    en: apiPage(operations, version, 'en'),
  }
  routes.get('/api/openapi.json', (http) => http.json(document))
  routes.get('/api/docs/style.css', (http) => {
    http.header('cache-control', 'public, max-age=3600')
    return http.body(style, 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  routes.get('/api/docs', (http) => {
    const language = languageOf(http.req.query('lang') ?? http.req.header('accept-language'))
    return http.html(pages[language] as string)
  })
  return routes
}
