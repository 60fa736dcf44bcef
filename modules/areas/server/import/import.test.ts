import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeCountry } from '../../../../bench/areas/country.ts'
import { freshDatabase, type TestDatabase } from '../../../../platform/testing/database.ts'
import { type ImportOutcome, importAreas } from './import-areas.ts'

let database: TestDatabase
beforeEach(async () => {
  await database?.drop()
  database = await freshDatabase()
})
afterAll(() => database.drop())

const unitHeader = 'code,name,type,level,parent_code,valid_from,valid_to'
const successionHeader = 'date,document,kind,from_code,to_code,share'
const bytes = (text: string | undefined) => (text === undefined ? undefined : [Buffer.from(text)])
const bring = (
  units: string[] | string | undefined,
  successions?: string[] | string,
  dryRun = false,
): Promise<ImportOutcome> => {
  const file = (header: string, rows: string[] | string | undefined) =>
    bytes(rows === undefined || typeof rows === 'string' ? rows : [header, ...rows].join('\n'))
  return importAreas(database.db, {
    units: file(unitHeader, units),
    successions: file(successionHeader, successions),
    dryRun,
  })
}
const errorsOf = (outcome: ImportOutcome) =>
  outcome.done ? [] : outcome.errors.map(({ file, row, column, code }) => `${file}:${row}:${column}:${code}`)
const countUnits = async () =>
  (await sql<{ count: number }>`select count(*)::int as count from area_unit`.execute(database.db)).rows[0]!.count

const province = '01,Hà Bắc,tỉnh,province,,1990-01-01,'
const district = '001,Yên Thế,huyện,district,01,1990-01-01,2025-07-01'

test('with one wrong row nothing is written, and every wrong cell is named', async () => {
  const outcome = await bring(
    [
      province,
      '002,,huyện,district,01,1990-01-01,',
      '003,Thanh,huyện,commune,01,1990-02-30,',
      '004,Thanh,huyện,country,01,1990-01-01,1980-01-01',
      '005,Th\u0007anh,huyện,district,99,1990-01-01,',
      `006,${'a'.repeat(10_000)},huyện,district,01,1990-01-01,`,
      '007,Ngắn,huyện,district,01',
      'không phải mã,Tên,huyện,district,01,1990-01-01,',
    ],
    [
      '2025-02-31,NQ 1,merge,01,01,1',
      '2025-07-01,NQ 1,nonsense,01,01,1',
      '2025-07-01,NQ 1,split,01,01,1.5',
      '2025-07-01,NQ 1,merge,01,,1',
    ],
  )
  expect(errorsOf(outcome)).toEqual([
    'units:3:name:missing',
    'units:4:valid_from:date_wrong',
    'units:5:level:level_unknown',
    'units:5:valid_to:ends_before_start',
    'units:6:name:control_characters',
    'units:6:parent_code:parent_unknown',
    'units:7:name:too_long',
    'units:8::cells_wrong',
    'units:9:code:code_ill_formed',
    'successions:2:date:date_wrong',
    'successions:3:kind:kind_unknown',
    'successions:4:share:share_wrong',
    'successions:4:from_code:succession_twice',
    'successions:5:to_code:to_missing',
  ])
  expect(outcome.done ? '' : outcome.errors[1]?.vi).toContain('1990-02-30')
  expect(await countUnits()).toBe(0)
})

test('overlaps, cycles, parents that are missing, too low or gone are refused by name', async () => {
  const outcome = await bring([
    province,
    district,
    '001,Yên Dũng,huyện,district,01,2000-01-01,2010-01-01',
    '00001,Xã A,xã,commune,001,1990-01-01,',
    '00002,Xã B,xã,commune,999,1990-01-01,2000-01-01',
    '00003,Xã C,xã,commune,001,1980-01-01,2000-01-01',
    '00004,Xã D,xã,commune,00005,1990-01-01,2000-01-01',
    '00005,Xã E,xã,commune,00004,1990-01-01,2000-01-01',
    '00006,Xã F,xã,village,00007,1990-01-01,2000-01-01',
    '00007,Xã G,xã,village,001,1990-01-01,2000-01-01',
  ])
  expect(errorsOf(outcome).sort()).toEqual(
    [
      'units:4:valid_from:overlap',
      'units:5:parent_code:parent_not_valid',
      'units:6:parent_code:parent_unknown',
      'units:7:parent_code:parent_not_valid',
      'units:8:parent_code:cycle',
      'units:9:parent_code:cycle',
      'units:10:parent_code:parent_level',
    ].sort(),
  )
})

test('a succession needs both its ends on their own days, once, with shares of at most 1 together', async () => {
  const units = [
    province,
    district,
    '00001,Xã A,xã,commune,001,1990-01-01,2025-07-01',
    '00002,Xã B,xã,commune,01,2025-07-01,',
  ]
  const outcome = await bring(units, [
    '2025-07-01,NQ,merge,00001,00002,0.7',
    '2025-07-01,NQ,merge,00001,00002,0.2',
    '2025-07-02,NQ,merge,00001,00002,1',
    '2020-01-01,NQ,merge,00001,00002,1',
    '2025-07-01,NQ,merge,77777,00002,1',
    '2025-07-01,NQ,split,00001,01,0.4',
  ])
  expect(errorsOf(outcome)).toEqual([
    'successions:3:from_code:succession_twice',
    'successions:4:from_code:from_not_valid',
    'successions:5:to_code:to_not_valid',
    'successions:6:from_code:code_unknown',
    'successions:7:share:shares_over_one',
  ])
})

test('a file that is no CSV text, or lacks a column, is refused before anything else', async () => {
  expect(errorsOf(await bring('PK\u0003\u0004\0\0\0'))).toEqual(['units:1::not_csv'])
  const latin = await importAreas(database.db, { units: [Buffer.from([0xff, 0xfe, 0x41, 0x00])], dryRun: false })
  expect(errorsOf(latin)).toEqual(['units:1::not_csv'])
  expect(errorsOf(await bring('code,name,type,level,valid_from,valid_to\n'))).toEqual([
    'units:1:parent_code:column_missing',
  ])
  expect(errorsOf(await bring(''))).toEqual(['units:1::empty'])
  expect(errorsOf(await bring(`${unitHeader}\n01,"Hà Bắc,tỉnh,province,,1990-01-01,\n`))).toEqual([
    'units:2::quote_wrong',
  ])
})

test('a byte order mark, CRLF, quotation marks and semicolons are read alike', async () => {
  const outcome = await bring(`\uFEFF${unitHeader}\r\n"01","Hà ""Bắc"", mới","tỉnh",province,,1990-01-01,\r\n\r\n`)
  expect(outcome).toEqual({
    done: true,
    units: { added: 1, changed: 0, unchanged: 0 },
    successions: { added: 0, changed: 0, unchanged: 0 },
  })
  const again = await bring(`${unitHeader.replaceAll(',', ';')}\n01;"Hà ""Bắc"", mới";tỉnh;province;;1990-01-01;\n`)
  expect(again).toMatchObject({ done: true, units: { added: 0, unchanged: 1 } })
})

const moved = [
  province,
  district,
  '00001,Xã A,xã,commune,001,1990-01-01,2025-07-01',
  '00001,Xã A,xã,commune,01,2025-07-01,',
]

test('two rows that differ in the parent alone are one unit, whose parent changed', async () => {
  await bring(moved)
  expect(await countUnits()).toBe(3)
  const parents = await sql<{ code: string; valid_from: string; valid_to: string | null }>`
    select upper_.code, area_parent.valid_from, area_parent.valid_to from area_parent
    join area_unit on area_unit.id = unit_id join area_unit upper_ on upper_.id = parent_id
    where area_unit.code = '00001' order by 2`.execute(database.db)
  expect(parents.rows).toEqual([
    { code: '001', valid_from: '1990-01-01', valid_to: '2025-07-01' },
    { code: '01', valid_from: '2025-07-01', valid_to: null },
  ])
})

test('a succession between them makes two units of it', async () => {
  await bring(moved, ['2025-07-01,NQ 202,merge,00001,00001,1'])
  expect(await countUnits()).toBe(4)
})

test('the parent follows its code when that goes on with another unit', async () => {
  const outcome = await bring(
    [
      '33,Hưng Yên,tỉnh,province,,1990-01-01,2025-07-01',
      '34,Thái Bình,tỉnh,province,,1990-01-01,2025-07-01',
      '33,Hưng Yên,tỉnh,province,,2025-07-01,',
      '00001,Xã A,xã,commune,33,1990-01-01,',
    ],
    ['2025-07-01,NQ 202,province merged,33,33,1', '2025-07-01,NQ 202,province-merge,34,33,1'],
  )
  expect(outcome).toMatchObject({ done: true, units: { added: 4 }, successions: { added: 2 } })
  const parents = await sql`select count(*)::int as count from area_parent`.execute(database.db)
  expect(parents.rows).toEqual([{ count: 2 }])
})

test('a renaming comes in with what lies below: one lineage of the whole, the reach kept, the tree right on both days', async () => {
  await bring([province, '00001,Xã A,xã,commune,01,1990-01-01,', 'T1,Một,thôn,village,00001,1990-01-01,'])
  const renamed = [
    '00001,Xã A,xã,commune,01,1990-01-01,2020-01-01',
    '00001,Xã B,xã,commune,01,2020-01-01,',
    'T1,Một,thôn,village,00001,1990-01-01,',
  ]
  const outcome = await bring(renamed, ['2020-01-01,NQ 9,rename,00001,00001,1'])
  expect(outcome).toMatchObject({ done: true, units: { added: 1 }, successions: { added: 1 } })
  const found = await sql<{ kind: string; share: string; was: string; became: string; reaches: boolean }>`
    select kind, share, older.name as was, newer.name as became,
      exists (select 1 from area_coverage where ancestor_id = newer.id and unit_id = older.id) as reaches
    from area_succession join area_unit older on older.id = from_id join area_unit newer on newer.id = to_id`.execute(
    database.db,
  )
  expect(found.rows.map((row) => ({ ...row, share: Number(row.share) }))).toEqual([
    { kind: 'rename', share: 1, was: 'Xã A', became: 'Xã B', reaches: true },
  ])
  const parents = await sql<{ name: string; valid_from: string; valid_to: string | null }>`
    select upper_.name, area_parent.valid_from, area_parent.valid_to from area_parent
    join area_unit on area_unit.id = unit_id join area_unit upper_ on upper_.id = parent_id
    where area_unit.code = 'T1' order by 2`.execute(database.db)
  expect(parents.rows).toEqual([
    { name: 'Xã A', valid_from: '1990-01-01', valid_to: '2020-01-01' },
    { name: 'Xã B', valid_from: '2020-01-01', valid_to: null },
  ])
})

test('a dry run says what would change and changes nothing', async () => {
  expect(await bring(moved, undefined, true)).toMatchObject({ done: true, units: { added: 3 } })
  expect(await countUnits()).toBe(0)
})

test('what is on record goes on: an end is a change, and an end that leaves units behind is refused', async () => {
  await bring([province, '00001,Xã A,xã,commune,01,1990-01-01,'])
  expect(errorsOf(await bring(['01,Hà Bắc,tỉnh,province,,1990-01-01,2020-01-01']))).toEqual([
    'units:2:valid_to:children_left',
  ])
  const ended = await bring(['00001,Xã A,xã,commune,01,1990-01-01,2020-01-01', '00001,Xã B,xã,commune,01,2020-01-01,'])
  expect(ended).toMatchObject({ done: true, units: { added: 1, changed: 1, unchanged: 0 } })
  expect(errorsOf(await bring(['00001,Xã C,xã,commune,01,2015-01-01,']))).toEqual([
    'units:2:valid_from:overlap',
    'units:2:valid_from:overlap',
  ])
})

test('a small country comes in, and coming in again it changes nothing', async () => {
  const country = makeCountry(0.02)
  const first = await bring(country.units, country.successions)
  expect(first).toMatchObject({
    done: true,
    units: { added: country.counts.units, changed: 0, unchanged: 0 },
    successions: { added: country.counts.successions },
  })
  const state = () =>
    sql`select md5(string_agg(id::text || coalesce(valid_to::text, ''), ',' order by id)) as sum from area_unit`.execute(
      database.db,
    )
  const before = await state()
  expect(await bring(country.units, country.successions)).toEqual({
    done: true,
    units: { added: 0, changed: 0, unchanged: country.counts.units },
    successions: { added: 0, changed: 0, unchanged: country.counts.successions },
  })
  expect((await state()).rows).toEqual(before.rows)
})

test('two imports at once: the second finds the first one’s work', async () => {
  const country = makeCountry(0.01)
  const outcomes = await Promise.all([
    bring(country.units, country.successions),
    bring(country.units, country.successions),
  ])
  const added = outcomes.map((outcome) => (outcome.done ? outcome.units.added : -1)).sort((a, b) => a - b)
  expect(added).toEqual([0, country.counts.units])
})
