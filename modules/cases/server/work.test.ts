// The work list and the head's view: the refusal first, then somebody from elsewhere.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import {
  ask,
  checked,
  communeId,
  communeWithWork,
  filed,
  head,
  here,
  listed,
  managed,
  noticed,
  other,
  police,
  standIn,
  teamOf,
  the,
} from '../../../tests/support/commune-work.ts'
import { event } from '../../../tests/support/lives.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { openFile } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody } from '../../../tests/support/world.ts'
import {
  CloseOpening,
  ListOfficers,
  ListReminders,
  ListWork,
  mostCounted,
  NameOfficer,
  ReadFile,
  RecordEvent,
} from '../contract.ts'
import type { FileEvent } from '../events.ts'
import { insideFiles } from './sealing/inside.ts'

provideMasterKey()
communeWithWork()

async function recorded(open: Awaited<ReturnType<typeof openFile>>, entry: Pick<FileEvent, 'kind' | 'at' | 'details'>) {
  const { kind, at, details } = entry
  const { version } = await police.ask(ReadFile, open)
  await police.send(RecordEvent, { ...open, id: uuidv7(), kind, at, details, version })
}

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
  await insideFiles(the.database.db, here, async (files) => {
    await sql`insert into cases.work_item (commune_id, file_id, officer_id, act, because, begins_at, due_at, waits)
      select ${communeId}, ${fileId}, ${police.id}, 'end', gen_random_uuid(), now(), '2026-11-01', false from generate_series(1, ${more}::int)`.execute(
      files,
    )
    await sql`insert into cases.work_of_member (commune_id, file_id, act, because, member_id, by_at, due_at, waits)
      select commune_id, file_id, act, because, ${police.id}, by_at, due_at, waits from cases.work_item where act = 'end'`.execute(
      files,
    )
  })
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

test('of a step of two on one team, whoever is both for a while sees one, page by page in one order', async () => {
  const helps = (of: Somebody) =>
    event('helper-named', '2026-08-07T08:00', { role: 'village', name: 'Cán bộ', person: of.id }, uuidv7())
  const [both, ofOther, ofPolice] = await filed(
    [...managed(police.id), helps(other)],
    [...managed(other.id), checked('2026-10-30T08:00')],
    managed(police.id),
  )
  await standIn()
  try {
    const seen: string[] = []
    for (let cursor: string | undefined = '' as string | undefined; cursor !== undefined; ) {
      const page = await other.ask(ListWork, { communeId, whose: 'team', limit: '1', ...(cursor && { cursor }) })
      expect(page.whose).toEqual({ mine: 3, team: 3, all: 3 })
      expect(page.counts).toEqual({ late: 2, today: 2, week: 3, all: 3 })
      seen.push(...page.rows.map(({ fileId }) => fileId))
      cursor = page.next ?? undefined
    }
    expect(seen).toEqual([...[both, ofPolice].sort(), ofOther])
  } finally {
    await sql`delete from delegation where from_person_id = ${police.id}`.execute(the.database.db)
  }
})

test('the work of members is that of their files, whoever comes, leaves or is done', async () => {
  const [fileId] = await filed(managed(police.id))
  const ofMembers = () =>
    insideFiles(the.database.db, here, async (files) => {
      const { rows } = await sql<{ member_id: string; act: string }>`
        select member_id, act from cases.work_of_member where file_id = ${fileId} order by member_id, act`.execute(
        files,
      )
      return rows.map(({ member_id, act }) => `${member_id} ${act}`)
    })
  expect(await ofMembers()).toEqual([`${police.id} check-residence`])
  await insideFiles(the.database.db, here, (files) =>
    sql`insert into cases.team_member (commune_id, file_id, member_id, role, since)
      values (${communeId}, ${fileId}, ${other.id}, 'village', now())`.execute(files),
  )
  await insideFiles(the.database.db, here, (files) =>
    sql`delete from cases.team_member where file_id = ${fileId} and member_id = ${police.id}`.execute(files),
  )
  expect(await ofMembers()).toEqual([])
  const open = await openFile(police, { communeId, fileId: fileId ?? '' }, 'decide', 'Phân công')
  await recorded(open, { ...teamOf(other.id), at: '2026-11-25T08:30' })
  expect(await ofMembers()).toEqual([`${other.id} check-residence`])
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
  await recorded(open, { kind: 'residence-checked', at: '2026-11-25T08:30', details: { present: true } })
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
  await standIn()
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
