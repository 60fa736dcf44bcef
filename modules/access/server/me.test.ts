import { expect, test } from 'vitest'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { Me, SetLanguage } from '../contract.ts'
import { slice } from './slice.ts'

test('nobody signed in is nobody', async () => {
  const { stranger } = await world([slice])
  await expectRefusal(stranger.ask(Me, {}), 'platform.not_signed_in')
})

test('an officer sees her own post, role and areas, and nothing of the next commune', async () => {
  const { communeOfficer } = await world([slice])
  const me = await communeOfficer.ask(Me, {})
  expect(me.posts.map((post) => [post.titleVi, post.area.name])).toEqual([['Công chức VH-XH thị trấn', 'Lương Bằng']])
  expect(me.roles.map(({ role, area, via }) => [role.id, area?.code, via])).toEqual([
    ['commune-officer', '12280', 'grant'],
  ])
  const report = me.permissions.find((permission) => permission.name === 'tasks.report')
  expect([report?.everywhere, report?.areas.map((area) => area.name)]).toEqual([false, ['Lương Bằng']])
  expect(me.permissions.some((permission) => permission.name === 'access.manage')).toBe(false)
})

test('the administrator holds the management of rights everywhere', async () => {
  const { administrator } = await world([slice])
  const me = await administrator.ask(Me, {})
  expect(me.permissions.find((permission) => permission.name === 'access.manage')).toEqual({
    name: 'access.manage',
    everywhere: true,
    areas: [],
  })
})

test('the language is kept with the person', async () => {
  const { communeOfficer, neighbour } = await world([slice])
  await communeOfficer.send(SetLanguage, { language: 'en' })
  expect((await communeOfficer.ask(Me, {})).language).toBe('en')
  expect((await neighbour.ask(Me, {})).language).toBe('vi')
})
