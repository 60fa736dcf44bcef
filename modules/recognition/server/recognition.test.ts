import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, communesMergedOn, demoId, districtsEndedOn } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, type Somebody, world } from '../../../tests/support/world.ts'
import {
  CancelDecision,
  CorrectDecision,
  FindDecision,
  ListDecisions,
  ListUnits,
  RegisterDecision,
  ShowHistory,
  ShowMap,
  ShowProgress,
} from '../contract.ts'
import { slice } from './slice.ts'

const town = areaId('12280')
const songMai = areaId('12301')
const slug = 'kim-dong-2024'
const entry = (part: Partial<Parameters<Somebody['send']>[1] & Record<string, unknown>> = {}) => ({
  id: uuidv7(),
  areaId: town,
  outcome: 'recognised' as const,
  number: '15/QĐ-UBND',
  decidedOn: '2024-10-01',
  issuer: 'UBND huyện Kim Động',
  criteriaVersion: '3122/2010',
  ...part,
})

test('nobody signed in, and nobody without the right, enters a decision', async () => {
  const { stranger, communeOfficer } = await world([slice])
  await expectRefusal(stranger.send(RegisterDecision, entry()), 'platform.not_signed_in')
  await expectRefusal(communeOfficer.send(RegisterDecision, entry()), 'platform.not_allowed')
})

test('the officer of the next commune does not see the entries of this one', async () => {
  const { neighbour, districtLead } = await world([slice])
  const made = await districtLead.send(RegisterDecision, entry())
  await expectRefusal(neighbour.ask(FindDecision, { id: made.id }), 'platform.not_found')
  await expectRefusal(neighbour.ask(ShowHistory, { areaId: town }), 'platform.not_found')
  expect((await neighbour.ask(ListDecisions, { q: 'Lương Bằng' })).rows).toEqual([])
  expect((await districtLead.ask(ListDecisions, { q: 'luong bang' })).rows.map((row) => row.id)).toEqual([made.id])
})

test('each wrong entry is refused by name', async () => {
  const { districtLead } = await world([slice])
  const refused: [Record<string, unknown>, string][] = [
    [{ decidedOn: '2024-11-16' }, 'recognition.decided_in_the_future'],
    [{ effectiveOn: '2024-09-30' }, 'recognition.effective_before_decided'],
    [{ validTo: '2024-10-01' }, 'recognition.ends_before_it_starts'],
    [{ outcome: 'lost', validTo: '2025-10-01' }, 'recognition.end_without_recognition'],
    [{ number: '' }, 'recognition.number_or_source'],
    [{ areaId: areaId('331') }, 'recognition.not_a_commune'],
    [{ areaId: areaId('12295', communesMergedOn) }, 'recognition.unit_not_in_force'],
    [{ criteriaVersion: '28/2025' }, 'recognition.criteria_not_in_force'],
    [{ criteriaVersion: 'khác' }, 'recognition.criteria_unknown'],
    [{ outcome: 'kept' }, 'recognition.nothing_to_keep'],
    [{ areaId: songMai }, 'recognition.recognised_already'],
    [{ fileId: uuidv7() }, 'recognition.file_not_there'],
    [{ decidedOn: '2024-02-30' }, 'platform.invalid_input'],
    [{ reason: 'a\u0007b' }, 'platform.invalid_input'],
  ]
  for (const [part, code] of refused) await expectRefusal(districtLead.send(RegisterDecision, entry(part)), code)
  expect((await districtLead.ask(ListDecisions, {})).total).toBe(11)
})

test('the register counts each outcome; the days of change say what changes', async () => {
  const { districtLead, neighbour } = await world([slice])
  const whole = await districtLead.ask(ListDecisions, {})
  expect(whole).toMatchObject({ total: 11, outcomes: { recognised: 7, kept: 4, lost: 0, reappraise: 0 } })
  const kept = await districtLead.ask(ListDecisions, { outcome: ['kept'] })
  expect(kept).toMatchObject({ total: 4, outcomes: whole.outcomes })
  expect((await neighbour.ask(ListDecisions, {})).outcomes.recognised).toBe(0)
  const { days, range } = await districtLead.ask(ShowMap, { programme: slug })
  expect(days).toContainEqual({ on: communesMergedOn, kind: 'merge', count: 4, before: 17, after: 15 })
  expect(days.filter((day) => day.kind === 'decision').map((day) => day.outcomes)).toEqual([
    [
      { outcome: 'kept', count: 4 },
      { outcome: 'recognised', count: 1 },
    ],
  ])
  // A longer look back still knows the units that came and went in between.
  const later = await (await world([slice], '2026-11-26')).districtLead.ask(ShowMap, { programme: slug })
  expect(later.range.to > range.to).toBe(true)
  expect(later.days).toEqual(expect.arrayContaining(days))
})

test('an entry counts at once in the public progress, sent twice it counts once, and the audit holds it', async () => {
  const { districtLead, stranger, database } = await world([slice])
  const before = await stranger.ask(ShowProgress, { slug, on: '2024-11-15' })
  const id = uuidv7()
  const typed = entry()
  const first = await districtLead.send(RegisterDecision, typed, { id })
  expect(await districtLead.send(RegisterDecision, typed, { id })).toEqual(first)
  const after = await stranger.ask(ShowProgress, { slug, on: '2024-11-15' })
  expect(after.areas.drugFree).toBe(before.areas.drugFree + 1)
  expect((await stranger.ask(ShowProgress, { slug, on: '2024-09-30' })).areas.drugFree).toBe(before.areas.drugFree)
  const audit =
    await sql`select operation, area_id from audit_entry where subject = ${`recognition:${typed.id}`}`.execute(
      database.db,
    )
  expect(audit.rows).toEqual([{ operation: 'recognition.register', area_id: town }])
})

test('kept, lost and to be re-appraised: each decision shows from its day, and progress goes down on it', async () => {
  const { districtLead, neighbour, stranger } = await world([slice])
  const drugFree = async (on: string) => (await stranger.ask(ShowProgress, { slug, on })).areas.drugFree
  const standing = async (areaIdOfIt: string, on: string) =>
    (await districtLead.ask(ShowHistory, { areaId: areaIdOfIt, on })).standing
  const next = areaId('12304')
  const kept = entry({ areaId: songMai, outcome: 'kept', number: '20/QĐ-UBND', decidedOn: '2024-09-20' })
  const lost = entry({ areaId: songMai, outcome: 'lost', number: '21/QĐ-UBND', reason: 'Có điểm phức tạp' })
  const again = entry({ areaId: next, outcome: 'reappraise', number: '22/QĐ-UBND', decidedOn: '2024-10-10' })
  for (const each of [kept, lost, again])
    await expectRefusal(neighbour.send(RegisterDecision, each), 'platform.not_allowed')
  for (const each of [kept, lost, again]) await districtLead.send(RegisterDecision, each)
  const days = ['2024-09-19', '2024-09-20', '2024-09-30', '2024-10-01', '2024-10-09', '2024-10-10']
  expect(await Promise.all(days.map(drugFree))).toEqual([6, 6, 6, 5, 5, 4])
  expect([await standing(songMai, '2024-09-20'), await standing(songMai, '2024-10-01')]).toEqual(['recognised', 'lost'])
  expect([await standing(next, '2024-10-09'), await standing(next, '2024-10-10')]).toEqual(['recognised', 'again'])
  expect((await districtLead.ask(ListDecisions, {})).outcomes).toEqual({
    recognised: 7,
    kept: 5,
    lost: 1,
    reappraise: 1,
  })
  // What was lost cannot be kept, and can be won again.
  const late = { areaId: songMai, decidedOn: '2024-11-01' }
  await expectRefusal(
    districtLead.send(RegisterDecision, entry({ ...late, outcome: 'kept', number: '23/QĐ-UBND' })),
    'recognition.nothing_to_keep',
  )
  await districtLead.send(RegisterDecision, entry({ ...late, number: '24/QĐ-UBND' }))
  expect(await drugFree('2024-11-01')).toBe(5)
})

test('the same paper is entered once, also by two people at the same time', async () => {
  const { districtLead } = await world([slice])
  await districtLead.send(RegisterDecision, entry())
  await expectRefusal(districtLead.send(RegisterDecision, entry({ outcome: 'kept' })), 'recognition.registered_already')
  const two = await Promise.allSettled(
    [1, 2].map(() => districtLead.send(RegisterDecision, entry({ areaId: areaId('12319'), number: '16/QĐ-UBND' }))),
  )
  expect(two.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
})

test('a correction leaves the older entry on the record with its reason', async () => {
  const { districtLead, provinceLead, stranger } = await world([slice])
  const made = await districtLead.send(RegisterDecision, entry())
  const newId = uuidv7()
  const { id: _, ...written } = entry({ number: '51/QĐ-UBND', decidedOn: '2024-10-02' })
  const correction = { id: made.id, version: 1, newId, because: 'Gõ nhầm số quyết định', ...written }
  await districtLead.send(CorrectDecision, correction)
  const older = await provinceLead.ask(FindDecision, { id: made.id })
  expect(older.decision).toMatchObject({ cancelledReason: 'Gõ nhầm số quyết định', replacedById: newId })
  expect(older.may).toEqual({ correct: false, cancel: false })
  expect(older.entries.map((each) => each.number)).toEqual(['15/QĐ-UBND', '51/QĐ-UBND'])
  expect((await provinceLead.ask(FindDecision, { id: newId })).inForce).toBe(true)
  expect((await stranger.ask(ShowProgress, { slug, on: '2024-10-01' })).areas.drugFree).toBe(6)
  expect((await stranger.ask(ShowProgress, { slug, on: '2024-10-02' })).areas.drugFree).toBe(7)
  await expectRefusal(
    districtLead.send(CorrectDecision, { ...correction, newId: uuidv7() }),
    'recognition.cancelled_already',
  )
})

test('a correction that is refused changes nothing, and cannot reach outside', async () => {
  const { districtLead, as, database } = await world([slice])
  const made = await districtLead.send(RegisterDecision, entry())
  const { id: _, ...written } = entry({ decidedOn: '2030-01-01' })
  await expectRefusal(
    districtLead.send(CorrectDecision, { id: made.id, version: 1, newId: uuidv7(), because: 'x', ...written }),
    'recognition.decided_in_the_future',
  )
  expect((await districtLead.ask(FindDecision, { id: made.id })).decision.cancelledOn).toBeNull()
  const townOnly = uuidv7()
  await sql`insert into person (id, name, email) values (${townOnly}, 'Người của thị trấn', 'tt@demo.example')`.execute(
    database.db,
  )
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${townOnly}, 'district-lead', ${town}, '2024-01-01', 'thử')`.execute(database.db)
  const { id: __, ...elsewhere } = entry({ areaId: areaId('12319') })
  await expectRefusal(
    as(townOnly).send(CorrectDecision, { id: made.id, version: 1, newId: uuidv7(), because: 'x', ...elsewhere }),
    'recognition.moved_to_another_unit',
  )
})

test('a cancelled entry stays to be read and no longer counts; a stale version is refused', async () => {
  const { districtLead, stranger } = await world([slice])
  const made = await districtLead.send(RegisterDecision, entry())
  await expectRefusal(
    districtLead.send(CancelDecision, { id: made.id, version: 7, because: 'Vào nhầm sổ' }),
    'platform.changed_meanwhile',
  )
  await districtLead.send(CancelDecision, { id: made.id, version: 1, because: 'Vào nhầm sổ' })
  expect((await stranger.ask(ShowProgress, { slug, on: '2024-11-15' })).areas.drugFree).toBe(6)
  expect((await districtLead.ask(ListDecisions, { state: 'cancelled' })).rows.map((row) => row.id)).toEqual([made.id])
  await expectRefusal(
    districtLead.send(CancelDecision, { id: made.id, version: 2, because: 'lần nữa' }),
    'recognition.cancelled_already',
  )
  await districtLead.send(RegisterDecision, entry())
})

test('the public progress of 15/03/2024 stands as Plan 60 states it', async () => {
  const { stranger } = await world([slice])
  const progress = await stranger.ask(ShowProgress, { slug, on: '2024-03-15' })
  expect(progress.areas).toEqual({ total: 17, drugFree: 6, target: 11, kept: 6, converted: 0 })
  const keep = progress.targets.find((target) => target.kind === 'area-keep')
  expect(keep).toMatchObject({ value: 6, current: 6 })
  const commitments = progress.targets.filter((target) => target.kind === 'commitments')
  expect(commitments.every((target) => target.current === null)).toBe(true)
})

test('demonstration decisions are never published as fact, whatever the day', async () => {
  const { stranger, districtLead } = await world([slice])
  expect((await stranger.ask(ShowProgress, { slug, on: '2024-12-31' })).areas).toMatchObject({
    total: 15,
    drugFree: 4,
    target: 11,
  })
  const inside = await districtLead.ask(ShowMap, { programme: slug, on: '2024-12-31' })
  expect(inside.areas).toMatchObject({ total: 15, drugFree: 5, kept: 4, converted: 1 })
  expect((await stranger.ask(ShowProgress, { slug })).on).toBe('2024-11-15')
  await expectRefusal(stranger.ask(ShowProgress, { slug: 'khong-co' }), 'recognition.no_programme')
})

test('after the districts ended the four successors are counted, and the part of Sơn Nam is named, not counted', async () => {
  const { provinceLead } = await world([slice], '2025-08-01')
  const map = await provinceLead.ask(ShowMap, { programme: slug, on: '2025-07-01' })
  expect(map.units.map((unit) => [unit.name, unit.status])).toEqual([
    ['Lương Bằng', 'again'],
    ['Nghĩa Dân', 'outside'],
    ['Đức Hợp', 'again'],
    ['Hiệp Cường', 'again'],
  ])
  expect(map.partial.map((unit) => unit.name)).toEqual(['Sơn Nam'])
})

test('the history of Nhân La goes on through Diên Hồng to Lương Bằng, with the reason printed', async () => {
  const { provinceLead } = await world([slice], '2026-11-23')
  const history = await provinceLead.ask(ShowHistory, { areaId: areaId('12307'), on: '2026-11-23' })
  expect(
    history.steps.filter((step) => step.cause !== 'plan').map((step) => [step.on, step.unit.name, step.standing]),
  ).toEqual([
    ['2023-12-20', 'Nhân La', 'recognised'],
    ['2024-12-01', 'Diên Hồng', 'recognised'],
    ['2024-12-20', 'Diên Hồng', 'recognised'],
    ['2025-07-01', 'Lương Bằng', 'again'],
  ])
  expect(history.steps.at(-1)?.reason.vi).toBe(
    '2 trong 4 đơn vị nhập vào chưa được công nhận: Phạm Ngũ Lão, TT Lương Bằng',
  )
  const merged = await provinceLead.ask(ShowHistory, { areaId: areaId('12280', districtsEndedOn), on: '2025-07-01' })
  expect(merged.standing).toBe('again')
})

test('the form offers the units of the day of effect within reach', async () => {
  const { districtLead } = await world([slice])
  const before = await districtLead.ask(ListUnits, { on: '2024-11-15', q: 'nhan' })
  expect(before.units.map((unit) => [unit.name, unit.standing, unit.parent])).toEqual([
    ['Nhân La', 'recognised', 'huyện Kim Động'],
  ])
  expect((await districtLead.ask(ListUnits, { on: '2024-12-15', q: 'Dien Hong' })).units[0]?.standing).toBe(
    'recognised',
  )
  expect((await districtLead.ask(ListUnits, { on: '2024-12-15', q: 'nhan la' })).units).toEqual([])
})

test('a change of territory shows at once: a share corrected to unknown takes the standing away', async () => {
  const { districtLead, database } = await world([slice])
  const asked = { areaId: areaId('12325', communesMergedOn), on: '2024-12-10' }
  expect((await districtLead.ask(ShowHistory, asked)).standing).toBe('recognised')
  await sql`update area_succession set share = null where from_id = ${areaId('12307')}`.execute(database.db)
  expect((await districtLead.ask(ShowHistory, asked)).standing).toBe('again')
  expect(demoId('recognition:12301:2023')).toMatch(/^[0-9a-f-]{36}$/)
})

test('a file of another commune’s register is none of this writer’s', async () => {
  const { districtLead, neighbour, database } = await world([slice])
  const fileId = uuidv7()
  await sql`insert into file (id, area_id, sha256, name, media_type, size, content, uploaded_by)
    values (${fileId}, ${town}, ${Buffer.alloc(32)}, 'quyet-dinh.pdf', 'application/pdf', 1, ${Buffer.from('x')}, ${districtLead.id})`.execute(
    database.db,
  )
  await districtLead.send(RegisterDecision, entry({ fileId }))
  await sql`update access_grant set role_id = 'district-lead' where person_id = ${neighbour.id}`.execute(database.db)
  const own = entry({ areaId: areaId('12322'), number: '16/QĐ-UBND' })
  await expectRefusal(neighbour.send(RegisterDecision, { ...own, fileId }), 'recognition.file_not_there')
  await neighbour.send(RegisterDecision, own)
})
