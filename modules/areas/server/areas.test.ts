import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, communesMergedOn, districtsEndedOn } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import {
  AreaMap,
  AreaTree,
  LineageFlow,
  ListAreas,
  PublicAreas,
  PublicLineage,
  RestateFigures,
  ShowUnit,
} from '../contract.ts'
import { slice } from './slice.ts'

const today = '2026-11-23'
const names = (units: readonly { name: string }[]) => units.map((unit) => unit.name)

test('on 01/07/2025 no unit has the code 331, and the refusal says who bore it before', async () => {
  const { stranger } = await world([slice], today)
  const refusal = await expectRefusal(
    stranger.ask(PublicAreas, { on: '2025-07-01', within: '331' }),
    'areas.no_such_code',
  )
  expect(refusal.kind.status).toBe(404)
  expect(refusal.extra).toMatchObject({
    on: '2025-07-01',
    areas: [],
    bearers: [{ name: 'Kim Động', validTo: '2025-07-01' }],
  })
  await expectRefusal(stranger.ask(PublicLineage, { code: '331', on: '2025-07-01' }), 'areas.no_such_code')
  await expectRefusal(stranger.ask(PublicLineage, { code: '99999' }), 'areas.no_such_code')
})

test('a day that does not exist is refused by name', async () => {
  const { stranger } = await world([slice], today)
  const refusal = await expectRefusal(stranger.ask(PublicAreas, { on: '2024-02-30' }), 'platform.invalid_input')
  expect(refusal.fields?.map((field) => field.path)).toEqual(['on'])
})

test('17 communes, then 15, and those of the province today', async () => {
  const { stranger } = await world([slice], today)
  const within = async (on: string) => (await stranger.ask(PublicAreas, { on, within: '331', level: 'commune' })).areas
  const before = await within('2024-06-30')
  expect(before).toHaveLength(17)
  expect(before[0]).toEqual({ id: areaId('12280'), code: '12280', name: 'Lương Bằng', type: 'thị trấn' })
  expect(await within('2024-11-30')).toHaveLength(17)
  expect(await within('2024-12-01')).toHaveLength(15)
  expect(names(await within('2024-12-31'))).toEqual(expect.arrayContaining(['Phú Thọ', 'Diên Hồng']))
  const now = await stranger.ask(PublicAreas, { within: '33' })
  expect(now.on).toBe(today)
  expect(names(now.areas)).toEqual(['Sơn Nam', 'Lương Bằng', 'Nghĩa Dân', 'Đức Hợp', 'Hiệp Cường'])
})

test('the district became four communes, and a fifth in part', async () => {
  const { stranger } = await world([slice], today)
  const lineage = await stranger.ask(PublicLineage, { code: '331', on: '2024-06-30' })
  expect(lineage.unit).toEqual({ id: areaId('331'), code: '331', name: 'Kim Động', type: 'huyện' })
  expect(lineage.from).toEqual([])
  expect(lineage.became).toEqual([
    { code: '12280', name: 'Lương Bằng', date: '2025-07-01', kind: 'merge', share: 1 },
    { code: '12286', name: 'Nghĩa Dân', date: '2025-07-01', kind: 'merge', share: 1 },
    { code: '12313', name: 'Đức Hợp', date: '2025-07-01', kind: 'merge', share: 1 },
    { code: '12322', name: 'Hiệp Cường', date: '2025-07-01', kind: 'merge-split', share: null },
    { code: '11983', name: 'Sơn Nam', date: '2025-07-01', kind: 'split', share: null },
  ])
  // Without a day, the code's last bearer is meant.
  const undated = await stranger.ask(PublicLineage, { code: '331' })
  expect(names(undated.became)).toEqual(names(lineage.became))
})

test('a re-used code means another unit on another day', async () => {
  const { stranger } = await world([slice], today)
  const older = await stranger.ask(PublicLineage, { code: '12286', on: '2024-06-30' })
  expect(older.unit.name).toBe('Toàn Thắng')
  expect(names(older.became)).toEqual(['Nghĩa Dân'])
  const newer = await stranger.ask(PublicLineage, { code: '12286' })
  expect(newer.unit.name).toBe('Nghĩa Dân')
  expect(names(newer.from)).toEqual(expect.arrayContaining(['Toàn Thắng', 'Nghĩa Dân', 'Vĩnh Xá', 'Đồng Thanh']))
  expect(newer.became).toEqual([{ code: '12286', name: 'Nghĩa Dân', date: '2025-07-01', kind: 'unchanged', share: 1 }])
})

test('a path through two mergers stays whole, and a split of unknown shares stays unknown', async () => {
  const { stranger } = await world([slice], today)
  const whole = await stranger.ask(PublicLineage, { code: '12307', on: '2024-06-30' })
  expect(whole.became).toEqual([{ code: '12280', name: 'Lương Bằng', date: '2025-07-01', kind: 'merge', share: 1 }])
  const split = await stranger.ask(PublicLineage, { code: '12322', on: '2024-06-30' })
  expect(split.became.map(({ name, share }) => [name, share])).toEqual([
    ['Sơn Nam', null],
    ['Hiệp Cường', null],
  ])
  const province = await stranger.ask(PublicLineage, { code: '34', on: '2024-06-30' })
  expect(province.became).toEqual([
    { code: '33', name: 'Hưng Yên', date: '2025-07-01', kind: 'province-merge', share: 1 },
  ])
})

test('the tree opens branch by branch, and the list finds names without marks', async () => {
  const { communeOfficer, stranger } = await world([slice], today)
  await expectRefusal(stranger.ask(AreaTree, {}), 'platform.not_signed_in')
  const roots = await communeOfficer.ask(AreaTree, { on: '2024-06-30' })
  expect(roots.units.map(({ code, children }) => [code, children])).toEqual([
    ['33', 1],
    ['34', 0],
  ])
  expect(roots.start).toEqual([areaId('33'), areaId('331')])
  const now = await communeOfficer.ask(AreaTree, {})
  expect(now.start).toEqual([areaId('33', districtsEndedOn)])
  const district = await communeOfficer.ask(AreaTree, { on: '2024-06-30', under: areaId('331') })
  expect(district.units).toHaveLength(17)
  const found = await communeOfficer.ask(ListAreas, { on: '2024-06-30', text: 'ngoc thanh' })
  expect(found.rows.map((row) => [row.code, row.parent?.name])).toEqual([['12322', 'Kim Động']])
  const page = await communeOfficer.ask(ListAreas, {
    on: '2024-06-30',
    level: 'commune',
    limit: '10' as unknown as number,
  })
  expect([page.rows.length, page.total]).toEqual([10, 17])
  const rest = await communeOfficer.ask(ListAreas, { on: '2024-06-30', level: 'commune', cursor: page.next ?? '' })
  expect(rest.rows).toHaveLength(7)
})

test('what was not yet known on a day is not shown: in November 2024 the merger of December is, that of July is not', async () => {
  const { communeOfficer } = await world([slice], today)
  const nhanLa = await communeOfficer.ask(ShowUnit, { id: areaId('12307'), on: '2024-11-15' })
  expect([nhanLa.standing, nhanLa.unit.validTo]).toEqual(['valid', '2024-12-01'])
  expect(names(nhanLa.to)).toEqual(['Diên Hồng'])
  const luongBang = await communeOfficer.ask(ShowUnit, { id: areaId('12280'), on: '2024-11-15' })
  expect([luongBang.unit.validTo, luongBang.to]).toEqual([null, []])
  const later = await communeOfficer.ask(ShowUnit, { id: areaId('12307') })
  expect([later.standing, names(later.holders), names(later.ancestors)]).toEqual([
    'ended',
    ['Lương Bằng'],
    ['Hưng Yên', 'Kim Động'],
  ])
  const reused = await communeOfficer.ask(ShowUnit, { id: areaId('12322', districtsEndedOn) })
  expect(names(reused.sameCode)).toEqual(['Ngọc Thanh'])
})

test('the map of the district follows its territory after it has ended', async () => {
  const { districtLead } = await world([slice], today)
  const before = await districtLead.ask(AreaMap, { within: areaId('331'), on: '2024-11-15' })
  expect(before.units).toHaveLength(17)
  expect(before.merges).toEqual(
    [
      {
        date: '2024-12-01',
        into: areaId('12325', communesMergedOn),
        unitIds: expect.arrayContaining([areaId('12307'), areaId('12325')]),
      },
      {
        date: '2024-12-01',
        into: areaId('12295', communesMergedOn),
        unitIds: expect.arrayContaining([areaId('12295'), areaId('12310')]),
      },
    ].sort(
      (a, b) =>
        before.merges.findIndex((each) => each.into === a.into) -
        before.merges.findIndex((each) => each.into === b.into),
    ),
  )
  expect(before.events.map(({ date, before: was, after }) => [date, was, after])).toEqual([
    ['2024-12-01', 17, 15],
    ['2025-07-01', 15, 4],
  ])
  expect(before.boundarySource).toBe(null)
  // The province of today asked about a day before it began shows what it was made of.
  const province = await districtLead.ask(AreaMap, { within: areaId('33', districtsEndedOn), on: '2024-11-15' })
  expect([province.units.length, province.events.map(({ date }) => date)]).toEqual([17, ['2024-12-01', '2025-07-01']])
  const now = await districtLead.ask(AreaMap, { within: areaId('331') })
  expect(now.within_ended).toBe(true)
  expect(now.units.map(({ name, inPart }) => [name, inPart])).toEqual([
    ['Sơn Nam', true],
    ['Lương Bằng', false],
    ['Nghĩa Dân', false],
    ['Đức Hợp', false],
    ['Hiệp Cường', false],
  ])
})

test('the flow runs 17, 15, 4 and a part, the same from a commune of either time', async () => {
  const { districtLead } = await world([slice], today)
  for (const id of [areaId('331'), areaId('12307'), areaId('12280', districtsEndedOn)]) {
    const flow = await districtLead.ask(LineageFlow, { id })
    expect(flow.columns.map((column) => column.nodes.filter((node) => !node.inPart).length)).toEqual([17, 15, 4])
    expect(flow.columns[2]!.nodes.map((node) => node.name)).toEqual([
      'Nghĩa Dân',
      'Lương Bằng',
      'Đức Hợp',
      'Hiệp Cường',
      'Sơn Nam',
    ])
    expect(flow.columns[2]!.nodes.at(-1)?.inPart).toBe(true)
    expect(flow.about?.code).toBe('331')
  }
  const flow = await districtLead.ask(LineageFlow, { id: areaId('12307') })
  expect(new Set(flow.path)).toEqual(
    new Set([areaId('12307'), areaId('12325', communesMergedOn), areaId('12280', districtsEndedOn)]),
  )
  const early = await districtLead.ask(LineageFlow, { id: areaId('12307'), on: '2024-11-15' })
  expect(early.columns.map((column) => column.nodes.length)).toEqual([17, 15])
})

test('figures are restated where shares are known, and nowhere else', async () => {
  const { provinceLead, communeOfficer } = await world([slice], today)
  const { restated, asItWas } = await provinceLead.ask(RestateFigures, {
    id: areaId('331'),
    measure: 'household-heads',
  })
  expect(asItWas).toHaveLength(17)
  expect(asItWas.reduce((sum, row) => sum + row.value, 0)).toBe(35870)
  expect(restated.map(({ unit, value }) => [unit.name, value])).toEqual([
    ['Sơn Nam', null],
    ['Lương Bằng', 7950],
    ['Nghĩa Dân', 9760],
    ['Đức Hợp', 8290],
    ['Hiệp Cường', null],
  ])
  const sonNam = restated.find(({ unit }) => unit.name === 'Sơn Nam')
  expect(sonNam?.because).toEqual([
    {
      unit: { id: areaId('12322'), code: '12322', name: 'Ngọc Thanh', type: 'xã' },
      on: '2025-07-01',
      why: 'share-unknown',
    },
  ])
  // The officer of one commune sees its figure alone; sums that need the others are "cannot", not a part of them.
  const own = await communeOfficer.ask(RestateFigures, { id: areaId('331'), measure: 'household-heads' })
  expect(names(own.asItWas.map(({ unit }) => unit))).toEqual(['Lương Bằng'])
  expect(own.restated.filter(({ value }) => value !== null)).toEqual([])
  await expectRefusal(provinceLead.ask(RestateFigures, { id: uuidv7(), measure: 'firms' }), 'areas.no_such_unit')
})
