// Rights to files of persons, asked of the whole site by real sessions: withheld from one factor, there with two, nothing else touched.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { buildSite } from '../app/server.ts'
import { Delegate, GiveGrant, Me } from '../modules/access/contract.ts'
import { setPassword } from '../modules/access/server/sign-in/accounts.ts'
import { ListOfficers } from '../modules/cases/contract.ts'
import { CountWaiting } from '../modules/handover/contract.ts'
import { ListProgrammes } from '../modules/programme/contract.ts'
import { openLog } from '../platform/server/log.ts'
import { readSettings } from '../platform/settings.ts'
import { freshDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { areaId, personId } from '../programmes/kim-dong-2024/ids.ts'
import { codeOf } from './support/authenticator-app.ts'
import { openVisitor } from './support/visitor.ts'

const origin = 'http://localhost:8080'
const password = 'trăng rằm soi bến đò 41'
const email = 'ngan@xa.example'
const communeId = areaId('12322', '2025-07-01')

let database: TestDatabase
let required: (who?: string) => Promise<Session>
let offered: typeof required
beforeAll(async () => {
  database = await freshDatabase(inject('kimDongTemplate'))
  const id = uuidv7()
  await sql`insert into person (id, name, email) values (${id}, 'Bùi Thị Ngân', ${email})`.execute(database.db)
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${id}, 'commune-police', ${communeId}, '2024-01-01', 'Phân công')`.execute(database.db)
  for (const each of [id, personId('conganxa')]) await setPassword(database.db, each, password)
  required = await siteWith({})
  offered = await siteWith({ BINHYEN_FILES_TWO_FACTORS: 'offered' })
})
afterAll(() => database.drop())

type Session = Awaited<ReturnType<Awaited<ReturnType<typeof siteWith>>>>

/** Answers how to sign in there by password, which with the app on leaves the second factor to be given. */
async function siteWith(more: Record<string, string>) {
  const product = {
    settings: readSettings({ BINHYEN_PORT: '8080', BINHYEN_LOG_LEVEL: 'silent', ...more }),
    secret: 'a secret of this test run, long enough',
    database: { ...database, embedded: undefined, migrated: [] },
  }
  const { site } = await buildSite(product, openLog('silent'))
  const handler = (request: Request) => Promise.resolve(site.fetch(request))
  return async (who = email) => {
    const visitor = openVisitor({ handler, personOf: async () => undefined }, '', origin)
    expect((await visitor.post('/sign-in/email', { email: who, password })).status).toBe(200)
    const ask = async (path: string, body?: object) => {
      const headers = visitor.headers({ 'content-type': 'application/json', 'idempotency-key': uuidv7(), origin })
      const init = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }
      const answer = await site.request(`${origin}${path}`, init)
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { code?: string } }
    }
    const me = async () => (await ask(Me.path)).body as { signIn: object; permissions: { name: string }[] }
    return { visitor, ask, me, files: async () => (await ask(CountWaiting.path)).body.code ?? 'there' }
  }
}
const needed = 'platform.two_factors_needed'

async function switchOn({ visitor }: Session) {
  const { body } = await visitor.post('/two-factor/enable', { password })
  expect((await visitor.post('/two-factor/verify-totp', { code: codeOf(String(body.address)) })).status).toBe(200)
  return { address: String(body.address), codes: body.backupCodes as string[] }
}

test('one factor: files are refused by a name of their own, and nothing else is', async () => {
  const hers = await required()
  const refused = await hers.ask(CountWaiting.path)
  expect([refused.status, refused.body.code]).toEqual([403, needed])
  // A file that is downloaded is no operation, and is refused the same way.
  const carried = await hers.ask(`/api/handover/carried?communeId=${communeId}&id=${uuidv7()}&kind=pack`)
  expect(carried.body.code).toBe(needed)
  // What the person does not hold in any session is not promised to them.
  expect((await hers.ask(`${ListOfficers.path}?communeId=${communeId}`)).body.code).toBe('platform.not_allowed')
  expect((await hers.ask(ListProgrammes.path)).status).toBe(200)
  const me = await hers.me()
  expect(me.signIn).toMatchObject({ filesWithheld: true })
  expect(me.permissions.map(({ name }) => name)).toEqual(['areas.read', 'programme.read'])
})

test('one factor: what waits is not lent to somebody whose session has two', async () => {
  const hers = await required()
  const lending = {
    ...{ id: uuidv7(), toPersonId: personId('conganxa'), roleId: null, postId: null, reason: 'Đi học' },
    ...{ from: '2099-01-01', to: '2099-01-05' },
  }
  expect((await hers.ask(Delegate.path, lending)).body.code).toBe(needed)
  const role = { ...lending, roleId: 'commune-police' }
  expect((await hers.ask(Delegate.path, role)).body.code).toBe(needed)
})

test('one factor: somebody who gives rights is told what their session lacks, and gives with two', async () => {
  await sql`insert into role (id, name_vi, name_en) values ('manager-of-police', 'Quản lý quyền công an', 'Manager of police')`.execute(
    database.db,
  )
  await sql`insert into role_permission (role_id, permission)
    select 'manager-of-police', permission from role_permission where role_id = 'commune-police'
    union select 'manager-of-police', unnest(array['access.read', 'access.manage'])`.execute(database.db)
  const manager = uuidv7()
  await sql`insert into person (id, name, email) values (${manager}, 'Vũ Văn Quản', 'quan@xa.example')`.execute(
    database.db,
  )
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${manager}, 'manager-of-police', ${communeId}, '2024-01-01', 'Phân công')`.execute(database.db)
  await setPassword(database.db, manager, password)
  const theirs = await required('quan@xa.example')
  const grant = {
    ...{ id: uuidv7(), personId: personId('tramyte'), roleId: 'commune-police', areaId: communeId },
    ...{ from: '2024-01-01', to: null, reason: 'Phân công' },
  }
  expect((await theirs.ask(GiveGrant.path, grant)).body.code).toBe(needed)
  const more = await theirs.ask(GiveGrant.path, { ...grant, roleId: 'province-lead' })
  expect(more.body.code).toBe('access.more_than_own')
  await switchOn(theirs)
  expect((await theirs.ask(GiveGrant.path, grant)).status).toBe(200)
})

test('the people of the demonstration open files with one factor, and so does everybody where two are only offered', async () => {
  expect(await (await required('conganxa@demo.example')).files()).toBe('there')
  const hers = await offered()
  expect(await hers.files()).toBe('there')
  expect((await hers.me()).signIn).toMatchObject({ filesWithheld: false })
})

test('two factors: there at once where the app is switched on, at each sign-in with a code, and gone when it is off', async () => {
  const [early, hers] = [await required(), await required()]
  expect([await early.files(), await hers.files()]).toEqual([needed, needed])
  const { address, codes } = await switchOn(hers)
  expect(await hers.files()).toBe('there')
  expect((await hers.me()).signIn).toMatchObject({ authenticator: true, filesWithheld: false })
  expect(await early.files()).toBe(needed)

  const phone = await required()
  expect(await phone.files()).toBe('platform.not_signed_in')
  await phone.visitor.post('/two-factor/verify-totp', { code: codeOf(address) })
  expect(await phone.files()).toBe('there')
  const lost = await required()
  await lost.visitor.post('/two-factor/verify-backup-code', { code: codes[0] })
  expect(await lost.files()).toBe('there')
  expect(await early.files()).toBe(needed)

  expect((await hers.visitor.post('/two-factor/disable', { password })).status).toBe(200)
  expect([await hers.files(), await phone.files(), await lost.files()]).toEqual([needed, needed, needed])
})
