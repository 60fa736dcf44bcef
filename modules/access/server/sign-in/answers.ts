// The sign-in library's "no" in our words: one problem shape and two languages, and never whether an address is known.

import { platformRefusals, Refusal, type RefusalKind } from '../../../../platform/contract/refusal.ts'
import type { Language } from '../../../../platform/contract/words.ts'
import { problemOf } from '../../../../platform/server/problem.ts'
import { tooMany } from '../../../../platform/server/too-many.ts'
import { refusals } from '../../contract/refusals.ts'

const named: Record<string, RefusalKind> = {
  INVALID_CODE: refusals.wrong_code,
  INVALID_BACKUP_CODE: refusals.wrong_code,
  INVALID_TWO_FACTOR_COOKIE: refusals.sign_in_over,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: refusals.sign_in_over,
  TOTP_NOT_ENABLED: refusals.factor_off,
  TWO_FACTOR_NOT_ENABLED: refusals.factor_off,
  BACKUP_CODES_NOT_ENABLED: refusals.factor_off,
  TOTP_ALREADY_ENABLED: refusals.factor_on,
  INVALID_PASSWORD: refusals.wrong_password,
  CREDENTIAL_ACCOUNT_NOT_FOUND: refusals.no_password,
  SESSION_NOT_FRESH: refusals.not_fresh,
  UNAUTHORIZED: platformRefusals.not_signed_in,
  INVALID_ORIGIN: platformRefusals.cross_site,
  MISSING_OR_NULL_ORIGIN: platformRefusals.cross_site,
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: platformRefusals.cross_site,
  PROVIDER_NOT_FOUND: refusals.organisation_away,
}

/** The refusal that an answer of the library stands for; undefined for a fault. */
export function refusalOfAnswer(path: string, response: Response, body: Record<string, unknown>): Refusal | undefined {
  if (response.status === 429) return tooMany(Number(response.headers.get('x-retry-after')) || 900)
  if (response.status >= 500) return undefined
  const kind = named[String(body.code ?? '')]
  if (kind === platformRefusals.cross_site) return new Refusal(kind)
  if (path === '/sign-in/email') return new Refusal(refusals.wrong_sign_in)
  if (path === '/passkey/verify-authentication') return new Refusal(refusals.passkey_failed)
  if (kind === refusals.wrong_password)
    return new Refusal(kind, { field: path === '/change-password' ? 'currentPassword' : 'password' })
  return new Refusal(kind ?? refusals.sign_in_failed)
}

export const problemResponse = (refusal: Refusal, language: Language): Response =>
  new Response(JSON.stringify(problemOf(refusal, language)), {
    status: refusal.kind.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...(refusal.values.seconds ? { 'retry-after': String(refusal.values.seconds) } : {}),
    },
  })
