// Serves a built application: hashed files for ever, the page itself fresh each time.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const checkout = path.resolve(import.meta.dirname, '..', '..')

/** The staff application at /app, the phone application at /field. */
export const staffFiles = (): Hono => builtFiles('app', 'staff')
export const fieldFiles = (): Hono => builtFiles('field', 'field')

/** The routes below `/at`; every path that is no file is a screen, and gets the page. */
function builtFiles(at: string, built: string): Hono {
  const folder = path.join(checkout, 'dist', built)
  const root = path.relative(process.cwd(), folder) || '.'
  const rewriteRequestPath = (asked: string) => asked.slice(at.length + 1)
  const files = new Hono()
  files.use(
    `/${at}/assets/*`,
    serveStatic({
      root,
      rewriteRequestPath,
      precompressed: true,
      onFound: (_, http) => http.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  files.use(
    `/${at}/:name{[^/]+\\.[a-z0-9]+}`,
    serveStatic({ root, rewriteRequestPath, onFound: (_, http) => http.header('cache-control', 'no-cache') }),
  )
  files.get(`/${at}`, (http) => http.redirect(`/${at}/`))
  files.get(`/${at}/*`, async (http) => {
    const page = path.join(folder, 'index.html')
    if (!existsSync(page))
      return http.text(
        'Ứng dụng chưa được dựng: chạy `npm run up`.\nThe application is not built: run `npm run up`.',
        503,
      )
    http.header('cache-control', 'no-cache')
    return http.html(await readFile(page, 'utf8'))
  })
  return files
}
