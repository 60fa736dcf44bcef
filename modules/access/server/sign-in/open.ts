// The sign-in of the product, mounted at /api/auth: only the listed doors, one shape of problem, and the audit of each.

import * as z from 'zod/mini'
import { platformRefusals, Refusal, refuse } from '../../../../platform/contract/refusal.ts'
import { type Language, languageOf } from '../../../../platform/contract/words.ts'
import { parseInput } from '../../../../platform/server/parse.ts'
import { faultProblem, refusalOf } from '../../../../platform/server/problem.ts'
import { refusals } from '../../contract/refusals.ts'
import { demoPeopleWithRole } from '../demo-people.ts'
import { problemResponse, refusalOfAnswer } from './answers.ts'
import { countTry, forgetTries, type Tries, triesOf } from './attempts.ts'
import { type Auth, addressHeader, openAuth, organisation, type SignInParts } from './auth.ts'
import { type Door, doors } from './doors.ts'
import { notice, personOfChallenge, personWithEmail } from './notice.ts'
import { endSession, personOfSession, type SignedIn, sweepSignIn } from './sessions.ts'
import { passwordRefusal } from './strength.ts'
import { keepTwoFactors } from './two-factors.ts'
import { Accept, acceptInvitation, Look, lookAtInvitation } from './welcome.ts'

export type SignIn = {
  /** Answers everything below /api/auth; `address` is the caller's, as the server's own socket knows it. */
  handler(request: Request, address?: string): Promise<Response>
  personOf(headers: Headers): Promise<SignedIn | undefined>
}

type Call = { path: string; request: Request; address: string; language: Language; body: Record<string, unknown> }

const largestBody = 64 * 1024

export function openSignIn(parts: SignInParts): SignIn {
  const { db, clock, log } = parts
  let auth = openAuth(parts)
  const personOf = (headers: Headers) => personOfSession(auth, db, clock, headers)

  async function handler(request: Request, address = ''): Promise<Response> {
    const language = languageOf(request.headers.get('accept-language'))
    try {
      const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '')
      const call = { path, request, address, language, body: await bodyOf(request) }
      const own = await answerOwn(call)
      if (own) return own
      const door = doors[path]
      if (!door || door.method !== request.method) throw refuse(platformRefusals.not_found)
      return await throughDoor(call, door)
    } catch (fault) {
      const refusal = refusalOf(fault, {})
      if (refusal) return problemResponse(refusal, language)
      const { problem, incident } = faultProblem(language)
      log.error({ incident, fault }, 'fault')
      return json(problem, 500)
    }
  }

  /** What the library does not know: the ways in, and one-time links. */
  async function answerOwn({ path, request, address, language, body }: Call): Promise<Response | undefined> {
    if (path === '/ways' && request.method === 'GET')
      return json({ organisation: parts.settings.oidc !== undefined, demoPeople: await demoPeople() })
    if (request.method !== 'POST') return undefined
    if (path === '/invitation') return json(await lookAtInvitation(db, clock, parseInput(Look, body, language).token))
    if (path !== '/invitation/accept') return undefined
    const given = parseInput(Accept, body, language)
    const { email } = await acceptInvitation(db, clock, given)
    await forgetTries(db, triesOf(parts.secret, email, address))
    const door = doors['/sign-in/email'] as Door
    return throughDoor(
      { path: '/sign-in/email', request, address, language, body: { email, password: given.password } },
      door,
    )
  }

  async function demoPeople() {
    const people = await demoPeopleWithRole(db, clock.today())
    return people.filter(({ known }) => known).map(({ id: _, known: __, ...shown }) => shown)
  }

  async function throughDoor(call: Call, door: Door): Promise<Response> {
    const before = await personOf(call.request.headers)
    if (door.signedIn && !before) throw refuse(platformRefusals.not_signed_in)
    const body = { ...(parseInput(door.body, call.body, call.language) as Record<string, unknown>), ...door.fixed }
    const tries = await countTries(call, body)
    await refuseWeakPassword(before, call, body)
    await findOrganisation(call)
    if (call.path === '/sign-out' && before)
      await notice(db, { occasion: 'sign-out', personId: before.id, at: clock.now(), sessionId: before.sessionId })
    const response = await auth.handler(forwarded(call, door, body))
    const answered = await answerOf(response)
    const redirected = response.status === 302
    const failed = redirected ? failureOf(response) : !response.ok
    if (failed) {
      await noticeRefusal(call, door, body, before, response, answered)
      if (redirected) return response
      const refusal = refusalOfAnswer(call.path, response, answered)
      if (!refusal) throw new Error(`sign-in answered ${response.status} to ${call.path}`)
      return problemResponse(refusal, call.language)
    }
    if (tries) await forgetTries(db, tries)
    await noticeDone(call, door, before, response, answered)
    return redirected ? response : withCookies(json(door.answer(answered)), response)
  }

  async function countTries(call: Call, body: Record<string, unknown>): Promise<Tries | undefined> {
    if (call.path !== '/sign-in/email') return undefined
    const tries = triesOf(parts.secret, String(body.email), call.address)
    await countTry(db, tries, clock.now())
    return tries
  }

  async function refuseWeakPassword(
    person: SignedIn | undefined,
    call: Call,
    body: Record<string, unknown>,
  ): Promise<void> {
    if (call.path !== '/change-password' || !person) return
    if (body.newPassword === body.currentPassword) throw refuse(refusals.password_same, {}, 'newPassword')
    const known = await db.selectFrom('person').select(['name', 'email']).where('id', '=', person.id).executeTakeFirst()
    const weak = passwordRefusal(String(body.newPassword), known ? [known.name, known.email] : [], 'newPassword')
    if (weak) throw weak
  }

  /** The organisation's sign-in may have been away when this server started: then it is asked for once more. */
  async function findOrganisation({ path }: Call): Promise<void> {
    if (path !== '/sign-in/social') return
    if (!parts.settings.oidc) throw refuse(platformRefusals.not_found)
    const known = (current: Auth) => current.$context.then((all) => all.socialProviders.some(isOrganisation))
    if (await known(auth)) return
    auth = openAuth(parts)
    if (!(await known(auth))) throw refuse(refusals.organisation_away)
  }

  async function noticeDone(
    call: Call,
    door: Door,
    before: SignedIn | undefined,
    response: Response,
    answered: Record<string, unknown>,
  ): Promise<void> {
    const { occasion } = door
    if (!occasion || occasion === 'sign-out' || answered.twoFactorRedirect === true) return
    const at = clock.now()
    const after = await personOf(withNewCookies(call.request.headers, response))
    const person = after ?? before
    if (!person) return
    // The first code after switching the app on comes from somebody signed in; it proves the app, not the person.
    const real = occasion === 'second-factor' && before ? 'authenticator-on' : occasion
    const way = wayOf(call.path)
    const organisationAsksTwo = parts.settings.oidc?.twoFactors === true
    await keepTwoFactors(db, { occasion: real, way, before, after, organisationAsksTwo })
    await notice(db, {
      occasion: real,
      personId: person.id,
      at,
      way,
      sessionId: (after ?? before)?.sessionId,
    })
    if (real !== 'sign-in' && real !== 'second-factor') return
    if (before && before.sessionId !== after?.sessionId) await endSession(db, before.sessionId)
    await sweepSignIn(db, at)
  }

  async function noticeRefusal(
    call: Call,
    { occasion }: Door,
    body: Record<string, unknown>,
    before: SignedIn | undefined,
    response: Response,
    answered: Record<string, unknown>,
  ): Promise<void> {
    if (!occasion || response.status === 429) return
    const personId =
      before?.id ??
      (occasion === 'second-factor'
        ? await personOfChallenge(db, call.request.headers)
        : await personWithEmail(db, String(body.email ?? '')))
    const refused = String(answered.code ?? 'FAILED').toLowerCase()
    await notice(db, { occasion, personId, at: clock.now(), refused, way: wayOf(call.path) })
  }

  return { handler, personOf }
}

const isOrganisation = (provider: { id: string }): boolean => provider.id === organisation

/** A redirect of the library that carries an error back to the sign-in screen. */
const failureOf = (response: Response): boolean =>
  new URL(response.headers.get('location') ?? '/', 'http://here').searchParams.has('error')

const ways: Record<string, string> = {
  '/sign-in/email': 'password',
  '/callback/organisation': 'organisation',
  '/passkey/verify-authentication': 'passkey',
  '/two-factor/verify-totp': 'authenticator',
  '/two-factor/verify-backup-code': 'backup-code',
}
const wayOf = (path: string): string | undefined => ways[path]

/** The request as the library gets it: only the listed fields, and the address that our own socket knows. */
function forwarded({ path, request, address }: Call, door: Door, body: Record<string, unknown>): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  headers.delete(addressHeader)
  if (address) headers.set(addressHeader, address)
  const url = new URL(request.url)
  url.pathname = `/api/auth${path}`
  if (door.method === 'GET') return new Request(url, { method: 'GET', headers })
  headers.set('content-type', 'application/json')
  url.search = ''
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  if (request.method !== 'POST') return {}
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json'))
    throw refuse(platformRefusals.not_json)
  const text = await request.text()
  if (text.length > largestBody) throw refuse(platformRefusals.too_large, { limit: 1 })
  const body = z.safeParse(z.record(z.string(), z.unknown()), readJson(text))
  if (!body.success) throw refuse(platformRefusals.not_json)
  return body.data
}

function readJson(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw new Refusal(platformRefusals.not_json)
  }
}

async function answerOf(response: Response): Promise<Record<string, unknown>> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => ({}))
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  })

function withCookies(answer: Response, from: Response): Response {
  for (const cookie of from.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  return answer
}

/** The headers of the caller's next request, to see who they are by then. */
function withNewCookies(headers: Headers, response: Response): Headers {
  const jar = new Map<string, string>()
  const keep = (pair: string) => {
    const at = pair.indexOf('=')
    if (at > 0) jar.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim())
  }
  for (const pair of (headers.get('cookie') ?? '').split(';')) keep(pair)
  for (const cookie of response.headers.getSetCookie()) keep(cookie.split(';')[0] ?? '')
  return new Headers({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
}
