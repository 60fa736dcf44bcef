// The team of a file: a helper opens the files of their teams and no others, held to it by the database; a stand-in sees what the
// absent one saw.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../../platform/server/slice.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { openFile } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import {
  BeginFile,
  FindFiles,
  ListCircle,
  ListFiles,
  ListOpenings,
  ListWork,
  ReadFile,
  RecordEvent,
} from '../contract.ts'
import { insideFiles } from './sealing/inside.ts'
import { slice } from './slice.ts'

const communeId = areaId('12322', '2025-07-01')

let the: World
let police: Somebody
let other: Somebody
let helper: Somebody
let health: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey()
  police = the.as(personId('conganxa'))
  other = the.as(personId('conganxa2'))
  helper = the.as(personId('giupdo'))
  health = the.as(personId('tramyte'))
})
afterAll(() => the.database.drop())

async function begun(): Promise<{ fileId: string; number: string }> {
  const fileId = uuidv7()
  const identity = { name: `Người ${fileId.slice(-6)}`, birth: '1990-05-02', sex: 'male' as const }
  const { number } = await police.send(BeginFile, { communeId, id: fileId, personId: uuidv7(), identity })
  return { fileId, number }
}
const opened = (by: Somebody, fileId: string) => openFile(by, { communeId, fileId }, 'after', 'Phân công số 3')
type Members = { role: string; name: string; person?: string }[]
async function nameTeam(fileId: string, members: Members, by = police) {
  const open = await opened(by, fileId)
  const { version } = await by.ask(ReadFile, open)
  const entry = { kind: 'team-named', at: '2026-08-05T08:00', details: { members } }
  return by.send(RecordEvent, { ...open, id: uuidv7(), ...entry, version })
}
const withHelper: Members = [
  { role: 'police', name: 'Cán bộ', person: personId('conganxa') },
  { role: 'village', name: 'Đại diện thôn', person: personId('giupdo') },
  { role: 'family', name: 'Chị gái' },
]

test('who is named must have a right here, and a role that is in use', async () => {
  const { fileId } = await begun()
  const stranger = [{ role: 'village', name: 'Người lạ', person: the.communeOfficer.id }]
  await expectRefusal(nameTeam(fileId, stranger), 'cases.not_on_team')
  const next = [{ role: 'police', name: 'Xã bên', person: personId('congangiap') }]
  await expectRefusal(nameTeam(fileId, next), 'cases.not_on_team')
  await expectRefusal(nameTeam(fileId, [{ role: 'boss', name: 'Ai đó' }]), 'cases.role_unknown')
  const head = [{ role: 'police', name: 'Người giúp đỡ', person: helper.id }]
  await expectRefusal(nameTeam(fileId, head), 'cases.officer_elsewhere')
})

test('a helper opens no file of the commune before they are on its team, and knows of none', async () => {
  const { fileId, number } = await begun()
  await expectRefusal(opened(helper, fileId), 'platform.not_found')
  expect((await helper.ask(ListFiles, { communeId, limit: 500 })).rows).toEqual([])
  expect((await helper.ask(ListFiles, { communeId })).counts).toEqual({ open: 0, late: 0, closed: 0 })
  expect((await helper.send(FindFiles, { communeId, text: number })).rows).toEqual([])
  await expectRefusal(helper.ask(ListWork, { communeId }), 'platform.not_allowed')
  await expectRefusal(helper.ask(ListFiles, { communeId: areaId('12286', '2025-07-01') }), 'platform.not_found')
})

test('named to the team they find, open and read that file alone, as much of it as helpers see', async () => {
  const [mine, not] = [await begun(), await begun()]
  await nameTeam(mine.fileId, withHelper)
  await nameTeam(not.fileId, withHelper.slice(0, 1))
  expect((await helper.ask(ListFiles, { communeId })).rows.map(({ id }) => id)).toContain(mine.fileId)
  expect((await helper.send(FindFiles, { communeId, text: mine.number })).rows).toHaveLength(1)
  expect((await helper.send(FindFiles, { communeId, text: not.number })).rows).toEqual([])
  await expectRefusal(opened(helper, not.fileId), 'platform.not_found')
  const seen = await helper.ask(ReadFile, await opened(helper, mine.fileId))
  expect(seen).toMatchObject({ view: 'helper', life: null, law: null, events: [{ kind: 'team-named' }] })
  expect(Object.keys(seen.identity).sort()).toEqual(['name', 'phone', 'stay'])
})

test('the database itself holds work for a team to the files of that team; named and not looked up, it is to none', async () => {
  const { fileId } = await begun()
  await begun()
  await nameTeam(fileId, withHelper)
  const seen = async (files: Db) => {
    const { rows } = await sql<{ files: string[]; persons: number; events: number }>`
      select coalesce((select array_agg(id) from cases.file where id >= ${fileId}), '{}') as files,
        (select count(*) from cases.person where id in (select person_id from cases.file where id = ${fileId}))::int as persons,
        (select count(*) from cases.event where file_id = ${fileId})::int as events`.execute(files)
    return rows[0]
  }
  const way = { communeId, readerId: helper.id, purpose: 'list' }
  const nothing = { files: [], persons: 0, events: 0 }
  const { db } = the.database
  const unnarrowed = await insideFiles(db, way, seen)
  expect(unnarrowed?.files).toHaveLength(2)
  expect(await insideFiles(db, { ...way, team: [helper.id] }, seen)).toEqual({ ...unnarrowed, files: [fileId] })
  expect(await insideFiles(db, { ...way, team: [health.id] }, seen)).toEqual(nothing)
  // The persons too, whoever asks for all of them: those of the teams and no others.
  const persons = (files: Db) => sql`select id from cases.person`.execute(files)
  const own = await insideFiles(db, { ...way, team: [helper.id] }, (files) =>
    sql`select distinct person_id from cases.file`.execute(files),
  )
  expect((await insideFiles(db, { ...way, team: [helper.id] }, persons)).rows).toHaveLength(own.rows.length)
  const notLookedUp = insideFiles(db, way, async (files) => {
    await sql`select set_config('cases.team', ${helper.id}, true)`.execute(files)
    return seen(files)
  })
  expect(await notLookedUp).toEqual(nothing)
  // What was looked up for one is not there for the next in the same transaction.
  await db.transaction().execute(async (inside) => {
    await insideFiles(inside, { ...way, team: [helper.id] }, seen)
    expect(await insideFiles(inside, { ...way, team: [health.id] }, seen)).toEqual(nothing)
  })
})

test('who is no longer on the team is shut out at once, also of what they have open', async () => {
  const { fileId } = await begun()
  await nameTeam(fileId, withHelper)
  const open = await opened(helper, fileId)
  await helper.ask(ReadFile, open)
  await nameTeam(fileId, withHelper.slice(0, 1))
  // The second team was named for the same day: what was entered last is what the file says.
  const police2 = await opened(police, fileId)
  const { version } = await police.ask(ReadFile, police2)
  const release = { kind: 'helper-released', at: '2026-08-06T08:00', details: { person: helper.id } }
  await police.send(RecordEvent, { ...police2, id: uuidv7(), ...release, version })
  await expectRefusal(helper.ask(ReadFile, open), 'cases.not_open')
  await expectRefusal(opened(helper, fileId), 'platform.not_found')
})

test('the database itself shows a helper the files of their teams only', async () => {
  const [mine, not] = [await begun(), await begun()]
  await nameTeam(mine.fileId, withHelper)
  await nameTeam(not.fileId, withHelper.slice(0, 1))
  const way = { communeId, readerId: helper.id, purpose: 'after', team: [helper.id] }
  await insideFiles(the.database.db, way, async (files) => {
    for (const table of ['file', 'event', 'opening', 'work_item']) {
      const column = table === 'file' ? 'id' : 'file_id'
      const { rows } = await sql<{ id: string }>`
        select distinct ${sql.ref(column)} as id from ${sql.table(`cases.${table}`)}`.execute(files)
      expect(
        rows.map(({ id }) => id),
        table,
      ).not.toContain(not.fileId)
    }
    const { rows } = await sql<{ count: number }>`
      select (select count(*) from cases.person)::int - (select count(distinct person_id) from cases.file)::int as count`.execute(
      files,
    )
    expect(rows[0]?.count).toBe(0)
  })
  // Found once in a transaction, and found anew where somebody left or came meanwhile.
  const seen = (files: Db) =>
    sql`select 1 from cases.file where commune_id = ${communeId} and id = ${mine.fileId}`
      .execute(files)
      .then(({ rows }) => rows.length)
  await insideFiles(the.database.db, way, async (files) => {
    expect(await seen(files)).toBe(1)
    await sql`delete from cases.team_member where commune_id = ${communeId} and file_id = ${mine.fileId}`.execute(files)
    expect(await seen(files)).toBe(0)
    await sql`insert into cases.team_member (commune_id, file_id, member_id, role, since)
      values (${communeId}, ${mine.fileId}, ${helper.id}, 'village', now())`.execute(files)
    expect(await seen(files)).toBe(1)
  })
  await expect(
    insideFiles(the.database.db, way, (files) =>
      sql`insert into cases.opening (commune_id, id, file_id, reader_id, purpose, opened_at, until)
        values (${communeId}, ${uuidv7()}, ${not.fileId}, ${helper.id}, 'after', now(), now() + interval '1 hour')`.execute(
        files,
      ),
    ),
  ).rejects.toThrow(/row-level security/)
})

test('the health station and the police open as before, on the team or not', async () => {
  const { fileId } = await begun()
  const open = await openFile(health, { communeId, fileId }, 'treat', 'Hẹn khám')
  expect((await health.ask(ReadFile, open)).view).toBe('health')
  expect((await other.ask(ReadFile, await opened(other, fileId))).view).toBe('police')
})

test('who stands in for a helper sees the files of that helper, while it lasts', async () => {
  const { fileId } = await begun()
  await nameTeam(fileId, withHelper)
  const standIn = the.hamletHead
  await expectRefusal(standIn.ask(ListFiles, { communeId }), 'platform.not_allowed')
  const lend = (from: string, to: string) =>
    sql`insert into delegation (id, from_person_id, to_person_id, role_id, valid_from, valid_to, reason)
      values (${uuidv7()}, ${helper.id}, ${standIn.id}, 'case-helper', ${from}, ${to}, 'Nghỉ phép')`.execute(
      the.database.db,
    )
  await lend('2024-11-01', '2024-11-15')
  await expectRefusal(standIn.ask(ListFiles, { communeId }), 'platform.not_allowed')
  await lend('2024-11-15', '2024-11-30')
  expect((await standIn.ask(ListFiles, { communeId })).rows.map(({ id }) => id)).toContain(fileId)
  const open = await opened(standIn, fileId)
  expect(await standIn.ask(ReadFile, open)).toMatchObject({
    view: 'helper',
    opening: { actingFor: expect.any(String) },
  })
  const rows = (await police.ask(ListOpenings, await opened(police, fileId))).rows
  expect(rows.find(({ id }) => id === open.openingId)?.actingFor).toMatch(/Thắm/)
})

test('those who may be named are those with a right of their own here', async () => {
  const { people, roles } = await police.ask(ListCircle, { communeId })
  expect(people.map(({ id, view }) => [id, view])).toEqual(
    expect.arrayContaining([
      [police.id, 'police'],
      [helper.id, 'helper'],
      [health.id, 'health'],
    ]),
  )
  expect(people.map(({ id }) => id)).not.toContain(personId('congangiap'))
  expect(roles.map(({ id }) => id)).toContain('social-worker')
})
