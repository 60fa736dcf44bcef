// Nobody is counted twice by an import, and nobody loses a promise because of one bad row.

import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
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
import { LookAtRosterFile, StartRosterImport, UndoRosterImport, UploadRosterPiece } from '../../contract/import.ts'
import { runWaitingImports } from './work.ts'

const whole = 'Họ và tên,Địa chỉ\nNguyễn Văn Hà,Xóm 1\nVŨ THỊ TÚ,\nPhạm Khác,\n'
const wholePlan = {
  place: { kind: 'commune' as const },
  mapping: { ...plan().mapping, columns: { name: 0, address: 1 } },
  asOf: '2024-11-01',
}

test('a list of the whole commune beside those of its hamlets is refused by name, a check names them, and it can be confirmed', async () => {
  const here = await ngocThanh()
  await imported(here, three)
  const twice = [
    { name: 'Nguyễn Văn Hà', place: 'Thôn Bãi Sậy' },
    { name: 'VŨ THỊ TÚ', place: 'Thôn Bãi Sậy' },
  ]
  const checked = await imported(here, whole, wholePlan, true)
  expect(checked).toMatchObject({ state: 'done', added: 3, repeats: { count: 2 } })
  expect(checked.repeats.first).toEqual(expect.arrayContaining(twice))
  for (const how of ['replace', 'add'] as const) {
    const refused = await imported(here, whole, { ...wholePlan, how })
    expect(refused).toMatchObject({ state: 'refused', refusal: { code: 'rosters.counted_twice' } })
    expect(refused.refusal?.vi).toMatch(/^2 tên .*Thôn Bãi Sậy/)
  }
  expect(await counted(here)).toEqual({ 'Thôn Bãi Sậy': 2, 'Tổ dân phố số 3': 1 })
  expect(await imported(here, whole, { ...wholePlan, allowRepeats: true })).toMatchObject({ state: 'done', added: 3 })
  // The other way round it is the same.
  const other = `${file}\n1,Phạm Khác,Mai Động,,,,\n`
  expect(await imported(here, other, { asOf: '2024-11-02' })).toMatchObject({
    refusal: { code: 'rosters.counted_twice' },
  })
})

test('the same rows added once more are refused by name; a newer list finds them again and a check says so', async () => {
  const here = await ngocThanh()
  await imported(here, three)
  expect(await imported(here, three, { how: 'add' })).toMatchObject({ refusal: { code: 'rosters.counted_twice' } })
  const newer = `${file}\n1,Nguyễn Văn Hà,Bãi Sậy,Xóm 1,,,\n2,Lê Mới,Bãi Sậy,,,,\n`
  const said = { matched: 1, replaced: 1, added: 1, repeats: { count: 0 } }
  expect(await imported(here, newer, { asOf: '2024-11-01' }, true)).toMatchObject(said)
  expect(await imported(here, newer, { asOf: '2024-11-01' })).toMatchObject(said)
})

test('whose row could not be read comes back with the mended row, with id and promises; undo takes them off again', async () => {
  const here = await ngocThanh()
  await imported(here, three)
  const before = await entries(here)
  const newer = three.replace('3,Vũ', '3,Vũ').replace('2,Vũ Thị Tú,T123220,Xóm 2,3,', '2,Vũ Thị Tú,T123220,Xóm 2,300,')
  const first = await imported(here, newer, { asOf: '2024-11-01' })
  expect(first).toMatchObject({ matched: 2, replaced: 1, rowsBad: 1 })
  expect(await counted(here)).toEqual({ 'Thôn Bãi Sậy': 1, 'Tổ dân phố số 3': 1 })
  const mended = `${file},Lỗi\n2,Vũ Thị Tú,T123220,Xóm 2,4,,,x\n`
  const again = { asOf: '2024-11-01', how: 'add' as const }
  expect(await imported(here, mended, again, true)).toMatchObject({ matched: 1, added: 0, replaced: 0 })
  const second = await imported(here, mended, again)
  expect(second).toMatchObject({ state: 'done', matched: 1, added: 0 })
  const tu = (rows: Awaited<ReturnType<typeof entries>>) => rows.find(({ name }) => name === 'Vũ Thị Tú')
  expect(tu(await entries(here))).toMatchObject({ id: tu(before)?.id, ended_reason: null, headcount: 4 })
  expect(await counted(here)).toEqual({ 'Thôn Bãi Sậy': 2, 'Tổ dân phố số 3': 1 })
  for (const { id } of [second, first]) {
    await here.officer.send(UndoRosterImport, { importId: id })
    await runWaitingImports(here.parts)
  }
  expect(await entries(here)).toEqual(before)
  expect(await counted(here)).toEqual({ 'Thôn Bãi Sậy': 2, 'Tổ dân phố số 3': 1 })
})

test('a file of which a piece is still on its way is neither looked at nor imported', async () => {
  const here = await ngocThanh()
  const [importId, next] = [uuidv7(), await uploaded(here.officer, three)]
  const piece = { importId, areaId: commune, name: 'a.csv', position: 0, pieces: 2 }
  await here.officer.send(UploadRosterPiece, piece, { bytes: Buffer.from(three.slice(0, 60)) })
  await expectRefusal(here.officer.ask(LookAtRosterFile, { importId }), 'rosters.piece_missing')
  const start = { importId, dryRun: false, plan: plan() }
  await expectRefusal(here.officer.send(StartRosterImport, start), 'rosters.piece_missing')
  await here.officer.send(UploadRosterPiece, { ...piece, position: 1 }, { bytes: Buffer.from(three.slice(60)) })
  expect((await here.officer.ask(LookAtRosterFile, { importId })).rows).toHaveLength(3)
  expect((await here.officer.ask(LookAtRosterFile, { importId: next })).rows).toHaveLength(3)
})
