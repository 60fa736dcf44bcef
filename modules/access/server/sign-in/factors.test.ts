import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { codeOf } from '../../../../tests/support/authenticator-app.ts'
import { type SignInOffice, signInOffice } from '../../../../tests/support/sign-in-office.ts'
import type { Visitor } from '../../../../tests/support/visitor.ts'
import { removeFactors } from './accounts.ts'

const hoa = 'xa@demo.example'
const password = 'trăng rằm soi bến đò 41'

const enter = (visitor: Visitor) => visitor.post('/sign-in/email', { email: hoa, password })

async function withApp({ visitor }: SignInOffice) {
  const hers = visitor()
  await enter(hers)
  const started = await hers.post('/two-factor/enable', { password })
  const address = String(started.body.address)
  const proven = await hers.post('/two-factor/verify-totp', { code: codeOf(address) })
  return { hers, address, codes: started.body.backupCodes as string[], started, proven }
}

test('an authenticator app is on only after it proved itself, and asks for the password first', async () => {
  const office = await signInOffice({ [personId('xa')]: password })
  const hers = office.visitor()
  await enter(hers)
  expect((await hers.post('/two-factor/enable', { password: 'sai' })).body.code).toBe('access.wrong_password')
  const started = await hers.post('/two-factor/enable', { password })
  expect(String(started.body.address)).toMatch(/^otpauth:\/\/totp\/B%C3%ACnh%20Y%C3%AAn:xa%40demo\.example\?secret=/)
  expect((await enter(office.visitor())).body).toEqual({ secondFactor: false })
  expect((await hers.post('/two-factor/verify-totp', { code: '000000' })).body.code).toBe('access.wrong_code')
  expect((await hers.post('/two-factor/verify-totp', { code: codeOf(String(started.body.address)) })).status).toBe(200)
  expect((await enter(office.visitor())).body).toEqual({ secondFactor: true })
  expect(await office.operations()).toContain('access.enableAuthenticator')
})

test('with the app on, a password alone opens nothing', async () => {
  const office = await signInOffice({ [personId('xa')]: password })
  const { address } = await withApp(office)
  const phone = office.visitor()
  expect((await enter(phone)).body).toEqual({ secondFactor: true })
  expect(await office.signIn.personOf(phone.headers())).toBeUndefined()
  expect((await phone.post('/two-factor/verify-totp', { code: '123456', trustDevice: true })).status).toBe(401)
  const refused = await sql`
    select person_id from audit_entry where operation = 'access.signInRefused'`.execute(office.database.db)
  expect(refused.rows).toEqual([{ person_id: personId('xa') }])
  const passed = await phone.post('/two-factor/verify-totp', { code: codeOf(address), trustDevice: true })
  expect([passed.status, passed.body]).toEqual([200, {}])
  expect(passed.cookies.join()).not.toContain('trust')
  expect(await office.signIn.personOf(phone.headers())).toMatchObject({ id: personId('xa') })
})

test('five wrong codes end the sign-in under way, ten lock the second factor for a while', async () => {
  const office = await signInOffice({ [personId('xa')]: password })
  const { address } = await withApp(office)
  const answers: unknown[] = []
  for (const phone of [office.visitor('192.0.2.5'), office.visitor('192.0.2.6')]) {
    await enter(phone)
    for (let tries = 0; tries < 6; tries += 1)
      answers.push((await phone.post('/two-factor/verify-totp', { code: '123456' })).body.code)
  }
  expect(answers.slice(0, 6)).toEqual([...Array(5).fill('access.wrong_code'), 'access.sign_in_over'])
  const last = office.visitor('192.0.2.7')
  await enter(last)
  expect((await last.post('/two-factor/verify-totp', { code: codeOf(address) })).body.code).toBe('platform.too_many')
})

test('each backup code opens once', async () => {
  const office = await signInOffice({ [personId('xa')]: password })
  const { codes } = await withApp(office)
  expect(codes).toHaveLength(10)
  const [first, second] = [office.visitor(), office.visitor()]
  await enter(first)
  expect((await first.post('/two-factor/verify-backup-code', { code: codes[0] })).status).toBe(200)
  await enter(second)
  expect((await second.post('/two-factor/verify-backup-code', { code: codes[0] })).body.code).toBe('access.wrong_code')
  expect((await second.post('/two-factor/verify-backup-code', { code: codes[1] })).status).toBe(200)
})

test('the app is switched off with the password, or taken away by whoever resets the sign-in', async () => {
  const office = await signInOffice({ [personId('xa')]: password })
  const { hers } = await withApp(office)
  expect((await hers.post('/two-factor/disable', { password: 'sai' })).body.code).toBe('access.wrong_password')
  expect((await hers.post('/two-factor/disable', { password })).status).toBe(200)
  expect((await enter(office.visitor())).body).toEqual({ secondFactor: false })
  await withApp(office)
  await removeFactors(office.database.db, personId('xa'))
  expect((await enter(office.visitor())).body).toEqual({ secondFactor: false })
})

test('the secret of the app and the backup codes are not readable in the database', async () => {
  const office = await signInOffice({ [personId('xa')]: password })
  const { address, codes } = await withApp(office)
  const kept = await sql<{ all: string }>`select two_factor::text as all from auth.two_factor`.execute(
    office.database.db,
  )
  const secret = new URL(address).searchParams.get('secret') ?? '-'
  expect(kept.rows[0]?.all).not.toContain(secret)
  for (const code of codes) expect(kept.rows[0]?.all).not.toContain(code)
})

test('a passkey is added only by somebody who signed in lately', async () => {
  const office = await signInOffice({ [personId('xa')]: password })
  const hers = office.visitor()
  expect((await hers.get('/passkey/generate-register-options')).status).toBe(401)
  await enter(hers)
  const options = await hers.get('/passkey/generate-register-options')
  expect(options.body).toMatchObject({
    rp: { id: 'localhost', name: 'Bình Yên' },
    authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
  })
  await sql`update auth.session set created_at = now() - interval '31 minutes'`.execute(office.database.db)
  expect((await hers.get('/passkey/generate-register-options')).body.code).toBe('access.not_fresh')
})

test('a session stands on two factors after a code, and on one after the app is off', async () => {
  const office = await signInOffice({ [personId('xa')]: password })
  await sql`update person set demo = false`.execute(office.database.db)
  const stands = async (visitor: Visitor) => (await office.signIn.personOf(visitor.headers()))?.twoFactors
  const [early, other] = [office.visitor(), office.visitor()]
  await enter(early)
  expect(await stands(early)).toBe(false)
  const { hers, address, codes } = await withApp(office)
  expect([await stands(hers), await stands(early)]).toEqual([true, false])
  await enter(other)
  await other.post('/two-factor/verify-backup-code', { code: codes[0] })
  expect(await stands(other)).toBe(true)
  const changed = { currentPassword: password, newPassword: 'gió lùa qua vườn quýt 58' }
  expect((await hers.post('/change-password', changed)).status).toBe(200)
  expect(await stands(hers)).toBe(true)
  const phone = office.visitor()
  await phone.post('/sign-in/email', { email: hoa, password: changed.newPassword })
  await phone.post('/two-factor/verify-totp', { code: codeOf(address) })
  expect(await stands(phone)).toBe(true)
  expect((await hers.post('/two-factor/disable', { password: changed.newPassword })).status).toBe(200)
  expect([await stands(hers), await stands(phone)]).toEqual([false, false])
})

test('codes that are given within a session prove nothing: nobody counts how often they are guessed', async () => {
  const office = await signInOffice({ [personId('xa')]: password })
  await sql`update person set demo = false`.execute(office.database.db)
  const stands = async (visitor: Visitor) => (await office.signIn.personOf(visitor.headers()))?.twoFactors
  const early = office.visitor()
  await enter(early)
  const begun = await early.post('/two-factor/enable', { password })
  const [unproven] = begun.body.backupCodes as string[]
  await early.post('/two-factor/verify-backup-code', { code: unproven })
  expect(await stands(early)).toBe(false)
  const { address, codes } = await withApp(office)
  expect((await early.post('/two-factor/verify-totp', { code: codeOf(address) })).status).toBe(200)
  expect((await early.post('/two-factor/verify-backup-code', { code: codes[0] })).status).toBe(200)
  expect(await stands(early)).toBe(false)
})

test('the people of the demonstration are not asked for a second factor', async () => {
  const office = await signInOffice({ [personId('xa')]: password })
  const hers = office.visitor()
  await enter(hers)
  expect(await office.signIn.personOf(hers.headers())).toMatchObject({ twoFactors: true })
})
