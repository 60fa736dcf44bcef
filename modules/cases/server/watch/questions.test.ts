// Questions about readings: not for everybody, never about a person, asked once, answered by somebody else; and the keeper of
// the machine is seen too.

import { sql } from 'kysely'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newKey } from '../../../../platform/server/envelope.ts'
import { areaId, personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../../../../tests/support/master-key.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../../tests/support/world.ts'
import {
  AnswerReadingQuestion,
  BeginFile,
  ListKeepings,
  ListReadingQuestions,
  OpenFile,
  SetReaderHome,
  WatchWaiting,
} from '../../contract.ts'
import { insideFiles } from '../sealing/inside.ts'
import { keepingFiles } from '../sealing/keeping.ts'
import { saidOfOpening } from '../sealing/openings.ts'
import { rekeyFiles } from '../sealing/rekey.ts'
import { wordsKey } from '../sealing/statement.ts'
import { slice } from '../slice.ts'
import { askAboutReadings, seeForeignSessions, tellAuditOfKeepings } from './chores.ts'

const communeId = areaId('12322', '2025-07-01')
const masterKey = newKey()
let the: World
let police: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey(masterKey)
  police = the.as(personId('conganxa'))
})
afterAll(() => the.database.drop())

async function begun(name: string, residence = 'Thôn Trương Xá'): Promise<{ id: string; number: string }> {
  const id = uuidv7()
  const identity = { name, birth: '1990', sex: null, residence }
  const { number } = await police.send(BeginFile, { communeId, id, personId: uuidv7(), identity, although: true })
  return { id, number }
}
async function opened(fileId: string): Promise<string> {
  const id = uuidv7()
  await police.send(OpenFile, { communeId, fileId, id, purpose: 'check', ground: 'Kiểm tra tháng' })
  return id
}
const questions = async (show: 'open' | 'all' = 'open') => (await the.auditor.ask(ListReadingQuestions, { show })).rows

test('questions are for those who watch, and nobody else', async () => {
  for (const other of [
    police,
    the.as(personId('truongcax')),
    the.administrator,
    the.provinceLead,
    the.communeOfficer,
  ]) {
    await expectRefusal(other.ask(ListReadingQuestions, {}), 'platform.not_allowed')
    await expectRefusal(other.ask(ListKeepings, {}), 'platform.not_allowed')
    await expectRefusal(
      other.send(SetReaderHome, { communeId, readerId: police.id, hamlet: 'Trương Xá' }),
      'platform.not_allowed',
    )
  }
})

test('a reader of the same rare family name is asked about, by file number, without the name of the person', async () => {
  await opened((await begun('Trần Văn Sáu')).id)
  expect(await questions()).toEqual([])
  // The reader is called Lương Thu Hạnh.
  const { id, number } = await begun('Lương Thu Cúc')
  await opened(id)
  const [question] = await questions()
  expect(question).toMatchObject({
    ...{ rule: 'own-name', fileNumber: number, openings: 1, mayAnswer: true },
    reader: { id: police.id, name: 'Lương Thu Hạnh (minh họa)' },
  })
  expect(JSON.stringify(question)).not.toContain('Cúc')
  expect((await the.auditor.ask(WatchWaiting, {})).questions).toBe(1)
  // The head reviews emergencies; questions are not told of there.
  expect((await the.as(personId('truongcax')).ask(WatchWaiting, {})).questions).toBe(0)
})

test('a neighbour is asked about where it is known where the reader lives', async () => {
  const { id } = await begun('Trần Văn Bảy')
  await opened(id)
  expect((await questions()).map(({ rule }) => rule)).not.toContain('neighbour')
  await expectRefusal(
    the.auditor.send(SetReaderHome, { communeId, readerId: uuidv7(), hamlet: 'Trương Xá' }),
    'platform.not_found',
  )
  for (const nowhere of [uuidv7(), areaId('331')])
    await expectRefusal(
      the.auditor.send(SetReaderHome, { communeId: nowhere, readerId: police.id, hamlet: 'Trương Xá' }),
      'platform.not_found',
    )
  await the.auditor.send(SetReaderHome, { communeId, readerId: police.id, hamlet: 'Trương Xá' })
  await opened(id)
  expect((await questions()).map(({ rule }) => rule)).toContain('neighbour')
  await the.auditor.send(SetReaderHome, { communeId, readerId: police.id, hamlet: 'Động Xá' })
})

test('it is answered once, with a reason, and never by whom it is about', async () => {
  const [question] = await questions()
  const answer = { communeId, id: question!.id, outcome: 'explained', reason: 'Không phải người nhà' } as const
  await expectRefusal(the.auditor.send(AnswerReadingQuestion, { ...answer, id: uuidv7() }), 'platform.not_found')
  await expectRefusal(
    the.auditor.send(AnswerReadingQuestion, { ...answer, communeId: areaId('12286', '2025-07-01') }),
    'platform.not_found',
  )
  const both = await Promise.allSettled([1, 2].map(() => the.auditor.send(AnswerReadingQuestion, answer)))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(the.auditor.send(AnswerReadingQuestion, answer), 'cases.reviewed_already')
  expect((await questions('all')).find(({ id }) => id === answer.id)?.looked).toMatchObject({ outcome: 'explained' })
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${police.id}, 'auditor', null, '2024-01-01', 'Thử')`.execute(the.database.db)
  const own = (await questions()).find(({ reader }) => reader.id === police.id)
  await expectRefusal(police.send(AnswerReadingQuestion, { ...answer, id: own!.id }), 'cases.review_own')
  await sql`delete from access_grant where reason = 'Thử'`.execute(the.database.db)
})

test('five openings without anything that followed are asked about, once, however often one looks', async () => {
  for (let count = 0; count < 5; count += 1) await opened((await begun(`Trần Văn ${count}`)).id)
  await askAboutReadings(the.parts)
  expect((await questions()).map(({ rule }) => rule)).not.toContain('idle')
  const later = { ...the.parts, clock: { ...the.parts.clock, now: () => new Date(Date.now() + 80 * 3_600_000) } }
  await askAboutReadings(later)
  await askAboutReadings(later)
  const idle = (await questions()).filter(({ rule }) => rule === 'idle')
  expect(idle).toMatchObject([{ fileNumber: null, reader: { id: police.id } }])
})

test('the keeper sees nothing without an entry, and the entry cannot be taken away', async () => {
  const count = async (...settings: [string, string][]) =>
    the.database.db.transaction().execute(async (inside) => {
      for (const [name, value] of settings) await sql`select set_config(${name}, ${value}, true)`.execute(inside)
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from cases.person`.execute(inside)
      return rows[0]?.count
    })
  expect(await count(['cases.purpose', 'keep'])).toBe(0)
  expect(await count(['cases.purpose', 'keep'], ['cases.keeping', uuidv7()])).toBe(0)
  const before = (await the.auditor.ask(ListKeepings, {})).works.length
  const seen = await keepingFiles(the.database.db, { work: 'other', by: 'phép thử' }, (keep) =>
    keep(async (inside) => {
      const { rows } = await sql<{ count: number; entry: string }>`
        select count(*)::int as count, current_setting('cases.keeping') as entry from cases.person`.execute(inside)
      return rows[0]!
    }),
  )
  expect(seen.count).toBeGreaterThan(0)
  // The entry is over: it opens nothing any more.
  expect(await count(['cases.purpose', 'keep'], ['cases.keeping', seen.entry])).toBe(0)
  const { works } = await the.auditor.ask(ListKeepings, {})
  expect(works.length).toBe(before + 1)
  expect(works[0]).toMatchObject({ work: 'other', by: 'phép thử' })
  await sql`delete from cases.keeping`.execute(the.database.db)
  expect((await the.auditor.ask(ListKeepings, {})).works.length).toBe(before + 1)
})

test('new keys leave an entry, and it goes into the sealed audit once', async () => {
  await rekeyFiles(the.database.db)
  expect((await the.auditor.ask(ListKeepings, {})).works[0]).toMatchObject({ work: 'rekey' })
  await tellAuditOfKeepings(the.parts)
  await tellAuditOfKeepings(the.parts)
  const { rows } = await sql<{ count: number; once: number }>`
    select count(*)::int as count, count(distinct subject)::int as once from audit_entry
    where operation = 'cases.keeping'`.execute(the.database.db)
  expect(rows[0]?.count).toBeGreaterThan(0)
  expect(rows[0]?.count).toBe(rows[0]?.once)
})

test('a session that is not the product’s is seen, and which it is', async () => {
  const stranger = new pg.Client({ connectionString: the.database.url, application_name: 'psql' })
  await stranger.connect()
  try {
    await seeForeignSessions(the.parts)
    await seeForeignSessions(the.parts)
    const { sessions } = await the.auditor.ask(ListKeepings, {})
    expect(sessions).toMatchObject([{ application: 'psql' }])
  } finally {
    await stranger.end()
  }
})

test('a name is compared inside: only the fact is kept, and sealed', async () => {
  const way = { communeId, readerId: police.id, purpose: 'test' }
  const all = await insideFiles(the.database.db, way, async (files) => {
    const { rows } = await sql<{ id: string; sealed: Buffer }>`select id, sealed from cases.opening`.execute(files)
    const key = await wordsKey(files)
    return rows.flatMap(({ id, sealed }) => saidOfOpening(key, id, sealed).facts)
  })
  expect([...new Set(all)].sort()).toEqual(['may-record', 'neighbour', 'own-name'])
})

test('whoever has the tables and no key knows neither which question it was nor what was answered', async () => {
  const text = await insideFiles(
    the.database.db,
    { communeId, readerId: police.id, purpose: 'test' },
    async (files) => {
      const { rows } = await sql<{ text: string }>`
      select (select string_agg(question::text, ' ') from cases.reading_question question)
        || (select string_agg(opening::text, ' ') from cases.opening) as text`.execute(files)
      return rows[0]?.text ?? ''
    },
  )
  expect(text.length).toBeGreaterThan(500)
  expect(text).not.toMatch(/own-name|neighbour|Kiểm tra tháng|Không phải người nhà/)
})

test('without the master key it is said which one is missing', async () => {
  provideMasterKey()
  await expectRefusal(the.auditor.ask(ListReadingQuestions, { show: 'all' }), 'cases.key_missing')
  provideMasterKey(masterKey)
})
