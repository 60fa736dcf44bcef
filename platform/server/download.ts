// Files that are too long for an answer: under the same authority as every operation, sent as a stream that waits for its reader.

import type { Context as HttpContext } from 'hono'
import { platformRefusals, refuse } from '../contract/refusal.ts'
import type { Language } from '../contract/words.ts'
import { type Person, scopeOf } from './rights.ts'
import type { Context, Parts } from './slice.ts'
import { refusalOfMissing } from './withheld.ts'

/** Who asks for the file, as a handler of an operation would be given it; refused like one. */
export async function downloadContext(
  parts: Parts,
  http: HttpContext,
  permission: string,
  language: Language,
): Promise<Context & { person: Person }> {
  const person = await parts.authority.personOf(http.req.raw.headers)
  if (!person) throw refuse(platformRefusals.not_signed_in)
  const today = parts.clock.today()
  const rights = await parts.authority.rightsOf(parts.db, person, today)
  const withheld = (await parts.authority.withheldOf?.(parts.db, person, today)) ?? []
  const scope = scopeOf(rights, permission)
  if (!scope.everywhere && scope.roots.length === 0) throw refusalOfMissing(permission, withheld)
  const scopeFor = (other: string) => scopeOf(rights, other)
  return { db: parts.db, person, rights, withheld, scope, scopeFor, today, now: parts.clock.now(), language }
}

export function sendFile(http: HttpContext, file: ReadableStream, name: string, mediaType: string): Response {
  const plain = name.replace(/[^\w. -]/g, '_')
  return http.body(file, 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  })
}
