// The holidays of a year: entered by an administrator as they were announced, and the working days of files follow.

import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf } from '../../../platform/contract/operation.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { event } from '../../../tests/support/lives.ts'
import { provideMasterKey } from '../../../tests/support/master-key.ts'
import { openFile } from '../../../tests/support/person-files.ts'
import { expectRefusal, type Somebody, type World, world } from '../../../tests/support/world.ts'
import { EnterHolidays, ListDeadlines, ListHolidays, ListWork, ReadFile } from '../contract.ts'
import { enterFiles } from './public.ts'
import { rereadFiles } from './reread.ts'
import { slice } from './slice.ts'

const communeId = areaId('12322', '2025-07-01')
const morning = new Date('2026-12-31T09:00:00+07:00')

let the: World
let police: Somebody
beforeAll(async () => {
  the = await world([slice])
  provideMasterKey()
  the.parts.clock.now = () => morning
  police = the.as(personId('conganxa'))
})
afterAll(() => the.database.drop())

const given = (part: Partial<InputOf<typeof EnterHolidays>> = {}) => ({
  ...{ id: uuidv7(), year: 2027, off: ['2027-01-01', '2027-01-04'], worked: ['2027-01-09'] },
  ...{ announced: true, source: 'Thông báo thử số 1', after: null },
  ...part,
})
const yearOf = async (year: number) =>
  (await the.administrator.ask(ListHolidays, {})).years.find((each) => each.year === year)

test('only an administrator enters them, and only days that can be so', async () => {
  for (const other of [police, the.as(personId('truongcax')), the.provinceLead, the.auditor]) {
    await expectRefusal(other.ask(ListHolidays, {}), 'platform.not_allowed')
    await expectRefusal(other.send(EnterHolidays, given()), 'platform.not_allowed')
  }
  await expectRefusal(the.stranger.send(EnterHolidays, given()), 'platform.not_signed_in')
  for (const part of [{ off: [] }, { off: ['2027-01-02'] }, { off: ['2026-01-01'] }, { worked: ['2027-01-06'] }])
    await expectRefusal(the.administrator.send(EnterHolidays, given(part)), 'cases.holidays_wrong_day')
  for (const part of [{ year: 2021 }, { source: '  ' }, { off: ['2027-02-30'] }])
    await expectRefusal(the.administrator.send(EnterHolidays, given(part)), 'platform.invalid_input')
  const { years, rereading } = await the.administrator.ask(ListHolidays, {})
  expect(years.map(({ year }) => year)).toEqual([2027, 2026, 2025, 2024, 2023, 2022])
  expect([years.every(({ entered }) => entered === null), rereading]).toEqual([true, false])
  expect(years[0]).toMatchObject({ announced: false })
  expect(years.at(-1)).toMatchObject({ recalled: ['2022-09-01'] })
})

test('what was entered holds for every file in place of what came with the product; two at once, and the same again', async () => {
  const file = {
    ...{ id: uuidv7(), personId: uuidv7() },
    events: [
      event('determination-result', '2026-12-29T08:00', { result: 'addicted', toldAt: '2026-12-29T08:00' }, uuidv7()),
      event('registered', '2026-12-29T10:00', { form: 'home' }, uuidv7()),
      event('home-decided', '2026-12-30T15:00', {}, uuidv7()),
    ],
    identity: {
      ...{ name: 'Vũ Văn Thử', otherNames: [], birth: '1990-05-01', sex: 'male' as const, papers: [] },
      ...{ residence: '', stay: '', phone: '', circumstances: [] },
    },
  }
  await enterFiles(the.database.db, { communeId, by: police.id, now: morning, demo: false }, [file])
  const due = async () =>
    (await police.ask(ListWork, { communeId, whose: 'all' })).rows.find(({ act }) => act === 'begin')?.due
  expect(await due()).toBe('2027-01-04T16:59:00Z')

  const made = given()
  const both = await Promise.allSettled([
    the.administrator.send(EnterHolidays, made),
    the.administrator.send(EnterHolidays, given()),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expectRefusal(the.administrator.send(EnterHolidays, given()), 'platform.changed_meanwhile')
  const first = await yearOf(2027)
  expect(first).toMatchObject({
    off: ['2027-01-01', '2027-01-04'],
    announced: true,
    entered: { by: expect.any(String) },
  })
  await expectRefusal(
    the.administrator.send(EnterHolidays, given({ id: first?.entered?.id as string })),
    'cases.already_recorded',
  )
  expect(await the.administrator.ask(ListHolidays, {})).toMatchObject({ rereading: true })
  expect(await rereadFiles(the.database.db, morning)).toBe(1)
  expect(await due()).toBe('2027-01-05T16:59:00Z')
  expect(await the.administrator.ask(ListHolidays, {})).toMatchObject({ rereading: false })

  // Who reads the file counts by the same, in the browser too; so does whoever counts without a file.
  const read = await police.ask(ReadFile, await openFile(police, { communeId, fileId: file.id }, 'check', 'Kiểm tra'))
  expect(read.holidays).toEqual([
    {
      year: 2027,
      off: ['2027-01-01', '2027-01-04'],
      worked: ['2027-01-09'],
      announced: true,
      source: 'Thông báo thử số 1',
    },
  ])
  expect(read.law && Object.keys(read.law)).not.toContain('holidays')
  expect(read.life?.next.find(({ id }) => id === 'begin')).toMatchObject({ due: '2027-01-05T23:59' })
  expect((await police.ask(ListDeadlines, { on: '2026-12-31' })).holidays).toEqual(read.holidays)

  // A later notice of the same year goes before, and names what it takes the place of.
  const after = first?.entered?.id as string
  await the.administrator.send(EnterHolidays, given({ off: ['2027-01-01'], worked: [], after }))
  expect(await rereadFiles(the.database.db, morning)).toBe(1)
  expect(await due()).toBe('2027-01-04T16:59:00Z')
})
