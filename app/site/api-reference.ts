// The description of the interface for programs: OpenAPI 3.1 at /api/openapi.json, and a page to read it at /api/docs.

import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Operation } from '../../platform/contract/operation.ts'
import { openApi } from '../../platform/server/openapi.ts'

const reader = path.resolve(
  createRequire(import.meta.url).resolve('@scalar/api-reference'),
  '..',
  'browser',
  'standalone.js',
)

/** Routes of the reference; the reader's script is our own copy, for pages here load nothing from elsewhere. */
export function apiReference(operations: readonly Operation[], version: string, url: string): Hono {
  const routes = new Hono()
  const document = openApi(operations, version, url)
  routes.get('/api/openapi.json', (http) => http.json(document))
  routes.get('/api/docs/reader.js', async (http) => {
    http.header('cache-control', 'public, max-age=86400')
    return http.body(await readFile(reader), 200, { 'content-type': 'text/javascript; charset=utf-8' })
  })
  routes.get('/api/docs', (http) =>
    http.html(html`<!doctype html>
      <html lang="vi">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Bình Yên · API</title>
        </head>
        <body>
          <main id="api-reference" data-url="/api/openapi.json" data-configuration='{"withDefaultFonts":false,"telemetry":false,"hideClientButton":true,"agent":{"disabled":true}}'></main>
          <script src="/api/docs/reader.js"></script>
        </body>
      </html>`),
  )
  return routes
}
