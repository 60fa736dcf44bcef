import { Hono } from 'hono'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { problemAnswer } from '../../../platform/server/http.ts'
import { areaId } from '../../../programmes/kim-dong-2024/ids.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { UploadFile } from '../contract.ts'
import { keptName, kindOf } from './file-kind.ts'
import { fileRoutes } from './public.ts'
import { slice } from './slice.ts'

const town = areaId('12280')
const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
const text = (words: string) => new TextEncoder().encode(words)

function reader(of: World) {
  const silent = { error: () => undefined } as never
  const app = new Hono().route('/', fileRoutes(of.parts))
  app.onError((fault, http) => problemAnswer({}, silent)(fault, http))
  return (id: string, person?: string) =>
    app.request(`/api/files/${id}`, { headers: person ? { 'x-test-person': person } : {} })
}

test('a program, a page or an empty file is refused by its name, and nothing is kept', async () => {
  const { communeOfficer, database } = await world([slice])
  const kept = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from file`.execute(database.db)).rows[0]?.n
  const before = await kept()
  const send = (name: string, bytes: Uint8Array) => communeOfficer.send(UploadFile, { areaId: town, name }, { bytes })
  const refusal = await expectRefusal(send('plan.pdf', text('MZ\u0000\u0001 not a plan')), 'files.wrong_kind')
  expect(refusal.values).toEqual({ name: 'plan.pdf' })
  await expectRefusal(send('so.csv', text('<script>alert(1)</script>')), 'files.wrong_kind')
  await expectRefusal(send('hinh.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>')), 'files.wrong_kind')
  await expectRefusal(send('bo.geojson', text('{"type":"Polygon"')), 'files.wrong_kind')
  await expectRefusal(send('trang.pdf', new Uint8Array()), 'files.empty')
  expect(await kept()).toBe(before)
})

test('somebody from the next commune, and somebody who only reads, put nothing there', async () => {
  const { neighbour, auditor, stranger } = await world([slice])
  const input = { areaId: town, name: 'plan.pdf' }
  await expectRefusal(neighbour.send(UploadFile, input, { bytes: pdf }), 'platform.not_found')
  await expectRefusal(auditor.send(UploadFile, input, { bytes: pdf }), 'platform.not_found')
  await expectRefusal(stranger.send(UploadFile, input, { bytes: pdf }), 'platform.not_signed_in')
})

test('a hamlet head may add a picture that a task needs, and open it again', async () => {
  const here = await world([slice])
  const area = areaId('12322')
  const sent = await here.hamletHead.send(UploadFile, { areaId: area, name: 'họp thôn.png' }, { bytes: png })
  expect(sent).toMatchObject({ name: 'họp thôn.png', mediaType: 'image/png', size: png.length })
  const answer = await reader(here)(sent.id, here.hamletHead.id)
  expect(answer.status).toBe(200)
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(png)
})

test('a file is opened by those over its area and by nobody else; opening it is on the record', async () => {
  const here = await world([slice])
  const sent = await here.communeOfficer.send(UploadFile, { areaId: town, name: 'kế hoạch.pdf' }, { bytes: pdf })
  const open = reader(here)
  expect((await open(sent.id)).status).toBe(401)
  expect((await open(sent.id, here.neighbour.id)).status).toBe(404)
  expect((await open('no-such-id', here.districtLead.id)).status).toBe(404)
  const answer = await open(sent.id, here.districtLead.id)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="k_ ho_ch.pdf"; filename*=UTF-8''k%E1%BA%BF%20ho%E1%BA%A1ch.pdf`,
  )
  const read = await sql<{ operation: string; person_id: string; area_id: string }>`
    select operation, person_id, area_id from audit_entry where subject = ${`file:${sent.id}`} and operation = 'files.open'`.execute(
    here.database.db,
  )
  expect(read.rows).toEqual([{ operation: 'files.open', person_id: here.districtLead.id, area_id: town }])
})

test('a published file opens for anybody', async () => {
  const here = await world([slice])
  const sent = await here.communeOfficer.send(UploadFile, { areaId: town, name: 'a.pdf' }, { bytes: pdf })
  await sql`update file set public = true where id = ${sent.id}`.execute(here.database.db)
  const answer = await reader(here)(sent.id)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toContain('public')
})

test('the kind is read from the bytes; texts need their ending', async () => {
  expect(await kindOf(pdf, 'anh.png')).toBe('application/pdf')
  expect(await kindOf(text('mã,tên\n12280,Lương Bằng\n'), 'xa.csv')).toBe('text/csv')
  expect(await kindOf(text('mã,tên\n'), 'xa.txt')).toBeUndefined()
  expect(await kindOf(text('{"type":"FeatureCollection","features":[]}'), 'xa.geojson')).toBe('application/geo+json')
  expect(await kindOf(text('{"type":"x"}'), 'xa.geojson')).toBeUndefined()
})

test('the kept name names no folder and ends as the file is', () => {
  expect(keptName('../../etc/anh.png', 'application/pdf')).toBe('.. .. etc anh.png.pdf')
  expect(keptName('Anh.JPEG', 'image/jpeg')).toBe('Anh.JPEG')
})
