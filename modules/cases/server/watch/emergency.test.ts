// Breaking the glass: the refusal first, then somebody who only counts, watches or runs the machine; then a neighbour at night,
// three hours, the review by somebody else, twice and at once.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId, personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../../../../tests/support/master-key.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../../tests/support/world.ts'
import {
  BeginFile,
  CloseEmergency,
  FindFiles,
  FindInEmergency,
  ListEmergencies,
  ListFiles,
  OpenFile,
  OpenInEmergency,
  ReadFile,
  ReadInEmergency,
  RecordEvent,
  ReviewEmergency,
  WatchWaiting,
} from '../../contract.ts'
import { insideWatch } from '../sealing/watching.ts'
import { slice } from '../slice.ts'

const communeId = areaId('12322', '2025-07-01')
let the: World
let [police, head, health, onDuty]: Somebody[] = []
let file: { id: string; number: string }
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey()
  ;[police, head, health, onDuty] = ['conganxa', 'truongcax', 'tramyte', 'trucban'].map((key) => the.as(personId(key)))
  file = await begun('Phan Chấn Hưng')
})
afterAll(() => the.database.drop())

async function begun(name: string): Promise<{ id: string; number: string }> {
  const id = uuidv7()
  const identity = { name, birth: '1990', sex: null, residence: 'Xóm Bãi' }
  const { number } = await police!.send(BeginFile, { communeId, id, personId: uuidv7(), identity, although: true })
  return { id, number }
}
const asked = (part: Partial<{ id: string; communeId: string; fileId: string }> = {}) => ({
  ...{ communeId, fileId: file.id, id: uuidv7() },
  ...{
    stake: 'life' as const,
    ground: 'Tin báo lúc 23 giờ',
    statement: 'Anh Hưng dọa tự tử trên cầu, cần biết đang dùng thuốc gì',
  },
  ...part,
})
async function broken(by: Somebody): Promise<{ communeId: string; fileId: string; openingId: string }> {
  const input = asked()
  await by.send(OpenInEmergency, input)
  return { communeId, fileId: file.id, openingId: input.id }
}
const review = (id: string, outcome: 'justified' | 'unjustified' = 'justified') => ({
  ...{ communeId, id, outcome, reason: 'Đã gọi lại cho trực ban, có biên bản' },
})

test('who has no right to it is refused, and so is who counts, watches or runs the machine, whatever role they are given', async () => {
  for (const other of [police!, the.communeOfficer, the.districtLead, the.administrator, the.auditor])
    await expectRefusal(other.send(OpenInEmergency, asked()), 'platform.not_allowed')
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    select gen_random_uuid(), person_id, 'emergency-duty', ${areaId('33', '2025-07-01')}, '2024-01-01', 'Thử'
    from unnest(${[the.communeOfficer.id, the.provinceLead.id, the.administrator.id, the.auditor.id]}::uuid[]) as person_id`.execute(
    the.database.db,
  )
  for (const other of [the.communeOfficer, the.provinceLead, the.administrator, the.auditor]) {
    await expectRefusal(other.send(OpenInEmergency, asked()), 'cases.emergency_not_yours')
    await expectRefusal(other.send(FindInEmergency, { communeId, text: 'phan chan hung' }), 'cases.emergency_not_yours')
  }
  await sql`delete from access_grant where reason = 'Thử'`.execute(the.database.db)
})

test('from another province it is no such place; of another commune it is no such file', async () => {
  await expectRefusal(onDuty!.send(OpenInEmergency, asked({ communeId: areaId('12322') })), 'platform.not_found')
  await expectRefusal(
    onDuty!.send(OpenInEmergency, asked({ communeId: areaId('12286', '2025-07-01') })),
    'cases.emergency_not_needed',
  )
  await expectRefusal(onDuty!.send(OpenInEmergency, asked({ fileId: uuidv7() })), 'platform.not_found')
  // Being on duty opens nothing else there: no list, no search, no opening for a purpose.
  await expectRefusal(onDuty!.ask(ListFiles, { communeId }), 'platform.not_found')
  await expectRefusal(onDuty!.send(FindFiles, { communeId, text: file.number }), 'platform.not_found')
  const purpose = { communeId, fileId: file.id, id: uuidv7(), purpose: 'check', ground: 'Xem' } as const
  await expectRefusal(onDuty!.send(OpenFile, purpose), 'platform.not_found')
})

test('one person is looked for, never a list', async () => {
  for (const text of ['hung', 'Nguyễn', '1990', 'hc'])
    await expectRefusal(onDuty!.send(FindInEmergency, { communeId, text }), 'cases.emergency_too_wide')
  for (const text of ['phan hung', file.number])
    expect((await onDuty!.send(FindInEmergency, { communeId, text })).rows).toMatchObject([
      { id: file.id, name: 'P. C. H***', status: null },
    ])
})

test('a neighbour on duty reads the whole file for three hours, writes nothing, and is told of at once', async () => {
  const open = await broken(onDuty!)
  expect(await onDuty!.ask(ReadInEmergency, open)).toMatchObject({
    number: file.number,
    identity: { name: 'Phan Chấn Hưng', residence: 'Xóm Bãi' },
    opening: { purpose: 'emergency', ground: 'Tính mạng, sức khỏe của người đó' },
  })
  await expectRefusal(onDuty!.ask(ReadFile, open), 'platform.not_found')
  await expectRefusal(head!.ask(ReadFile, open), 'cases.not_open')
  const event = { id: uuidv7(), kind: 'tested', at: '2026-11-20T08:00', details: {}, version: 1 }
  await expectRefusal(onDuty!.send(RecordEvent, { ...open, ...event }), 'platform.not_found')
  for (const told of [head!, the.auditor])
    expect((await told.ask(WatchWaiting, {})).emergencies[0]).toMatchObject({
      id: open.openingId,
      fileNumber: file.number,
    })
  const now = the.parts.clock.now
  the.parts.clock.now = () => new Date(Date.now() + 179 * 60_000)
  await onDuty!.ask(ReadInEmergency, open)
  the.parts.clock.now = () => new Date(Date.now() + 181 * 60_000)
  await expectRefusal(onDuty!.ask(ReadInEmergency, open), 'cases.not_open')
  the.parts.clock.now = now
  await onDuty!.send(CloseEmergency, open)
  await expectRefusal(onDuty!.ask(ReadInEmergency, open), 'cases.not_open')
})

test('the health station sees its part for a purpose, and the whole in an emergency only', async () => {
  const opening = { communeId, fileId: file.id, openingId: uuidv7() }
  await health!.send(OpenFile, { ...opening, id: opening.openingId, purpose: 'treat', ground: 'Điều trị' })
  expect((await health!.ask(ReadFile, opening)).identity.residence).toBeUndefined()
  await expectRefusal(health!.ask(ReadInEmergency, opening), 'cases.not_open')
  const open = await broken(health!)
  expect((await health!.ask(ReadInEmergency, open)).identity.residence).toBe('Xóm Bãi')
})

test('it is reviewed by somebody else, once, with a reason; what is overdue says so', async () => {
  const open = await broken(onDuty!)
  await expectRefusal(onDuty!.send(ReviewEmergency, review(open.openingId)), 'platform.not_allowed')
  await expectRefusal(police!.send(ReviewEmergency, review(open.openingId)), 'platform.not_allowed')
  await expectRefusal(the.auditor.send(ReviewEmergency, review(uuidv7())), 'platform.not_found')
  const rowOf = async (by: Somebody) =>
    (await by.ask(ListEmergencies, { show: 'all' })).rows.find(({ id }) => id === open.openingId)
  expect(await rowOf(the.auditor)).toMatchObject({
    ...{ fileNumber: file.number, stake: 'life', ground: 'Tin báo lúc 23 giờ', overdue: false, mayReview: true },
    reader: { id: onDuty!.id },
  })
  const now = the.parts.clock.now
  the.parts.clock.now = () => new Date(Date.now() + 73 * 3_600_000)
  expect(await rowOf(head!)).toMatchObject({ overdue: true })
  expect((await head!.ask(WatchWaiting, {})).overdue).toBeGreaterThan(0)
  the.parts.clock.now = now
  const both = await Promise.allSettled([
    head!.send(ReviewEmergency, review(open.openingId, 'unjustified')),
    the.auditor.send(ReviewEmergency, review(open.openingId)),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(the.auditor.send(ReviewEmergency, review(open.openingId)), 'cases.reviewed_already')
  expect((await rowOf(the.auditor))?.review).toMatchObject({ reason: review('').reason })
})

test('nobody reviews their own, whatever rights they hold', async () => {
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${onDuty!.id}, 'commune-police-head', ${communeId}, '2024-01-01', 'Thử')`.execute(
    the.database.db,
  )
  const open = await broken(health!)
  await onDuty!.send(ReviewEmergency, review(open.openingId))
  await sql`update access_grant set role_id = 'emergency-duty' where reason = 'Thử'`.execute(the.database.db)
  await sql`insert into role_permission (role_id, permission) values ('emergency-duty', 'cases.review')`.execute(
    the.database.db,
  )
  const own = await broken(onDuty!)
  await expectRefusal(onDuty!.send(ReviewEmergency, review(own.openingId)), 'cases.review_own')
  await sql`delete from role_permission where role_id = 'emergency-duty' and permission = 'cases.review'`.execute(
    the.database.db,
  )
  await sql`delete from access_grant where reason = 'Thử'`.execute(the.database.db)
})

test('the head sees the emergencies of the own commune only; who watches sees no person', async () => {
  await sql`update access_grant set area_id = ${areaId('12286', '2025-07-01')} where person_id = ${head!.id}`.execute(
    the.database.db,
  )
  expect(await head!.ask(ListEmergencies, { show: 'all' })).toEqual({ rows: [], waiting: 0, overdue: 0 })
  await sql`update access_grant set area_id = ${communeId} where person_id = ${head!.id}`.execute(the.database.db)
  const seen = await insideWatch(the.database.db, { readerId: the.auditor.id, purpose: 'watch' }, (inside) =>
    sql`select (select count(*) from cases.person)::int + (select count(*) from cases.event)::int
      + (select count(*) from cases.file)::int + (select count(*) from cases.opening)::int as count`.execute(inside),
  )
  expect(seen.rows).toEqual([{ count: 0 }])
})

test('what was said stands sealed: neither in the table, nor in the audit, nor among the kept answers', async () => {
  await broken(onDuty!)
  const kept = await insideWatch(the.database.db, { readerId: the.auditor.id, purpose: 'watch' }, (inside) =>
    sql<{ text: string }>`select string_agg(emergency::text, ' ') as text from cases.emergency`.execute(inside),
  )
  const { rows } = await sql<{ text: string }>`
    select coalesce((select string_agg(audit_entry::text, ' ') from audit_entry), '')
      || coalesce((select string_agg(command::text, ' ') from command), '') as text`.execute(the.database.db)
  for (const text of [kept.rows[0]?.text, rows[0]?.text]) expect(text).not.toMatch(/Hưng|tự tử|biên bản gọi/)
})
