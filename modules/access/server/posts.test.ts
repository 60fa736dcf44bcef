import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, personId, postId } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import {
  AddPost,
  AddRole,
  ChangePost,
  GiveGrant,
  HandOverPost,
  ListPosts,
  Me,
  PostTree,
  ViewPost,
} from '../contract.ts'
import { provideInheritedWork } from './inheritance.ts'
import { slice } from './slice.ts'

const town = areaId('12280')
const education = postId('education-head', '331')
const hand = (more: object = {}) => ({
  postId: education,
  version: 1,
  personId: personId('congan'),
  from: '2024-12-01',
  document: '12/QĐ-UBND',
  ...more,
})

test('posts are seen within the reach, as of a day, with their holders', async () => {
  const { districtLead, communeOfficer, auditor } = await world([slice])
  await expectRefusal(communeOfficer.ask(ListPosts, {}), 'platform.not_allowed')
  const holderOn = async (on: string) =>
    (await districtLead.ask(ListPosts, { on, text: 'giao duc' })).rows.map(({ holder }) => holder?.person.name)
  expect(await holderOn('2024-11-03')).toEqual([])
  const named = async (on: string) =>
    (await districtLead.ask(ListPosts, { on, text: 'gd&dt' })).rows.map(({ holder }) => holder?.person.name)
  expect(await named('2024-11-03')).toEqual(['Đặng Thị Hoa (minh họa)'])
  expect(await named('2024-11-04')).toEqual(['Nguyễn Kim Túy (minh họa)'])
  expect((await districtLead.ask(ListPosts, { area: town })).total).toBe(5)
  expect((await districtLead.ask(ListPosts, {})).rows.some(({ area }) => area.code === '33')).toBe(false)
  const [held, vacant, all] = await Promise.all(
    (['held', 'vacant', 'all'] as const).map((state) => auditor.ask(ListPosts, { held: state })),
  )
  expect((held?.total ?? 0) + (vacant?.total ?? 0)).toBe(all?.total)
  await expectRefusal(districtLead.ask(ViewPost, { id: postId('chair', '33') }), 'platform.not_found')
})

test('posts stand unit by unit from the top down; the tree counts them, cut to the reach', async () => {
  const { districtLead, administrator, communeOfficer, auditor } = await world([slice])
  await expectRefusal(communeOfficer.ask(PostTree, {}), 'platform.not_allowed')
  const [district] = (await districtLead.ask(PostTree, {})).units
  expect(district).toMatchObject({ code: '331', posts: 97, below: 17 })
  const communes = (await districtLead.ask(PostTree, { under: areaId('331') })).units
  expect(communes.map((unit) => unit.posts)).toEqual(Array.from({ length: 17 }, () => 5))
  const ofTown = communes.find((unit) => unit.id === town)
  expect(ofTown).toMatchObject({ vacant: 3, below: 0 })
  // The province is above the reach of the district; whoever reaches everything begins there.
  expect((await districtLead.ask(PostTree, { under: areaId('33') })).units.map((unit) => unit.code)).toEqual(['331'])
  expect((await administrator.ask(PostTree, {})).units).toMatchObject([{ code: '33', posts: 99, below: 1 }])

  const all: { id: string; unit: string; title: string }[] = []
  let cursor: string | undefined
  do {
    const page = await auditor.ask(ListPosts, { limit: '20', cursor })
    all.push(...page.rows.map((row) => ({ id: row.id, unit: row.area.id, title: row.titleVi })))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(new Set(all.map((row) => row.id)).size).toBe(99)
  const runs = all.filter((row, index) => row.unit !== all[index - 1]?.unit)
  expect(runs).toHaveLength(19)
  expect(runs.slice(0, 2).map((row) => row.unit)).toEqual([areaId('33'), areaId('331')])
  expect(all.find((row) => row.unit === town)?.title).toBe('Chủ tịch UBND thị trấn')
  const held = await auditor.ask(ListPosts, { held: 'held', area: town })
  expect(held).toMatchObject({ total: 2, counts: { held: 2, vacant: 3 } })
})

test('a hand-over ends the one before, begins the next on that day, and lists what is inherited', async () => {
  const { administrator, districtLead, as } = await world([slice])
  const task = {
    id: uuidv7(),
    kind: 'task',
    title: 'Rà soát trường học',
    due: '2024-10-31',
    late: true,
    to: '/tasks/x',
  }
  provideInheritedWork(async (_, { postId }) => (postId === education ? [task] : []))
  await expectRefusal(districtLead.send(HandOverPost, hand()), 'platform.not_allowed')
  const done = await administrator.send(HandOverPost, hand())
  expect(done).toEqual({
    version: 2,
    before: { id: personId('giaoduc'), name: 'Nguyễn Kim Túy (minh họa)' },
    after: { id: personId('congan'), name: 'Trần Quang Huy (minh họa)' },
    inherited: [task],
  })
  const seen = await administrator.ask(ViewPost, { id: education, on: '2024-12-01' })
  expect(seen.holders.map(({ person, from, to }) => [person.id, from, to])).toEqual([
    [personId('congan'), '2024-12-01', '2025-07-01'],
    [personId('giaoduc'), '2024-11-04', '2024-12-01'],
    [personId('giaoduc-truoc'), '2022-01-01', '2024-11-04'],
  ])
  expect((await as(personId('giaoduc')).ask(Me, {})).posts.map(({ to }) => to)).toEqual(['2024-12-01'])
})

test('a hand-over is refused when it is stale, to the same person, before a holder on record, or of nothing', async () => {
  const { administrator } = await world([slice])
  await expectRefusal(administrator.send(HandOverPost, hand({ version: 7 })), 'platform.changed_meanwhile')
  await expectRefusal(
    administrator.send(HandOverPost, hand({ personId: personId('giaoduc') })),
    'access.holder_already',
  )
  await expectRefusal(administrator.send(HandOverPost, hand({ from: '2024-11-04' })), 'access.held_later')
  await expectRefusal(administrator.send(HandOverPost, hand({ personId: uuidv7() })), 'access.no_such_person')
  const vacant = { postId: postId('chair', '12280'), personId: null }
  await expectRefusal(administrator.send(HandOverPost, hand(vacant)), 'access.vacant_already')
})

test('of two hand-overs at once one holds', async () => {
  const { administrator } = await world([slice])
  const outcomes = await Promise.allSettled([
    administrator.send(HandOverPost, hand()),
    administrator.send(HandOverPost, hand({ personId: personId('huyen') })),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a post may be left vacant, and filled before a holder who is already on record', async () => {
  const { administrator } = await world([slice])
  await administrator.send(HandOverPost, hand({ personId: null }))
  await administrator.send(HandOverPost, hand({ version: 2, from: '2025-02-01' }))
  await administrator.send(HandOverPost, hand({ version: 3, from: '2025-01-01', personId: personId('huyen') }))
  const { holders } = await administrator.ask(ViewPost, { id: education })
  expect(holders.slice(0, 2).map(({ person, from, to }) => [person.id, from, to])).toEqual([
    [personId('congan'), '2025-02-01', null],
    [personId('huyen'), '2025-01-01', '2025-02-01'],
  ])
})

test('a post reports to one of its own area or above, never in a circle', async () => {
  const { administrator, neighbour } = await world([slice])
  const post = {
    id: uuidv7(),
    areaId: town,
    bodyId: null,
    kind: 'front-chair',
    titleVi: 'Chủ tịch UBMTTQ thị trấn',
    titleEn: 'Chair, Fatherland Front of the town',
    reportsToId: postId('chair', '12280'),
  }
  await expectRefusal(neighbour.send(AddPost, post), 'platform.not_allowed')
  await expectRefusal(
    administrator.send(AddPost, { ...post, reportsToId: postId('chair', '12322') }),
    'access.line_outside',
  )
  await expectRefusal(administrator.send(AddPost, { ...post, bodyId: uuidv7() }), 'access.no_such_body')
  await administrator.send(AddPost, post)
  await expectRefusal(administrator.send(AddPost, post), 'access.id_taken')
  await expectRefusal(
    administrator.send(ChangePost, {
      id: postId('chair', '12280'),
      version: 1,
      titleVi: 'Chủ tịch UBND thị trấn',
      titleEn: 'Chair',
      reportsToId: post.id,
    }),
    'access.line_circle',
  )
})

test('a local manager hands posts of their area only, to people they may see', async () => {
  const { administrator, neighbour } = await world([slice])
  await administrator.send(AddRole, {
    id: 'local-manager',
    nameVi: 'Quản lý quyền cấp xã',
    nameEn: 'Local manager of rights',
    permissions: ['access.read', 'access.manage'],
  })
  await administrator.send(GiveGrant, {
    id: uuidv7(),
    personId: personId('ngocthanh'),
    roleId: 'local-manager',
    areaId: areaId('12322'),
    from: '2024-11-15',
    to: null,
    reason: 'Phân công',
  })
  await expectRefusal(neighbour.send(HandOverPost, hand()), 'platform.not_found')
  const own = hand({ postId: postId('police', '12322') })
  await expectRefusal(neighbour.send(HandOverPost, own), 'access.no_such_person')
  const done = await neighbour.send(HandOverPost, { ...own, personId: personId('thon') })
  expect(done.after?.id).toBe(personId('thon'))
})
