import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeGround } from '../../bench/rosters/ground.ts'
import { readSettings } from '../../platform/settings.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { typed } from '../../tests/support/typed.ts'
import { rosterCommands } from './cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-rosters-'))
let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await makeGround(database.db)
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const run = (...words: string[]) =>
  typed(
    (program) =>
      rosterCommands(program, (work) => work({ ...database, settings: readSettings({ BINHYEN_DATA: folder }) })),
    'rosters',
    ...words,
  )
const file = (name: string, content: string | Buffer): string => {
  const place = path.join(folder, name)
  writeFileSync(place, content)
  return place
}
const standing = async (): Promise<string[]> => {
  const found = await sql<{ name: string }>`
    select name from roster_entry where ended_on is null order by name`.execute(database.db)
  return found.rows.map(({ name }) => name)
}
const on = ['--area', '90001', '--group', 'household-heads', '--source', 'Sổ hộ khẩu']

test('what cannot be read, and units and groups that do not exist, are refused in one sentence each', async () => {
  const roster = file('a.csv', 'Họ tên,Thôn\nVũ Tú,Thôn Đông 1\n')
  const day = ['--as-of', '2024-01-01']
  await expect(run('import', '/khong/co.csv', ...on, ...day)).rejects.toThrow('Không có tệp /khong/co.csv.')
  const cat = file('meo.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0]))
  await expect(run('import', cat, ...on, ...day)).rejects.toThrow('không phải bảng')
  await expect(run('import', roster, ...on, '--as-of', '2024-02-31x')).rejects.toThrow('không có đơn vị nào')
  await expect(run('import', roster, ...on, ...day, '--group', 'cats')).rejects.toThrow('Không có nhóm này')
  await expect(run('import', roster, ...on, ...day, '--area', '00000')).rejects.toThrow('mang mã 00000')
  await expect(run('undo', 'x')).rejects.toThrow('chưa ghi gì')
})

test('good rows go in, the others stand in a file beside it; a newer list replaces; undo puts it back', async () => {
  const first = file('cu.csv', 'Họ tên,Thôn\nVũ Tú,Thôn Đông 1\nLê Đi,Thôn Đông 1\nAi Đó,Thôn Lạ\n')
  const checked = await run('import', first, ...on, '--as-of', '2024-01-01', '--dry-run')
  expect(checked).toMatchObject({ code: 1, printed: expect.stringContaining('chưa ghi gì: 2 dòng tốt') })
  expect(await standing()).toEqual([])
  const done = await run('import', first, ...on, '--as-of', '2024-01-01')
  expect(done.printed).toContain('1 rows to mend'.replace('rows', 'row'))
  expect(readFileSync(path.join(folder, 'cu-can-sua.csv'), 'utf8')).toContain('Ai Đó,Thôn Lạ,')
  expect(await standing()).toEqual(['Lê Đi', 'Vũ Tú'])
  const newer = file('moi.csv', 'Họ tên,Thôn\nVũ Tú,Thôn Đông 1\nĐỗ Mới,Thôn Đông 1\n')
  const again = await run('import', newer, ...on, '--as-of', '2024-06-01')
  expect(again).toMatchObject({ code: 0, printed: expect.stringContaining('thêm 1, nhận ra 1, thay 1') })
  expect(existsSync(path.join(folder, 'moi-can-sua.csv'))).toBe(false)
  expect(await standing()).toEqual(['Vũ Tú', 'Đỗ Mới'])
  const id = /rosters undo (\S+)/.exec(again.printed)?.[1] ?? ''
  expect((await run('undo', id)).printed).toContain('bỏ 1, trả lại 1')
  expect(await standing()).toEqual(['Lê Đi', 'Vũ Tú'])
  await expect(run('undo', id)).rejects.toThrow('chưa ghi gì')
})
