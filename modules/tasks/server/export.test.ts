// The list as a file: for whom, what stands in it, and that it is one moment of the list in its order.

import { Hono } from 'hono'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { problemAnswer } from '../../../platform/server/http.ts'
import { demoTaskId } from '../../../programmes/kim-dong-2024/tasks.ts'
import { type World, world } from '../../../tests/support/world.ts'
import { slice as obstacles } from '../../obstacles/server/slice.ts'
import { ListTasks } from '../contract.ts'
import { taskRoutes } from './export.ts'
import { slice } from './slice.ts'

const programme = 'kim-dong-2024'

function asking(the: World) {
  const silent = { error: () => undefined } as never
  const app = new Hono().route('/', taskRoutes(the.parts))
  app.onError((fault, http) => problemAnswer({}, silent)(fault, http))
  return (query: string, person?: string) =>
    app.request(`/api/tasks/export?${query}`, { headers: person ? { 'x-test-person': person } : {} })
}
const linesOf = (text: string): string[] => text.trimEnd().split('\n')

test('the file is refused like the list, and asked for what the list can be asked', async () => {
  const the = await world([slice, obstacles])
  const ask = asking(the)
  expect((await ask(`programme=${programme}`)).status).toBe(401)
  expect((await ask(`programme=${programme}`, the.administrator.id)).status).toBe(403)
  expect((await ask('programme=khong-co', the.districtLead.id)).status).toBe(404)
  for (const wrong of ['dueFrom=2024-02-31', 'status=gone', 'ids=x', 'sort=rank'])
    expect((await ask(`programme=${programme}&${wrong}`, the.districtLead.id)).status).toBe(422)
  const noted = sql<{ n: number }>`select count(*)::int as n from audit_entry where operation = 'tasks.export'`
  expect((await noted.execute(the.database.db)).rows[0]?.n).toBe(0)
})

test('every task is in it, in the order of the list, marked as UTF-8, and nothing runs as a formula', async () => {
  const the = await world([slice, obstacles])
  const ask = asking(the)
  await sql`update task set title = '=cmd|calc' where id = ${demoTaskId(40)}`.execute(the.database.db)
  const answer = await ask(`programme=${programme}`, the.districtLead.id)
  expect(answer.headers.get('content-disposition')).toContain('nhiem-vu-kim-dong-2024-2024-11-15.csv')
  // The mark at the beginning is taken away by whoever reads it as text, so the bytes are looked at.
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = linesOf(bytes.toString())
  expect(lines).toHaveLength(49)
  expect(lines.some((line) => line.startsWith(`40,'=cmd|calc,`))).toBe(true)
  for (const order of ['sort=due', 'sort=due&dir=desc', 'sort=area', 'sort=number&dir=desc']) {
    const [sort, dir] = order.split('&').map((part) => part.split('=')[1])
    const list = await the.districtLead.ask(ListTasks, { programme, sort, dir, limit: '100' } as never)
    const file = linesOf(await (await ask(`programme=${programme}&${order}`, the.districtLead.id)).text()).slice(1)
    expect(file.map((line) => Number(line.split(',')[0]))).toEqual(list.rows.map((row) => row.number))
  }
  const noted = await sql<{
    person_id: string
  }>`select person_id from audit_entry where operation = 'tasks.export'`.execute(the.database.db)
  expect(noted.rows).toHaveLength(5)
})

test('it is cut to the reach, to the filters and to what was chosen, and speaks the language asked for', async () => {
  const the = await world([slice, obstacles])
  const ask = asking(the)
  const count = async (query: string, person = the.districtLead.id) =>
    linesOf(await (await ask(`programme=${programme}&${query}`, person)).text()).length - 1
  expect(await count('', the.communeOfficer.id)).toBe(5)
  expect(await count('status=late')).toBe(4)
  expect(await count('status=late&status=soon')).toBe(11)
  expect(await count(`ids=${demoTaskId(40)}&ids=${demoTaskId(7)}`)).toBe(2)
  expect(await count(`ids=${demoTaskId(7)}`, the.communeOfficer.id)).toBe(0)
  const english = await (await ask(`programme=${programme}&language=en&status=late`, the.districtLead.id)).text()
  expect(linesOf(english)[0]).toContain('Accountable post')
  expect(english).toContain('Late')
})

test('whoever stops reading gives the connection back', async () => {
  const the = await world([slice, obstacles])
  const ask = asking(the)
  for (let turn = 0; turn < 30; turn += 1) {
    const answer = await ask(`programme=${programme}`, the.districtLead.id)
    await answer.body?.cancel()
  }
  expect((await ask(`programme=${programme}`, the.districtLead.id)).status).toBe(200)
})
