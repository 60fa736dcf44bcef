import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { sentenceOf } from '../../../platform/contract/refusal.ts'
import { areaId, demoId, districtsEndedOn } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { AddBody, AddFigure, ChangeBody, CorrectFigure, EndBody, ListBodies, ListFigures } from '../contract.ts'
import { slice } from './slice.ts'

const today = '2026-11-23'
const nhanLa = areaId('12307')
const aBody = (areaIdOfIt: string) => ({
  id: uuidv7(),
  areaId: areaIdOfIt,
  kind: 'school' as const,
  name: 'Trường Mầm non Sao Mai',
  validFrom: '2024-01-01',
})

test('84 agencies, units and schools over the 17 communes, six of them in Nhân La', async () => {
  const { districtLead, communeOfficer } = await world([slice], today)
  const all = await districtLead.ask(ListBodies, { areaId: areaId('331'), on: '2024-11-15', tree: 'government' })
  // A firm and a business stand beside those that the plan counts.
  expect([all.total, all.counted, all.may.manage]).toEqual([86, 84, true])
  const six = await districtLead.ask(ListBodies, { areaId: nhanLa, on: '2024-11-15', tree: 'government' })
  expect(six.rows.map(({ name, members }) => [name, members])).toEqual([
    ['UBND xã Nhân La', 21],
    ['Trạm Y tế xã', 6],
    ['HTX dịch vụ nông nghiệp', 9],
    ['Trường Mầm non Nhân La', 24],
    ['Trường Tiểu học Nhân La', 19],
    ['Trường THCS Nhân La', 17],
  ])
  // An officer of another commune sees none of them; the lists of the own commune say that nothing can be changed.
  expect((await communeOfficer.ask(ListBodies, { areaId: nhanLa, on: '2024-11-15' })).total).toBe(0)
  const own = await communeOfficer.ask(ListBodies, { areaId: areaId('12280'), on: '2024-11-15', tree: 'government' })
  expect([own.total, own.may.manage]).toEqual([9, false])
})

test('schools are found under the unit that wholly took their commune over; the old committee has ended', async () => {
  const { provinceLead } = await world([slice], today)
  const { rows } = await provinceLead.ask(ListBodies, {
    areaId: areaId('12280', districtsEndedOn),
    tree: 'government',
    text: 'nhan la',
  })
  expect(rows.map((row) => row.name)).toEqual([
    'Trường Mầm non Nhân La',
    'Trường Tiểu học Nhân La',
    'Trường THCS Nhân La',
  ])
})

test('the parallel trees stand side by side: each body under its superior of the same tree', async () => {
  const { provinceLead } = await world([slice], today)
  const inTree = async (tree: 'party' | 'police' | 'front', on: string) =>
    (await provinceLead.ask(ListBodies, { areaId: nhanLa, on, tree })).rows.map((row) => [row.name, row.superior?.name])
  expect(await inTree('party', '2024-11-15')).toEqual([['Đảng ủy xã Nhân La', 'Huyện ủy Kim Động']])
  expect(await inTree('police', '2024-11-15')).toEqual([['Công an xã Nhân La', 'Công an huyện Kim Động']])
  expect(await inTree('front', '2024-11-15')).toEqual([
    ['Ủy ban MTTQ Việt Nam xã Nhân La', 'Ủy ban MTTQ Việt Nam huyện Kim Động'],
  ])
  // Each ends with its commune.
  for (const tree of ['party', 'police', 'front'] as const) expect(await inTree(tree, '2024-12-01')).toEqual([])
})

test('firms, conditional businesses, clusters and others are bodies too, and the plan does not count them', async () => {
  const { districtLead, neighbour } = await world([slice], today)
  const on = '2024-11-15'
  const asked = { areaId: areaId('331'), on, tree: 'government' as const }
  const named = async (kind: (typeof kinds)[number]) =>
    (await districtLead.ask(ListBodies, { ...asked, kind })).rows.map((row) => row.name)
  const kinds = ['firm', 'conditional-business', 'cluster', 'other'] as const
  expect([await named('firm'), await named('conditional-business')]).toEqual([
    ['Công ty TNHH May Hiệp Cường'],
    ['Nhà nghỉ Toàn Thắng'],
  ])
  for (const kind of kinds) {
    const body = { ...aBody(nhanLa), kind, name: `Nơi thử ${kind}`, members: 0 }
    await expectRefusal(neighbour.send(AddBody, body), 'platform.not_allowed')
    await districtLead.send(AddBody, body)
    expect(await named(kind)).toContain(body.name)
  }
  await expectRefusal(districtLead.send(AddBody, { ...aBody(nhanLa), kind: 'shop' as never }), 'platform.invalid_input')
  const all = await districtLead.ask(ListBodies, asked)
  expect([all.total, all.counted]).toEqual([90, 84])
  expect(all.rows.find((row) => row.name === 'Nơi thử cluster')).toMatchObject({ kind: 'cluster', members: 0 })
})

test('pages of bodies follow one another without a gap', async () => {
  const { districtLead } = await world([slice], today)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await districtLead.ask(ListBodies, {
      areaId: areaId('331'),
      on: '2024-11-15',
      tree: 'government',
      limit: '25' as unknown as number,
      ...(cursor ? { cursor } : {}),
    })
    seen.push(...page.rows.map((row) => row.id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect([seen.length, new Set(seen).size]).toEqual([86, 86])
})

test('a body is added, changed and ended by who may, here, and each step once', async () => {
  const { communeOfficer, neighbour, districtLead, stranger } = await world([slice], today)
  const body = aBody(nhanLa)
  await expectRefusal(stranger.send(AddBody, body), 'platform.not_signed_in')
  await expectRefusal(communeOfficer.send(AddBody, body), 'platform.not_allowed')
  await expectRefusal(neighbour.send(AddBody, body), 'platform.not_allowed')
  await expectRefusal(districtLead.send(AddBody, aBody(areaId('34'))), 'platform.not_found')
  const late = await expectRefusal(
    districtLead.send(AddBody, { ...body, validFrom: '2025-01-01' }),
    'areas.outside_validity',
  )
  expect(late.field).toBe('validFrom')
  expect(sentenceOf(late.kind, late.values, 'vi')).toContain('xã Nhân La')
  expect(sentenceOf(late.kind, late.values, 'en')).toContain('Nhân La commune')
  const id = uuidv7()
  await districtLead.send(AddBody, body, { id })
  await districtLead.send(AddBody, body, { id })
  await expectRefusal(districtLead.send(AddBody, body), 'areas.id_taken')
  const change = { id: body.id, version: 1, kind: 'school' as const, name: 'Trường Mầm non Hoa Mai', members: 12 }
  await districtLead.send(ChangeBody, change)
  const stale = await expectRefusal(districtLead.send(ChangeBody, change), 'platform.changed_meanwhile')
  expect(stale.extra?.current).toMatchObject({ name: 'Trường Mầm non Hoa Mai', version: 2 })
  await expectRefusal(
    districtLead.send(EndBody, { id: body.id, version: 2, validTo: '2023-12-31' }),
    'areas.ends_before_start',
  )
  await districtLead.send(EndBody, { id: body.id, version: 2, validTo: '2024-09-01' })
  await expectRefusal(
    districtLead.send(EndBody, { id: body.id, version: 3, validTo: '2024-10-01' }),
    'areas.body_ended',
  )
  await expectRefusal(districtLead.send(ChangeBody, { ...change, version: 3 }), 'areas.body_ended')
})

test('a superior of another tree, or below the body itself, is refused', async () => {
  const { provinceLead } = await world([slice], '2024-11-15')
  const party = demoId('body:party:331:1997-01-01')
  await expectRefusal(provinceLead.send(AddBody, { ...aBody(nhanLa), superiorId: party }), 'areas.superior_wrong')
  const commune = demoId('body:party:12307:1997-01-01')
  await expectRefusal(
    provinceLead.send(ChangeBody, {
      id: party,
      version: 1,
      kind: 'organisation',
      name: 'Huyện ủy Kim Động',
      superiorId: commune,
    }),
    'areas.superior_wrong',
  )
})

test('a denominator has a day, a source and a place; twice for one day is refused, a stale correction too', async () => {
  const { districtLead, communeOfficer } = await world([slice], today)
  const figure = {
    id: uuidv7(),
    areaId: nhanLa,
    measure: 'residents' as const,
    asOf: '2024-06-30',
    value: 3700,
    source: 'Niên giám',
  }
  await expectRefusal(communeOfficer.send(AddFigure, figure), 'platform.not_allowed')
  await expectRefusal(districtLead.send(AddFigure, { ...figure, areaId: areaId('34') }), 'platform.not_found')
  await expectRefusal(districtLead.send(AddFigure, { ...figure, asOf: '2026-12-31' }), 'areas.in_the_future')
  await expectRefusal(districtLead.send(AddFigure, { ...figure, asOf: '2025-01-01' }), 'areas.outside_validity')
  for (const value of [-1, 1.5, 2e9])
    await expectRefusal(districtLead.send(AddFigure, { ...figure, value }), 'platform.invalid_input')
  await districtLead.send(AddFigure, figure)
  await expectRefusal(districtLead.send(AddFigure, { ...figure, id: uuidv7() }), 'areas.denominator_twice')
  const correction = { id: figure.id, version: 1, asOf: '2024-06-30', value: 3703, source: 'Niên giám 2024' }
  await districtLead.send(CorrectFigure, correction)
  await expectRefusal(districtLead.send(CorrectFigure, correction), 'platform.changed_meanwhile')
  const { rows } = await districtLead.ask(ListFigures, { areaId: nhanLa })
  expect(rows.find((row) => row.measure === 'residents')).toMatchObject({
    value: 3703,
    source: 'Niên giám 2024',
    earlier: 1,
  })
  const before = await districtLead.ask(ListFigures, { areaId: nhanLa, on: '2024-06-29' })
  expect(before.rows.find((row) => row.measure === 'residents')?.asOf).toBe('2024-03-01')
})
