import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { type SignInOffice, signInOffice } from '../../../../tests/support/sign-in-office.ts'

// An organisation's sign-in (OIDC) that stands in for the real one: discovery, keys, and a token endpoint that checks PKCE.
type Claims = { sub: string; email: string; email_verified: boolean }
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const codes = new Map<string, { claims: Claims; nonce: string; challenge: string }>()
let server: Server
let issuer = ''

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
function idToken(claims: Claims, nonce: string): string {
  const seconds = Math.floor(Date.now() / 1000)
  const body = `${part({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${part({ iss: issuer, aud: 'binhyen', iat: seconds, exp: seconds + 300, nonce, ...claims })}`
  return `${body}.${createSign('RSA-SHA256').update(body).sign(privateKey).toString('base64url')}`
}

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const answer = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url === '/.well-known/openid-configuration')
      return answer({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (request.url === '/keys')
      return answer({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg: 'RS256' }] })
    let text = ''
    for await (const chunk of request) text += chunk
    const form = new URLSearchParams(text)
    const known = codes.get(form.get('code') ?? '')
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (!known || verifier !== known.challenge) return answer({ error: 'invalid_grant' }, 400)
    codes.delete(form.get('code') ?? '')
    return answer({ access_token: 'secret-access', token_type: 'Bearer', id_token: idToken(known.claims, known.nonce) })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((closed) => server.close(closed)))

const office = (twoFactors = false) =>
  signInOffice({}, { oidc: { issuer, clientId: 'binhyen', clientSecret: 'geheim', twoFactors } })

/** Goes to the organisation as a browser would, and comes back with what it says about the person. */
async function come({ visitor }: SignInOffice, claims: Claims) {
  const hers = visitor()
  const started = await hers.post('/sign-in/social', { callbackURL: '/app/' })
  const asked = new URL(String(started.body.url)).searchParams
  const code = randomUUID()
  codes.set(code, { claims, nonce: asked.get('nonce') ?? '', challenge: asked.get('code_challenge') ?? '' })
  const back = await hers.get(`/callback/organisation?code=${code}&state=${asked.get('state')}`)
  return { hers, back, location: back.headers.get('location') ?? '' }
}
const hoa = { sub: 'u-17', email: 'XA@demo.example', email_verified: true }

test('without settings there is no such way', async () => {
  const { visitor } = await signInOffice()
  expect((await visitor().get('/ways')).body.organisation).toBe(false)
  expect((await visitor().post('/sign-in/social', { callbackURL: '/app/' })).status).toBe(404)
})

test('somebody on record comes in by the verified address, and their tokens are not kept', async () => {
  const here = await office()
  expect((await here.visitor().get('/ways')).body.organisation).toBe(true)
  await sql`insert into auth."user" (id, name, email) select id, name, email from person`.execute(here.database.db)
  const { hers, location } = await come(here, hoa)
  expect(location).toBe('/app/')
  expect(await here.signIn.personOf(hers.headers())).toMatchObject({ id: personId('xa') })
  expect(await here.operations()).toEqual(['access.signIn'])
  const kept = await sql`select provider_id, account_id, access_token, id_token from auth.account`.execute(
    here.database.db,
  )
  expect(kept.rows).toEqual([{ provider_id: 'organisation', account_id: 'u-17', access_token: null, id_token: null }])
})

test.each([false, true])('coming from there stands on two factors where it demands them: %s', async (demanded) => {
  const here = await office(demanded)
  await sql`insert into auth."user" (id, name, email) select id, name, email from person`.execute(here.database.db)
  await sql`update person set demo = false`.execute(here.database.db)
  const { hers } = await come(here, hoa)
  expect((await here.signIn.personOf(hers.headers()))?.twoFactors).toBe(demanded)
})

test('nobody is made by coming from there, and an address that is not verified is nobody', async () => {
  const here = await office()
  await sql`insert into auth."user" (id, name, email) select id, name, email from person`.execute(here.database.db)
  const stranger = await come(here, { sub: 'u-99', email: 'la@demo.example', email_verified: true })
  expect(stranger.location).toContain('/app/sign-in?error=signup_disabled')
  const unverified = await come(here, { ...hoa, email_verified: false })
  expect(unverified.location).toContain('/app/sign-in?error=account_not_linked')
  expect(await here.signIn.personOf(stranger.hers.headers())).toBeUndefined()
  expect(await here.signIn.personOf(unverified.hers.headers())).toBeUndefined()
  expect((await sql`select 1 from person where email = 'la@demo.example'`.execute(here.database.db)).rows).toEqual([])
  expect(await here.operations()).toEqual(['access.signInRefused', 'access.signInRefused'])
})

test('somebody stopped does not come in that way either', async () => {
  const here = await office()
  await sql`insert into auth."user" (id, name, email) select id, name, email from person`.execute(here.database.db)
  await sql`update person set disabled_on = '2024-11-15' where id = ${personId('xa')}`.execute(here.database.db)
  const { hers, location } = await come(here, hoa)
  expect(location).toContain('/app/sign-in?error=')
  expect(await here.signIn.personOf(hers.headers())).toBeUndefined()
})

test('the way back leads nowhere else, and a state of another browser is refused', async () => {
  const here = await office()
  const evil = await here.visitor().post('/sign-in/social', { callbackURL: 'https://evil.example/' })
  expect(evil.body.code).toBe('platform.invalid_input')
  const started = await here.visitor().post('/sign-in/social', { callbackURL: '/app/' })
  const state = new URL(String(started.body.url)).searchParams.get('state')
  const other = await here.visitor().get(`/callback/organisation?code=x&state=${state}`)
  expect(other.headers.get('location')).toContain('/app/sign-in?error=')
})
