import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { signInOffice } from '../../../../tests/support/sign-in-office.ts'
import { firstAdministratorLink } from './first-administrator.ts'
import { makeInvitation } from './invitations.ts'

const password = 'trăng rằm soi bến đò 41'
const tokenOf = (path: string): string => path.split('#')[1] ?? ''

async function invited(purpose: 'invite' | 'reset' = 'invite') {
  const office = await signInOffice()
  const now = office.clock.now()
  const link = await makeInvitation(office.database.db, {
    personId: personId('xa'),
    purpose,
    madeBy: personId('quantri'),
    now,
  })
  return { office, token: tokenOf(link.path) }
}

test('a link that nobody made, that is over, or that was replaced opens nothing', async () => {
  const { office, token } = await invited()
  const look = (secret: string) => office.visitor().post('/invitation', { token: secret })
  expect((await look('x'.repeat(43))).body.code).toBe('access.link_over')
  expect((await look('')).body.code).toBe('access.link_over')
  expect((await look('cut off')).body.code).toBe('access.link_over')
  expect((await look(token)).body).toMatchObject({ purpose: 'invite', email: 'xa@demo.example' })
  office.wait(72 * 60)
  expect((await look(token)).body.code).toBe('access.link_over')
  const next = await makeInvitation(office.database.db, {
    personId: personId('xa'),
    purpose: 'invite',
    madeBy: null,
    now: office.clock.now(),
  })
  expect((await look(token)).body.code).toBe('access.link_over')
  expect((await look(tokenOf(next.path))).status).toBe(200)
})

test('a weak password is refused with its reason in the language of the reader, and the link still works', async () => {
  const { office, token } = await invited()
  const accept = async (typed: string, language: 'vi' | 'en') => {
    const answer = await office
      .visitor()
      .post('/invitation/accept', { token, password: typed }, { 'accept-language': language })
    return [answer.body.code, answer.body.fields?.[0]?.message]
  }
  expect(await accept('ngắn quá', 'vi')).toEqual(['access.password_short', 'Mật khẩu cần ít nhất 12 ký tự; mới có 8.'])
  expect(await accept('matkhau123456', 'en')).toEqual([
    'access.password_common',
    expect.stringContaining('common or leaked words'),
  ])
  expect((await accept('phamthuhoa2024', 'vi'))[0]).toBe('access.password_personal')
  expect((await accept('abcdefghijklmnop', 'vi'))[0]).toMatch(/password_(pattern|common)/)
  expect((await accept(password, 'vi'))[0]).toBeUndefined()
})

test('the link sets the password once, signs in, and stands in the audit', async () => {
  const { office, token } = await invited()
  const hers = office.visitor()
  const [first, second] = await Promise.all([
    hers.post('/invitation/accept', { token, password }),
    office.visitor().post('/invitation/accept', { token, password: 'gió lùa qua vườn quýt 58' }),
  ])
  expect([first.status, second.status].sort()).toEqual([200, 410])
  const winner = first.status === 200 ? first : second
  expect(winner.body).toEqual({ secondFactor: false })
  expect((await office.operations()).filter((operation) => operation === 'access.acceptInvitation')).toHaveLength(1)
  expect(await office.operations()).toContain('access.signIn')
})

test('a link for somebody who was stopped meanwhile opens nothing', async () => {
  const { office, token } = await invited()
  await sql`update person set disabled_on = '2024-11-15' where id = ${personId('xa')}`.execute(office.database.db)
  expect((await office.visitor().post('/invitation/accept', { token, password })).body.code).toBe('access.link_over')
})

test('an empty installation makes its first administrator by one link, and then no more', async () => {
  const office = await signInOffice({}, { empty: true })
  const link =
    (await firstAdministratorLink(office.database.db, { publicUrl: 'http://localhost:8080' }, office.clock)) ?? ''
  expect(link).toMatch(/^http:\/\/localhost:8080\/app\/welcome#[\w-]{43}$/)
  const token = tokenOf(link)
  const hers = office.visitor()
  const nameless = await hers.post('/invitation/accept', { token, password })
  expect(nameless.body.fields?.[0]?.path).toBe('name')
  const person = { name: 'Đặng Thị Lành', email: 'Lanh@tinh.example' }
  expect((await hers.post('/invitation/accept', { token, password, ...person })).status).toBe(200)
  const known = await office.signIn.personOf(hers.headers())
  expect(known?.name).toBe('Đặng Thị Lành')
  expect((await hers.post('/invitation/accept', { token, password, ...person })).status).toBe(410)
  expect(
    await firstAdministratorLink(office.database.db, { publicUrl: 'http://localhost:8080' }, office.clock),
  ).toBeUndefined()
})

test('a link printed at an earlier start no longer works after the next one', async () => {
  const office = await signInOffice({}, { empty: true })
  const settings = { publicUrl: 'http://localhost:8080' }
  const first = (await firstAdministratorLink(office.database.db, settings, office.clock)) ?? ''
  await firstAdministratorLink(office.database.db, settings, office.clock)
  expect((await office.visitor().post('/invitation', { token: tokenOf(first) })).body.code).toBe('access.link_over')
})

test('a link opens nothing once its maker could not make it any more', async () => {
  const office = await signInOffice()
  const { db } = office.database
  const look = (token: string) => office.visitor().post('/invitation', { token })
  const accept = (token: string) => office.visitor().post('/invitation/accept', { token, password })
  const made = async (madeBy: string, person: string) => {
    const now = office.clock.now()
    const { path } = await makeInvitation(db, { personId: personId(person), purpose: 'reset', madeBy, now })
    return tokenOf(path)
  }
  await sql`insert into role (id, name_vi, name_en) values ('manager', 'Quản lý', 'Manager')`.execute(db)
  await sql`insert into role_permission (role_id, permission) select 'manager', permission from role_permission
    where role_id = 'commune-officer' union select 'manager', 'access.manage'`.execute(db)
  await sql`update access_grant set role_id = 'manager', area_id = (select area_id from access_grant where person_id = ${personId('xa')})
    where person_id = ${personId('ngocthanh')}`.execute(db)
  await sql`delete from post_holder where person_id = ${personId('ngocthanh')}`.execute(db)
  const local = personId('ngocthanh')
  const good = await made(local, 'xa')
  expect((await look(good)).status).toBe(200)
  // The officer gets more than the maker of the link manages.
  await sql`update access_grant set role_id = 'district-lead' where person_id = ${personId('xa')}`.execute(db)
  expect((await look(good)).body.code).toBe('access.link_over')
  expect((await accept(good)).body.code).toBe('access.link_over')
  const byAdministrator = await made(personId('quantri'), 'xa')
  expect((await look(byAdministrator)).status).toBe(200)
  await sql`update person set disabled_on = '2024-11-01' where id = ${personId('quantri')}`.execute(db)
  expect((await accept(byAdministrator)).body.code).toBe('access.link_over')
})
