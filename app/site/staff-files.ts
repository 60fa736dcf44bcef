// Serves the built staff application at /app/: hashed files for ever, the page itself fresh each time.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const checkout = path.resolve(import.meta.dirname, '..', '..')
const folder = path.join(checkout, 'dist', 'staff')

/** The routes below /app; every path that is no file is a screen, and gets the page. */
export function staffFiles(): Hono {
  const files = new Hono()
  files.use(
    '/app/assets/*',
    serveStatic({
      root: path.relative(process.cwd(), folder) || '.',
      rewriteRequestPath: (asked) => asked.replace(/^\/app/, ''),
      precompressed: true,
      onFound: (_, http) => http.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  )
  files.use(
    '/app/:name{[^/]+\\.[a-z0-9]+}',
    serveStatic({
      root: path.relative(process.cwd(), folder) || '.',
      rewriteRequestPath: (asked) => asked.replace(/^\/app/, ''),
    }),
  )
  files.get('/app', (http) => http.redirect('/app/'))
  files.get('/app/*', async (http) => {
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
