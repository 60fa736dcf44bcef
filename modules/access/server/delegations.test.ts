import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, personId, postId } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import {
  AddPost,
  Delegate,
  EndDelegation,
  GiveGrant,
  HandOverPost,
  ListColleagues,
  ListPosts,
  Me,
  MyDelegations,
} from '../contract.ts'
import { slice } from './slice.ts'

const lend = (more: object = {}) => ({
  id: uuidv7(),
  toPersonId: personId('giaoduc'),
  roleId: null,
  postId: null,
  from: '2024-11-15',
  to: '2024-12-15',
  reason: 'Đi học tập trung',
  ...more,
})

test('what cannot be lent is refused by name', async () => {
  const { districtLead, as } = await world([slice])
  const refused = (more: object, code: string) => expectRefusal(districtLead.send(Delegate, lend(more)), code)
  await refused({ toPersonId: personId('huyen') }, 'access.not_to_yourself')
  await refused({ from: '2024-11-14' }, 'access.in_the_past')
  await refused({ to: '2024-11-15' }, 'access.dates_reversed')
  await refused({ to: '2025-02-14' }, 'access.too_long')
  await refused({ roleId: 'province-lead' }, 'access.role_not_own')
  await refused({ postId: postId('chair', '331') }, 'access.post_not_own')
  await refused({ toPersonId: uuidv7() }, 'access.no_such_person')
  await refused({ reason: ' ' }, 'platform.invalid_input')
  await expectRefusal(
    as(personId('giaoduc')).send(Delegate, lend({ toPersonId: personId('congan') })),
    'access.no_such_person',
  )
})

test('rights are lent to colleagues of the same areas, not to anybody whose id is known', async () => {
  const { neighbour, communeOfficer } = await world([slice])
  const names = (await communeOfficer.ask(ListColleagues, {})).rows.map(({ id }) => id)
  expect(names).toContain(personId('coquan'))
  expect(names).not.toContain(personId('ngocthanh'))
  await expectRefusal(neighbour.send(Delegate, lend({ toPersonId: personId('xa') })), 'access.no_such_person')
})

test('lent rights hold in that time only, and name whose they are', async () => {
  const { districtLead, as } = await world([slice])
  const acting = as(personId('giaoduc'))
  const given = lend({ postId: postId('vice-chair', '331') })
  await expectRefusal(acting.ask(ListPosts, {}), 'platform.not_allowed')
  await districtLead.send(Delegate, given)
  const me = await acting.ask(Me, {})
  expect(me.roles).toMatchObject([
    { role: { id: 'district-lead' }, via: 'acting', actingFor: { id: personId('huyen') } },
  ])
  const vice = (await acting.ask(ListPosts, { text: 'Phó Chủ tịch UBND huyện' })).rows[0]
  expect(vice?.acting?.id).toBe(personId('giaoduc'))
  const later = await world([slice], '2024-12-15')
  await sql`insert into delegation (id, from_person_id, to_person_id, valid_from, valid_to, reason)
    values (${uuidv7()}, ${personId('huyen')}, ${personId('giaoduc')}, '2024-11-15', '2024-12-15', 'x')`.execute(
    later.database.db,
  )
  await expectRefusal(later.as(personId('giaoduc')).ask(ListPosts, {}), 'platform.not_allowed')
})

test('what is done with lent rights stands in the audit as done for their owner', async () => {
  const { administrator, auditor, database } = await world([slice])
  await administrator.send(Delegate, lend({ toPersonId: personId('kiemtra') }))
  const post = { id: uuidv7(), areaId: areaId('331'), bodyId: null, kind: 'statistics-head', reportsToId: null }
  await auditor.send(AddPost, { ...post, titleVi: 'Chi cục trưởng Thống kê', titleEn: 'Head of Statistics' })
  const entry = await sql`
    select person_id, acting_for_id from audit_entry where operation = 'access.addPost'`.execute(database.db)
  expect(entry.rows).toEqual([{ person_id: personId('kiemtra'), acting_for_id: personId('quantri') }])
})

test('lent rights are not lent on and give nobody rights', async () => {
  const { administrator, auditor, as } = await world([slice])
  await administrator.send(Delegate, lend({ toPersonId: personId('kiemtra') }))
  const give = { personId: personId('thon'), roleId: 'auditor', areaId: areaId('12322'), from: '2024-11-15', to: null }
  await expectRefusal(auditor.send(GiveGrant, { id: uuidv7(), ...give, reason: 'x' }), 'access.lent_manage')
  await expectRefusal(
    auditor.send(Delegate, lend({ roleId: 'administrator', toPersonId: personId('thon') })),
    'access.role_not_own',
  )
  await auditor.send(Delegate, lend({ toPersonId: personId('thon') }))
  const roles = (await as(personId('thon')).ask(Me, {})).roles.map(({ role }) => role.id)
  expect(roles.sort()).toEqual(['auditor', 'hamlet-head'])
})

test('both sides end it, once; somebody else does not find it', async () => {
  const { districtLead, as, neighbour } = await world([slice])
  const [first, second] = [lend(), lend({ toPersonId: personId('congan') })]
  await districtLead.send(Delegate, first)
  await expectRefusal(districtLead.send(Delegate, lend()), 'access.delegation_twice')
  await districtLead.send(Delegate, second)
  await expectRefusal(neighbour.send(EndDelegation, { id: first.id }), 'platform.not_found')
  await as(personId('giaoduc')).send(EndDelegation, { id: first.id })
  await districtLead.send(EndDelegation, { id: second.id })
  await expectRefusal(districtLead.send(EndDelegation, { id: second.id }), 'access.ended_already')
  expect((await as(personId('giaoduc')).ask(Me, {})).permissions).toEqual([])
  expect((await districtLead.ask(MyDelegations, {})).given.map(({ inForce }) => inForce)).toEqual([false, false])
})

test('whoever acts for a post acts no longer once the post is handed over', async () => {
  const { districtLead, administrator, as } = await world([slice])
  await districtLead.send(Delegate, lend({ postId: postId('vice-chair', '331') }))
  await administrator.send(HandOverPost, {
    postId: postId('vice-chair', '331'),
    version: 1,
    personId: personId('congan'),
    from: '2024-11-15',
    document: '',
  })
  expect((await as(personId('giaoduc')).ask(Me, {})).permissions).toEqual([])
})
