import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import {
  AddRole,
  ChangePerson,
  Delegate,
  DisablePerson,
  EnablePerson,
  GiveGrant,
  InvitePerson,
  ListPeople,
  ListSessions,
  Me,
  ResetSignIn,
  RevokeOtherSessions,
  RevokeSession,
  ViewPerson,
} from '../contract.ts'
import { slice } from './slice.ts'

test('people are seen within the reach of the reader', async () => {
  const { districtLead, provinceLead, auditor, communeOfficer } = await world([slice])
  await expectRefusal(communeOfficer.ask(ListPeople, {}), 'platform.not_allowed')
  const district = await districtLead.ask(ListPeople, {})
  expect(district.rows.map(({ email }) => email.split('@')[0]).sort()).toEqual([
    'congan',
    'coquan',
    'giaoduc',
    'giaoduc-truoc',
    'huyen',
    'ngocthanh',
    'thon',
    'xa',
  ])
  expect((await provinceLead.ask(ListPeople, {})).total).toBe(16)
  expect((await auditor.ask(ListPeople, {})).total).toBe(18)
  await expectRefusal(districtLead.ask(ViewPerson, { id: personId('quantri') }), 'platform.not_found')
})

test('people are found with and without marks, by role, and page by page', async () => {
  const { auditor } = await world([slice])
  const named = async (input: object) => (await auditor.ask(ListPeople, input)).rows.map(({ name }) => name)
  expect(await named({ text: 'pham thu hoa' })).toEqual(['Phạm Thu Hòa (minh họa)'])
  expect(await named({ text: 'Tuý' })).toEqual(['Nguyễn Kim Túy (minh họa)'])
  expect(await named({ role: 'hamlet-head' })).toEqual(['Bùi Văn Lộc (minh họa)'])
  expect(await named({ area: areaId('12280') })).toEqual(['Hoàng Mai Chi (minh họa)', 'Phạm Thu Hòa (minh họa)'])
  const all = await named({ limit: '200' })
  const first = await auditor.ask(ListPeople, { limit: '9' })
  const second = await auditor.ask(ListPeople, { limit: '9', cursor: first.next ?? '' })
  expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(all)
  expect(second.next).toBeNull()
  await expectRefusal(auditor.ask(ListPeople, { cursor: 'sai' }), 'platform.invalid_input')
})

test('stopping somebody needs the whole reach over them; their rights and devices end at once', async () => {
  const { administrator, districtLead, communeOfficer, database } = await world([slice])
  const id = personId('xa')
  const { version } = (await administrator.ask(ViewPerson, { id })).person
  const stop = { id, version, reason: 'Chuyển công tác' }
  await expectRefusal(districtLead.send(DisablePerson, stop), 'platform.not_allowed')
  await sql`insert into auth."user" (id, name, email) select id, name, email from person where id = ${id}`.execute(
    database.db,
  )
  await sql`insert into auth.session (id, user_id, token, expires_at) values (${uuidv7()}, ${id}, 't', now() + interval '1 hour')`.execute(
    database.db,
  )
  await administrator.send(DisablePerson, stop)
  await expectRefusal(communeOfficer.ask(ListPeople, {}), 'platform.not_allowed')
  expect((await communeOfficer.ask(Me, {})).permissions).toEqual([])
  expect((await sql`select 1 from auth.session`.execute(database.db)).rows).toEqual([])
  await expectRefusal(administrator.send(DisablePerson, stop), 'platform.changed_meanwhile')
  await expectRefusal(administrator.send(DisablePerson, { ...stop, version: version + 1 }), 'access.disabled_already')
  await administrator.send(EnablePerson, { ...stop, version: version + 1 })
  expect((await communeOfficer.ask(Me, {})).permissions.length).toBeGreaterThan(0)
})

test('nobody stops themselves', async () => {
  const { administrator } = await world([slice])
  await expectRefusal(
    administrator.send(DisablePerson, { id: personId('quantri'), version: 1, reason: 'x' }),
    'access.not_yourself',
  )
})

test('a local manager takes over nobody who holds more, here or elsewhere, or was lent more', async () => {
  const { administrator, neighbour, as } = await world([slice])
  const here = areaId('12322')
  await administrator.send(AddRole, {
    id: 'local-manager',
    nameVi: 'Quản lý quyền cấp xã',
    nameEn: 'Local manager of rights',
    permissions: [
      'access.read',
      'access.manage',
      'areas.read',
      'tasks.read',
      'tasks.report',
      'obstacles.read',
      'obstacles.raise',
    ],
  })
  const grant = (personId: string, roleId: string, areaId: string) => ({
    id: uuidv7(),
    personId,
    roleId,
    areaId,
    from: '2024-11-15',
    to: null,
    reason: 'Phân công',
  })
  await administrator.send(GiveGrant, grant(personId('ngocthanh'), 'local-manager', here))
  expect((await neighbour.ask(ViewPerson, { id: personId('thon') })).may.invite).toBe(true)
  await neighbour.send(InvitePerson, { id: personId('thon') })
  await expectRefusal(neighbour.send(InvitePerson, { id: personId('xa') }), 'platform.not_found')
  await administrator.send(GiveGrant, grant(personId('xa'), 'hamlet-head', here))
  await expectRefusal(neighbour.send(InvitePerson, { id: personId('xa') }), 'access.not_over_person')
  await expectRefusal(
    neighbour.send(ResetSignIn, { id: personId('xa'), reason: 'Mất điện thoại' }),
    'access.not_over_person',
  )
  await expectRefusal(neighbour.send(InvitePerson, { id: personId('ngocthanh') }), 'access.not_yourself')
  const lead = as(personId('huyen'))
  await lead.send(Delegate, {
    id: uuidv7(),
    toPersonId: personId('thon'),
    roleId: null,
    postId: null,
    from: '2024-11-15',
    to: '2024-11-30',
    reason: 'Đi công tác',
  })
  await expectRefusal(neighbour.send(InvitePerson, { id: personId('thon') }), 'access.not_over_person')
  expect((await neighbour.ask(ViewPerson, { id: personId('thon') })).may).toMatchObject({
    invite: false,
    change: false,
  })
})

test('a link is not kept for a repeat of the command, and a new one replaces the old', async () => {
  const { administrator, database } = await world([slice])
  const command = uuidv7()
  const first = await administrator.send(InvitePerson, { id: personId('xa') }, { id: command })
  expect(first.path).toMatch(/^\/app\/welcome#[\w-]{43}$/)
  expect(await administrator.send(InvitePerson, { id: personId('xa') }, { id: command })).toBeNull()
  await administrator.send(InvitePerson, { id: personId('xa') })
  const kept = await sql<{ open: number; audit: number }>`
    select (select count(*) from auth.invitation where withdrawn_at is null) as open,
      (select count(*) from audit_entry where operation = 'access.invite') as audit`.execute(database.db)
  expect(kept.rows).toEqual([{ open: 1, audit: 2 }])
  const text = await sql<{ all: string }>`select (select string_agg(after::text, '') from audit_entry) as all`.execute(
    database.db,
  )
  expect(text.rows[0]?.all).not.toContain(first.path.split('#')[1])
})

test('a new name and address reach the sign-in as well', async () => {
  const { administrator, database } = await world([slice])
  const id = personId('xa')
  await administrator.send(ChangePerson, { id, version: 1, name: 'Phạm Thu Hòa', email: 'hoa@demo.example' })
  await expectRefusal(
    administrator.send(ChangePerson, { id, version: 2, name: 'Phạm Thu Hòa', email: 'thon@demo.example' }),
    'access.email_taken',
  )
  const user = await sql`select name, email from auth."user" where id = ${id}`.execute(database.db)
  expect(user.rows).toEqual([{ name: 'Phạm Thu Hòa', email: 'hoa@demo.example' }])
})

test('looking at the devices of somebody else leaves a trace; at one’s own, none', async () => {
  const { administrator, communeOfficer, database } = await world([slice])
  const traces = async () =>
    (
      await sql<{ person_id: string; after: unknown }>`
        select person_id, after from audit_entry where operation = 'access.sessions'`.execute(database.db)
    ).rows
  await expectRefusal(communeOfficer.ask(ListSessions, { personId: administrator.id }), 'platform.not_allowed')
  await administrator.ask(ListSessions, {})
  expect(await traces()).toEqual([])
  await administrator.ask(ListSessions, { personId: communeOfficer.id })
  expect(await traces()).toEqual([{ person_id: administrator.id, after: { personId: communeOfficer.id } }])
})

test('a device is signed out by whoever is signed in there, or by who manages rights everywhere, once', async () => {
  const { administrator, communeOfficer, neighbour, database } = await world([slice])
  await sql`
    insert into auth."user" (id, name, email) select id, name, email from person
    where id in (${administrator.id}, ${communeOfficer.id})`.execute(database.db)
  const device = async (who: { id: string }) => {
    const id = uuidv7()
    await sql`
      insert into auth.session (id, user_id, token, expires_at)
      values (${id}, ${who.id}, ${id}, now() + interval '1 hour')`.execute(database.db)
    return id
  }
  const left = async () =>
    (
      await sql<{ id: string }>`
        select id from auth.session where user_id = ${communeOfficer.id} order by created_at, id`.execute(database.db)
    ).rows.map(({ id }) => id)
  const [desk, phone, tablet, laptop] = [
    await device(communeOfficer),
    await device(communeOfficer),
    await device(communeOfficer),
    await device(communeOfficer),
  ]
  await expectRefusal(neighbour.send(RevokeSession, { id: phone }), 'platform.not_found')
  await expectRefusal(communeOfficer.send(RevokeSession, { id: await device(administrator) }), 'platform.not_found')
  expect(await left()).toEqual([desk, phone, tablet, laptop])
  expect(await communeOfficer.send(RevokeSession, { id: phone })).toEqual({ ended: 1 })
  await expectRefusal(communeOfficer.send(RevokeSession, { id: phone }), 'platform.not_found')
  expect(await administrator.send(RevokeSession, { id: tablet })).toEqual({ ended: 1 })
  expect((await communeOfficer.ask(ListSessions, {})).sessions.map(({ id }) => id).sort()).toEqual(
    [desk, laptop].sort(),
  )
  const all = await communeOfficer.send(RevokeOtherSessions, {})
  expect([all, await left()]).toEqual([{ ended: 2 }, []])
  const traces = await sql<{ operation: string; person_id: string; subject: string }>`
    select operation, person_id, subject from audit_entry where operation like 'access.revoke%' order by at, id`.execute(
    database.db,
  )
  expect(traces.rows.map((row) => [row.operation, row.person_id, row.subject])).toEqual([
    ['access.revokeSession', communeOfficer.id, `person:${communeOfficer.id}`],
    ['access.revokeSession', administrator.id, `person:${communeOfficer.id}`],
    ['access.revokeOtherSessions', communeOfficer.id, `person:${communeOfficer.id}`],
  ])
})
