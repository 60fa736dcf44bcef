import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSettings } from '../../platform/settings.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'
import { typed } from '../../tests/support/typed.ts'
import { areaCommands } from './cli.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-areas-'))
let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const run = (...words: string[]) =>
  typed(
    (program) =>
      areaCommands(program, (work) => work({ ...database, settings: readSettings({ BINHYEN_DATA: folder }) })),
    'areas',
    ...words,
  )
const file = (name: string, ...lines: string[]): string => {
  const place = path.join(folder, name)
  writeFileSync(place, lines.join('\n'))
  return place
}
const header = 'code,name,type,level,parent_code,valid_from,valid_to'

test('a file that is not there, no file at all, and a day that does not exist are refused in one sentence each', async () => {
  await expect(run('import', '--units', '/khong/co.csv')).rejects.toThrow('Không có tệp hoặc thư mục /khong/co.csv.')
  await expect(run('import', '--units', folder)).rejects.toThrow(`${folder} là thư mục: cần một tệp CSV.`)
  await expect(run('import')).rejects.toThrow('Cần ít nhất một tệp')
  await expect(run('boundaries', folder, '--on', '2025-02-30')).rejects.toThrow('“2025-02-30”')
})

test('row errors go to a file that is named, and nothing is imported', async () => {
  const units = file('sai.csv', header, '01,Hà Bắc,tỉnh,province,,1990-13-01,', '02,,tỉnh,province,99,1990-01-01,')
  const { printed, code } = await run('import', '--units', units)
  expect(code).toBe(1)
  const place = /xem từng dòng trong (\S+)/.exec(printed)?.[1] ?? ''
  const [first, ...rows] = readFileSync(place, 'utf8').trimEnd().split('\n')
  expect(first).toBe('\uFEFFfile,row,column,code,message_vi,message_en')
  expect(rows.map((row) => row.split(',').slice(0, 4).join())).toEqual([
    'units,2,valid_from,date_wrong',
    'units,3,name,missing',
    'units,3,parent_code,parent_unknown',
  ])
  expect(await countUnits()).toBe(0)
})

const countUnits = async () => (await database.pool.query('select 1 from area_unit')).rowCount

test('a dry run writes nothing, the import writes, the same again changes nothing', async () => {
  const units = file(
    'u.csv',
    header,
    '01,Hà Bắc,tỉnh,province,,1990-01-01,',
    '001,Yên Thế,huyện,district,01,1990-01-01,',
  )
  const dry = await run('import', '--units', units, '--dry-run')
  expect(dry.printed).toContain('units: 2 added, 0 changed, 0 unchanged')
  expect(await countUnits()).toBe(0)
  await run('import', '--units', units)
  expect(await countUnits()).toBe(2)
  const again = await run('import', '--units', units)
  expect(again.printed).toContain('units: 0 added, 0 changed, 2 unchanged')
  const audit = await database.pool.query<{ after: unknown }>(`select after from audit_entry where subject = 'areas'`)
  expect(audit.rows).toMatchObject([{ after: { units: { added: 2 }, files: ['u.csv'] } }])
})

test('boundaries name the codes that no unit has on the day', async () => {
  const shape = {
    type: 'Polygon',
    coordinates: [
      [
        [105, 20],
        [105, 21],
        [106, 21],
        [105, 20],
      ],
    ],
  }
  const place = file('b.geojson', JSON.stringify({ type: 'Feature', id: '77', properties: {}, geometry: shape }))
  const { printed, code } = await run('boundaries', place, '--on', '2025-01-01')
  expect(code).toBe(1)
  expect(printed).toContain('On 01/01/2025 no unit has the code 77.')
})
