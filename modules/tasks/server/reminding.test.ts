// Reminders: by hand with undo, by the daily job once for each deadline, the bell, and saved views.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { postId } from '../../../programmes/kim-dong-2024/ids.ts'
import { demoTaskId } from '../../../programmes/kim-dong-2024/tasks.ts'
import { addDays, isWorkingDay } from '../../../rules/calendar/working-days.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import { EnterHolidays } from '../../cases/contract.ts'
import { yearsEntered } from '../../cases/server/public.ts'
import { slice as cases } from '../../cases/server/slice.ts'
import { slice as obstacles } from '../../obstacles/server/slice.ts'
import {
  DropView,
  ListNotices,
  ListViews,
  RemindHeads,
  SaveView,
  SeeNotices,
  ShowTask,
  WithdrawReminders,
} from '../contract.ts'
import { provideHolidays } from './public.ts'
import { sendReminders } from './send-reminders.ts'
import { slice } from './slice.ts'

const slices = [slice, obstacles]
const programme = 'kim-dong-2024'

test('heads are reminded in one go, the rest is told why not, and it can be taken back', async () => {
  const the = await world(slices)
  await expectRefusal(the.communeOfficer.send(RemindHeads, { taskIds: [demoTaskId(12)] }), 'platform.not_allowed')
  await expectRefusal(the.districtLead.send(RemindHeads, { taskIds: [uuidv7()] }), 'platform.not_found')
  await expectRefusal(
    the.districtLead.send(RemindHeads, { taskIds: [demoTaskId(1), demoTaskId(22)] }),
    'tasks.nothing_to_remind',
  )
  const sent = await the.districtLead.send(RemindHeads, { taskIds: [7, 12, 1, 22].map(demoTaskId) })
  expect(sent.sent).toBe(2)
  expect(new Map(sent.skipped.map((each) => [each.taskId, each.why]))).toEqual(
    new Map([
      [demoTaskId(1), 'finished'],
      [demoTaskId(22), 'waits'],
    ]),
  )
  const again = await the.districtLead.send(RemindHeads, { taskIds: [7, 31].map(demoTaskId) })
  expect(again.skipped).toEqual([{ taskId: demoTaskId(7), why: 'reminded-today' }])
  const bell = await the.neighbour.ask(ListNotices, { programme })
  expect(bell.rows.filter((row) => row.kind === 'by-hand').map((row) => row.taskId)).toEqual([demoTaskId(7)])
  // Somebody else cannot take it back, and taking back twice changes nothing more.
  await expectRefusal(the.provinceLead.send(WithdrawReminders, { batchId: sent.batchId }), 'platform.not_found')
  expect(await the.districtLead.send(WithdrawReminders, { batchId: sent.batchId })).toEqual({ withdrawn: 2 })
  expect(await the.districtLead.send(WithdrawReminders, { batchId: sent.batchId })).toEqual({ withdrawn: 0 })
  const after = await the.neighbour.ask(ListNotices, { programme })
  expect(after.rows.filter((row) => row.kind === 'by-hand')).toEqual([])
  const page = await the.districtLead.ask(ShowTask, { id: demoTaskId(7) })
  expect(page.reminders[0]).toMatchObject({ kind: 'by-hand', withdrawn: true })
})

test('after a quarter of an hour a reminder stands', async () => {
  const the = await world(slices)
  const sent = await the.districtLead.send(RemindHeads, { taskIds: [demoTaskId(7)] })
  await sql`update task_reminder set sent_at = now() - interval '16 minutes' where batch_id = ${sent.batchId}`.execute(
    the.database.db,
  )
  await expectRefusal(the.districtLead.send(WithdrawReminders, { batchId: sent.batchId }), 'tasks.reminders_too_old')
})

test('the daily job sends what is due once, and up the line', async () => {
  const the = await world(slices)
  await sql`delete from task_reminder`.execute(the.database.db)
  const { sent } = await sendReminders(the.database.db, '2026-11-22')
  // 6 soon (one of the 7 waits for a decision), 4 late, 3 of these more than three working days, 2 more than seven.
  expect(sent).toBe(6 + 4 + 3 + 2)
  expect(await sendReminders(the.database.db, '2026-11-22')).toEqual({ sent: 0 })
  const up = await sql<{ number: number; to_post_id: string }>`
    select task.number, to_post_id from task_reminder join task on task.id = task_id
    where task_reminder.kind = 'escalation' order by number, to_post_id = ${postId('chair', '331')}`.execute(
    the.database.db,
  )
  expect(up.rows).toEqual([
    { number: 7, to_post_id: postId('vice-chair', '331') },
    { number: 7, to_post_id: postId('chair', '331') },
    { number: 12, to_post_id: postId('vice-chair', '331') },
    { number: 15, to_post_id: postId('vice-chair', '331') },
    { number: 15, to_post_id: postId('chair', '331') },
  ])
  // A new deadline is a new clock.
  await sql`update task set due_on = '2024-11-20' where number = 7`.execute(the.database.db)
  expect(await sendReminders(the.database.db, '2026-11-22')).toEqual({ sent: 1 })
})

test('up the line by the holidays that an administrator entered: what nobody worked on is not late', async () => {
  provideHolidays(yearsEntered)
  const the = await world([...slices, cases])
  await sql`delete from task_reminder`.execute(the.database.db)
  const off = Array.from({ length: 46 }, (_, at) => addDays('2024-10-01', at)).filter((day) => isWorkingDay(day))
  const year = { id: uuidv7(), year: 2024, worked: [], announced: true, source: 'Thông báo thử số 2', after: null }
  await expectRefusal(the.districtLead.send(EnterHolidays, { ...year, off }), 'platform.not_allowed')
  await the.administrator.send(EnterHolidays, { ...year, off })
  // As on any other day, but nothing goes up the line.
  expect(await sendReminders(the.database.db, '2026-11-22')).toEqual({ sent: 6 + 4 })
  const after = { ...year, id: uuidv7(), off: off.slice(0, 1), after: year.id }
  await the.administrator.send(EnterHolidays, after)
  expect(await sendReminders(the.database.db, '2026-11-22')).toEqual({ sent: 3 + 2 })
})

test('two processes that run the job at once send everything once', async () => {
  const the = await world(slices)
  await sql`delete from task_reminder`.execute(the.database.db)
  const both = await Promise.all([1, 2].map(() => sendReminders(the.database.db, '2026-11-22')))
  expect(both.reduce((sum, each) => sum + each.sent, 0)).toBe(15)
})

test('the loaded demonstration has sent what the job would have sent', async () => {
  const the = await world(slices)
  expect(await sendReminders(the.database.db, '2026-11-22')).toEqual({ sent: 0 })
})

test('notices that were seen are no longer new', async () => {
  const the = await world(slices)
  expect((await the.districtLead.ask(ListNotices, { programme })).fresh).toBe(3)
  await the.districtLead.send(SeeNotices, {})
  const after = await the.districtLead.ask(ListNotices, { programme })
  expect(after.fresh).toBe(0)
  expect(after.rows.length).toBeGreaterThan(3)
  // Nothing from outside one's areas rings.
  const bell = await the.communeOfficer.ask(ListNotices, { programme })
  expect(new Set(bell.rows.map((row) => row.area))).toEqual(new Set(['Lương Bằng']))
})

test('a view is kept under a name by its owner only', async () => {
  const the = await world(slices)
  const view = { id: uuidv7(), screen: 'tasks', name: 'Việc trễ của tôi', search: 'status=late&mine=true' }
  await the.districtLead.send(SaveView, view)
  await expectRefusal(the.districtLead.send(SaveView, { ...view, id: uuidv7() }), 'tasks.view_name_taken')
  await the.communeOfficer.send(SaveView, { ...view, id: uuidv7() })
  expect((await the.districtLead.ask(ListViews, { screen: 'tasks' })).rows).toEqual([
    { id: view.id, name: view.name, search: view.search },
  ])
  expect(await the.communeOfficer.send(DropView, { id: view.id })).toEqual({ dropped: false })
  expect(await the.districtLead.send(DropView, { id: view.id })).toEqual({ dropped: true })
})
