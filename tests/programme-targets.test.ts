// The targets of the demonstration, computed from the records of the modules that are plugged together in app/.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { slices } from '../app/slices.ts'
import { ProgrammeOverview, TargetDetail, TargetsOfArea } from '../modules/programme/contract.ts'
import { areaId } from '../programmes/kim-dong-2024/ids.ts'
import { targetLineId } from '../programmes/kim-dong-2024/targets.ts'
import { type World, world } from './support/world.ts'

let here: World
beforeAll(async () => {
  here = await world(slices)
})
afterAll(() => here.database.drop())
const slug = 'kim-dong-2024'
const overview = (on?: string) => here.districtLead.ask(ProgrammeOverview, { slug, on })

test('on the day of the conference 6 of 17 stand against a target of 11', async () => {
  const { stands, plan } = await overview('2024-03-15')
  expect(stands).toEqual({
    total: 17,
    drugFree: 6,
    target: 11,
    dueOn: '2024-12-31',
    keep: { met: 6, of: 6 },
    convert: { met: 0, of: 5 },
  })
  expect(plan?.versions.map((version) => version.number)).toEqual([1])
})

test('before the plan was issued there is nothing to measure', async () => {
  const { plan, lines, stands } = await overview('2024-03-01')
  expect(plan).toBeNull()
  expect(lines).toEqual([])
  expect(stands.target).toBeNull()
})

test('the demonstration opens on 15/11/2024 with 71 of 84 bodies, and knows of the coming amendment', async () => {
  const answer = await overview()
  expect(answer.on).toBe('2024-11-15')
  const bodies = answer.lines.find((line) => line.kind === 'bodies-standard')
  expect(bodies?.result).toMatchObject({ state: 'open', count: 71, of: 84 })
  expect(answer.plan).toMatchObject({ year: 2024, inForce: 1 })
  expect(answer.plan?.versions[1]).toMatchObject({ number: 2, state: 'coming', effectiveOn: '2024-12-01', demo: true })
  expect(answer.plan?.versions[1]?.changes.map((change) => change.what).sort()).toEqual([
    'changed',
    'changed',
    'changed',
    'removed',
    'removed',
  ])
})

test('a group that nobody listed shows no data, with how many are to sign where a list was closed', async () => {
  const { lines } = await overview()
  const groups = new Map(
    lines.filter((line) => line.kind === 'commitments').map((line) => [line.group?.id, line.result]),
  )
  expect(groups.size).toBe(7)
  const told = [...groups].filter(([, result]) => result.state !== 'no-data').map(([id]) => id)
  expect(told.sort()).toEqual(['conditional-businesses', 'household-heads', 'leaders', 'officials', 'party-members'])
  expect(groups.get('firms')).toMatchObject({ state: 'no-data', count: null })
  // The heads of the 11 communes of the plan signed with the district; the 6 others were not asked.
  expect(groups.get('leaders')).toMatchObject({ state: 'met', count: 11, of: 11 })
  // 77 on the rosters have signed; the list closed for the plan has more than the rosters, and is what counts.
  expect(groups.get('household-heads')).toMatchObject({ state: 'open', count: 77 })
  expect(groups.get('household-heads')?.of).toBe(35870)
  expect(groups.get('cluster-owners')?.of).toBeNull()
  expect(groups.get('household-heads')?.basis).toMatchObject({ from: 'plan' })
  expect(groups.get('cluster-owners')?.basis).toBeNull()
})

test('the records behind the whole are the 17 units; behind the standard the 84 bodies', async () => {
  const whole = await here.districtLead.ask(TargetDetail, { lineId: targetLineId('whole') })
  expect(whole.units).toHaveLength(17)
  expect(whole.units.filter((unit) => unit.standing === 'kept')).toHaveLength(6)
  expect(whole.units.filter((unit) => unit.standing === 'not-yet').map((unit) => unit.area.code)).toEqual([
    '12280',
    '12295',
    '12319',
    '12322',
    '12328',
  ])
  expect(whole.units.filter((unit) => unit.part === null)).toHaveLength(6)
  const bodies = await here.districtLead.ask(TargetDetail, { lineId: targetLineId('bodies') })
  expect(bodies.bodies).toHaveLength(84)
  expect(bodies.bodies.filter((body) => body.met)).toHaveLength(71)
  expect(bodies.hidden).toBe(0)
})

test('somebody of one commune sees the whole counted, and only the records of that commune', async () => {
  const bodies = await here.communeOfficer.ask(TargetDetail, { lineId: targetLineId('bodies') })
  expect(bodies.line.result).toMatchObject({ count: 71, of: 84 })
  expect(new Set(bodies.bodies.map((body) => body.area.code))).toEqual(new Set(['12280']))
  expect(bodies.bodies.length + bodies.hidden).toBe(84)
  const { lines, hidden } = await here.communeOfficer.ask(ProgrammeOverview, { slug })
  expect(lines.filter((line) => line.area.level === 'commune').map((line) => line.area.code)).toEqual(['12280'])
  expect(hidden).toBe(10)
})

test('a target on a unit that has merged is followed, and says so', async () => {
  const { line, history } = await here.districtLead.ask(TargetDetail, {
    lineId: targetLineId('12307'),
    on: '2024-12-10',
  })
  expect(line.area.name).toBe('Nhân La')
  expect(line.became.map(({ name, on }) => ({ name, on }))).toEqual([{ name: 'Diên Hồng', on: '2024-12-01' }])
  expect(line.result.standing).toBe('kept')
  expect(history.map((step) => [step.number, step.change?.what ?? null])).toEqual([
    [1, null],
    [2, 'removed'],
  ])
})

test('a share that is not known stays unknown', async () => {
  const { line, measuredOn } = await here.districtLead.ask(TargetDetail, {
    lineId: targetLineId('12322'),
    on: '2026-11-22',
  })
  expect(measuredOn).toBe('2024-12-31')
  expect(line.became.map(({ code, share }) => ({ code, share }))).toEqual([
    { code: '11983', share: null },
    { code: '12322', share: null },
  ])
})

test('the page of a commune shows its own target and what is asked of each', async () => {
  const { plans } = await here.districtLead.ask(TargetsOfArea, { areaId: areaId('12307') })
  const lines = plans[0]?.lines ?? []
  expect(lines.find((line) => line.kind === 'area-keep')?.result.standing).toBe('kept')
  expect(lines.find((line) => line.kind === 'bodies-standard')?.result).toMatchObject({ state: 'met', count: 6, of: 6 })
  expect(lines.find((line) => line.group?.id === 'household-heads')?.result).toMatchObject({ count: null, of: 1052 })
})
