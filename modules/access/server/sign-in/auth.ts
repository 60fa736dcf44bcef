// The sign-in library, set up for this product: closed sign-up, argon2id, sessions in the database, TOTP, passkeys, OIDC.

import { createHmac } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { type BetterAuthPlugin, betterAuth } from 'better-auth'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { type Kysely, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Clock } from '../../../../platform/server/clock.ts'
import type { Log } from '../../../../platform/server/log.ts'
import type { Settings } from '../../../../platform/settings.ts'
import { backupCodeCount, freshMinutes, longestPassword, sessionHours, shortestPassword } from '../../limits.ts'
import { authTables } from './auth-tables.ts'
import { hashPassword, verifyPassword } from './password-hash.ts'

export type SignInParts = {
  db: Kysely<DB>
  settings: Pick<Settings, 'publicUrl' | 'oidc'>
  /** The secret of the installation; sign-in uses one derived from it. */
  secret: string
  clock: Clock
  log: Log
}

/** The header in which our own server tells the address of the caller; whatever a caller writes there is replaced. */
export const addressHeader = 'x-binhyen-address'
export const organisation = 'organisation'

/** A key of its own for each use, so that no use can imitate another. */
export const derivedSecret = (secret: string, use: string): string =>
  createHmac('sha256', secret).update(`binhyen:${use}`).digest('base64url')

const perMinute = (max: number) => ({ window: 60, max })

export type Auth = ReturnType<typeof openAuth>

export function openAuth({ db, settings, secret, clock, log }: SignInParts) {
  const origin = new URL(settings.publicUrl)
  const organisationSignIn = settings.oidc
    ? [
        genericOAuth({
          config: [
            {
              providerId: organisation,
              discoveryUrl: `${settings.oidc.issuer}/.well-known/openid-configuration`,
              clientId: settings.oidc.clientId,
              clientSecret: settings.oidc.clientSecret,
              scopes: ['openid', 'email', 'profile'],
              pkce: true,
              requireIdTokenVerification: true,
              disableImplicitSignUp: true,
              disableSignUp: true,
            },
          ],
        }) as BetterAuthPlugin,
      ]
    : []
  return betterAuth({
    appName: 'Bình Yên',
    baseURL: settings.publicUrl,
    basePath: '/api/auth',
    secret: derivedSecret(secret, 'sign-in'),
    telemetry: { enabled: false },
    // Its messages name accounts; what matters is in the audit, and faults are logged by the server.
    logger: {
      log: (level, message) => {
        if (level === 'error') log.warn({ from: 'sign-in' }, message.slice(0, 120))
      },
    },
    database: { db: authTables(db), type: 'postgres', schemaName: 'auth', transaction: true },
    trustedOrigins: (request) => {
      const host = request?.headers.get('host')
      return host ? [`http://${host}`, `https://${host}`] : []
    },
    onAPIError: { errorURL: `${settings.publicUrl}/app/sign-in` },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword * 4,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: {
      expiresIn: sessionHours * 3600,
      disableSessionRefresh: true,
      freshAge: freshMinutes * 60,
    },
    account: {
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, trustedProviders: [] },
    },
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': perMinute(40),
        '/sign-in/social': perMinute(40),
        '/two-factor/*': perMinute(30),
        '/change-password': perMinute(10),
        '/passkey/*': perMinute(60),
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            if (!(await isEnabled(db, session.userId, clock.today()))) return false
            return { data: { ...session, userAgent: session.userAgent?.slice(0, 300) } }
          },
        },
      },
      account: {
        create: {
          // Tokens of the organisation are worth stealing and of no use here.
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null, scope: null },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: 'binhyen',
      useSecureCookies: origin.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: () => uuidv7() },
    },
    plugins: [
      twoFactor({
        issuer: 'Bình Yên',
        backupCodeOptions: { amount: backupCodeCount, storeBackupCodes: 'encrypted' },
      }),
      passkey({
        rpName: 'Bình Yên',
        rpID: origin.hostname,
        origin: origin.origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          // A passkey stands for two factors only when the device checked who holds it.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new Error('user_not_verified')
          },
        },
        schema: { passkey: { fields: { credentialID: 'credentialId' } } },
      }),
      ...organisationSignIn,
    ],
  })
}

async function isEnabled(db: Kysely<DB>, personId: string, today: string): Promise<boolean> {
  const found = await sql`
    select 1 from person where id = ${personId} and (disabled_on is null or disabled_on > ${today}::date)`.execute(db)
  return found.rows.length > 0
}
