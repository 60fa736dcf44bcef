// The routes that are no operation: health, metrics, sign-in, files, the staff application, the public portal.
// A route without a meaning here fails the build of the reference, and with it the tests.

import type { Hono } from 'hono'
import type { Bilingual } from '../../platform/contract/words.ts'
import { slices } from '../slices.ts'
import { code, page, table } from './markdown.ts'
import { routeMeanings } from './route-meanings.ts'

/** Routes of the site, without middleware and without operations. */
export function otherRoutes(site: Hono): string[] {
  const operations = new Set(
    slices.flatMap((slice) => slice.handlers).map(({ operation }) => operation.path.replace(/\{(\w+)\}/g, ':$1')),
  )
  const routes = site.routes
    .filter((route) => !operations.has(route.path) && route.path !== '/*' && route.path !== '*')
    .map((route) => route.path)
  return [...new Set(routes)].sort()
}

export function routesPage(site: Hono): string {
  const rows = otherRoutes(site).map((route) => {
    const meaning: Bilingual | undefined = routeMeanings[route]
    if (!meaning) throw new Error(`app/docs/route-meanings.ts says nothing of ${route}`)
    return [code(route), meaning.vi, meaning.en]
  })
  return page({ vi: 'Đường dẫn khác', en: 'Other routes' }, 'app/server.ts', [
    table(['đường dẫn · route', 'tiếng Việt', 'English'], rows),
  ])
}
