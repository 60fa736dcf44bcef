// The work list, the head's view, reminders and what time alone changes: the refusal first, then somebody from elsewhere.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { event, positive } from '../../../tests/support/lives.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { openFile } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import {
  CloseOpening,
  ListFiles,
  ListOfficers,
  ListReminders,
  ListWork,
  mostCounted,
  NameOfficer,
  ReadFile,
  RecordEvent,
  SeeReminders,
} from '../contract.ts'
import type { FileEvent } from '../events.ts'
import { enterFiles } from './public.ts'
import { sendReminders } from './remind.ts'
import { rereadFiles } from './reread.ts'
import { insideFiles } from './sealing/inside.ts'
import { keepingFiles } from './sealing/keeping.ts'
import { slice } from './slice.ts'

const communeId = areaId('12322', '2025-07-01')
const here = { communeId, readerId: personId('conganxa'), purpose: 'test' }
// A Wednesday; whoever asks does so at this minute unless a test says otherwise.
const wednesday = new Date('2026-11-25T09:00:00+07:00')

let the: World
let police: Somebody
let other: Somebody
let head: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey()
  police = the.as(personId('conganxa'))
  other = the.as(personId('conganxa2'))
  head = the.as(personId('truongcax'))
})
afterAll(() => the.database.drop())

let now = wednesday
beforeEach(async () => {
  now = wednesday
  the.parts.clock.now = () => now
  // Each test has a commune of its own making: what the ones before left is handed to nobody.
  await keepingFiles(the.database.db, { work: 'other', by: 'test' }, (keep) =>
    keep(async (inside) => {
      for (const table of ['reminder', 'reminders_seen', 'work_item', 'team_member', 'opening', 'event', 'file'])
        await sql`delete from ${sql.table(`cases.${table}`)}`.execute(inside)
    }),
  )
})

const teamOf = (officer: string): FileEvent =>
  event('team-named', '2026-08-06T08:00', { members: [{ role: 'police', name: 'Cán bộ', person: officer }] }, uuidv7())
const managed = (officer?: string): FileEvent[] => [
  event('tested', '2026-08-03T09:00', positive, uuidv7()),
  event('notice-received', '2026-08-04T08:00', { from: 'Công an xã Đức Hợp' }, uuidv7()),
  event('managed', '2026-08-04T15:00', {}, uuidv7()),
  event('commitment-signed', '2026-08-05T08:00', { which: 'B1' }, uuidv7()),
  event('supported', '2026-08-05T09:00', { what: 'counselling' }, uuidv7()),
  ...(officer ? [teamOf(officer)] : []),
]
/** The residence check of November is due on the last of the month, that of October was missed where none is here. */
const checked = (at: string) => event('residence-checked', at, { present: true }, uuidv7())
const noticed = (at: string, officer?: string) => [
  event('tested', '2026-11-23T09:00', positive, uuidv7()),
  event('residence-verified', '2026-11-23T15:00', { stable: true }, uuidv7()),
  event('notice-received', at, { from: 'Công an xã Đức Hợp' }, uuidv7()),
  ...(officer ? [teamOf(officer)] : []),
]

async function filed(...files: FileEvent[][]): Promise<string[]> {
  const made = files.map((events) => ({ id: uuidv7(), personId: uuidv7(), events }))
  const entered = made.map((file, at) => ({
    ...file,
    identity: {
      name: `Phạm Văn Thử ${at}`,
      otherNames: [],
      birth: '1990-05-01',
      sex: 'male' as const,
      papers: [],
      residence: '',
      stay: '',
      phone: '',
      circumstances: [],
    },
  }))
  await enterFiles(the.database.db, { communeId, by: police.id, now, demo: false }, entered)
  return made.map(({ id }) => id)
}
const listed = async (by: Somebody, part: Partial<Parameters<typeof ask>[1]> = {}) =>
  (await ask(by, part)).rows.map(({ fileId, act }) => `${fileId} ${act}`)
const ask = (
  by: Somebody,
  part: { whose?: 'mine' | 'team' | 'all'; due?: 'late' | 'today' | 'week' | 'all'; officer?: string },
) => by.ask(ListWork, { communeId, limit: 500, ...part })

test('who sees no decisions has no work list, and who is no head gives no files away', async () => {
  for (const somebody of [
    the.communeOfficer,
    the.administrator,
    the.auditor,
    the.as(personId('tramyte')),
    the.as(personId('giupdo')),
  ])
    await expectRefusal(somebody.ask(ListWork, { communeId }), 'platform.not_allowed')
  await expectRefusal(police.ask(ListOfficers, { communeId }), 'platform.not_allowed')
  const give = { communeId, from: null, to: other.id, ground: 'Phân công' }
  await expectRefusal(police.send(NameOfficer, give), 'platform.not_allowed')
})

test('the police of the next commune find no such work', async () => {
  const next = the.as(personId('congangiap'))
  await filed(managed(police.id))
  await expectRefusal(next.ask(ListWork, { communeId }), 'platform.not_found')
  await expectRefusal(next.ask(ListReminders, { communeId }), 'platform.not_found')
  expect((await next.ask(ListWork, { communeId: areaId('12286', '2025-07-01'), whose: 'all' })).rows).toEqual([])
})

test('what is due stands by its clock: late, today, this week; mine, of my team, of all', async () => {
  const [late, today, week, nobodys, others] = await filed(
    managed(police.id),
    noticed('2026-11-24T20:00', police.id),
    [...managed(police.id), checked('2026-10-30T08:00')],
    [...managed(), checked('2026-11-24T08:00')],
    [...managed(other.id), checked('2026-10-30T08:00')],
  )
  expect(await listed(police, { due: 'late' })).toEqual([`${late} check-residence`])
  expect((await listed(police, { due: 'today' })).slice(0, 2)).toEqual([`${late} check-residence`, `${today} decide`])
  expect(await listed(police, { due: 'week' })).toContain(`${week} check-residence`)
  expect(await listed(police)).not.toContain(`${nobodys} check-residence`)
  expect(await listed(police, { whose: 'all' })).toContain(`${nobodys} check-residence`)
  expect(await listed(police, { whose: 'team' })).toEqual(await listed(police))
  expect(await listed(other)).toEqual([`${others} check-residence`])
  expect(await listed(head, { officer: 'none' })).toEqual([`${nobodys} check-residence`])
  const { counts, whose, rows } = await ask(police, { due: 'late' })
  expect([counts.late, whose]).toEqual([1, { mine: 3, team: 3, all: 5 }])
  expect(rows[0]).toMatchObject({ name: 'P. V. T. 0***', officer: { id: police.id }, waits: false })
})

test('whoever is on a team and not in charge finds the work of that file with their team, and not with their own', async () => {
  const helps = event(
    'helper-named',
    '2026-08-07T08:00',
    { role: 'village', name: 'Cán bộ', person: police.id },
    uuidv7(),
  )
  const [mine, helped, others] = await filed(managed(police.id), [...managed(other.id), helps], managed(other.id))
  expect(await listed(police)).toEqual([`${mine} check-residence`])
  const team = await listed(police, { whose: 'team' })
  expect(team.toSorted()).toEqual([`${mine} check-residence`, `${helped} check-residence`].toSorted())
  expect(team).not.toContain(`${others} check-residence`)
  expect((await ask(police, { whose: 'team' })).whose).toEqual({ mine: 1, team: 2, all: 3 })
  expect((await ask(police, { whose: 'team' })).rows.find(({ fileId }) => fileId === helped)?.officer?.id).toBe(
    other.id,
  )
})

test('counts go so far and no further, however much there is; the list goes on', async () => {
  const [fileId] = await filed(managed(police.id))
  const more = mostCounted + 200
  await insideFiles(the.database.db, here, (files) =>
    sql`insert into cases.work_item (commune_id, file_id, officer_id, act, because, begins_at, due_at, waits)
      select ${communeId}, ${fileId}, ${police.id}, 'end', gen_random_uuid(), now(), '2026-11-01', false from generate_series(1, ${more}::int)`.execute(
      files,
    ),
  )
  const { counts, whose, rows, next } = await ask(police, { due: 'late' })
  expect(counts).toEqual({ late: mostCounted, today: mostCounted, week: mostCounted, all: mostCounted })
  expect(whose).toEqual({ mine: mostCounted, team: mostCounted, all: mostCounted })
  let seen = rows.length
  for (let cursor = next; cursor; ) {
    const page = await police.ask(ListWork, { communeId, limit: 500, due: 'late', cursor })
    seen += page.rows.length
    cursor = page.next
  }
  expect(seen).toBe(more + 1)
})

test('the list goes page by page, and a place in it that is none is refused', async () => {
  await filed(...Array.from({ length: 5 }, () => managed(police.id)))
  const seen: string[] = []
  for (let cursor: string | undefined = '' as string | undefined; cursor !== undefined; ) {
    const page = await police.ask(ListWork, { communeId, limit: '2', ...(cursor && { cursor }) })
    seen.push(...page.rows.map(({ fileId }) => fileId))
    cursor = page.next ?? undefined
  }
  expect(new Set(seen).size).toBe(5)
  expect(seen).toHaveLength(5)
  for (const cursor of ['x', `infinity ${uuidv7()}`, `2026-11-25T00:00:00.000Z ${uuidv7()} x decide`])
    await expectRefusal(police.ask(ListWork, { communeId, cursor }), 'cases.cursor_unreadable')
})

test('what was done leaves the list in the same breath', async () => {
  const [fileId = ''] = await filed(managed(police.id))
  const open = await openFile(police, { communeId, fileId }, 'check', 'Kiểm tra tháng 11')
  const entry = { kind: 'residence-checked', at: '2026-11-25T08:30', details: { present: true } }
  const { version } = await police.ask(ReadFile, open)
  await police.send(RecordEvent, { ...open, id: uuidv7(), ...entry, version })
  await police.send(CloseOpening, open)
  expect(await listed(police, { due: 'late' })).toEqual([])
  expect((await ask(police, {})).rows[0]).toMatchObject({ act: 'check-residence', due: '2026-12-31T16:59:00Z' })
})

test('the head sees each officer, hands the files of one over, and what was late by then stays told apart', async () => {
  const [late, inTime] = await filed(
    managed(police.id),
    [...managed(police.id), checked('2026-11-20T08:00')],
    managed(),
  )
  const before = await head.ask(ListOfficers, { communeId })
  expect(before.rows.map(({ officer, files, late: count }) => [officer?.id ?? null, files, count])).toEqual(
    expect.arrayContaining([
      [null, 1, 1],
      [police.id, 2, 1],
      [other.id, 0, 0],
    ]),
  )
  expect(before.rows[0]?.officer).toBeNull()
  const give = { communeId, from: police.id, to: other.id, ground: 'Quyết định điều động số 7' }
  await expectRefusal(head.send(NameOfficer, { ...give, to: personId('congangiap') }), 'cases.officer_elsewhere')
  await expectRefusal(head.send(NameOfficer, { ...give, to: police.id }), 'cases.officer_same')
  const both = await Promise.allSettled([head.send(NameOfficer, give), head.send(NameOfficer, give)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(head.send(NameOfficer, give), 'cases.nothing_to_hand_over')
  expect(await listed(police)).toEqual([])
  const { rows } = await ask(other, {})
  expect(rows.map(({ fileId, inherited }) => [fileId, inherited?.wasLate])).toEqual([
    [late, true],
    [inTime, false],
  ])
  expect(rows[0]?.inherited?.from).toMatch(/Hạnh/)
  const after = (await head.ask(ListOfficers, { communeId })).rows.find(({ officer }) => officer?.id === other.id)
  expect(after).toMatchObject({ files: 2, late: 1, inherited: 2, inheritedLate: 1, serves: true })
  expect(await head.send(NameOfficer, { ...give, from: null })).toMatchObject({ files: 1 })
})

test('who stands in for an absent officer sees their files as their own for so long, marked so', async () => {
  const [fileId = ''] = await filed(managed(police.id))
  expect(await listed(other)).toEqual([])
  await sql`insert into delegation (id, from_person_id, to_person_id, role_id, valid_from, valid_to, reason)
    values (${uuidv7()}, ${police.id}, ${other.id}, 'commune-police', '2024-11-10', '2024-11-20', 'Nghỉ phép')`.execute(
    the.database.db,
  )
  try {
    const seen = await ask(other, {})
    expect(seen.standsInFor.map(({ id }) => id)).toEqual([police.id])
    expect(seen.rows).toMatchObject([{ fileId, standsIn: true }])
    const officers = await head.ask(ListOfficers, { communeId })
    expect(officers.rows.find(({ officer }) => officer?.id === police.id)?.standIns).toMatchObject([
      { name: expect.stringMatching(/Đức/), until: '2024-11-19' },
    ])
    const file = await other.ask(ReadFile, await openFile(other, { communeId, fileId }, 'check', 'Làm thay'))
    expect(file.opening.actingFor).toMatch(/Hạnh/)
  } finally {
    await sql`delete from delegation where from_person_id = ${police.id}`.execute(the.database.db)
  }
  expect(await listed(other)).toEqual([])
})

test('a reminder comes before the time limit, after it, and then to the head; each once, and none for what is done', async () => {
  const [fileId = ''] = await filed(noticed('2026-11-25T08:00', police.id), [...managed(), checked('2026-11-24T08:00')])
  const send = () => sendReminders(the.database.db, now)
  const told = async (by: Somebody) =>
    (await by.ask(ListReminders, { communeId })).rows.map(
      ({ act, kind, fresh }) => `${act} ${kind}${fresh ? ' new' : ''}`,
    )
  await send()
  expect(await told(police)).toEqual([])
  now = new Date('2026-11-25T21:00:00+07:00')
  expect(await send()).toBeGreaterThan(0)
  expect(await send()).toBe(0)
  expect(await told(police)).toContain('decide soon new')
  expect(await told(other)).toEqual([])
  expect(await told(head)).toEqual([])
  await police.send(SeeReminders, { communeId })
  expect(await told(police)).toContain('decide soon')
  now = new Date('2026-11-26T09:00:00+07:00')
  await send()
  expect(await told(police)).toContain('decide late new')
  expect(await told(head)).toEqual([])
  now = new Date('2026-11-27T09:00:00+07:00')
  await send()
  expect(await told(head)).toContain('decide escalation new')
  const open = await openFile(police, { communeId, fileId }, 'decide', 'Thông báo')
  const { version } = await police.ask(ReadFile, open)
  const paper = { number: '9/QĐ-CAX', on: '2026-11-27', by: 'police-head' }
  await police.send(RecordEvent, {
    ...open,
    id: uuidv7(),
    kind: 'managed',
    at: '2026-11-27T08:50',
    details: { paper },
    version,
  })
  expect((await told(head)).filter((each) => each.startsWith('decide '))).toEqual([])
})

test('what time alone changes is read again when it is due, and nothing else is', async () => {
  const [ending = ''] = await filed(
    [event('managed', '2025-12-01T15:00', {}, uuidv7()), checked('2026-11-24T08:00')],
    [...managed(), checked('2026-11-24T08:00')],
  )
  const statusOf = async () =>
    (await police.ask(ListFiles, { communeId })).rows.find(({ id }) => id === ending)?.status ?? null
  const versions = async () => {
    const { rows } = await insideFiles(the.database.db, here, (files) =>
      sql<{ version: number }>`select version from cases.file order by id`.execute(files),
    )
    return rows.map(({ version }) => version)
  }
  expect(await rereadFiles(the.database.db, now)).toBe(0)
  expect(await statusOf()).toBe('managed')
  const before = await versions()
  now = new Date('2026-12-02T00:30:00+07:00')
  expect(await rereadFiles(the.database.db, now)).toBe(1)
  expect(await statusOf()).toBeNull()
  expect(await listed(police, { whose: 'all', due: 'late' })).toContain(`${ending} end`)
  expect(await rereadFiles(the.database.db, now)).toBe(0)
  // Who was typing meanwhile is not turned away by it.
  expect(await versions()).toEqual(before)
})

test('one that cannot be opened stops none of the others, is told of, and is tried again after an hour', async () => {
  const [bad = '', good = ''] = await filed(managed(), managed())
  await insideFiles(the.database.db, here, async (files) => {
    await sql`update cases.file set read_under = -1 where id = any(${[bad, good]}::uuid[])`.execute(files)
    await sql`delete from cases.work_item where file_id = any(${[bad, good]}::uuid[])`.execute(files)
    await sql`update cases.person set sealed = decode(md5('x'), 'hex') || sealed
      where id = (select person_id from cases.file where id = ${bad})`.execute(files)
  })
  await expect(rereadFiles(the.database.db, now)).rejects.toThrow(`could not be read again: ${bad}`)
  const work = await listed(police, { whose: 'all' })
  expect(work.some((each) => each.startsWith(good))).toBe(true)
  expect(work.some((each) => each.startsWith(bad))).toBe(false)
  expect(await rereadFiles(the.database.db, now)).toBe(0)
  await insideFiles(the.database.db, here, (files) =>
    sql`update cases.person set sealed = substring(sealed from 17)
      where id = (select person_id from cases.file where id = ${bad})`.execute(files),
  )
  expect(await rereadFiles(the.database.db, new Date(now.getTime() + 3_700_000))).toBe(1)
  expect((await listed(police, { whose: 'all' })).some((each) => each.startsWith(bad))).toBe(true)
})

test('a file begun before anything was kept with it is read at the next turn', async () => {
  await filed(managed())
  await insideFiles(the.database.db, here, async (files) => {
    await sql`update cases.file set read_under = -1`.execute(files)
    await sql`delete from cases.work_item`.execute(files)
  })
  expect(await listed(police, { whose: 'all' })).toEqual([])
  expect(await rereadFiles(the.database.db, now)).toBe(1)
  expect(await listed(police, { whose: 'all' })).not.toEqual([])
})
