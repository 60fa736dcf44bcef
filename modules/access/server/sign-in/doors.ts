// Which requests of the sign-in library are open to the world. What is not listed here does not exist, and what a body may
// hold is listed too: the rest is dropped before the library sees it.

import * as z from 'zod/mini'
import { Text } from '../../../../platform/contract/schemas.ts'

export type Occasion =
  | 'sign-in'
  | 'second-factor'
  | 'sign-out'
  | 'password'
  | 'authenticator-started'
  | 'authenticator-on'
  | 'authenticator-off'
  | 'backup-codes'
  | 'passkey-added'
  | 'passkey-removed'

export type Door = {
  method: 'GET' | 'POST'
  body: z.ZodMiniType
  /** Only for somebody signed in. */
  signedIn?: boolean
  /** Always sent along, whatever the body says. */
  fixed?: Record<string, unknown>
  /** What of the library's answer goes out; tokens never do. */
  answer: (body: Record<string, unknown>) => unknown
  /** What it means for the audit. */
  occasion?: Occasion
}

const Secret = z.string().check(z.minLength(1), z.maxLength(600))
const Code = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))
const Nothing = z.object({})
const Credential = z.record(z.string(), z.unknown())
const nothing = () => ({})
const whole = (body: unknown) => body

export const doors: Readonly<Record<string, Door>> = {
  '/sign-in/email': {
    method: 'POST',
    body: z.object({ email: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(200)), password: Secret }),
    fixed: { rememberMe: true },
    answer: (body) => ({ secondFactor: body.twoFactorRedirect === true }),
    occasion: 'sign-in',
  },
  '/sign-in/social': {
    method: 'POST',
    body: z.object({ callbackURL: z.string().check(z.regex(/^\/app\/[^\\]{0,500}$/)) }),
    fixed: { provider: 'organisation', disableRedirect: true },
    answer: (body) => ({ url: body.url }),
  },
  '/callback/organisation': { method: 'GET', body: Nothing, answer: nothing, occasion: 'sign-in' },
  '/sign-out': { method: 'POST', body: Nothing, signedIn: true, answer: nothing, occasion: 'sign-out' },
  '/change-password': {
    method: 'POST',
    body: z.object({ currentPassword: Secret, newPassword: Secret }),
    signedIn: true,
    fixed: { revokeOtherSessions: true },
    answer: nothing,
    occasion: 'password',
  },
  '/two-factor/enable': {
    method: 'POST',
    body: z.object({ password: Secret }),
    signedIn: true,
    fixed: { method: 'totp' },
    answer: (body) => ({ address: body.totpURI, backupCodes: body.backupCodes }),
    occasion: 'authenticator-started',
  },
  '/two-factor/verify-totp': {
    method: 'POST',
    body: z.object({ code: Code }),
    answer: nothing,
    occasion: 'second-factor',
  },
  '/two-factor/verify-backup-code': {
    method: 'POST',
    body: z.object({ code: Code }),
    answer: nothing,
    occasion: 'second-factor',
  },
  '/two-factor/generate-backup-codes': {
    method: 'POST',
    body: z.object({ password: Secret }),
    signedIn: true,
    answer: (body) => ({ backupCodes: body.backupCodes }),
    occasion: 'backup-codes',
  },
  '/two-factor/disable': {
    method: 'POST',
    body: z.object({ password: Secret }),
    signedIn: true,
    answer: nothing,
    occasion: 'authenticator-off',
  },
  '/passkey/generate-register-options': { method: 'GET', body: Nothing, signedIn: true, answer: whole },
  '/passkey/verify-registration': {
    method: 'POST',
    body: z.object({ name: Text(60), response: Credential }),
    signedIn: true,
    answer: nothing,
    occasion: 'passkey-added',
  },
  '/passkey/generate-authenticate-options': { method: 'GET', body: Nothing, answer: whole },
  '/passkey/verify-authentication': {
    method: 'POST',
    body: z.object({ response: Credential }),
    answer: nothing,
    occasion: 'sign-in',
  },
  '/passkey/delete-passkey': {
    method: 'POST',
    body: z.object({ id: z.uuid() }),
    signedIn: true,
    answer: nothing,
    occasion: 'passkey-removed',
  },
}
