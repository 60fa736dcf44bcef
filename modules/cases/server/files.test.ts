// Files through the door: the refusal first, then somebody from the next commune, then allowed, twice, at once.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { openFile } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import {
  BeginFile,
  ChangeIdentity,
  CloseOpening,
  FindFiles,
  type Identity,
  ListFiles,
  ListOpenings,
  OpenFile,
  ReadFile,
} from '../contract.ts'
import { insideFiles } from './sealing/inside.ts'
import { slice } from './slice.ts'

const communeId = areaId('12322', '2025-07-01')
const nextCommune = areaId('12286', '2025-07-01')

let the: World
let police: Somebody
let nextPolice: Somebody
let health: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey()
  police = the.as(personId('conganxa'))
  nextPolice = the.as(personId('congangiap'))
  health = the.as(personId('tramyte'))
})
afterAll(() => the.database.drop())

const somebody = (part: Partial<Identity> = {}): Identity => ({
  name: 'Trần Đình Hòa',
  otherNames: [],
  birth: '1990-05-02',
  sex: 'male',
  papers: [{ kind: 'cccd', number: '033090001234' }],
  residence: 'Thôn Trương Xá',
  stay: '',
  phone: '',
  circumstances: [],
  ...part,
})
async function begun(identity = somebody(), although = true) {
  const id = uuidv7()
  const { number } = await police.send(BeginFile, { communeId, id, personId: uuidv7(), identity, although })
  return { id, number }
}
const opened = (by: Somebody, fileId: string) =>
  openFile(by, { communeId, fileId }, by === police ? 'check' : 'treat', 'Kiểm tra tháng 11')

test('who has no right to files is refused, and knows nothing of them', async () => {
  const { id, number } = await begun()
  for (const other of [the.communeOfficer, the.districtLead, the.provinceLead, the.administrator, the.auditor]) {
    await expectRefusal(other.ask(ListFiles, { communeId }), 'platform.not_allowed')
    await expectRefusal(other.send(FindFiles, { communeId, text: number }), 'platform.not_allowed')
  }
  await expectRefusal(the.stranger.ask(ListFiles, { communeId }), 'platform.not_signed_in')
  await expectRefusal(
    health.send(BeginFile, { communeId, id: uuidv7(), personId: uuidv7(), identity: somebody() }),
    'platform.not_allowed',
  )
  await expectRefusal(police.ask(ReadFile, { communeId, fileId: id, openingId: uuidv7() }), 'cases.not_open')
})

test('the police of the next commune find no such place, and no file in their own', async () => {
  const { id, number } = await begun()
  await expectRefusal(nextPolice.ask(ListFiles, { communeId }), 'platform.not_found')
  const opening = { id: uuidv7(), purpose: 'check', ground: 'Muốn xem' } as const
  await expectRefusal(nextPolice.send(OpenFile, { communeId, fileId: id, ...opening }), 'platform.not_found')
  await expectRefusal(
    nextPolice.send(OpenFile, { communeId: nextCommune, fileId: id, ...opening }),
    'platform.not_found',
  )
  expect((await nextPolice.send(FindFiles, { communeId: nextCommune, text: number })).rows).toEqual([])
  const mine = await opened(police, id)
  await expectRefusal(nextPolice.ask(ReadFile, mine), 'platform.not_found')
  await expectRefusal(nextPolice.ask(ReadFile, { ...mine, communeId: nextCommune }), 'cases.not_open')
})

test('a file is begun, found without accents, opened for a purpose, read, closed', async () => {
  const { id, number } = await begun(somebody({ name: 'Đặng Thị Thúy Hằng', sex: 'female', birth: '1985', papers: [] }))
  expect(number).toMatch(/^HC-20\d\d-\d{4}$/)
  for (const text of ['dang thi thuy hang', 'Hằng Thúy', 'hang 1985', number.toLowerCase()])
    expect(
      (await police.send(FindFiles, { communeId, text })).rows.map((row) => row.id),
      text,
    ).toContain(id)
  expect((await police.send(FindFiles, { communeId, text: 'hang 1986' })).rows).toEqual([])
  const listed = (await police.ask(ListFiles, { communeId })).rows.find((row) => row.id === id)
  expect(listed).toMatchObject({ name: 'Đ. T. T. H***', number })
  const open = await opened(police, id)
  expect(await police.ask(ReadFile, open)).toMatchObject({
    number,
    view: 'police',
    identity: { name: 'Đặng Thị Thúy Hằng', birth: '1985' },
    opening: { purpose: 'check', ground: 'Kiểm tra tháng 11' },
  })
  expect((await police.ask(ListOpenings, open)).rows).toMatchObject([
    { id: open.openingId, purpose: 'check', closedAt: null },
  ])
  // On the record: who, which file, for what and until when; neither the ground nor the name, for both may name somebody.
  const entries = await sql<{ person: string; after: Record<string, unknown>; text: string }>`
    select person_id as person, after, audit_entry::text as text from audit_entry
    where operation = 'cases.open' and subject = ${`case-file:${id}`}`.execute(the.database.db)
  expect(entries.rows).toMatchObject([
    { person: police.id, after: { opening: open.openingId, purpose: 'check', until: expect.any(String) } },
  ])
  expect(entries.rows[0]?.text).not.toMatch(/Hằng|Kiểm tra tháng 11/)
  await police.send(CloseOpening, open)
  await expectRefusal(police.ask(ReadFile, open), 'cases.not_open')
})

test('the list goes page by page, once through all, and a place in it that is none is refused', async () => {
  const made = await Promise.all(Array.from({ length: 5 }, () => begun()))
  const seen: string[] = []
  for (let cursor: string | undefined = '' as string | undefined; cursor !== undefined; ) {
    const page = await police.ask(ListFiles, { communeId, limit: '2', ...(cursor && { cursor }) })
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.next ?? undefined
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen).toEqual(expect.arrayContaining(made.map(({ id }) => id)))
  for (const cursor of ['x', 'infinity x', `2026-99-01T00:00:00.000Z ${uuidv7()}`, `infinity ${'f'.repeat(36)}`])
    await expectRefusal(police.ask(ListFiles, { communeId, cursor }), 'cases.cursor_unreadable')
})

test('each sees by their role: the health station no residence, and of events only its own', async () => {
  const { id } = await begun()
  const seen = await health.ask(ReadFile, await opened(health, id))
  expect(seen.view).toBe('health')
  expect(Object.keys(seen.identity).sort()).toEqual(['birth', 'circumstances', 'name', 'papers', 'phone', 'sex'])
  expect(seen.status).toBeNull()
  await expectRefusal(
    health.send(ChangeIdentity, { ...(await opened(health, id)), identity: somebody(), version: 1 }),
    'platform.not_allowed',
  )
})

test('who is of the police elsewhere sees as the health station where they are that', async () => {
  const { id } = await begun()
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${nextPolice.id}, 'health-station', ${communeId}, '2024-01-01', 'Kiêm nhiệm')`.execute(
    the.database.db,
  )
  const seen = await nextPolice.ask(ReadFile, await opened(nextPolice, id))
  expect(seen).toMatchObject({ view: 'health', life: null, status: null })
  expect(await nextPolice.ask(ListFiles, { communeId })).toMatchObject({ law: false })
  expect(await nextPolice.ask(ListFiles, { communeId: nextCommune })).toMatchObject({ law: true })
  await sql`delete from access_grant where person_id = ${nextPolice.id} and role_id = 'health-station'`.execute(
    the.database.db,
  )
})

test('lists tell of status and time limits only to those who see decisions, and not by their order either', async () => {
  const ids = [(await begun()).id, (await begun()).id]
  const far = { communeId, readerId: police.id, purpose: 'test' }
  await insideFiles(the.database.db, far, (files) =>
    sql`update cases.file set status = 'managed', status_since = '2026-07-07', next_due_at = '2026-07-08' where id = ${ids[1]}`.execute(
      files,
    ),
  )
  const seen = await police.ask(ListFiles, { communeId, limit: 500 })
  expect(seen).toMatchObject({ law: true, counts: { late: 1 } })
  expect(seen.rows[0]).toMatchObject({ id: ids[1], status: 'managed', since: '2026-07-07' })
  const first = await police.ask(ListFiles, { communeId, limit: 1 })
  expect((await police.ask(ListFiles, { communeId, limit: 1, cursor: first.next ?? '' })).rows[0]?.id).toBe(
    seen.rows[1]?.id,
  )
  const { rows, law, counts, next } = await health.ask(ListFiles, { communeId, limit: 1 })
  expect({ law, late: counts.late, next }).toEqual({ law: false, late: 0, next: `infinity ${rows[0]?.id}` })
  const all = (await health.ask(ListFiles, { communeId, limit: 500 })).rows
  expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).toSorted())
  expect(all.some(({ status, since, nextDue }) => status ?? since ?? nextDue)).toBe(false)
  expect((await health.ask(ListFiles, { communeId, show: 'late' })).rows).toEqual([])
  const found = await health.send(FindFiles, { communeId, text: seen.rows[0]?.number ?? '' })
  expect(found).toMatchObject({ law: false, rows: [{ id: ids[1], status: null, nextDue: null }] })
})

test('a purpose serves those whose work it is', async () => {
  const { id } = await begun()
  const openFor = (by: Somebody, purpose: 'decide' | 'determine' | 'move') =>
    by.send(OpenFile, { communeId, fileId: id, id: uuidv7(), purpose, ground: 'Thử' })
  for (const purpose of ['decide', 'move'] as const)
    await expectRefusal(openFor(health, purpose), 'cases.opens_for_others')
  await openFor(health, 'determine')
  await openFor(police, 'decide')
})

test('an opening serves its own reader only, and its own file', async () => {
  const [one, other] = [await begun(), await begun()]
  const mine = await opened(police, one.id)
  await expectRefusal(health.ask(ReadFile, mine), 'cases.not_open')
  await expectRefusal(police.ask(ReadFile, { ...mine, fileId: other.id }), 'cases.not_open')
})

test('an opening that is over shows nothing', async () => {
  const { id } = await begun()
  const open = await opened(police, id)
  await insideFiles(the.database.db, { communeId, readerId: police.id, purpose: 'test' }, async (files) => {
    await expect(
      sql`update cases.opening set until = opened_at + interval '1 second' where id = ${open.openingId}`.execute(files),
    ).rejects.toThrow(/permission denied/)
  }).catch(() => undefined)
  const later = the.parts.clock.now
  the.parts.clock.now = () => new Date(Date.now() + 31 * 60_000)
  try {
    await expectRefusal(police.ask(ReadFile, open), 'cases.not_open')
  } finally {
    the.parts.clock.now = later
  }
})

test('the same person is not begun twice unawares, by number, by name, and at once', async () => {
  const identity = somebody({ name: 'Phùng Khắc Duy', birth: '1979', papers: [{ kind: 'cmnd', number: '145200300' }] })
  const { number } = await begun(identity)
  const again = (part: Partial<Identity>) =>
    police.send(BeginFile, { communeId, id: uuidv7(), personId: uuidv7(), identity: { ...identity, ...part } })
  const refusal = await again({ name: 'Duy Phùng Khắc', papers: [] }).catch((fault) => fault)
  expect(refusal).toMatchObject({ kind: { code: 'cases.likely_same' }, values: { numbers: number } })
  await expectRefusal(again({ name: 'Người Khác' }), 'cases.likely_same')
  await again({ name: 'Phùng Khắc Duy', birth: '2001', papers: [] })
  const twin = somebody({ name: 'Lã Quý Đôn', papers: [] })
  const both = await Promise.allSettled(
    [1, 2].map(() => police.send(BeginFile, { communeId, id: uuidv7(), personId: uuidv7(), identity: twin })),
  )
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('who a file is of is corrected by one at a time, and found by the new name only', async () => {
  const { id } = await begun(somebody({ name: 'Tạ Văn Sai', papers: [] }))
  const open = await opened(police, id)
  const change = { ...open, identity: somebody({ name: 'Tạ Văn Đúng', papers: [] }), version: 1 }
  expect(await police.send(ChangeIdentity, change)).toEqual({ version: 2 })
  await expectRefusal(police.send(ChangeIdentity, change), 'platform.changed_meanwhile')
  expect((await police.send(FindFiles, { communeId, text: 'ta van sai' })).rows).toEqual([])
  expect((await police.send(FindFiles, { communeId, text: 'ta van dung' })).rows.map((row) => row.id)).toEqual([id])
})
