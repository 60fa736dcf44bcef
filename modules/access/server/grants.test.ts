import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { AddPerson, AddRole, ChangeRole, GiveGrant, ListRoles, Me, RevokeGrant, ViewPerson } from '../contract.ts'
import { slice } from './slice.ts'

const [district, town, nextCommune] = [areaId('331'), areaId('12280'), areaId('12322')]
const grant = (
  personId: string,
  roleId: string,
  areaId: string | null,
  more: { to?: string | null; id?: string } = {},
) => ({
  id: more.id ?? uuidv7(),
  personId,
  roleId,
  areaId,
  from: '2024-11-15',
  to: more.to ?? null,
  reason: 'Phân công mới',
})

/** The head of the next commune also manages rights there, without holding the leaders' permissions. */
async function withLocalManager(): Promise<World> {
  const here = await world([slice])
  await here.administrator.send(AddRole, {
    id: 'local-manager',
    nameVi: 'Quản lý quyền cấp xã',
    nameEn: 'Local manager of rights',
    permissions: ['access.read', 'access.manage'],
  })
  await here.administrator.send(GiveGrant, grant(personId('ngocthanh'), 'local-manager', nextCommune))
  return here
}

test('what is ill-formed is refused field by field', async () => {
  const { administrator } = await world([slice])
  const refusal = await expectRefusal(
    administrator.send(GiveGrant, { ...grant(personId('xa'), 'auditor', town), reason: '', from: '2024-02-30' }),
    'platform.invalid_input',
  )
  expect(refusal.fields?.map((field) => field.path)).toEqual(['from', 'reason'])
})

test('somebody who does not manage rights gives none', async () => {
  const { districtLead, communeOfficer } = await world([slice])
  const wanted = grant(personId('thon'), 'hamlet-head', town)
  await expectRefusal(communeOfficer.send(GiveGrant, wanted), 'platform.not_allowed')
  await expectRefusal(districtLead.send(GiveGrant, wanted), 'platform.not_allowed')
})

test('somebody from the next commune gives nothing here, and nothing that lies above', async () => {
  const { neighbour } = await withLocalManager()
  await expectRefusal(neighbour.send(GiveGrant, grant(personId('thon'), 'hamlet-head', town)), 'platform.not_found')
  await expectRefusal(neighbour.send(GiveGrant, grant(personId('thon'), 'hamlet-head', district)), 'platform.not_found')
  await expectRefusal(
    neighbour.send(GiveGrant, grant(personId('thon'), 'hamlet-head', null)),
    'access.everywhere_needed',
  )
})

test('nobody gives more than they hold there, and nobody gives to themselves', async () => {
  const { neighbour, administrator } = await withLocalManager()
  const more = await expectRefusal(
    neighbour.send(GiveGrant, grant(personId('thon'), 'district-lead', nextCommune)),
    'access.more_than_own',
  )
  expect(more.values.missing).toContain('tasks.assign')
  await expectRefusal(
    neighbour.send(GiveGrant, grant(personId('ngocthanh'), 'hamlet-head', nextCommune)),
    'access.not_yourself',
  )
  await expectRefusal(
    administrator.send(GiveGrant, grant(personId('quantri'), 'province-lead', null)),
    'access.not_yourself',
  )
})

test('a right given holds at once where it was given, and only there', async () => {
  const { neighbour, hamletHead } = await withLocalManager()
  await neighbour.send(GiveGrant, grant(personId('thon'), 'local-manager', nextCommune))
  const me = await hamletHead.ask(Me, {})
  expect(me.permissions.find(({ name }) => name === 'access.manage')?.areas.map(({ name }) => name)).toEqual([
    'Ngọc Thanh',
  ])
})

test('sent twice it is given once; given twice it is refused', async () => {
  const { administrator, hamletHead } = await world([slice])
  const [once, command] = [grant(personId('thon'), 'auditor', town), uuidv7()]
  await administrator.send(GiveGrant, once, { id: command })
  await administrator.send(GiveGrant, once, { id: command })
  await expectRefusal(administrator.send(GiveGrant, grant(personId('thon'), 'auditor', town)), 'access.grant_twice')
  expect((await hamletHead.ask(Me, {})).roles.filter(({ role }) => role.id === 'auditor')).toHaveLength(1)
})

test('a right before its day and after its end does not hold', async () => {
  const { administrator, hamletHead } = await world([slice])
  await administrator.send(GiveGrant, { ...grant(personId('thon'), 'auditor', town), from: '2024-11-16' })
  await administrator.send(GiveGrant, {
    ...grant(personId('thon'), 'district-lead', town),
    from: '2024-10-01',
    to: '2024-11-15',
  })
  expect((await hamletHead.ask(Me, {})).roles.map(({ role }) => role.id)).toEqual(['hamlet-head'])
})

test('a right is taken back once, and stays on the record', async () => {
  const { administrator, neighbour, hamletHead } = await withLocalManager()
  const given = grant(personId('thon'), 'local-manager', nextCommune)
  await neighbour.send(GiveGrant, given)
  await neighbour.send(RevokeGrant, { id: given.id, reason: 'Hết đợt' })
  await expectRefusal(neighbour.send(RevokeGrant, { id: given.id, reason: 'Hết đợt' }), 'access.revoked_already')
  expect((await hamletHead.ask(Me, {})).roles.map(({ role }) => role.id)).toEqual(['hamlet-head'])
  const seen = await administrator.ask(ViewPerson, { id: personId('thon') })
  expect(seen.grants.find(({ id }) => id === given.id)).toMatchObject({ revokedOn: '2024-11-15', inForce: false })
})

test('a local manager takes back nothing of the next commune and nothing greater than theirs', async () => {
  const { administrator, neighbour } = await withLocalManager()
  const [far, great] = [
    grant(personId('coquan'), 'hamlet-head', town),
    grant(personId('thon'), 'district-lead', nextCommune),
  ]
  await administrator.send(GiveGrant, far)
  await administrator.send(GiveGrant, great)
  await expectRefusal(neighbour.send(RevokeGrant, { id: far.id, reason: 'x' }), 'platform.not_found')
  await expectRefusal(neighbour.send(RevokeGrant, { id: great.id, reason: 'x' }), 'access.more_than_own')
})

test('the last administrator stays; of two who take each other away at once one stays', async () => {
  const { administrator, as } = await world([slice])
  const own = (await administrator.ask(ViewPerson, { id: personId('quantri') })).grants[0]?.id ?? ''
  await expectRefusal(administrator.send(RevokeGrant, { id: own, reason: 'x' }), 'access.last_administrator')
  const second = grant(personId('kiemtra'), 'administrator', null)
  await administrator.send(GiveGrant, second)
  const outcomes = await Promise.allSettled([
    administrator.send(RevokeGrant, { id: second.id, reason: 'x' }),
    as(personId('kiemtra')).send(RevokeGrant, { id: own, reason: 'x' }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('an administrator of a part adds people with a right in that part, others anywhere', async () => {
  const { neighbour, administrator } = await withLocalManager()
  const person = { id: uuidv7(), name: 'Đào Thị Mận', email: 'Man@Demo.Example' }
  await expectRefusal(neighbour.send(AddPerson, person), 'access.grant_needed')
  const { personId: _, ...right } = grant(person.id, 'local-manager', nextCommune)
  await expectRefusal(
    neighbour.send(AddPerson, { ...person, grant: { ...right, roleId: 'district-lead' } }),
    'access.more_than_own',
  )
  await neighbour.send(AddPerson, { ...person, grant: right })
  await expectRefusal(
    administrator.send(AddPerson, { ...person, id: uuidv7(), email: 'man@demo.example' }),
    'access.email_taken',
  )
  expect((await neighbour.ask(ViewPerson, { id: person.id })).person.email).toBe('man@demo.example')
})

test('roles are data: a change holds at once, a stale one is refused, nobody widens their own', async () => {
  const { administrator, districtLead, communeOfficer } = await world([slice])
  const list = await administrator.ask(ListRoles, {})
  const role = list.roles.find(({ id }) => id === 'commune-officer')
  if (!role) throw new Error('the role is missing')
  const { held, ...change } = role
  expect(held).toBe(2)
  await expectRefusal(districtLead.send(ChangeRole, change), 'platform.not_allowed')
  await expectRefusal(
    administrator.send(ChangeRole, { ...change, permissions: ['tasks.fly'] }),
    'access.no_such_permission',
  )
  await administrator.send(ChangeRole, { ...change, permissions: [...change.permissions, 'portal.publish'] })
  expect((await communeOfficer.ask(Me, {})).permissions.some(({ name }) => name === 'portal.publish')).toBe(true)
  await expectRefusal(administrator.send(ChangeRole, change), 'platform.changed_meanwhile')
  const own = list.roles.find(({ id }) => id === 'administrator')
  if (!own) throw new Error('the role is missing')
  const { held: _, ...ownRole } = own
  await expectRefusal(
    administrator.send(ChangeRole, { ...ownRole, permissions: [...own.permissions, 'tasks.assign'] }),
    'access.not_own_role',
  )
  await expectRefusal(
    administrator.send(ChangeRole, { ...ownRole, permissions: ['access.read'] }),
    'access.last_administrator',
  )
})

test('a local manager gives rights to those only whom they may see, so that nobody is drawn into their reach by an id', async () => {
  const { neighbour, administrator } = await withLocalManager()
  await administrator.send(ChangeRole, {
    id: 'local-manager',
    version: 1,
    nameVi: 'Quản lý quyền cấp xã',
    nameEn: 'Local manager of rights',
    permissions: ['access.read', 'access.manage', 'areas.read'],
  })
  await administrator.send(AddRole, {
    id: 'viewer',
    nameVi: 'Người xem',
    nameEn: 'Viewer',
    permissions: ['areas.read'],
  })
  const stranger = personId('coquan')
  await expectRefusal(neighbour.ask(ViewPerson, { id: stranger }), 'platform.not_found')
  await expectRefusal(neighbour.send(GiveGrant, grant(stranger, 'viewer', nextCommune)), 'access.no_such_person')
  await expectRefusal(neighbour.send(GiveGrant, grant(uuidv7(), 'viewer', nextCommune)), 'access.no_such_person')
  await expectRefusal(neighbour.ask(ViewPerson, { id: stranger }), 'platform.not_found')
})
