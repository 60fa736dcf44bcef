import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import {
  commune,
  counted,
  entries,
  file,
  imported,
  ngocThanh,
  plan,
  three,
  uploaded,
} from '../../../../tests/support/roster-imports.ts'
import { expectRefusal } from '../../../../tests/support/world.ts'
import {
  CancelRosterImport,
  ListRosterImports,
  LookAtRosterFile,
  ShowRosterImport,
  StartRosterImport,
  UndoRosterImport,
  UploadRosterPiece,
} from '../../contract/import.ts'
import { provideSignedOfLists } from './signed-slot.ts'
import { runWaitingImports } from './work.ts'

afterEach(() => provideSignedOfLists(async () => 0))

const newer = `${file}
1,NGUYỄN VĂN HÀ,Bãi Sậy,Xóm 1,5,,
2,Lê Mới,Bãi Sậy,,,,
3,Vũ Thị Tú,Bãi Sậy,xóm 2,,,
`

test('a newer list keeps the id of those it finds again, ends the others, and leaves other hamlets alone; undo puts all back', async () => {
  const here = await ngocThanh()
  const gone = three.replace('3,Đỗ Ưng,TDP 3', '3,Đỗ Ưng,TDP 3,,,,\n4,Bùi Đi,Bãi Sậy')
  await imported(here, gone)
  const before = await entries(here)
  const idOf = (rows: { name: string; id: string }[], name: string) =>
    rows.find((row) => row.name.toLowerCase() === name.toLowerCase())?.id
  const done = await imported(here, newer, { asOf: '2024-11-01' })
  expect(done).toMatchObject({
    state: 'done',
    matched: 2,
    replaced: 1,
    places: [{ name: 'Thôn Bãi Sậy', rows: 3, before: 3 }],
  })
  const after = await entries(here)
  expect(idOf(after, 'nguyễn văn hà')).toBe(idOf(before, 'nguyễn văn hà'))
  expect(idOf(after, 'Vũ Thị Tú')).toBe(idOf(before, 'Vũ Thị Tú'))
  expect(after.find(({ name }) => name === 'NGUYỄN VĂN HÀ')).toMatchObject({ headcount: 5 })
  expect(after.find(({ name }) => name === 'Bùi Đi')).toMatchObject({ ended_reason: 'replaced' })
  expect(await counted(here)).toEqual({ 'Thôn Bãi Sậy': 3, 'Tổ dân phố số 3': 1 })
  // An older list does not replace it, and the earlier import can no longer be undone by itself.
  expect(await imported(here, newer, { asOf: '2024-10-15' })).toMatchObject({
    state: 'refused',
    refusal: { code: 'rosters.newer_list' },
  })
  const imports = (await here.officer.ask(ListRosterImports, { areaId: commune, on: '2024-11-15' })).rows
  const earlier = imports.find(({ placeCount, state }) => state === 'done' && placeCount === 2)!
  await expectRefusal(here.officer.send(UndoRosterImport, { importId: earlier.id }), 'rosters.replaced_since')
  provideSignedOfLists(async () => 2)
  await expectRefusal(here.officer.send(UndoRosterImport, { importId: done.id }), 'rosters.signed_since')
  provideSignedOfLists(async () => 0)
  const undo = uuidv7()
  await here.officer.send(UndoRosterImport, { importId: done.id }, { id: undo })
  await here.officer.send(UndoRosterImport, { importId: done.id }, { id: undo })
  await runWaitingImports(here.parts)
  expect(await here.officer.ask(ShowRosterImport, { importId: done.id })).toMatchObject({ state: 'undone' })
  expect((await entries(here)).filter(({ ended_reason }) => ended_reason !== 'undone')).toEqual(before)
  expect(await counted(here)).toEqual({ 'Thôn Bãi Sậy': 3, 'Tổ dân phố số 3': 1 })
  await expectRefusal(here.officer.send(UndoRosterImport, { importId: done.id }), 'rosters.not_imported')
  await here.officer.send(UndoRosterImport, { importId: earlier.id })
  await runWaitingImports(here.parts)
  expect(await counted(here)).toEqual({})
})

test('the tally equals the records after any of it', async () => {
  const here = await ngocThanh()
  await imported(here, three)
  await imported(here, newer, { asOf: '2024-11-01' })
  const wrong = await sql`
    select * from (
      select place_id, sum(entries)::int as n from roster_count group by place_id
    ) tally full join (
      select place_id, count(*)::int as n from roster_entry where ended_on is null group by place_id
    ) record using (place_id) where tally.n is distinct from coalesce(record.n, 0)`.execute(here.database.db)
  expect(wrong.rows).toEqual([])
})

test('what waits is cancelled at once and what was broken off says so; neither wrote anything', async () => {
  const here = await ngocThanh()
  const importId = await uploaded(here.officer, three)
  await here.officer.send(StartRosterImport, { importId, dryRun: false, plan: plan() })
  await expectRefusal(
    here.officer.send(StartRosterImport, { importId, dryRun: false, plan: plan() }),
    'rosters.import_running',
  )
  await here.officer.send(CancelRosterImport, { importId })
  await expectRefusal(here.officer.send(CancelRosterImport, { importId }), 'rosters.import_over')
  await here.officer.send(StartRosterImport, { importId, dryRun: false, plan: plan() })
  await sql`update roster_import set state = 'running', cancel_asked = true where id = ${importId}`.execute(
    here.database.db,
  )
  await runWaitingImports(here.parts)
  expect(await here.officer.ask(ShowRosterImport, { importId })).toMatchObject({
    state: 'interrupted',
    may: { start: true },
  })
  await here.officer.send(StartRosterImport, { importId, dryRun: false, plan: plan() })
  await sql`update roster_import set cancel_asked = true where id = ${importId}`.execute(here.database.db)
  await runWaitingImports(here.parts)
  expect(await here.officer.ask(ShowRosterImport, { importId })).toMatchObject({ state: 'cancelled' })
  expect(await entries(here)).toEqual([])
  expect(await counted(here)).toEqual({})
})

test('cancelled while its rows flow in: it stops, nothing of it is there, and it may be started again', async () => {
  const here = await ngocThanh()
  const rows = Array.from({ length: 120_000 }, (_, at) => `${at + 1},Trần Văn ${at + 1},Bãi Sậy,,,,`)
  const importId = await uploaded(here.officer, [file, ...rows].join('\n'))
  const shown = () => here.officer.ask(ShowRosterImport, { importId })
  await here.officer.send(StartRosterImport, { importId, dryRun: false, plan: plan() })
  const work = runWaitingImports(here.parts)
  for (let now = await shown(); now.state === 'waiting' || now.rowsDone === 0; now = await shown())
    expect(['waiting', 'running']).toContain(now.state)
  await here.officer.send(CancelRosterImport, { importId })
  await work
  const after = await shown()
  expect(after).toMatchObject({ state: 'cancelled', may: { start: true } })
  expect(after.rowsDone).toBeLessThan(120_000)
  expect(await entries(here)).toEqual([])
  expect(await counted(here)).toEqual({})
})

test('a whole district at once: the rows name the commune', async () => {
  const here = await ngocThanh()
  const district = here.districtLead
  const areas = await sql<{ parent_id: string }>`select parent_id from area_parent where unit_id = ${commune}`.execute(
    here.database.db,
  )
  const above = areas.rows[0]!.parent_id
  const importId = uuidv7()
  const content = 'Họ tên,Xã,Thôn\nVũ Tú,Ngọc Thanh,Bãi Sậy\nVũ Tú,12322,Mai Động\nVũ Tú,Xã Lạ,Mai Động\n'
  await district.send(
    UploadRosterPiece,
    { importId, areaId: above, name: 'a.csv', position: 0 },
    { bytes: Buffer.from(content) },
  )
  const { mapping } = await district.ask(LookAtRosterFile, { importId })
  expect(mapping.columns).toEqual({ name: 0, commune: 1, hamlet: 2 })
  await district.send(StartRosterImport, { importId, dryRun: false, plan: plan({ mapping }) })
  await runWaitingImports(here.parts)
  expect(await district.ask(ShowRosterImport, { importId })).toMatchObject({ rowsGood: 2, rowsBad: 1 })
  await expectRefusal(here.officer.ask(ShowRosterImport, { importId }), 'platform.not_found')
})
