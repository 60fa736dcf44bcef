// Lists of persons taken back: cancelled half way, undone, twice, at once, not after somebody wrote; and what they say lies nowhere
// in clear.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { communeId, managed, type Office, officeWithFiles } from '../../../../tests/support/person-lists.ts'
import { expectRefusal, type Somebody, type World } from '../../../../tests/support/world.ts'
import {
  BeginFile,
  CancelPersonList,
  ChangeIdentity,
  FindFiles,
  ListPersonLists,
  ShowPersonList,
  UndoPersonList,
} from '../../contract.ts'
import { insideFiles } from '../sealing/inside.ts'
import { keepingFiles } from '../sealing/keeping.ts'
import { forgetLists } from './forget.ts'

let the: World
let police: Somebody
let office: Office
beforeAll(async () => {
  office = await officeWithFiles()
  ;({ the, police } = office)
})
afterAll(() => the.database.drop())

test('an import is cancelled half way, and nothing of it is left; many rows go in batch by batch, at once too', async () => {
  const many = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      name: `Người Số ${words(from + at)}`,
      birth: String(1950 + (at % 50)),
    }))
  const before = await office.filesCount()
  const first = await office.checked(many(0, 150), { alike: 'enter' })
  const half = await office.enter(first.id)
  expect(half).toMatchObject({ state: 'running', counts: { entered: 100 }, may: { cancel: true } })
  expect(await office.filesCount()).toBe(before + 100)
  await police.send(CancelPersonList, { communeId, importId: first.id })
  expect(await office.filesCount()).toBe(before)
  await expectRefusal(office.enter(first.id), 'cases.no_list')
  const second = await office.checked(many(1000, 150), { alike: 'enter' })
  const both = await Promise.all([office.enter(second.id), office.enter(second.id)])
  expect(both.map(({ counts }) => counts.entered).sort()).toEqual([100, 150])
  expect(await office.filesCount()).toBe(before + 150)
  await expectRefusal(office.enter(second.id), 'cases.list_over')
})
const words = (n: number): string =>
  [...String(n)].map((digit) => 'Không Một Hai Ba Bốn Năm Sáu Bảy Tám Chín'.split(' ')[Number(digit)]).join(' ')

test('undone as if it had never been, once; not after a file was written to, and not after its time', async () => {
  const before = await office.filesCount()
  const list = await office.entered([
    { name: 'Đoàn Thị Điểm', birth: '1975' },
    { name: 'Ngọc Hân', birth: '1980' },
  ])
  expect(await office.filesCount()).toBe(before + 2)
  // Looking into a file writes nothing.
  await office.fileOf('doan thi diem')
  const undo = () => police.send(UndoPersonList, { communeId, importId: list.id })
  const both = await Promise.allSettled([undo(), undo()])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await office.filesCount()).toBe(before)
  expect((await police.send(FindFiles, { communeId, text: 'doan thi diem' })).rows).toEqual([])
  await expectRefusal(undo(), 'cases.not_entered')

  const written = await office.entered([
    { name: 'Hoàng Cầm', birth: '1922' },
    { name: 'Văn Cao', birth: '1923' },
  ])
  const { rows } = await police.send(FindFiles, { communeId, text: 'hoang cam' })
  const open = await office.opened(rows[0]?.id ?? '')
  await police.send(ChangeIdentity, { ...open, identity: { name: 'Hoàng Cầm', birth: '1923', sex: null }, version: 2 })
  await expectRefusal(police.send(UndoPersonList, { communeId, importId: written.id }), 'cases.written_since')
  expect(await office.filesCount()).toBe(before + 2)

  const late = await office.entered([{ name: 'Tản Đà', birth: '1901' }])
  const now = the.parts.clock.now
  the.parts.clock.now = () => new Date(Date.now() + 15 * 86_400_000)
  try {
    await expectRefusal(police.send(UndoPersonList, { communeId, importId: late.id }), 'cases.undo_over')
  } finally {
    the.parts.clock.now = now
  }
})

test('the database itself lets nothing of a file go that an import did not make, whoever asks', async () => {
  const [id, personId] = [uuidv7(), uuidv7()]
  await police.send(BeginFile, {
    communeId,
    id,
    personId,
    identity: { name: 'Lý Thường Kiệt', birth: '1919', sex: null },
  })
  const list = await office.entered([{ name: 'Tô Hiến Thành', birth: '1902' }])
  const taken = (purpose: string, from: string) =>
    insideFiles(the.database.db, { communeId, readerId: police.id, purpose }, async (files) => {
      const { numAffectedRows } = await sql.raw(`delete from cases.${from}`).execute(files)
      return Number(numAffectedRows ?? 0)
    })
  const all = `event where commune_id = '${communeId}'`
  expect(await taken('check', all)).toBe(0)
  expect(await taken('take-back', `event where file_id = '${id}'`)).toBe(0)
  expect(await taken('take-back', `opening where file_id = '${id}'`)).toBe(0)
  expect(await taken('take-back', `file where id = '${id}'`)).toBe(0)
  expect(await taken('take-back', `person where id = '${personId}'`)).toBe(0)
  await police.send(UndoPersonList, { communeId, importId: list.id })
})

test('what a list says stands nowhere in clear, and goes with its key when it is over', async () => {
  const secret = {
    ...managed,
    name: 'Khổng Mạnh Tường',
    identity: '033090777123',
    residence: 'Xóm Bãi Sậy',
    decisionBy: 'Chủ tịch UBND',
  }
  const list = await office.entered([{ name: 'Sương Nguyệt Anh', residence: 'Xóm Bãi Sậy' }, secret])
  expect(list.counts).toMatchObject({ entered: 1, refused: 1 })
  const kept = () =>
    keepingFiles(the.database.db, { work: 'other', by: 'lists' }, (keep) =>
      keep(async (inside) => {
        const { rows: tables } = await sql<{ name: string }>`
        select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'cases', 'auth')`.execute(
          inside,
        )
        for (const { name } of tables) {
          const { rows } = await sql<{ hits: number }>`
          select count(*) filter (where row::text ilike any (array['%Khổng%', '%khong manh%', '%033090777123%', '%Bãi Sậy%', '%Sương%']))::int as hits
          from ${sql.raw(name)} as row`.execute(inside)
          expect(rows[0]?.hits, name).toBe(0)
        }
        const { rows } = await sql<{ sealed: number; keyed: boolean; file: boolean }>`
        select (select count(*)::int from cases.import_row row where row.import_id = one.id and row.sealed is not null) as sealed,
          wrapped_key is not null as keyed, sealed_file is not null as file from cases.import one where id = ${list.id}`.execute(
          inside,
        )
        return rows[0]
      }),
    )
  // The file that was sent is gone; the row to mend waits, sealed.
  expect(await kept()).toEqual({ sealed: 1, keyed: true, file: false })
  const later = { now: () => new Date(Date.now() + 15 * 86_400_000), today: the.parts.clock.today }
  await forgetLists({ db: the.database.db, clock: later })
  expect(await kept()).toEqual({ sealed: 0, keyed: false, file: false })
  expect(await police.ask(ShowPersonList, { communeId, importId: list.id })).toMatchObject({
    plan: null,
    may: { undo: false, mend: false },
    counts: { entered: 1 },
  })
  expect((await police.ask(ListPersonLists, { communeId })).rows.length).toBeGreaterThan(3)
})
