// Obstacles through the door: the refusal first, then somebody from the next commune, then allowed, twice, out of order.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { areaId, demoId, postId } from '../../../programmes/kim-dong-2024/ids.ts'
import { demoTaskId } from '../../../programmes/kim-dong-2024/tasks.ts'
import { expectRefusal, world } from '../../../tests/support/world.ts'
import {
  AnswerObstacle,
  ListAskable,
  ListObstacles,
  ListPractices,
  ListRaisable,
  NoteObstacle,
  PassObstacle,
  RaiseObstacle,
  RemoveObstacle,
  ReopenObstacle,
  SharePractice,
  ShowObstacle,
} from '../contract.ts'
import { slice } from './slice.ts'

const programme = 'kim-dong-2024'
type Raise = InputOf<typeof RaiseObstacle>
const raising = (part: Partial<Raise> = {}): Raise => ({
  id: uuidv7(),
  programme,
  areaId: areaId('12322'),
  title: 'Thiếu máy in để in danh sách',
  detail: 'Máy in của xã hỏng, chưa có kinh phí sửa.',
  askedPostId: postId('vice-chair', '331'),
  wantedBy: '2024-11-20',
  ...part,
})
const step = (obstacle: number, part: Partial<InputOf<typeof AnswerObstacle>> = {}) => ({
  id: uuidv7(),
  obstacleId: demoId(`obstacle:${obstacle}`),
  text: 'Làm theo hướng dẫn này.',
  ...part,
})

test('an obstacle that cannot be is refused by name', async () => {
  const the = await world([slice])
  const refused = (part: Partial<Raise>, code: string) =>
    expectRefusal(the.neighbour.send(RaiseObstacle, raising(part)), code)
  await refused({ raisedOn: '2024-11-16' }, 'obstacles.raised_in_future')
  await refused({ wantedBy: '2024-11-14' }, 'obstacles.wanted_before_raised')
  await refused({ askedPostId: postId('chair', '12280') }, 'obstacles.asked_elsewhere')
  await refused({ askedPostId: uuidv7() }, 'obstacles.asked_elsewhere')
  await refused({ taskId: demoTaskId(12) }, 'obstacles.task_elsewhere')
  await refused({ title: '' }, 'platform.invalid_input')
  await refused({ detail: 'x'.repeat(10_001) }, 'platform.invalid_input')
})

test('each raises for their own areas, and sees those only', async () => {
  const the = await world([slice])
  await expectRefusal(the.stranger.send(RaiseObstacle, raising()), 'platform.not_signed_in')
  await expectRefusal(the.auditor.send(RaiseObstacle, raising()), 'platform.not_allowed')
  await expectRefusal(the.communeOfficer.send(RaiseObstacle, raising()), 'platform.not_found')
  await expectRefusal(the.communeOfficer.ask(ShowObstacle, { id: demoId('obstacle:3') }), 'platform.not_found')
  await expectRefusal(the.communeOfficer.ask(ListAskable, { programme, areaId: areaId('12322') }), 'platform.not_found')
  expect((await the.communeOfficer.ask(ListObstacles, { programme })).rows.map((row) => row.number)).toEqual([1])
  expect((await the.communeOfficer.ask(ListRaisable, { programme })).rows.map((row) => row.name)).toEqual([
    'Lương Bằng',
  ])
})

test('raised once although sent twice, about a task, asked of a post above', async () => {
  const the = await world([slice])
  const id = uuidv7()
  const input = raising({ taskId: demoTaskId(7) })
  const first = await the.neighbour.send(RaiseObstacle, input, { id })
  expect(await the.neighbour.send(RaiseObstacle, input, { id })).toEqual(first)
  expect(first.number).toBe(6)
  await expectRefusal(the.neighbour.send(RaiseObstacle, input), 'obstacles.already_recorded')
  const page = await the.neighbour.ask(ShowObstacle, { id: input.id })
  expect(page.obstacle).toMatchObject({
    task: { number: 7 },
    asked: { title: 'Phó Chủ tịch UBND huyện' },
    state: { kind: 'waiting', time: 'ontime', days: 5 },
  })
  expect(page.may).toEqual({ answer: false, note: true, pass: false, remove: true, reopen: false, share: false })
  const askable = await the.neighbour.ask(ListAskable, { programme, areaId: areaId('12322') })
  expect(askable.rows[0]?.title).toBe('Phó Chủ tịch UBND huyện')
})

test('the counts of the demonstration, and the list with or without diacritics', async () => {
  const the = await world([slice])
  const list = await the.districtLead.ask(ListObstacles, { programme })
  expect(list.counts).toEqual({ all: 5, waiting: 2, answered: 1, removed: 2, mine: 1 })
  const late = list.rows.find((row) => row.number === 3)
  expect(late?.state).toEqual({ kind: 'waiting', time: 'late', days: 3, reason: 'past-wanted-day' })
  const filtered = await the.districtLead.ask(ListObstacles, { programme, q: 'ho so nhap xa' })
  expect(filtered.rows.map((row) => row.number)).toEqual([5])
  const pages: number[] = []
  let cursor: string | undefined
  do {
    const page = await the.districtLead.ask(ListObstacles, { programme, limit: '2', cursor })
    pages.push(...page.rows.map((row) => row.number))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(pages).toEqual([5, 3, 4, 2, 1])
  await expectRefusal(the.districtLead.ask(ListObstacles, { programme, cursor: 'abc' }), 'obstacles.cursor_unreadable')
})

test('answered by whoever can, passed on, removed and reopened, each as of its day', async () => {
  const the = await world([slice])
  await expectRefusal(the.neighbour.send(AnswerObstacle, step(3)), 'platform.not_allowed')
  await expectRefusal(
    the.districtLead.send(AnswerObstacle, step(3, { enteredOn: '2024-11-16' })),
    'obstacles.entered_in_future',
  )
  await expectRefusal(
    the.districtLead.send(AnswerObstacle, step(3, { enteredOn: '2024-11-03' })),
    'obstacles.entered_before_raised',
  )
  const to = postId('home-affairs-head', '331')
  await expectRefusal(
    the.districtLead.send(PassObstacle, { ...step(3), toPostId: postId('police-chief', '331') }),
    'obstacles.same_post',
  )
  await expectRefusal(
    the.districtLead.send(PassObstacle, { ...step(3), toPostId: postId('chair', '12280') }),
    'obstacles.asked_elsewhere',
  )
  await the.districtLead.send(PassObstacle, { ...step(3), toPostId: to })
  await the.districtLead.send(AnswerObstacle, step(3))
  await the.neighbour.send(NoteObstacle, step(3, { text: 'Xã đã nhận.' }))
  const id = demoId('obstacle:3')
  const page = await the.districtLead.ask(ShowObstacle, { id })
  expect(page.entries.map((entry) => entry.kind)).toEqual(['passed', 'answer', 'note'])
  expect(page.obstacle).toMatchObject({ state: { kind: 'answered' }, asked: { id: to }, version: 4 })
  const before = await the.districtLead.ask(ShowObstacle, { id, on: '2024-11-14' })
  expect(before.obstacle).toMatchObject({ state: { kind: 'waiting' }, asked: { id: postId('police-chief', '331') } })
  expect(before.entries).toEqual([])
  await expectRefusal(the.neighbour.send(ReopenObstacle, { ...step(3), version: 4 }), 'obstacles.not_removed')
  await expectRefusal(the.neighbour.send(RemoveObstacle, { ...step(3), version: 3 }), 'platform.changed_meanwhile')
  await the.neighbour.send(RemoveObstacle, { ...step(3), version: 4 })
  await expectRefusal(the.neighbour.send(RemoveObstacle, { ...step(3), version: 5 }), 'obstacles.already_removed')
  await expectRefusal(the.districtLead.send(AnswerObstacle, step(3)), 'obstacles.already_removed')
  await the.neighbour.send(ReopenObstacle, { ...step(3), version: 5 })
  // After it is reopened it waits for an answer again.
  const again = await the.districtLead.ask(ShowObstacle, { id })
  expect(again.obstacle.state.kind).toBe('waiting')
  expect(again.obstacle.answers).toBe(1)
})

test('good practice is shared with all units of the programme, its obstacle stays with those who may see it', async () => {
  const the = await world([slice])
  const share = {
    id: uuidv7(),
    obstacleId: demoId('obstacle:4'),
    title: 'Hai lớp xen kẽ',
    text: 'Chia đôi để trạm luôn có người.',
  }
  await expectRefusal(the.communeOfficer.send(SharePractice, share), 'platform.not_allowed')
  await the.districtLead.send(SharePractice, share)
  const seen = await the.communeOfficer.ask(ListPractices, { programme })
  expect(seen.rows.map((row) => [row.title, row.obstacleId === null])).toEqual([
    ['Hai lớp xen kẽ', true],
    ['Họp tổ dân phố buổi tối để ký cam kết', false],
  ])
  expect((await the.communeOfficer.ask(ListPractices, { programme, q: 'hop to dan pho' })).total).toBe(1)
  // Somebody whose areas lie outside the programme reads none of it.
  await sql`update access_grant set area_id = ${areaId('34')} where person_id = ${the.communeOfficer.id}`.execute(
    the.database.db,
  )
  expect((await the.communeOfficer.ask(ListPractices, { programme })).total).toBe(0)
})

test('many raised at once take numbers of their own', async () => {
  const the = await world([slice])
  const made = await Promise.all([1, 2, 3, 4].map(() => the.neighbour.send(RaiseObstacle, raising())))
  expect(made.map((each) => each.number).sort()).toEqual([6, 7, 8, 9])
})
