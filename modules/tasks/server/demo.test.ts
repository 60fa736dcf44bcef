// The world of the demonstration on 15/11/2024: what the first screens show, and that SQL and the pure rules agree on every day.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId, postId, programmeId } from '../../../programmes/kim-dong-2024/ids.ts'
import { demoTaskId } from '../../../programmes/kim-dong-2024/tasks.ts'
import { addDays } from '../../../rules/calendar/working-days.ts'
import { type World, world } from '../../../tests/support/world.ts'
import { slice as obstacles } from '../../obstacles/server/slice.ts'
import { InheritedTasks, ListInstructions, ListNotices, ListTasks, MyWork, ShowTask, TasksByHead } from '../contract.ts'
import { laneOf, statusOf } from '../rules.ts'
import { type FactsRow, factsOf, knownTasks } from './facts.ts'
import { lateTasks, taskCounts } from './public.ts'
import { slice } from './slice.ts'

let the: World
const programme = 'kim-dong-2024'
beforeAll(async () => {
  the = await world([slice, obstacles])
})
afterAll(() => the.database.drop())

test('the vice-chair sees the 48 tasks, 4 late, 7 soon, 2 to decide, 21 of the converting units', async () => {
  const list = await the.districtLead.ask(ListTasks, { programme, limit: '100' })
  expect(list.on).toBe('2024-11-15')
  expect(list.counts).toEqual({ all: 48, late: 4, soon: 7, waiting: 2, mine: 0, converting: 21, convertingUnits: 5 })
  expect(list.lanes).toEqual({ new: 9, doing: 24, waiting: 5, done: 10, cancelled: 0 })
  const first = list.rows
    .slice(0, 7)
    .map((row) => `${row.number} ${row.status.kind} ${row.status.days} ${row.status.inheritedDays}`)
  expect(first).toEqual([
    '15 late 16 5',
    '7 late 15 0',
    '12 late 7 0',
    '31 late 1 0',
    '22 soon 3 0',
    '11 soon 4 0',
    '14 soon 5 0',
  ])
  const named = Object.fromEntries(list.rows.map((row) => [row.number, row]))
  expect(named[7]?.askedFor).toBe('2024-11-25')
  expect(named[7]?.progress).toEqual({ done: 5, total: 7, unit: 'thôn', from: 'report' })
  expect(named[15]?.evidence).toBe('missing')
  expect(named[26]?.subtasks).toEqual({ done: 2, total: 4 })
  expect(named[40]?.progress).toEqual({ done: 0, total: 2, unit: 'cụm', from: 'none' })
  expect(named[25]).toMatchObject({ dueOn: '2024-11-30', originalDueOn: '2024-10-31' })
})

test('23 heads answer, by the name of their unit; the education head took one late task over', async () => {
  const { rows } = await the.districtLead.ask(TasksByHead, { programme })
  expect(rows).toHaveLength(23)
  const education = rows.find((row) => row.head.id === postId('education-head', '331'))
  expect(education).toMatchObject({ tookOver: true, late: 1, inherited: 1, evidenceMissing: 1 })
  expect(rows.reduce((sum, row) => sum + row.assigned, 0)).toBe(48)
  const names = rows.map((row) => row.head.place || row.head.title)
  expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare))
})

test('the hand-over of 04/11 lists what was open then', async () => {
  const list = await the.districtLead.ask(InheritedTasks, { programme, post: postId('education-head', '331') })
  expect(list).toMatchObject({ day: '2024-11-04', earlierHolderFrom: '2022-01-01' })
  expect(list.rows.map((row) => [row.number, row.atHandOver.kind, row.atHandOver.days, row.now.days])).toEqual([
    [15, 'late', 5, 16],
    [16, 'ontime', 26, 15],
    [17, 'ontime', 41, 30],
  ])
})

test('the vice-chair must decide twice and answer once; three notices are new', async () => {
  const { items } = await the.districtLead.ask(MyWork, { programme })
  expect(items.map((item) => [item.kind, item.title, item.dueOn])).toEqual([
    ['decide-extension', 'Chốt danh sách chủ hộ 2 thôn', '2024-11-25'],
    ['decide-result', 'Tờ trình công nhận xã Hùng An', '2024-11-18'],
    ['obstacle', 'Hồ sơ sau khi nhập xã 01/12', '2024-11-22'],
  ])
  const notices = await the.districtLead.ask(ListNotices, { programme })
  expect(notices.fresh).toBe(3)
  expect(
    notices.rows
      .filter((row) => row.fresh)
      .map((row) => row.kind)
      .sort(),
  ).toEqual(['asked', 'escalation', 'handed-in'])
})

test('the officer of one commune sees that commune only, in lists, counts and instructions', async () => {
  const list = await the.communeOfficer.ask(ListTasks, { programme })
  expect(list.counts.all).toBe(5)
  expect(new Set(list.rows.map((row) => row.area.name))).toEqual(new Set(['Lương Bằng']))
  expect(list.counts.mine).toBe(3)
  const { rows } = await the.communeOfficer.ask(ListInstructions, { programme })
  expect(rows.every((row) => row.units === 1)).toBe(true)
})

test('an earlier day shows what was known then', async () => {
  const list = await the.districtLead.ask(ListTasks, { programme, on: '2024-10-25', limit: '100' })
  const named = Object.fromEntries(list.rows.map((row) => [row.number, row]))
  // The extension to 30/11 was granted on 28/10, and the request of Ngọc Thanh came on 13/11.
  expect(named[25]).toMatchObject({ dueOn: '2024-10-31', askedFor: '2024-11-30' })
  expect(named[7]).toMatchObject({ askedFor: null, status: { kind: 'soon', days: 6 } })
  expect(named[26]).toBeUndefined()
  expect(list.counts.late).toBe(0)
  const page = await the.districtLead.ask(ShowTask, { id: demoTaskId(25), on: '2024-10-25' })
  expect(page.extensions.map((each) => each.decision)).toEqual([null])
  expect(page.may.report).toBe(false)
})

test('SQL and the pure rules agree on every task and every day of the programme', async () => {
  for (let on = '2024-02-27'; on <= '2025-01-10'; on = addDays(on, 1)) {
    const { rows } = await sql<FactsRow & { status: string; lane: string }>`
      select known.* from ${knownTasks(on, sql<boolean>`task.programme_id = ${programmeId}`)}`.execute(the.database.db)
    for (const row of rows) {
      const facts = factsOf(row)
      expect([row.id, statusOf(facts, on).kind, laneOf(facts)]).toEqual([row.id, row.status, row.lane])
    }
  }
})

test('other modules get late work and counts cut to a scope', async () => {
  const scope = { everywhere: false, roots: [areaId('12322')] }
  const late = await lateTasks(the.database.db, { programmeId, scope, on: '2024-11-15' })
  expect(late.map((row) => row.number)).toEqual([7])
  expect(await taskCounts(the.database.db, { programmeId, scope, on: '2024-11-15' })).toEqual({
    all: 5,
    late: 1,
    soon: 1,
    done: 1,
    open: 4,
  })
})

test('a list is filtered with or without diacritics, and pages without a gap', async () => {
  const plain = await the.districtLead.ask(ListTasks, { programme, q: 'ngoc thanh' })
  expect(plain.total).toBe(5)
  expect((await the.districtLead.ask(ListTasks, { programme, q: 'Ngọc Thanh' })).total).toBe(5)
  expect((await the.districtLead.ask(ListTasks, { programme, q: '100%' })).total).toBe(0)
  for (const sort of ['due', 'number', 'title', 'area', 'head'] as const)
    for (const dir of ['asc', 'desc'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await the.districtLead.ask(ListTasks, { programme, sort, dir, limit: '7', cursor })
        seen.push(...page.rows.map((row) => row.id))
        cursor = page.next ?? undefined
      } while (cursor)
      expect(new Set(seen).size).toBe(48)
      expect(seen).toHaveLength(48)
    }
})
