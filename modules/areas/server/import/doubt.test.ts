// One round names all that is wrong: wrong cells hide nothing that is wrong elsewhere, and make nobody else wrong.

import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { makeCountry } from '../../../../bench/areas/country.ts'
import { freshDatabase, type TestDatabase } from '../../../../platform/testing/database.ts'
import { importAreas } from './import-areas.ts'
import { successionFileColumns, unitFileColumns } from './parse-rows.ts'

let database: TestDatabase
beforeEach(async () => {
  await database?.drop()
  database = await freshDatabase()
})
afterAll(() => database.drop())

const header = { units: unitFileColumns.join(), successions: successionFileColumns.join() }
type Lines = { units: string[]; successions: string[] }
/** Imports rows below their headers; what is wrong, as file:row:column:code. */
async function bring(rows: Lines): Promise<string[]> {
  const file = (name: keyof Lines) =>
    rows[name].length === 0 ? {} : { [name]: [Buffer.from([header[name], ...rows[name]].join('\n'))] }
  const outcome = await importAreas(database.db, { ...file('units'), ...file('successions'), dryRun: false })
  return outcome.done ? [] : outcome.errors.map((each) => `${each.file}:${each.row}:${each.column}:${each.code}`)
}

const province = '01,Hà Bắc,tỉnh,province,,1990-01-01,'
const district = '001,Yên Thế,huyện,district,01,1990-01-01,'

test('overlaps, cycles and what is missing are named in the round that names the wrong cells', async () => {
  const units = [
    province,
    '001,,huyện,district,01,1990-01-01,',
    '002,Thanh,huyện,district,01,1990-02-30,',
    '00001,Xã A,xã,commune,001,1990-01-01,',
    '00001,Xã B,xã,commune,001,2000-01-01,',
    '00002,Xã C,xã,commune,999,1990-01-01,',
    '00003,Xã D,xã,commune,00004,1990-01-01,',
    '00004,Xã E,xã,commune,00003,1990-01-01,',
    '00005,Xã F,xã,commune,002,1990-01-01,',
  ]
  const successions = ['2025-07-32,NQ,merge,00002,00001,1', '2025-07-01,,merge,77777,00002,1']
  expect(await bring({ units, successions })).toEqual([
    'units:3:name:missing',
    'units:4:valid_from:date_wrong',
    'units:6:valid_from:overlap',
    'units:7:parent_code:parent_unknown',
    'units:8:parent_code:cycle',
    'units:9:parent_code:cycle',
    'successions:2:date:date_wrong',
    'successions:3:document:missing',
    'successions:3:from_code:code_unknown',
  ])
})

test('a day that a row which cannot be read does not cover is still known to be without its unit', async () => {
  const units = [
    province,
    '001,Yên Thế,huyện,country,01,1990-01-01,2000-01-01',
    '00001,Xã A,xã,commune,001,1995-01-01,2000-01-01',
    '00002,Xã B,xã,commune,001,2000-01-01,',
  ]
  expect(await bring({ units, successions: [] })).toEqual([
    'units:3:level:level_unknown',
    'units:5:parent_code:parent_not_valid',
  ])
})

const below = '00001,Xã A,xã,commune,001,1990-01-01,'
test.each([
  ['has no code', ',Yên Thế,huyện,district,01,1990-01-01,', 'units:3:code:missing'],
  ['has a stray space in its code', '0 01,Yên Thế,huyện,district,01,1990-01-01,', 'units:3:code:code_ill_formed'],
  ['has a comma too many', '001,Yên Thế,mới,huyện,district,01,1990-01-01,', 'units:3::cells_wrong'],
  ['has no level', '001,Yên Thế,huyện,,01,1990-01-01,', 'units:3:level:missing'],
  ['opens a quotation mark', '001,"Yên Thế,huyện,district,01,1990-01-01,', 'units:3::quote_wrong'],
])('a parent whose row %s is not called missing', async (_, row, error) => {
  const successions = ['2025-07-01,NQ,merge,001,00001,1']
  expect(await bring({ units: [province, row, below], successions })).toEqual([error])
  expect(await bring({ units: [below, province, row], successions })).toEqual([error.replace(':3:', ':4:')])
})

test('nothing is called missing while the header of the units is wrong', async () => {
  const units = [Buffer.from(`${header.units.replace('level', 'cấp')}\n${province}`)]
  const successions = [Buffer.from(`${header.successions}\n2025-07-01,NQ,merge,001,00001,`)]
  const outcome = await importAreas(database.db, { units, successions, dryRun: false })
  expect(outcome).toMatchObject({ done: false, errors: [{ file: 'units', column: 'level', code: 'column_missing' }] })
  expect(outcome).toHaveProperty('errors.length', 1)
})

test('what is on record is not held against a row that was to end it', async () => {
  expect(await bring({ units: [province, district, below], successions: [] })).toEqual([])
  const ends = (line: string, day: string) => line.replace(/,$/, `,${day}`)
  const after = '00001,Xã B,xã,commune,01,2020-01-01,'
  expect(await bring({ units: [ends(below, '2020-01-32'), after], successions: [] })).toEqual([
    'units:2:valid_to:date_wrong',
  ])
  expect(await bring({ units: [ends(below, '2020-01-32'), ends(district, '2020-01-01')], successions: [] })).toEqual([
    'units:2:valid_to:date_wrong',
  ])
  expect(await bring({ units: [after], successions: [] })).toEqual(['units:2:valid_from:overlap'])
})

const country = makeCountry(0.01)
const linesOf = (text: string): string[] => text.trimEnd().split('\n').slice(1)
const good: Lines = { units: linesOf(country.units), successions: linesOf(country.successions) }
/** What no cell of a column may hold; an empty one is wrong too where it must be filled. */
const nonsense: Record<string, string[]> = {
  code: ['', ' stray'],
  name: ['', '\u0007'],
  type: ['\u0007'],
  level: ['', 'country'],
  parent_code: ['a b'],
  valid_from: ['', '2025-02-30'],
  valid_to: ['2025-02-30'],
  date: ['', '2025-02-30'],
  document: [''],
  kind: ['', 'nonsense'],
  from_code: ['', 'a b'],
  to_code: ['a b'],
  share: ['1.5', 'half'],
}
const damage = fc.constantFrom<keyof Lines>('units', 'successions').chain((file) =>
  fc.record({
    file: fc.constant(file),
    line: fc.nat(good[file].length - 1),
    column: fc.constantFrom(...(file === 'units' ? unitFileColumns : successionFileColumns)),
    which: fc.nat(1),
    comma: fc.boolean(),
  }),
)
type Damage = typeof damage extends fc.Arbitrary<infer Made> ? Made : never

/** The good country with each line damaged in one cell, or by a comma too many in it. */
function damaged(all: readonly Damage[]): { rows: Lines; wrong: string[] } {
  const rows = { units: [...good.units], successions: [...good.successions] }
  for (const { file, line, column, which, comma } of all) {
    const cells = rows[file][line]!.split(',')
    const at = header[file].split(',').indexOf(column)
    const choice = nonsense[column]!
    const wrong = choice[which % choice.length] as string
    cells[at] = comma ? `${cells[at]},` : wrong === ' stray' ? `${cells[at]} /` : wrong
    rows[file][line] = cells.join(',')
  }
  return { rows, wrong: all.map(({ file, line, column, comma }) => `${file}:${line + 2}:${comma ? '' : column}`) }
}

test('whatever cells of a country are wrong, those and only those are named, on record or not', async () => {
  const onlyWhatIsWrong = fc.asyncProperty(
    fc.uniqueArray(damage, { minLength: 1, maxLength: 6, selector: ({ file, line }) => `${file}:${line}` }),
    async (all) => {
      const { rows, wrong } = damaged(all)
      const named = (await bring(rows)).map((error) => error.split(':').slice(0, 3).join(':'))
      expect(named.toSorted()).toEqual(wrong.toSorted())
    },
  )
  await fc.assert(onlyWhatIsWrong, { numRuns: 30 })
  expect(await bring(good)).toEqual([])
  await fc.assert(onlyWhatIsWrong, { numRuns: 30 })
}, 120_000)
