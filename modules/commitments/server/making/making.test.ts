// Making a drive: refusals, the next commune, drafted and published, reworded, prolonged, closed, renewed without promises.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { expectRefusal, type Somebody, type World, world } from '../../../../tests/support/world.ts'
import {
  ChangeDrive,
  ChoicesOfDrive,
  CloseDrive,
  CreateDrive,
  ProlongDrive,
  PublishDrive,
  RewordGroup,
  ShowDrive,
} from '../../contract/drives.ts'
import { slice } from '../slice.ts'

let there: World
let communeId: string
beforeEach(async () => {
  there = await world([slice])
  const found = await sql<{ id: string }>`select id from area_unit where code = '12280' and level = 'commune'`.execute(
    there.database.db,
  )
  communeId = found.rows[0]?.id as string
})

const text = { title: 'Cam kết', opening: 'Tôi cam kết:', promises: ['không sử dụng'], closing: '' }
const households = {
  groupId: 'household-heads',
  counterpart: 'hamlet' as const,
  ways: ['ink' as const, 'paper' as const],
  countersign: true,
  text,
}
const content = {
  nameVi: 'Đợt ký 2025',
  nameEn: 'Drive of 2025',
  recurs: 'yearly' as const,
  year: 2025,
  opensOn: '2024-11-10',
  closesOn: '2024-12-31',
  groups: [households],
}
const create = (who: Somebody, given: Partial<typeof content> & { id?: string; renewsId?: string } = {}) =>
  who.send(CreateDrive, { id: uuidv7(), areaId: communeId, ...content, ...given })
const shown = (who: Somebody, id: string) => who.ask(ShowDrive, { id, on: '2024-11-15' })

test('nobody without the right makes a drive, nor the officer of the next commune, nor one that makes no sense', async () => {
  await expectRefusal(create(there.auditor), 'platform.not_allowed')
  await expectRefusal(create(there.neighbour), 'platform.not_found')
  await expectRefusal(create(there.communeOfficer, { closesOn: '2024-01-01' }), 'commitments.closes_before_opening')
  await expectRefusal(create(there.communeOfficer, { groups: [households, households] }), 'commitments.group_twice')
  const nobody = { ...households, groupId: 'nobody' }
  await expectRefusal(create(there.communeOfficer, { groups: [nobody] }), 'commitments.group_unknown')
  await expectRefusal(create(there.communeOfficer, { renewsId: uuidv7() }), 'commitments.renews_elsewhere')
  const choices = await there.communeOfficer.ask(ChoicesOfDrive, { on: '2024-11-15' })
  expect(choices.areas.map(({ id }) => id)).toEqual([communeId])
})

test('a draft is changed as a whole; twice is once, a stale one is refused, and only its makers see it', async () => {
  const { id } = await create(there.communeOfficer)
  await expectRefusal(create(there.communeOfficer, { id }), 'platform.id_taken')
  await there.communeOfficer.send(ChangeDrive, { id, version: 1, ...content, nameVi: 'Tên khác' })
  await expectRefusal(
    there.communeOfficer.send(ChangeDrive, { id, version: 1, ...content }),
    'platform.changed_meanwhile',
  )
  await expectRefusal(there.neighbour.send(ChangeDrive, { id, version: 2, ...content }), 'platform.not_found')
  expect(await shown(there.districtLead, id)).toMatchObject({ state: 'draft', name: { vi: 'Tên khác' }, version: 2 })
  await expectRefusal(shown(there.neighbour, id), 'platform.not_found')
  await expectRefusal(shown(there.hamletHead, id), 'platform.not_found')
})

test('published it opens, gets a new wording from a day on, more days, and is closed once', async () => {
  const { id } = await create(there.communeOfficer)
  const prolong = (version: number, closesOn: string) =>
    there.communeOfficer.send(ProlongDrive, { id, version, closesOn })
  const reword = (version: number, effectiveOn: string) =>
    there.communeOfficer.send(RewordGroup, {
      id,
      version,
      groupId: 'household-heads',
      effectiveOn,
      ...text,
      title: 'Bản 2',
    })
  await expectRefusal(prolong(1, '2025-01-31'), 'commitments.not_published')
  await expectRefusal(there.neighbour.send(PublishDrive, { id, version: 1 }), 'platform.not_found')
  await there.communeOfficer.send(PublishDrive, { id, version: 1 })
  await expectRefusal(there.communeOfficer.send(PublishDrive, { id, version: 2 }), 'commitments.published_already')
  await expectRefusal(
    there.communeOfficer.send(ChangeDrive, { id, version: 2, ...content }),
    'commitments.published_already',
  )
  await expectRefusal(reword(2, '2024-11-12'), 'commitments.text_in_past')
  await reword(2, '2024-11-20')
  const [group] = (await shown(there.communeOfficer, id)).groups
  expect(group).toMatchObject({ current: 1, countersign: true, texts: [{ number: 1 }, { number: 2, title: 'Bản 2' }] })
  await expectRefusal(prolong(3, '2024-11-01'), 'commitments.closes_before_opening')
  await expectRefusal(prolong(3, '2024-11-14'), 'commitments.closes_in_past')
  await prolong(3, '2025-01-31')
  const closing = await Promise.allSettled([
    there.communeOfficer.send(CloseDrive, { id, version: 4 }),
    there.districtLead.send(CloseDrive, { id, version: 4 }),
  ])
  expect(closing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await shown(there.communeOfficer, id)).toMatchObject({ state: 'closed', closedOn: '2024-11-15' })
  await expectRefusal(prolong(5, '2025-02-01'), 'commitments.over')
})

test('renewed it names the drive before, and carries no promise over', async () => {
  const { id: first } = await create(there.communeOfficer)
  await expectRefusal(create(there.communeOfficer, { renewsId: first }), 'commitments.renews_elsewhere')
  await there.communeOfficer.send(PublishDrive, { id: first, version: 1 })
  const { id } = await create(there.communeOfficer, { renewsId: first, nameVi: 'Đợt sau' })
  expect((await shown(there.communeOfficer, id)).renews).toMatchObject({ id: first })
  const { rows } = await sql`select 1 from commitment_promise where drive_id = ${id}`.execute(there.database.db)
  expect(rows).toEqual([])
})
