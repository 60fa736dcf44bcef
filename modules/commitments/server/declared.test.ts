// Of what a share is: counted from the lists, or as declared with its paper; where the two differ both are told.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, demoId, documentId } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, type Somebody, world } from '../../../tests/support/world.ts'
import {
  AddList,
  DeclareDenominator,
  DenominatorHistory,
  ListDenominators,
  WithdrawDeclared,
} from '../../rosters/contract.ts'
import { slice as rosters } from '../../rosters/server/slice.ts'
import { ListDrives, ShowCoverage } from '../contract.ts'
import { slice } from './slice.ts'

const town = areaId('12280')
const driveId = demoId('drive:2024')
const on = '2024-11-15'
const figure = (more: Partial<Parameters<typeof given>[0]> = {}) => given({ ...more })
const given = (more: {
  id?: string
  groupId?: string
  asOf?: string
  value?: number
  prevails?: boolean
  placeId?: string
  documentId?: string
  source?: string
}) => ({
  id: uuidv7(),
  communeId: town,
  placeId: town,
  groupId: 'firms',
  asOf: '2024-11-01',
  value: 10,
  source: 'Công văn 12/CV-UBND',
  prevails: false,
  ...more,
})
const firmsIn = async (who: Somebody, day = on, within?: string) => {
  const answer = await who.ask(ShowCoverage, { driveId, on: day, ...(within ? { within } : {}) })
  return answer.groups.find(({ id }) => id === 'firms')
}

test('refused by name: in the future, no such group or place, twice for a day, withdrawn wrongly; and kept from the next commune', async () => {
  const { communeOfficer, neighbour, auditor, stranger, districtLead } = await world([slice, rosters])
  await expectRefusal(stranger.send(DeclareDenominator, figure()), 'platform.not_signed_in')
  await expectRefusal(auditor.send(DeclareDenominator, figure()), 'platform.not_allowed')
  await expectRefusal(neighbour.send(DeclareDenominator, figure()), 'platform.not_found')
  const refused = (more: Parameters<typeof given>[0], code: string) =>
    expectRefusal(communeOfficer.send(DeclareDenominator, figure(more)), code)
  await refused({ asOf: '2024-11-16' }, 'rosters.declared_in_future')
  await refused({ groupId: 'cats' }, 'rosters.declared_no_group')
  await refused({ placeId: areaId('12322') }, 'rosters.declared_nowhere')
  await refused({ value: -1 }, 'platform.invalid_input')
  await refused({ source: ' ' }, 'rosters.declared_no_paper')
  await refused({ documentId: uuidv7() }, 'rosters.declared_paper_unknown')
  const one = figure()
  const command = uuidv7()
  await communeOfficer.send(DeclareDenominator, one, { id: command })
  await communeOfficer.send(DeclareDenominator, one, { id: command })
  await refused({}, 'rosters.declared_already')
  await refused({ id: one.id, asOf: '2024-11-02' }, 'platform.id_taken')
  const withdraw = { communeId: town, id: one.id, version: 1, on }
  await expectRefusal(neighbour.send(WithdrawDeclared, withdraw), 'platform.not_found')
  await expectRefusal(communeOfficer.send(WithdrawDeclared, { ...withdraw, version: 2 }), 'platform.changed_meanwhile')
  await expectRefusal(
    communeOfficer.send(WithdrawDeclared, { ...withdraw, on: '2024-10-31' }),
    'rosters.withdrawn_before',
  )
  await expectRefusal(
    communeOfficer.send(WithdrawDeclared, { ...withdraw, on: '2024-11-16' }),
    'rosters.withdrawn_in_future',
  )
  const both = await Promise.allSettled([
    communeOfficer.send(WithdrawDeclared, withdraw),
    communeOfficer.send(WithdrawDeclared, withdraw),
  ])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(communeOfficer.send(WithdrawDeclared, withdraw), 'rosters.withdrawn_already')
  // From its day on it does not count; before it did, and the history keeps it.
  expect((await firmsIn(districtLead))?.of).toBeNull()
  expect((await firmsIn(districtLead, '2024-11-14'))?.of).toBe(10)
  const { rows } = await communeOfficer.ask(DenominatorHistory, { areaId: town, groupId: 'firms' })
  expect(rows).toMatchObject([{ kind: 'declared', value: 10, ended: 'withdrawn', endedOn: on }])
  await expectRefusal(neighbour.ask(DenominatorHistory, { areaId: town, groupId: 'firms' }), 'platform.not_found')
  await expectRefusal(neighbour.ask(ListDenominators, { areaId: town, on }), 'platform.not_found')
})

test('only declared: the share is of it and says so; counted beside it: both are told; prevailing: the paper counts', async () => {
  const { communeOfficer, districtLead } = await world([slice, rosters])
  expect(await firmsIn(districtLead)).toMatchObject({ of: null, papers: null, countedOn: null })
  await communeOfficer.send(DeclareDenominator, figure())
  const paper = { value: 10, count: 1, asOf: '2024-11-01', source: 'Công văn 12/CV-UBND' }
  expect(await firmsIn(districtLead)).toMatchObject({ of: 10, papers: { ...paper, used: true, counted: null } })
  expect((await firmsIn(districtLead, '2024-10-31'))?.of).toBeNull()
  await communeOfficer.send(AddList, {
    id: uuidv7(),
    communeId: town,
    groupId: 'firms',
    title: 'Doanh nghiệp',
    asOf: '2024-11-10',
    source: 'Sổ đăng ký',
    entries: ['A', 'B', 'C'].map((name) => ({ id: uuidv7(), name: `Công ty ${name}` })),
  })
  const counted = { of: 3, countedOn: '2024-11-10', papers: { ...paper, used: false, counted: 3 } }
  expect(await firmsIn(districtLead)).toMatchObject(counted)
  expect(await firmsIn(districtLead, on, town)).toMatchObject(counted)
  expect((await firmsIn(districtLead, '2024-11-05'))?.of).toBe(10)
  await communeOfficer.send(DeclareDenominator, figure({ asOf: '2024-11-12', value: 5, prevails: true }))
  const now = { of: 5, papers: { value: 5, used: true, counted: 3, asOf: '2024-11-12' } }
  expect(await firmsIn(districtLead)).toMatchObject(now)
  const { groups } = await communeOfficer.ask(ListDenominators, { areaId: town, on })
  expect(groups.find(({ id }) => id === 'firms')).toMatchObject({ ...now, counted: 3, countedOn: '2024-11-10' })
  const { drives } = await districtLead.ask(ListDrives, { on })
  expect(drives.find(({ id }) => id === driveId)?.papers).toMatchObject({
    value: 5 + 68,
    count: 2,
    used: true,
    source: null,
  })
})

test('its paper is one of the register, called as it is there and opened from the share; never one of the next commune', async () => {
  const there = await world([slice, rosters])
  const { communeOfficer, districtLead } = there
  const elsewhere = uuidv7()
  await sql`
    insert into document (id, area_id, kind, number, issued_on, issuer, title, search_key)
    values (${elsewhere}, ${areaId('12322')}, 'công văn', '7/CV', '2024-10-01', 'UBND xã', 'Số hộ', '')`.execute(
    there.database.db,
  )
  const declare = (more: Parameters<typeof given>[0]) => communeOfficer.send(DeclareDenominator, figure(more))
  await expectRefusal(declare({ documentId: elsewhere }), 'rosters.declared_paper_unknown')
  const id = documentId('60/KH-UBND')
  await declare({ documentId: id, source: 'ghi thêm' })
  const named = { source: '60/KH-UBND ngày 07/03/2024', documentId: id }
  expect(await firmsIn(districtLead)).toMatchObject({ of: 10, papers: { ...named, used: true } })
  const { groups } = await communeOfficer.ask(ListDenominators, { areaId: town, on })
  expect(groups.find((group) => group.id === 'firms')?.places).toMatchObject([{ declared: named }])
  const { rows } = await communeOfficer.ask(DenominatorHistory, { areaId: town, groupId: 'firms' })
  expect(rows).toMatchObject([named])
})

test('a figure of the whole commune holds its hamlets and bodies: the sum is the figure, and the rest stands by itself', async () => {
  const { communeOfficer, districtLead } = await world([slice, rosters])
  const officials = async (day = on) =>
    districtLead.ask(ShowCoverage, { driveId, on: day, within: town, group: 'officials' })
  const before = await officials()
  expect(before.areas).toMatchObject([{ level: 'body', of: 24 }])
  await communeOfficer.send(DeclareDenominator, figure({ groupId: 'officials', value: 60, prevails: true }))
  const after = await officials()
  expect(after.of).toBe(60)
  expect(after.areas.map(({ level, of }) => [level, of])).toEqual(
    expect.arrayContaining([
      ['body', 24],
      ['whole', 36],
    ]),
  )
  expect(after.papers).toMatchObject({ value: 60, counted: 24, used: true })
})
