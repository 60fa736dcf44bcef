// The points that the law leaves open: answered by an administrator on a ground and from a day, and what rests on them follows.

import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { event } from '../../../tests/support/lives.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { openFile } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import { ChooseLaw, ListCircleRoles, ListLawPoints, ListWork, ReadFile, SetCircleRole } from '../contract.ts'
import { lawPoints } from '../rules.ts'
import { enterFiles } from './public.ts'
import { rereadFiles } from './reread.ts'
import { slice } from './slice.ts'

const communeId = areaId('12322', '2025-07-01')
const morning = new Date('2026-11-25T09:00:00+07:00')

let the: World
let police: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey()
  the.parts.clock.now = () => morning
  police = the.as(personId('conganxa'))
})
afterAll(() => the.database.drop())

const choice = (part: Partial<InputOf<typeof ChooseLaw>> = {}) => ({
  id: uuidv7(),
  point: 'monthlyCheck',
  answer: 'interval',
  ground: 'Công văn số 15 của Công an tỉnh',
  from: '2026-11-01',
  ...part,
})
const pointOf = async (id: string) =>
  (await the.administrator.ask(ListLawPoints, {})).points.find((point) => point.id === id)

test('only an administrator answers, and only with an answer that there is, on a ground', async () => {
  for (const other of [police, the.as(personId('truongcax')), the.provinceLead, the.auditor]) {
    await expectRefusal(other.ask(ListLawPoints, {}), 'platform.not_allowed')
    await expectRefusal(other.send(ChooseLaw, choice()), 'platform.not_allowed')
  }
  await expectRefusal(the.stranger.send(ChooseLaw, choice()), 'platform.not_signed_in')
  await expectRefusal(the.administrator.send(ChooseLaw, choice({ answer: 'never' })), 'cases.answer_unknown')
  await expectRefusal(the.administrator.send(ChooseLaw, choice({ answer: 'toString' })), 'cases.answer_unknown')
  await expectRefusal(the.administrator.send(ChooseLaw, choice({ point: 'guilt' })), 'cases.point_unknown')
  await expectRefusal(the.administrator.send(ChooseLaw, choice({ ground: '  ' })), 'platform.invalid_input')
  const byDefault = lawPoints.monthlyCheck.byDefault
  await expectRefusal(the.administrator.send(ChooseLaw, choice({ answer: byDefault })), 'cases.answer_same')
  expect((await the.administrator.ask(ListLawPoints, {})).points).toHaveLength(Object.keys(lawPoints).length)
})

test('an answer holds from its day on; readings follow by themselves, and say what they rest on', async () => {
  const file = {
    ...{ id: uuidv7(), personId: uuidv7() },
    events: [
      event('managed', '2026-10-20T15:00', {}, uuidv7()),
      event('residence-checked', '2026-10-28T08:00', { present: true }, uuidv7()),
    ],
    identity: {
      ...{ name: 'Vũ Văn Thử', otherNames: [], birth: '1990-05-01', sex: 'male' as const, papers: [] },
      ...{ residence: '', stay: '', phone: '', circumstances: [] },
    },
  }
  await enterFiles(the.database.db, { communeId, by: police.id, now: morning, demo: false }, [file])
  const dueOfCheck = async () =>
    (await police.ask(ListWork, { communeId, whose: 'all' })).rows.find(({ act }) => act === 'check-residence')?.due
  const rolling = await dueOfCheck()
  await the.administrator.send(ChooseLaw, choice({ from: '2026-12-01' }))
  expect(await pointOf('monthlyCheck')).toMatchObject({
    now: lawPoints.monthlyCheck.byDefault,
    history: [{ from: '2026-12-01' }],
  })
  expect(await rereadFiles(the.database.db, morning)).toBe(0)

  const made = choice()
  const both = await Promise.allSettled([1, 2].map(() => the.administrator.send(ChooseLaw, { ...made, id: uuidv7() })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await the.administrator.ask(ListLawPoints, {})).toMatchObject({ rereading: true })
  expect(await dueOfCheck()).toBe(rolling)
  expect(await rereadFiles(the.database.db, morning)).toBe(1)
  expect(await dueOfCheck()).not.toBe(rolling)
  expect(await the.administrator.ask(ListLawPoints, {})).toMatchObject({ rereading: false })
  const point = await pointOf('monthlyCheck')
  expect(point).toMatchObject({ now: 'interval' })
  expect(point?.history.map(({ by }) => by)).toEqual([expect.stringMatching(/Anh/), expect.stringMatching(/Anh/)])

  const read = await police.ask(ReadFile, await openFile(police, { communeId, fileId: file.id }, 'check', 'Kiểm tra'))
  expect(read.law).toMatchObject({ monthlyCheck: 'interval' })
  expect(read.life?.toCheck.some(({ vi }) => vi.includes(lawPoints.monthlyCheck.answers.interval.vi))).toBe(true)
})

test('roles around a person are data: added, renamed, retired by an administrator, and the head of the team stays', async () => {
  const role = { id: 'neighbour', vi: 'Hàng xóm', en: 'Neighbour', retired: false, version: 0 }
  await expectRefusal(police.send(SetCircleRole, role), 'platform.not_allowed')
  await expectRefusal(
    the.administrator.send(SetCircleRole, { ...role, id: 'police', version: 1, retired: true }),
    'cases.role_needed',
  )
  expect(await the.administrator.send(SetCircleRole, role)).toEqual({ version: 1 })
  await expectRefusal(the.administrator.send(SetCircleRole, role), 'platform.changed_meanwhile')
  await the.administrator.send(SetCircleRole, { ...role, retired: true, version: 1 })
  await expectRefusal(the.administrator.send(SetCircleRole, { ...role, version: 1 }), 'platform.changed_meanwhile')
  const { roles } = await the.administrator.ask(ListCircleRoles, {})
  expect(roles.at(-1)).toMatchObject({ id: 'neighbour', retired: true, version: 2 })
})
