// Counts for leads: not for who opens files, nor for who runs the machine; nobody's lead sees beyond their reach; what is small is
// hidden over the whole province; and counting sees nothing that is sealed.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationRoutes } from '../../../../platform/server/http.ts'
import { openLog } from '../../../../platform/server/log.ts'
import { metrics } from '../../../../platform/server/metrics.ts'
import { areaId, personId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { provideMasterKey } from '../../../../tests/support/master-key.ts'
import { expectRefusal, type World, world } from '../../../../tests/support/world.ts'
import { SetFileCounts } from '../../../settings/contract.ts'
import { slice as settings } from '../../../settings/server/slice.ts'
import { CountFiles, ListFiles } from '../../contract.ts'
import type { MeasureId } from '../../rules/count-columns.ts'
import { enterFiles } from '../public.ts'
import { insideFiles } from '../sealing/inside.ts'
import { slice } from '../slice.ts'
import { closeMonth } from './months.ts'

const [one, other] = ['12322', '12286'].map((code) => areaId(code, '2025-07-01')) as [string, string]
const province = areaId('33', '2025-07-01')
let the: World
beforeAll(async () => {
  the = await world([slice, settings])
  provideMasterKey()
  await enter(one, { managed: 20, home: 3, begun: 6, ended: 2 }, '1990')
  await enter(other, { managed: 9, home: 12, begun: 0, ended: 0 }, '2012')
})
afterAll(() => the.database.drop())

async function enter(communeId: string, statuses: Record<string, number>, birth: string): Promise<void> {
  const { db } = the.database
  const by = personId('conganxa')
  for (const [status, count] of Object.entries(statuses)) {
    const files = Array.from({ length: count }, (_, at) => ({
      ...{ id: uuidv7(), personId: uuidv7(), events: [] },
      identity: {
        ...{ name: `Người Thử ${at}`, otherNames: [], birth, sex: null, papers: [] },
        ...{ residence: '', stay: '', phone: '', circumstances: [] },
      },
    }))
    await enterFiles(db, { communeId, by, now: new Date(), demo: false }, files)
    await insideFiles(db, { communeId, readerId: by, purpose: 'test' }, (inside) =>
      sql`update cases.file set status = ${status === 'begun' ? null : status}, next_due_at = now() - interval '1 hour',
        closed_on = ${status === 'ended' ? '2024-10-01' : null}::date
        where id = any(${files.map(({ id }) => id)}::uuid[])`.execute(inside),
    )
  }
}
const lead = async (month?: string) => {
  const answer = await the.provinceLead.ask(CountFiles, { month })
  const [found] = answer.provinces
  const of = (id: string) => found?.communes.find((commune) => commune.id === id)?.counts ?? {}
  return { answer, total: found?.total ?? {}, of }
}
const some = (counts: Partial<Record<MeasureId, number | null>>, ...names: MeasureId[]) =>
  names.map((name) => counts[name])

test('who opens files, watches over them or runs the machine is given no counts; a lead is given no file', async () => {
  for (const by of [the.as(personId('conganxa')), the.auditor, the.administrator, the.communeOfficer])
    await expectRefusal(by.ask(CountFiles, {}), 'platform.not_allowed')
  await expectRefusal(the.provinceLead.ask(ListFiles, { communeId: one }), 'platform.not_allowed')
})

test('the lead of another place sees nothing, and who leads a part of the province no total', async () => {
  expect((await the.districtLead.ask(CountFiles, {})).provinces).toEqual([])
  await sql`update access_grant set area_id = ${one} where person_id = ${the.districtLead.id}`.execute(the.database.db)
  const [seen] = (await the.districtLead.ask(CountFiles, {})).provinces
  expect(seen).toMatchObject({ id: province, total: null, communes: [{ id: one }] })
  // The same is hidden to both, so that two who compare know no more.
  expect(seen?.communes[0]?.counts).toEqual((await lead()).of(one))
})

test('what is small is hidden, and what would tell it; the rest is counted', async () => {
  const { answer, total, of } = await lead()
  expect(answer).toMatchObject({ month: null, least: 5 })
  expect(some(of(one), 'managed', 'begun', 'home', 'ended', 'open')).toEqual([20, 6, null, null, null])
  expect(some(of(other), 'managed', 'begun', 'home', 'ended')).toEqual([9, 0, null, 0])
  expect(some(total, 'managed', 'home', 'begun', 'open', 'minors', 'ended')).toEqual([29, 15, 6, 50, 21, null])
  expect(some(total, 'late')).toEqual([50])
  expect(of(other).minors).toBeNull()
})

test('the threshold is a setting, changed by the administrator and recorded', async () => {
  await expectRefusal(the.provinceLead.send(SetFileCounts, { version: 0, value: { least: 3 } }), 'platform.not_allowed')
  await the.administrator.send(SetFileCounts, { version: 0, value: { least: 3 } })
  expect((await lead()).of(one).home).toBe(3)
  await the.administrator.send(SetFileCounts, { version: 1, value: { least: 5 } })
})

test('a month is closed in the first days of the next one, once, and stays as it was', async () => {
  const on = (day: string) => ({ ...the.parts, clock: { ...the.parts.clock, now: () => new Date(`${day}T03:00:00Z`) } })
  await closeMonth(on('2026-11-15'))
  expect((await lead()).answer.months).toEqual([])
  await closeMonth(on('2027-01-02'))
  await enter(one, { managed: 5 }, '1990')
  await closeMonth(on('2027-01-03'))
  expect((await lead()).answer.months).toEqual(['2026-12-01'])
  expect((await lead('2026-12-01')).of(one).managed).toBe(20)
  expect((await lead('2026-12-01')).total.open).toBe(50)
  expect((await lead()).of(one).managed).toBe(25)
  expect((await lead('2026-10-01')).total.open).toBe(0)
})

test('counting sees no identity and no event, whatever it asks', async () => {
  const seen = await insideFiles(
    the.database.db,
    { communeId: one, readerId: the.provinceLead.id, purpose: 'count' },
    async (files) => {
      const { rows } = await sql<{ files: number; sealed: number }>`
        select (select count(*) from cases.file)::int as files,
          (select count(*) from cases.person)::int + (select count(*) from cases.event)::int as sealed`.execute(files)
      return rows[0]
    },
  )
  expect(seen).toEqual({ files: 36, sealed: 0 })
})

test('no number of files stands where anybody else reads numbers: what is asked over the network is counted by no monitor', async () => {
  const routes = operationRoutes(the.parts, [settings, slice], openLog('silent'))
  const ask = (path: string, id: string) => routes.request(path, { headers: { 'x-test-person': id } })
  expect((await ask('/api/cases/counts', the.provinceLead.id)).status).toBe(200)
  expect((await ask(`/api/cases/files?communeId=${one}`, personId('conganxa'))).status).toBe(200)
  await ask('/api/settings/no-such', the.administrator.id)
  const all = await metrics.metrics()
  expect(all).not.toContain('cases.')
  // The audit says that counts were asked for, never what they were.
  const { rows } = await sql<{ text: string }>`
    select coalesce(string_agg(after::text, ' '), '') as text from audit_entry where operation like 'cases.%'`.execute(
    the.database.db,
  )
  expect(rows[0]?.text).not.toMatch(/"(managed|home|total|open)":/)
})
