import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { signInOffice } from '../../../../tests/support/sign-in-office.ts'
import type { Answered, Visitor } from '../../../../tests/support/visitor.ts'

const hoa = 'xa@demo.example'
const password = 'trăng rằm soi bến đò 41'
const other = 'gió lùa qua vườn quýt 58'

async function office(settings: { publicUrl?: string } = {}) {
  const here = await signInOffice({ [personId('xa')]: password }, settings)
  const audit = async () => {
    const found = await sql<{ operation: string; person_id: string; after: Record<string, unknown> | null }>`
      select operation, person_id, after from audit_entry order by at, id`.execute(here.database.db)
    return found.rows
  }
  return { ...here, audit }
}

const code = (answer: Answered) => [answer.status, answer.body.code]
const enter = (visitor: Visitor, typed = password, email = hoa) =>
  visitor.post('/sign-in/email', { email, password: typed })

test('a wrong password and an unknown address read the same, and both stand in the audit', async () => {
  const { visitor, audit } = await office()
  const wrong = await enter(visitor(), 'sai mật khẩu rồi nhé')
  const unknown = await enter(visitor(), password, 'khong-co@demo.example')
  expect(code(wrong)).toEqual([401, 'access.wrong_sign_in'])
  expect(unknown.body).toEqual(wrong.body)
  expect((await audit()).map((entry) => [entry.operation, entry.person_id])).toEqual([
    ['access.signInRefused', personId('xa')],
    ['access.signInRefused', '00000000-0000-0000-0000-000000000000'],
  ])
})

test('the right password signs in with a closed cookie, and no token is told to the page', async () => {
  const { visitor, signIn, audit } = await office()
  const hers = visitor()
  const entered = await enter(hers, password, ' XA@demo.example ')
  expect([entered.status, entered.body]).toEqual([200, { secondFactor: false }])
  expect(entered.cookies.join()).toMatch(
    /^binhyen\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/i,
  )
  expect(await signIn.personOf(hers.headers())).toMatchObject({ id: personId('xa'), language: 'vi' })
  expect((await audit()).map((entry) => [entry.operation, entry.after?.way])).toEqual([['access.signIn', 'password']])
})

test('a keyboard that writes marks apart types the same password', async () => {
  const { visitor } = await office()
  expect((await enter(visitor(), password.normalize('NFD'))).status).toBe(200)
})

test('over https the cookie is sent on secure ways only', async () => {
  const { visitor } = await office({ publicUrl: 'https://binhyen.example' })
  const entered = await enter(visitor())
  expect(entered.cookies.join()).toMatch(/^__Secure-binhyen\.session_token=.*; Secure/)
})

test('a forged or changed cookie is nobody', async () => {
  const { visitor, signIn } = await office()
  const hers = visitor()
  await enter(hers)
  const cookie = hers.headers().get('cookie') ?? ''
  expect(await signIn.personOf(new Headers({ cookie: `${cookie}x` }))).toBeUndefined()
  expect(await signIn.personOf(new Headers({ cookie: 'binhyen.session_token=abc.def' }))).toBeUndefined()
})

test('nobody makes an account here, changes an address, or finds a door that is not listed', async () => {
  const { visitor, signIn } = await office()
  const hers = visitor()
  await enter(hers)
  for (const path of [
    '/sign-up/email',
    '/update-user',
    '/change-email',
    '/delete-user',
    '/set-password',
    '/list-sessions',
  ])
    expect(code(await hers.post(path, { email: 'a@b.vn', password, name: 'A' }))).toEqual([404, 'platform.not_found'])
  expect((await hers.get('/get-session')).status).toBe(404)
  expect(await signIn.personOf(hers.headers())).toBeDefined()
})

test('a page of another site cannot sign anybody in or out', async () => {
  const { visitor, signIn } = await office()
  const hers = visitor()
  await enter(hers)
  const evil = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }
  expect(code(await hers.post('/sign-out', {}, evil))).toEqual([403, 'platform.cross_site'])
  expect(code(await visitor().post('/sign-in/email', { email: hoa, password }, evil))).toEqual([
    403,
    'platform.cross_site',
  ])
  expect(await signIn.personOf(hers.headers())).toBeDefined()
})

test('after eight tries the account waits for that address, though not for another', async () => {
  const { visitor, wait } = await office()
  for (let tries = 0; tries < 8; tries += 1) await enter(visitor(), 'không đúng đâu')
  const held = await enter(visitor())
  expect(code(held)).toEqual([429, 'platform.too_many'])
  expect(Number(held.headers.get('retry-after'))).toBeGreaterThan(60)
  expect(held.body.detail).toBe('Gửi quá nhanh. Thử lại sau 15 phút.')
  expect((await enter(visitor('192.0.2.77'))).status).toBe(200)
  wait(16)
  expect((await enter(visitor())).status).toBe(200)
})

test('many tries at once are counted as many', async () => {
  const { visitor } = await office()
  const all = await Promise.all(Array.from({ length: 12 }, () => enter(visitor(), 'không đúng đâu')))
  expect(all.filter((each) => each.status === 401)).toHaveLength(8)
  expect(all.filter((each) => each.status === 429)).toHaveLength(4)
})

test('signing in again ends the older session of that device, and signing out ends the newer', async () => {
  const { visitor, signIn, audit, database } = await office()
  const hers = visitor()
  await enter(hers)
  const first = hers.headers()
  await enter(hers)
  expect(await signIn.personOf(first)).toBeUndefined()
  expect(await signIn.personOf(hers.headers())).toBeDefined()
  const second = hers.headers()
  expect((await hers.post('/sign-out', {})).status).toBe(200)
  expect(await signIn.personOf(second)).toBeUndefined()
  expect((await audit()).map((entry) => entry.operation)).toEqual(['access.signIn', 'access.signIn', 'access.signOut'])
  expect((await sql`select 1 from auth.session`.execute(database.db)).rows).toHaveLength(0)
})

test('a device is signed out after two idle hours, and after twelve however busy', async () => {
  const { visitor, signIn, database, wait } = await office()
  const hers = visitor()
  await enter(hers)
  wait(119)
  expect(await signIn.personOf(hers.headers())).toBeDefined()
  wait(121)
  expect(await signIn.personOf(hers.headers())).toBeUndefined()
  await enter(hers)
  await sql`update auth.session set expires_at = now() - interval '1 second', last_seen_at = now() + interval '1 day'`.execute(
    database.db,
  )
  expect(await signIn.personOf(hers.headers())).toBeUndefined()
})

test('somebody disabled is out at once and cannot come back', async () => {
  const { visitor, signIn, database } = await office()
  const hers = visitor()
  await enter(hers)
  await sql`update person set disabled_on = '2024-11-15' where id = ${personId('xa')}`.execute(database.db)
  expect(await signIn.personOf(hers.headers())).toBeUndefined()
  expect(code(await enter(visitor()))).toEqual([401, 'access.wrong_sign_in'])
})

test('a password is changed by who knows it, to a better one, and every other device is signed out', async () => {
  const { visitor, signIn, audit } = await office()
  const [desk, phone] = [visitor(), visitor()]
  await enter(desk)
  await enter(phone)
  const change = (currentPassword: string, newPassword: string) =>
    desk.post('/change-password', { currentPassword, newPassword })
  expect(code(await change('không phải', other))).toEqual([422, 'access.wrong_password'])
  const weak = await change(password, 'matkhau123456')
  expect(weak.body.fields).toEqual([
    { path: 'newPassword', message: expect.stringContaining('những từ hay gặp hoặc đã từng bị lộ') },
  ])
  expect(code(await change(password, password))).toEqual([422, 'access.password_same'])
  expect((await change(password, other)).status).toBe(200)
  expect(await signIn.personOf(desk.headers())).toBeDefined()
  expect(await signIn.personOf(phone.headers())).toBeUndefined()
  expect((await enter(visitor())).status).toBe(401)
  expect((await enter(visitor(), other)).status).toBe(200)
  expect((await audit()).filter((entry) => entry.operation.startsWith('access.changePassword'))).toMatchObject([
    { operation: 'access.changePasswordRefused', person_id: personId('xa') },
    { operation: 'access.changePassword', person_id: personId('xa') },
  ])
})

test('a body that is no JSON, too large or of the wrong shape is refused by name', async () => {
  const { visitor } = await office()
  expect(code(await visitor().send('/sign-in/email', 'email=a', { 'content-type': 'text/plain' }))).toEqual([
    400,
    'platform.not_json',
  ])
  expect(code(await visitor().send('/sign-in/email', '{'))).toEqual([400, 'platform.not_json'])
  expect(code(await visitor().send('/sign-in/email', `{"email":"${'a'.repeat(70_000)}"}`))).toEqual([
    413,
    'platform.too_large',
  ])
  const ill = await visitor().post('/sign-in/email', { email: { $ne: '' } })
  expect(ill.body.fields).toHaveLength(2)
})

test('a challenge cookie of somebody else’s making breaks nothing and names nobody', async () => {
  const office = await signInOffice()
  for (const cookie of ['%', '%00', '%E0%A4%A', 'x'.repeat(3000), "'; select 1", '.', '2fa-nobody.signature'])
    expect(
      (
        await office
          .visitor()
          .post('/two-factor/verify-totp', { code: '123456' }, { cookie: `binhyen.two_factor=${cookie}` })
      ).status,
    ).toBe(401)
})
