import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { bodyId } from '../../../programmes/kim-dong-2024/bodies.ts'
import { areaId, documentId, plan2024Id, programmeId } from '../../../programmes/kim-dong-2024/ids.ts'
import { targetLineId } from '../../../programmes/kim-dong-2024/targets.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import {
  AmendPlan,
  ClosePlan,
  CreateProgramme,
  ListProgrammes,
  MakePlan,
  PlanDraft,
  ProgrammeOverview,
  RecordStandard,
  StandardOfArea,
} from '../contract.ts'
import { slice } from './slice.ts'

const slug = 'kim-dong-2024'
const hamletSchool = {
  kind: 'bodies-standard' as const,
  areaId: areaId('12280'),
  titleVi: '100% đơn vị của thị trấn đạt chuẩn',
  titleEn: '100% of the bodies of the town meet the standard',
  value: 1,
  unit: 'share' as const,
  dueOn: '2024-12-20',
}
const amendment = {
  planId: plan2024Id,
  version: 1,
  decidedOn: '2024-11-15',
  effectiveOn: '2024-12-05',
  documentId: documentId('118/KH-UBND'),
  reason: 'Thị trấn xong sớm hơn',
  changes: [
    { what: 'add' as const, line: hamletSchool },
    { what: 'remove' as const, lineId: targetLineId('commitments:cluster-owners') },
  ],
}
const targetsKept = async ({ database }: World) =>
  (await sql<{ n: number }>`select count(*)::int as n from target`.execute(database.db)).rows[0]?.n

test('an amendment that makes no sense is refused by name, and nothing is half-written', async () => {
  const here = await world([slice])
  const before = await targetsKept(here)
  const send = (change: object) => here.districtLead.send(AmendPlan, { ...amendment, ...change })
  await expectRefusal(send({ decidedOn: '2024-11-16' }), 'programme.decided_in_future')
  await expectRefusal(send({ effectiveOn: '2024-11-14' }), 'programme.effective_before_decided')
  await expectRefusal(send({ effectiveOn: '2024-12-01' }), 'programme.before_last_version')
  await expectRefusal(send({ documentId: uuidv7() }), 'programme.document_unknown')
  await expectRefusal(send({ reason: 'x\u0007' }), 'platform.invalid_input')
  const line = (part: object) => send({ changes: [{ what: 'add', line: { ...hamletSchool, ...part } }] })
  await expectRefusal(line({ value: 1.5 }), 'programme.value_impossible')
  await expectRefusal(line({ dueOn: '2025-06-01' }), 'programme.due_outside')
  await expectRefusal(line({ areaId: areaId('12307') }), 'programme.unit_outside')
  await expectRefusal(line({ kind: 'commitments' }), 'programme.group_needed')
  await expectRefusal(send({ changes: [{ what: 'remove', lineId: uuidv7() }] }), 'programme.unknown_line')
  const pointed = await expectRefusal(line({ areaId: areaId('331') }), 'programme.line_twice')
  expect(pointed.field).toBe('changes.0.line.areaId')
  expect(await targetsKept(here)).toBe(before)
})

test('a commune may not amend the plan of its district, and a stranger finds nothing', async () => {
  const { communeOfficer, provinceLead, stranger } = await world([slice])
  await expectRefusal(communeOfficer.send(AmendPlan, amendment), 'platform.not_allowed')
  await expectRefusal(stranger.send(AmendPlan, amendment), 'platform.not_signed_in')
  await expectRefusal(provinceLead.send(AmendPlan, { ...amendment, planId: uuidv7() }), 'platform.not_found')
})

test('an amendment becomes a version that shows what changed; sent twice it is one', async () => {
  const { districtLead, database } = await world([slice])
  const id = uuidv7()
  const first = await districtLead.send(AmendPlan, amendment, { id })
  expect(await districtLead.send(AmendPlan, amendment, { id })).toEqual(first)
  expect(first).toEqual({ planId: plan2024Id, number: 3, version: 2 })
  const { plan, lines } = await districtLead.ask(ProgrammeOverview, { slug, on: '2024-12-05' })
  expect(plan).toMatchObject({ inForce: 3 })
  expect(plan?.versions[2]?.changes.map((change) => change.what)).toEqual(['added', 'removed'])
  expect(lines.some((line) => line.title.vi === hamletSchool.titleVi)).toBe(true)
  expect(lines.some((line) => line.group?.id === 'cluster-owners')).toBe(false)
  const audit = await sql<{ n: number }>`
    select count(*)::int as n from audit_entry where operation = 'programme.amend'`.execute(database.db)
  expect(audit.rows).toEqual([{ n: 1 }])
})

test('of two amendments at once the second is told that somebody saved meanwhile', async () => {
  const { districtLead, provinceLead } = await world([slice])
  await districtLead.send(AmendPlan, amendment)
  const late = { ...amendment, effectiveOn: '2024-12-06' }
  const refusal = await expectRefusal(provinceLead.send(AmendPlan, late), 'platform.changed_meanwhile')
  expect(refusal.extra).toEqual({ current: 2 })
})

test('each target says from where it starts: kept units stand, converted ones do not yet; an amendment corrects it', async () => {
  const { districtLead } = await world([slice])
  const baselines = async (on: string) => {
    const { lines } = await districtLead.ask(ProgrammeOverview, { slug, on })
    const of = (kind: string) => [...new Set(lines.filter((line) => line.kind === kind).map((line) => line.baseline))]
    return ['area-keep', 'area-convert', 'areas-drug-free', 'bodies-standard', 'commitments'].map(of)
  }
  expect(await baselines('2024-11-15')).toEqual([[1], [0], [6], [null], [null]])
  const line = {
    kind: 'areas-drug-free' as const,
    areaId: areaId('331'),
    titleVi: '9 trong 15 xã, thị trấn không ma túy',
    titleEn: '9 of 15 communes and towns drug-free',
    baseline: 4,
    value: 9,
    unit: 'count' as const,
    dueOn: '2024-12-31',
  }
  const corrected = { ...amendment, changes: [{ what: 'change' as const, lineId: targetLineId('whole'), line }] }
  await expectRefusal(
    districtLead.send(AmendPlan, {
      ...corrected,
      changes: [{ ...corrected.changes[0]!, line: { ...line, baseline: -1 } }],
    }),
    'platform.invalid_input',
  )
  await districtLead.send(AmendPlan, corrected)
  expect((await baselines('2024-12-04'))[2]).toEqual([6])
  expect((await baselines('2024-12-05'))[2]).toEqual([4])
  const { plan } = await districtLead.ask(ProgrammeOverview, { slug, on: '2024-12-05' })
  expect(plan?.versions[2]?.changes).toMatchObject([
    { what: 'changed', fields: [{ field: 'baseline', before: 6, after: 4 }] },
  ])
})

test('a closed plan refuses every change', async () => {
  const { districtLead } = await world([slice])
  const closing = { planId: plan2024Id, version: 1, closedOn: '2024-11-15' }
  await expectRefusal(
    districtLead.send(ClosePlan, { ...closing, closedOn: '2024-12-31' }),
    'programme.decided_in_future',
  )
  await districtLead.send(ClosePlan, closing)
  await expectRefusal(districtLead.send(AmendPlan, { ...amendment, version: 2 }), 'programme.plan_closed')
  await expectRefusal(districtLead.send(ClosePlan, { ...closing, version: 2 }), 'programme.plan_closed')
  const standard = {
    bodyId: bodyId('12280', 'Ban Quản lý chợ thị trấn'),
    year: 2024,
    met: true,
    decidedOn: '2024-11-15',
  }
  await expectRefusal(districtLead.send(RecordStandard, standard), 'programme.plan_closed')
  const { may } = await districtLead.ask(ProgrammeOverview, { slug })
  expect(may).toEqual({ amend: false, recordStandard: false, makePlan: true })
})

test('the standard of a body: refused where it cannot be, recorded once, later decisions count from their day', async () => {
  const { districtLead, communeOfficer, agencyHead } = await world([slice])
  const market = bodyId('12280', 'Ban Quản lý chợ thị trấn')
  const good = { bodyId: market, year: 2024, met: false, decidedOn: '2024-11-14' }
  await expectRefusal(districtLead.send(RecordStandard, { ...good, bodyId: uuidv7() }), 'platform.not_found')
  await expectRefusal(agencyHead.send(RecordStandard, good), 'platform.not_allowed')
  await expectRefusal(
    districtLead.send(RecordStandard, { ...good, decidedOn: '2024-11-16' }),
    'programme.decided_in_future',
  )
  await expectRefusal(
    districtLead.send(RecordStandard, { ...good, decidedOn: '1996-01-01' }),
    'programme.body_not_there',
  )
  await districtLead.send(RecordStandard, good)
  await expectRefusal(districtLead.send(RecordStandard, { ...good, met: true }), 'programme.decided_already')
  await districtLead.send(RecordStandard, { ...good, met: true, decidedOn: '2024-11-15' })
  const on = async (day: string) => {
    const { bodies, met, of } = await communeOfficer.ask(StandardOfArea, {
      areaId: areaId('12280'),
      year: 2024,
      on: day,
    })
    return { met, of, market: bodies.find((body) => body.id === market)?.met }
  }
  expect(await on('2024-11-13')).toEqual({ met: 6, of: 9, market: null })
  expect(await on('2024-11-14')).toEqual({ met: 6, of: 9, market: false })
  expect(await on('2024-11-15')).toEqual({ met: 7, of: 9, market: true })
})

test('a programme of one’s own area is set up with its plan; a taken address and a second plan of a year are refused', async () => {
  const { districtLead, neighbour, hamletHead } = await world([slice])
  const programme = {
    id: uuidv7(),
    slug: 'kim-dong-2025',
    nameVi: 'Kim Động 2025',
    nameEn: 'Kim Động 2025',
    areaId: areaId('331'),
    startsOn: '2024-01-01',
    endsOn: '2025-06-30',
    phases: [{ nameVi: 'Cả năm', nameEn: 'The year', startsOn: '2024-01-01', endsOn: '2025-06-30' }],
    public: false,
  }
  await expectRefusal(neighbour.send(CreateProgramme, programme), 'platform.not_allowed')
  await expectRefusal(districtLead.send(CreateProgramme, { ...programme, slug }), 'programme.slug_taken')
  await expectRefusal(
    districtLead.send(CreateProgramme, { ...programme, endsOn: '2023-12-31' }),
    'programme.ends_before_start',
  )
  await districtLead.send(CreateProgramme, programme)
  const phasesOf = async (which: string) =>
    (await districtLead.ask(ProgrammeOverview, { slug: which })).phases.map(({ name, startsOn, endsOn }) => [
      name.vi,
      name.en,
      startsOn,
      endsOn,
    ])
  expect(await phasesOf('kim-dong-2025')).toEqual([['Cả năm', 'The year', '2024-01-01', '2025-06-30']])
  expect(await phasesOf(slug)).toEqual([
    ['Phát động, triển khai kế hoạch', 'Launch of the plan', '2024-02-27', '2024-03-31'],
    ['Chuyển hóa và giữ vững địa bàn', 'Converting and keeping areas', '2024-04-01', '2024-11-30'],
    ['Thẩm định, công nhận, tổng kết', 'Appraisal, recognition, closing', '2024-12-01', '2024-12-31'],
  ])
  const plan = {
    id: uuidv7(),
    programmeId: programme.id,
    year: 2025,
    title: 'Kế hoạch năm 2025',
    decidedOn: '2024-11-10',
    effectiveOn: '2025-01-01',
    lines: [{ ...hamletSchool, dueOn: '2025-06-20' }],
  }
  await districtLead.send(MakePlan, plan)
  await expectRefusal(districtLead.send(MakePlan, { ...plan, id: uuidv7() }), 'programme.plan_exists')
  const { programmes } = await hamletHead.ask(ListProgrammes, {})
  expect(programmes.map((each) => each.slug)).toEqual(['kim-dong-2024', 'kim-dong-2025'])
})

test('the form for an amendment offers the units and groups; only those who manage get it', async () => {
  const { districtLead, communeOfficer } = await world([slice])
  await expectRefusal(communeOfficer.ask(PlanDraft, { planId: plan2024Id }), 'platform.not_allowed')
  const draft = await districtLead.ask(PlanDraft, { planId: plan2024Id })
  expect(draft).toMatchObject({ today: '2024-11-15', last: { number: 2, effectiveOn: '2024-12-01' } })
  expect(draft.lines).toHaveLength(18)
  expect(draft.areas.filter((area) => area.level === 'commune')).toHaveLength(19)
  expect(draft.groups).toHaveLength(9)
})

test('a programme that is not theirs is not found', async () => {
  const { districtLead, stranger, database } = await world([slice])
  await expectRefusal(stranger.ask(ProgrammeOverview, { slug }), 'platform.not_signed_in')
  await sql`insert into programme (id, slug, name_vi, name_en, area_id, starts_on, ends_on)
    values (${uuidv7()}, 'thai-binh', 'Thái Bình', 'Thái Bình', ${areaId('34')}, '2024-01-01', '2024-12-31')`.execute(
    database.db,
  )
  await expectRefusal(districtLead.ask(ProgrammeOverview, { slug: 'thai-binh' }), 'platform.not_found')
  expect((await districtLead.ask(ListProgrammes, {})).programmes.map((each) => each.id)).toEqual([programmeId])
})
