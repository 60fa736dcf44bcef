// Events through the door: refused by name with the article, by somebody from elsewhere, then a life in order, twice, at once.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sentenceOf } from '../../../platform/contract/refusal.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { type Entry, type Open, openFile } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import { BeginFile, ListFiles, ReadFile, RecordEvent } from '../contract.ts'
import { slice } from './slice.ts'

const communeId = areaId('12322', '2025-07-01')

let the: World
let police: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey()
  police = the.as(personId('conganxa'))
})
afterAll(() => the.database.drop())

const test1: Entry = {
  kind: 'tested',
  at: '2026-08-03T09:00',
  details: { ground: 'verified-tip', result: 'positive', sample: 'urine', sameSexOfficer: true },
}
const notice: Entry = { kind: 'notice-received', at: '2026-08-04T08:00', details: { from: 'Công an xã Đức Hợp' } }
const managed: Entry = {
  kind: 'managed',
  at: '2026-08-04T15:00',
  details: { paper: { number: '12/QĐ-CAX', on: '2026-08-04', by: 'police-head' } },
}

async function openNewFile(by = police, birth = '1990-05-02') {
  const fileId = uuidv7()
  const identity = { name: `Người ${fileId.slice(-6)}`, birth, sex: 'male' as const }
  await police.send(BeginFile, { communeId, id: fileId, personId: uuidv7(), identity })
  return opening(by, fileId)
}
const opening = (by: Somebody, fileId: string) =>
  openFile(by, { communeId, fileId }, by === police ? 'decide' : 'determine', 'Thông báo kết quả xét nghiệm')
const enter = (open: Open, entry: Entry, version: number, by = police) =>
  by.send(RecordEvent, { ...open, id: uuidv7(), ...entry, version })

test('what the law does not allow is refused by name, with its article, and nothing is kept of it', async () => {
  const open = await openNewFile()
  await expectRefusal(enter(open, { ...test1, at: '2099-01-01T08:00' }, 1), 'cases.in_the_future')
  await expectRefusal(enter(open, { ...test1, details: { result: 'positive', sample: 'urine' } }, 1), 'cases.no_ground')
  await expectRefusal(enter(open, { kind: 'suspected', at: '2026-08-03T09:00', details: {} }, 1), 'cases.details_wrong')
  await expectRefusal(enter(open, { ...test1, details: { ...test1.details, score: 7 } }, 1), 'cases.details_wrong')
  const file = await police.ask(ReadFile, open)
  expect([file.events, file.version, file.status]).toEqual([[], 1, null])
  await enter(open, test1, 1)
  const early: Entry = {
    ...managed,
    at: '2026-08-01T15:00',
    details: { paper: { number: '9', on: '2026-08-01', by: 'police-head' } },
  }
  await expectRefusal(enter(open, early, 2), 'cases.before_its_ground')
  await expectRefusal(enter(open, { ...managed, details: {} }, 2), 'cases.no_paper')
})

test('a hand-over is entered by handing over alone: typed by hand it is refused, whatever the file says', async () => {
  const open = await openNewFile()
  await enter(open, notice, 1)
  await enter(open, managed, 2)
  const moved: Entry = { kind: 'moved', at: '2026-08-05T08:00', details: { what: 'residence', to: 'xã Đức Hợp' } }
  await enter(open, moved, 3)
  const typed: Entry = { kind: 'file-handed-over', at: '2026-08-05T09:00', details: { to: 'xã Đức Hợp' } }
  await expectRefusal(enter(open, typed, 4), 'cases.hand_over_enters')
  const goesOn: Entry = {
    kind: 'management-taken-over',
    at: '2026-08-05T15:00',
    details: { paper: { number: '3/QĐ-CAX', on: '2026-08-05', by: 'police-head' } },
  }
  await expectRefusal(enter(open, goesOn, 4), 'cases.no_ground')
  const file = await police.ask(ReadFile, open)
  expect(file.events.map(({ kind }) => kind)).toEqual(['notice-received', 'managed', 'moved'])
  expect(file.life?.next.find(({ id }) => id === 'hand-over')).toMatchObject({ due: '2026-08-06T08:00' })
})

test('a minor does not go down the path of adults', async () => {
  const open = await openNewFile(police, '2011-03-01')
  await enter(open, test1, 1)
  const blood: Entry = {
    ...test1,
    at: '2026-08-03T10:00',
    details: { ...test1.details, sample: 'blood', parentsPresent: false },
  }
  await expectRefusal(enter(open, blood, 2), 'cases.parents_missing')
})

test('the dossier of a minor is not one of adults: refused with the article, in both languages', async () => {
  const open = await openNewFile(police, '2011-03-01')
  const paper = (number: string, on: string, by: string) => ({ paper: { number, on, by } })
  const life: Entry[] = [
    test1,
    { kind: 'determination-asked', at: '2026-08-04T08:00', details: { ground: 'voluntary' } },
    {
      kind: 'determination-result',
      at: '2026-08-05T08:00',
      details: { ...paper('5/XĐN', '2026-08-05', 'health-facility'), result: 'addicted', ground: 'voluntary' },
    },
  ]
  for (const [at, entry] of life.entries()) await enter(open, entry, at + 1)
  const opened = (path: string): Entry => ({
    kind: 'dossier-opened',
    at: '2026-08-10T08:00',
    details: { ...paper('7/HS', '2026-08-10', 'police-head'), path, ground: 'not-registered' },
  })
  const { kind, values } = await expectRefusal(enter(open, opened('adult'), 4), 'cases.adult_path_for_minor')
  expect(sentenceOf(kind, values, 'vi')).toMatch(/^.+ \(Luật[^)]*, Điều 36\)\.$/)
  expect(sentenceOf(kind, values, 'en')).toMatch(/^.+ \(Law[^)]*, Art(icle|\.) 36\)\.$/)
  expect((await police.ask(ReadFile, open)).events).toHaveLength(3)
})

test('only who opened the file enters, and only what their part of it is', async () => {
  const open = await openNewFile()
  await expectRefusal(enter(open, test1, 1, the.as(personId('congangiap'))), 'platform.not_found')
  await expectRefusal(enter(open, test1, 1, the.as(personId('tramyte'))), 'platform.not_allowed')
  await expectRefusal(enter({ ...open, openingId: uuidv7() }, test1, 1), 'cases.not_open')
})

test('a life is entered in its order; status, next limit and folios follow, and each sees their part', async () => {
  const open = await openNewFile()
  expect(await enter(open, test1, 1)).toEqual({ folio: 1, version: 2 })
  expect(await enter(open, notice, 2)).toEqual({ folio: 2, version: 3 })
  const waiting = await police.ask(ReadFile, open)
  expect(waiting.status).toBeNull()
  expect(waiting.life?.next[0]).toMatchObject({ forms: expect.stringContaining('III-04') })
  expect(await enter(open, managed, 3)).toEqual({ folio: 3, version: 4 })
  const file = await police.ask(ReadFile, open)
  expect(file.events.map(({ kind, folio }) => [kind, folio])).toEqual([
    ['tested', 1],
    ['notice-received', 2],
    ['managed', 3],
  ])
  expect(file.status).toBe('managed')
  expect(file.life?.status).toMatchObject({ kind: 'managed', since: '2026-08-04T15:00', ends: '2027-08-04T23:59' })
  const listed = (await police.ask(ListFiles, { communeId, limit: 500 })).rows.find(({ id }) => id === open.fileId)
  expect(listed).toMatchObject({ status: 'managed', since: '2026-08-04', nextDue: expect.any(String) })

  // The audit outlives the file, and many may read it: what was entered stands in the file alone.
  const { rows: audited } = await sql<{ after: unknown }>`
    select after from audit_entry where operation = 'cases.record' and subject = ${`case-file:${open.fileId}`} order by id`.execute(
    the.database.db,
  )
  expect(audited.map(({ after }) => after)).toEqual(file.events.map(({ id, folio }) => ({ event: id, folio })))

  const health = the.as(personId('tramyte'))
  const seen = await health.ask(ReadFile, await opening(health, open.fileId))
  expect([seen.events, seen.hidden, seen.life, seen.status]).toEqual([[], 3, null, null])
})

test('sent twice it is entered once; of two at once one is entered; what was seen must still be so', async () => {
  const open = await openNewFile()
  const input = { ...open, id: uuidv7(), ...test1, version: 1 }
  const command = uuidv7()
  const first = await police.send(RecordEvent, input, { id: command })
  expect(await police.send(RecordEvent, input, { id: command })).toEqual(first)
  await expectRefusal(police.send(RecordEvent, { ...input, version: 2 }), 'cases.already_recorded')
  await expectRefusal(enter(open, notice, 1), 'platform.changed_meanwhile')
  const both = await Promise.allSettled([enter(open, notice, 2), enter(open, notice, 2)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await police.ask(ReadFile, open)).events).toHaveLength(2)
})
