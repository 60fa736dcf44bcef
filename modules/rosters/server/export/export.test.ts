import { buffer } from 'node:stream/consumers'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { problemAnswer } from '../../../../platform/server/http.ts'
import { bytesSource } from '../../../../platform/server/spreadsheet/source.ts'
import { openWorkbook, sheetTable } from '../../../../platform/server/spreadsheet/workbook.ts'
import { xlsxOf } from '../../../../platform/server/spreadsheet/xlsx.ts'
import { areaId } from '../../../../programmes/kim-dong-2024/ids.ts'
import { type World, world } from '../../../../tests/support/world.ts'
import { storeList } from '../store.ts'
import { rosterRoutes } from './routes.ts'

const commune = areaId('12322')
const groupId = 'cluster-owners'

async function withRoster() {
  const here = await world([])
  const names = ['=HYPERLINK("x")', 'Đỗ "Ưng", & <b>', '-Vũ Tú']
  await storeList(here.database.db, {
    id: uuidv7(),
    communeId: commune,
    groupId,
    title: 'Danh sách',
    asOf: '2024-10-01',
    source: 'Sổ',
    personId: null,
    entries: names.map((name, index) => ({
      id: uuidv7(),
      number: index + 1,
      name,
      address: 'Thôn 1\\2',
      headcount: 3,
    })),
  })
  return here
}

function asking(here: World) {
  const silent = { error: () => undefined } as never
  const app = new Hono().route('/', rosterRoutes(here.parts))
  app.onError((fault, http) => problemAnswer({}, silent)(fault, http))
  return (query: string, person?: string, path = 'export') =>
    app.request(`/api/rosters/${path}?${query}`, { headers: person ? { 'x-test-person': person } : {} })
}

test('a roster leaves the house only for those over its area, and it is on the record', async () => {
  const here = await withRoster()
  const ask = asking(here)
  const query = `areaId=${commune}&groupId=${groupId}`
  expect((await ask(query)).status).toBe(401)
  expect((await ask(query, here.communeOfficer.id)).status).toBe(404)
  expect((await ask(query, here.agencyHead.id)).status).toBe(403)
  expect((await ask('areaId=x', here.neighbour.id)).status).toBe(422)
  expect((await ask(`${query}&on=2024-02-31`, here.neighbour.id)).status).toBe(422)
  expect((await ask(`importId=${uuidv7()}`, here.neighbour.id, 'import-errors')).status).toBe(404)
  const noted = sql<{ n: number }>`select count(*)::int as n from audit_entry where operation = 'rosters.export'`
  expect((await noted.execute(here.database.db)).rows[0]?.n).toBe(0)
  expect((await ask(query, here.districtLead.id)).status).toBe(200)
  expect((await noted.execute(here.database.db)).rows[0]?.n).toBe(1)
})

test('csv: marks in place, nothing runs as a formula, the day as it is written here', async () => {
  const here = await withRoster()
  const ask = asking(here)
  const answer = await ask(`areaId=${commune}&groupId=${groupId}`, here.neighbour.id)
  expect(answer.headers.get('content-disposition')).toContain('danh-sach-12322-2024-11-15.csv')
  const lines = Buffer.from(await answer.arrayBuffer())
    .toString()
    .split('\n')
  expect(lines[0]).toBe(
    '\uFEFFSTT,Họ và tên,"Thôn, tổ dân phố",Đơn vị,"Xã, phường, thị trấn",Địa chỉ,Số nhân khẩu,Năm sinh,Nhóm,Từ ngày\r',
  )
  expect(lines[1]).toContain(`1,"'=HYPERLINK(""x"")",,,Ngọc Thanh,Thôn 1\\2,3,,`)
  expect(lines[1]).toMatch(/,01\/10\/2024$/)
  expect(lines[3]).toContain(`3,'-Vũ Tú`)
  const before = await ask(`areaId=${commune}&groupId=${groupId}&on=2024-09-30`, here.neighbour.id)
  expect((await before.text()).split('\n').filter((line) => line !== '')).toHaveLength(1)
})

test('xlsx: the same rows, read again by our own import', async () => {
  const here = await withRoster()
  const answer = await asking(here)(`areaId=${commune}&groupId=${groupId}&format=xlsx`, here.neighbour.id)
  const book = await openWorkbook(bytesSource(new Uint8Array(await answer.arrayBuffer())))
  const rows: string[][] = []
  for await (const batch of sheetTable(book, 0).rows()) rows.push(...batch.map(({ cells }) => cells))
  expect(rows.map((cells) => cells.slice(0, 2))).toEqual([
    ['STT', 'Họ và tên'],
    ['1', '=HYPERLINK("x")'],
    ['2', 'Đỗ "Ưng", & <b>'],
    ['3', '-Vũ Tú'],
  ])
  expect(rows[1]?.[5]).toBe('Thôn 1\\2')
})

test('more rows than a sheet holds go on in the next one', async () => {
  const rows = async function* () {
    yield [['a'], ['b'], ['c']]
    yield [['d'], ['e']]
  }
  const bytes = await buffer(xlsxOf({ name: 'T', header: ['H'], numbers: [], rows: rows() }, 2))
  const book = await openWorkbook(bytesSource(bytes))
  expect(book.sheets).toEqual(['T', 'T 2', 'T 3'])
  const last: string[] = []
  for await (const batch of sheetTable(book, 2).rows()) last.push(...batch.map(({ cells }) => cells.join()))
  expect(last).toEqual(['H', 'e'])
})
