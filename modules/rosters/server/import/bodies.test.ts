// Lists of bodies: an agency, a school, a firm, whose members are imported or pasted into it.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { areaId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { commune, type Here, imported, ngocThanh, plan, uploaded } from '../../../../tests/support/roster-imports.ts'
import { expectRefusal } from '../../../../tests/support/world.ts'
import { StartRosterImport } from '../../contract/import.ts'
import { AddList, ListRosterEntries, ListRosters } from '../../contract.ts'
import { slice } from '../slice.ts'

const on = '2024-11-15'
const staff = 'STT,Họ và tên\n1,Nguyễn Văn Hà\n2,Vũ Thị Tú\n3,Đỗ Ưng\n'
const groupId = 'cluster-owners'

let here: Here
let school: string
beforeEach(async () => {
  here = await ngocThanh(slice)
  school = await body(commune)
})

async function body(areaOf: string, validTo: string | null = null): Promise<string> {
  const id = uuidv7()
  await sql`insert into area_body (id, area_id, kind, name, valid_from, valid_to)
    values (${id}, ${areaOf}, 'school', ${`Trường ${id.slice(-4)}`}, '2010-01-01', ${validTo}::date)`.execute(
    here.database.db,
  )
  return id
}

const into = (bodyId: string) => ({
  place: { kind: 'body' as const, bodyId },
  mapping: { ...plan().mapping, columns: { number: 0, name: 1 } },
})
const inBody = async (bodyId: string) => {
  const { rows } = await here.officer.ask(ListRosterEntries, { areaId: commune, on, group: groupId, placeId: bodyId })
  return rows.map(({ number, name, place }) => [number, name, place.kind])
}
const counted = async (bodyId: string) => {
  const { rows } = await sql<{ entries: number }>`
    select coalesce(sum(entries), 0)::int as entries from roster_count
    where commune_id = ${commune} and place_id = ${bodyId} and group_id = ${groupId}`.execute(here.database.db)
  return rows[0]?.entries
}

test('a file is imported into a body of the commune: not into one of elsewhere, one that was closed, or by the next commune', async () => {
  const importId = await uploaded(here.officer, staff)
  const start = (bodyId: string, who = here.officer) =>
    who.send(StartRosterImport, { importId, dryRun: false, plan: plan(into(bodyId)) })
  await expectRefusal(start(uuidv7()), 'rosters.no_such_place')
  await expectRefusal(start(await body(areaId('12280'))), 'rosters.no_such_place')
  await expectRefusal(start(await body(commune, '2024-09-30')), 'rosters.no_such_place')
  await expectRefusal(start(school, here.communeOfficer), 'platform.not_found')
  expect(await inBody(school)).toEqual([])

  const done = await imported(here, staff, into(school))
  expect(done).toMatchObject({ state: 'done', rowsGood: 3, added: 3, places: [{ rows: 3, before: 0 }] })
  const all = [
    [1, 'Nguyễn Văn Hà', 'body'],
    [2, 'Vũ Thị Tú', 'body'],
    [3, 'Đỗ Ưng', 'body'],
  ]
  expect(await inBody(school)).toEqual(all)
  expect(await counted(school)).toBe(3)

  // Sent once more they are the same people; a newer list takes off who is not on it.
  expect(await imported(here, staff, into(school))).toMatchObject({ matched: 3, added: 0, replaced: 0 })
  expect(await inBody(school)).toEqual(all)
  const newer = { ...into(school), asOf: '2024-11-01' }
  expect(await imported(here, staff.replace(/\n3.*/, ''), newer)).toMatchObject({ matched: 2, added: 0, replaced: 1 })
  expect(await counted(school)).toBe(2)

  // A body of one of the hamlets has a list of its own, also with the same names.
  const clinic = await body(here.hamlets[0]!.id)
  expect(await imported(here, staff, into(clinic))).toMatchObject({ matched: 0, added: 3 })
  expect([await counted(school), await counted(clinic)]).toEqual([2, 3])
})

test('a list is pasted into a body: refused where it is of elsewhere, stored once however often it is sent', async () => {
  const list = (placeId: string, more: object = {}) => ({
    id: uuidv7(),
    communeId: commune,
    placeId,
    groupId,
    title: 'Cán bộ, giáo viên',
    asOf: on,
    source: 'Danh sách của trường',
    entries: [
      { id: uuidv7(), number: 1, name: 'Nguyễn Văn Hà' },
      { id: uuidv7(), number: 2, name: 'Vũ Thị Tú' },
    ],
    ...more,
  })
  await expectRefusal(here.stranger.send(AddList, list(school)), 'platform.not_signed_in')
  await expectRefusal(here.auditor.send(AddList, list(school)), 'platform.not_allowed')
  await expectRefusal(here.communeOfficer.send(AddList, list(school)), 'platform.not_found')
  await expectRefusal(here.officer.send(AddList, list(await body(areaId('12280')))), 'rosters.listed_nowhere')
  await expectRefusal(here.officer.send(AddList, list(await body(commune, '2024-10-31'))), 'rosters.listed_nowhere')
  expect(await inBody(school)).toEqual([])

  const [given, command] = [list(school), uuidv7()]
  const answers = await Promise.all([1, 2].map(() => here.officer.send(AddList, given, { id: command })))
  expect(answers).toEqual([1, 2].map(() => ({ id: given.id, entries: 2 })))
  expect(await inBody(school)).toEqual([
    [1, 'Nguyễn Văn Hà', 'body'],
    [2, 'Vũ Thị Tú', 'body'],
  ])
  expect(await counted(school)).toBe(2)
  const refused = await expectRefusal(here.officer.send(AddList, list(school)), 'rosters.listed_already')
  expect(refused.values).toMatchObject({ count: 2, place: expect.stringMatching(/^Trường/) })
  const { lists } = await here.officer.ask(ListRosters, { areaId: commune, on })
  expect(lists.filter(({ id }) => id === given.id)).toMatchObject([{ entries: 2, place: refused.values?.place }])
})
