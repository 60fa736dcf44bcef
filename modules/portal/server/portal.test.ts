import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { areaId, demoId, personId } from '../../../programmes/kim-dong-2024/ids.ts'
import { lastTold } from '../../../tests/support/audit-entry.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { RegisterDecision } from '../../recognition/contract.ts'
import { slice as recognition } from '../../recognition/server/slice.ts'
import {
  ChangeArticle,
  ChangeHelp,
  CorrectArticle,
  FindArticle,
  ListArticles,
  ListHelp,
  ListPlaces,
  PublishArticle,
  WithdrawArticle,
  WriteArticle,
} from '../contract.ts'
import { portalRoutes } from './public.ts'
import { slice } from './slice.ts'

const slices = [slice, recognition]
const town = areaId('12280')
const programme = 'kim-dong-2024'
const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130 Safari/537.36' }
const text = (part: Record<string, unknown> = {}) => ({
  title: 'Thị trấn Lương Bằng ra quân',
  summary: 'Các tổ đến từng ngõ.',
  body: 'Sáng **15/11**, các tổ ra quân.',
  ...part,
})
const item = (part: Record<string, unknown> = {}) => ({ id: uuidv7(), programme, areaId: town, ...text(part) })

/** Reads a page of the portal as a browser does. */
function portalOf({ parts }: World) {
  const routes = portalRoutes(parts, { publicUrl: 'https://vi-du.example', logLevel: 'silent' })
  return async (address: string, headers: Record<string, string> = browser, method = 'GET') => {
    const response = await routes.request(address, { headers, method })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
}

test('nobody signed in writes, and who may only write does not publish', async () => {
  const { stranger, hamletHead, communeOfficer } = await world(slices)
  await expectRefusal(stranger.send(WriteArticle, item()), 'platform.not_signed_in')
  await expectRefusal(hamletHead.send(WriteArticle, item()), 'platform.not_allowed')
  const made = await communeOfficer.send(WriteArticle, item())
  await expectRefusal(communeOfficer.send(PublishArticle, { id: made.id, version: 1 }), 'platform.not_allowed')
  expect((await communeOfficer.ask(FindArticle, { id: made.id })).may).toEqual({
    change: true,
    publish: false,
    correct: false,
    withdraw: false,
  })
})

test('the officer of the next commune neither writes for this one nor sees its drafts', async () => {
  const { communeOfficer, neighbour } = await world(slices)
  await expectRefusal(neighbour.send(WriteArticle, item()), 'platform.not_found')
  const made = await communeOfficer.send(WriteArticle, item())
  await expectRefusal(neighbour.ask(FindArticle, { id: made.id }), 'platform.not_found')
  await expectRefusal(neighbour.send(ChangeArticle, { id: made.id, version: 1, ...text() }), 'platform.not_found')
  expect((await neighbour.ask(ListArticles, {})).rows).toEqual([])
  expect((await neighbour.ask(ListPlaces, { programme })).areas.map((area) => area.name)).toEqual(['Ngọc Thanh'])
})

test('each wrong text is refused by name', async () => {
  const { districtLead, database } = await world(slices)
  const elsewhere = uuidv7()
  await sql`insert into file (id, area_id, sha256, name, media_type, size, content)
    values (${elsewhere}, ${areaId('12322')}, '\\x00', 'a.png', 'image/png', 1, '\\x00')`.execute(database.db)
  const refused: [Record<string, unknown>, string][] = [
    [{ programme: 'khac' }, 'portal.no_programme'],
    [{ areaId: areaId('34') }, 'platform.not_found'],
    [{ pictureId: uuidv7(), pictureCaption: '' }, 'portal.picture_without_caption'],
    [{ pictureId: uuidv7(), pictureCaption: 'Ảnh' }, 'portal.picture_not_there'],
    [{ body: `![x](/media/${elsewhere})` }, 'portal.picture_not_there'],
    [{ related: [uuidv7()] }, 'portal.related_not_there'],
    [{ title: '' }, 'platform.invalid_input'],
    [{ title: 'a'.repeat(201) }, 'platform.invalid_input'],
    [{ body: 'a\u0000b' }, 'platform.invalid_input'],
  ]
  for (const [part, code] of refused) await expectRefusal(districtLead.send(WriteArticle, item(part)), code)
  expect((await districtLead.ask(ListArticles, { q: 'luong bang ra quan' })).total).toBe(0)
})

test('a draft is seen by nobody outside, a published item at once, sent twice it is one item', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  const typed = item()
  const command = uuidv7()
  const made = await w.districtLead.send(WriteArticle, typed, { id: command })
  expect(await w.districtLead.send(WriteArticle, typed, { id: command })).toEqual(made)
  expect((await read(`/tin/${made.slug}`)).status).toBe(404)
  const published = await w.districtLead.send(PublishArticle, { id: made.id, version: 1 })
  expect((await read(`/tin/${made.slug}`)).text).toContain('<strong>15/11</strong>')
  expect((await read('/rss.xml')).text).toContain('Thị trấn Lương Bằng ra quân')
  expect((await read('/')).text).toContain('Thị trấn Lương Bằng ra quân')
  await expectRefusal(
    w.districtLead.send(ChangeArticle, { id: made.id, version: published.version, ...text() }),
    'portal.published_already',
  )
})

test('a scheduled item waits for its hour', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  const made = await w.districtLead.send(WriteArticle, item())
  await expectRefusal(
    w.districtLead.send(PublishArticle, { id: made.id, version: 1, publishAt: '2020-01-01T08:00:00+07:00' }),
    'portal.publish_in_the_past',
  )
  const later = new Date(Date.now() + 86_400_000).toISOString()
  await w.districtLead.send(PublishArticle, { id: made.id, version: 1, publishAt: later })
  expect((await w.districtLead.ask(ListArticles, { state: 'scheduled' })).rows.map((row) => row.id)).toEqual([made.id])
  expect((await read(`/tin/${made.slug}`)).status).toBe(404)
  await sql`update article set publish_at = now() - interval '1 second' where id = ${made.id}`.execute(w.database.db)
  expect((await read(`/tin/${made.slug}`)).status).toBe(200)
})

test('the audit keeps what a change or a correction wrote over, the picture and the related items too', async () => {
  const { communeOfficer, districtLead, database } = await world(slices)
  const other = await communeOfficer.send(WriteArticle, item({ title: 'Tin khác' }))
  const pictureId = uuidv7()
  await sql`insert into file (id, area_id, sha256, name, media_type, size, content)
    values (${pictureId}, ${town}, '\\x00', 'a.png', 'image/png', 1, '\\x00')`.execute(database.db)
  const first = { pictureId, pictureCaption: 'Ra quân', related: [other.id] }
  const { id } = await communeOfficer.send(WriteArticle, item(first))
  await communeOfficer.send(ChangeArticle, { id, version: 1, ...text({ source: 'Đài huyện' }) })
  expect(await lastTold(database.db, 'portal.change')).toEqual({
    before: { source: '', ...first },
    after: { source: 'Đài huyện', pictureId: null, pictureCaption: '', related: [] },
  })
  await districtLead.send(PublishArticle, { id, version: 2 })
  const summary = 'Các tổ đến từng nhà.'
  const corrected = { id, version: 3, because: 'Sai từ', ...text({ source: 'Đài huyện', summary }) }
  await districtLead.send(CorrectArticle, corrected)
  expect(await lastTold(database.db, 'portal.correct')).toEqual({
    before: { summary: text().summary },
    after: { summary, because: 'Sai từ' },
  })
})

test('a correction shows the earlier text and the reason; two at once do not overwrite one another', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  const made = await w.districtLead.send(WriteArticle, item())
  await expectRefusal(
    w.districtLead.send(CorrectArticle, { id: made.id, version: 1, because: 'x', ...text() }),
    'portal.not_published',
  )
  await w.districtLead.send(PublishArticle, { id: made.id, version: 1 })
  await expectRefusal(
    w.districtLead.send(CorrectArticle, { id: made.id, version: 2, because: 'x', ...text() }),
    'portal.nothing_changed',
  )
  const two = await Promise.allSettled(
    ['16/11', '17/11'].map((day) =>
      w.districtLead.send(CorrectArticle, {
        id: made.id,
        version: 2,
        because: 'Sai ngày',
        ...text({ body: `Sáng ${day}, các tổ ra quân.` }),
      }),
    ),
  )
  expect(two.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
  const page = (await read(`/tin/${made.slug}`)).text
  expect(page).toContain('Lịch sử đính chính')
  expect(page).toContain('Lý do: Sai ngày')
  expect(page).toContain('<strong>15/11</strong>')
  expect(page).toMatch(/Sáng 1[67]\/11/)
})

test('a withdrawn item says so at its address and leaves every list', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  const made = await w.districtLead.send(WriteArticle, item())
  await w.districtLead.send(PublishArticle, { id: made.id, version: 1 })
  await w.districtLead.send(WithdrawArticle, { id: made.id, version: 2, because: 'Ảnh lộ mặt trẻ em' })
  const page = await read(`/tin/${made.slug}`)
  expect(page.status).toBe(410)
  expect(page.text).toContain('Ảnh lộ mặt trẻ em')
  expect(page.text).not.toContain('các tổ ra quân')
  expect((await read('/tin')).text).not.toContain('Lương Bằng ra quân')
  await expectRefusal(
    w.districtLead.send(WithdrawArticle, { id: made.id, version: 3, because: 'x' }),
    'portal.withdrawn_already',
  )
})

test('readers are counted, robots and pages fetched ahead are not', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  const address = '/tin/11-xa-thi-tran-cam-ket-nhung-gi'
  await Promise.all(Array.from({ length: 20 }, () => read(address)))
  await read(address, { ...browser, 'sec-purpose': 'prefetch' })
  await read(address, { 'user-agent': 'Googlebot/2.1' })
  await read(address, browser, 'HEAD')
  const row = (await w.districtLead.ask(ListArticles, { q: 'cam kết những gì' })).rows[0]
  expect(row?.views).toBe(511 + 20)
})

test('an item leads to what its writer tied to it, in that order, as long as it is public', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  const bring = async (title: string, related: string[] = []) => {
    const { id } = await w.districtLead.send(WriteArticle, item({ title, related }))
    await w.districtLead.send(PublishArticle, { id, version: 1 })
    return id
  }
  const [first, second] = [await bring('Ra quân đợt một'), await bring('Ra quân đợt hai')]
  const draft = await w.districtLead.send(WriteArticle, item({ title: 'Ra quân đợt ba' }))
  await bring('Tổng kết ra quân', [second, draft.id, first])
  const relatedOn = async () => {
    const page = (await read('/tin/tong-ket-ra-quan')).text
    return [...page.slice(page.indexOf('Tin liên quan')).matchAll(/Ra quân đợt (một|hai|ba)/g)].map((match) => match[1])
  }
  expect(await relatedOn()).toEqual(['hai', 'một'])
  expect((await read('/tin/ra-quan-dot-mot')).text).not.toContain('Tin liên quan')
  await w.districtLead.send(WithdrawArticle, { id: second, version: 2, because: 'Ghi nhầm' })
  expect(await relatedOn()).toEqual(['một'])
})

test('only pictures of items that are public now can be read', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  const picture = demoId('file:canh-dong.webp')
  const shown = await read(`/media/${picture}`)
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect((await read(`/media/${picture}`, { ...browser, 'if-none-match': shown.headers.get('etag')! })).status).toBe(
    304,
  )
  await sql`update article set withdrawn_at = now(), withdrawn_reason = 'x' where picture_id = ${picture}`.execute(
    w.database.db,
  )
  expect((await read(`/media/${picture}`)).status).toBe(404)
  expect((await read('/media/khong-phai-ma')).status).toBe(404)
})

test('the first page says where Kim Động stands, in both languages and on any day', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  const page = (await read('/')).text
  expect(page).toContain('6 trong 17 xã, thị trấn đã được công nhận không ma túy')
  expect(page).toContain('phấn đấu có 11 địa bàn: giữ vững 6 nơi đã đạt và chuyển hóa thêm 5 nơi')
  expect(page).toContain('Bản minh họa.')
  expect(page).toContain('số minh họa')
  expect((await read('/?lang=en')).text).toContain('6 of 17 communes and towns are recognised as drug-free')
  expect((await read('/?ngay=2024-12-31')).text).toContain('4 trong 15')
  expect((await read('/dia-ban?ngay=2024-02-31')).text).toContain('Ngày không đúng')
})

test('a new published decision stands on the portal at once, a demonstration one never', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  expect((await read('/')).text).toContain('6 trong 17')
  await w.districtLead.send(RegisterDecision, {
    id: uuidv7(),
    areaId: town,
    outcome: 'recognised',
    number: '77/QĐ-UBND',
    decidedOn: '2024-11-01',
    issuer: 'UBND huyện Kim Động',
    criteriaVersion: '3122/2010',
  })
  expect((await read('/')).text).toContain('7 trong 17')
  expect((await read('/kiem-tra?so=77/qđ-ubnd')).text).toContain('Thị trấn Lương Bằng')
  expect((await read('/kiem-tra?so=2105/QĐ-UBND')).text).toContain('Không có quyết định nào')
  expect((await read('/dia-ban/12319?ngay=2025-01-01')).text).not.toContain('2105')
})

test('the page of an area tells its history on through its successors', async () => {
  const read = portalOf(await world(slices))
  const page = (await read('/dia-ban/12307?ngay=2025-07-02')).text
  expect(page).toContain('Xã Nhân La')
  expect(page).toContain('2 trong 4 đơn vị nhập vào chưa được công nhận: Phạm Ngũ Lão, TT Lương Bằng')
  expect((await read('/dia-ban/99999')).status).toBe(404)
  expect((await read('/dia-ban/12286?ngay=2025-07-02')).text).toContain('Xã Nghĩa Dân')
  expect((await read('/dia-ban/12286?ngay=2024-07-02')).text).toContain('Xã Toàn Thắng')
})

test('a unit whose code is not of digits has its page, and the list leads there', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  await sql`update area_unit set code = 'Đ 1-a' where code = '12307'`.execute(w.database.db)
  const address = '/dia-ban/%C4%90%201-a'
  expect((await read('/dia-ban')).text).toContain(`href="${address}"`)
  expect((await read(address)).text).toContain('Xã Nhân La')
  expect((await read('/dia-ban/%00')).status).toBe(404)
})

test('no page names a person, runs a script or asks another server', async () => {
  const w = await world(slices)
  const read = portalOf(w)
  const people = await sql<{ name: string }>`select name from person`.execute(w.database.db)
  const addresses = [
    '/',
    '/tin',
    '/dia-ban',
    '/dia-ban/12301',
    '/van-ban',
    '/nhan-biet',
    '/giup-do',
    '/tiep-can',
    '/kiem-tra?so=1',
    '/khong-co',
    '/data.json',
    '/rss.xml',
  ]
  for (const address of addresses) {
    const page = (await read(address)).text
    for (const person of people.rows) expect(page).not.toContain(person.name.replace(' (minh họa)', ''))
    expect(page).not.toMatch(/<script|<style|style="|onclick|src="http|set-cookie/i)
  }
})

test('what is typed into an address comes back as text', async () => {
  const read = portalOf(await world(slices))
  const page = (await read('/kiem-tra?so=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22')).text
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;')
  expect(page).not.toContain('<script>')
  for (const address of ['/?ct=%27%3B', '/tin?trang=-1', '/tin?trang=abc', '/tin/%00', '/dia-ban?ngay=%27'])
    expect((await read(address)).status).toBeLessThan(500)
})

test('papers of a later day are not shown before it', async () => {
  const read = portalOf(await world(slices))
  expect((await read('/van-ban')).text).toContain('60/KH-UBND')
  expect((await read('/van-ban')).text).not.toContain('1666/NQ-UBTVQH15')
  expect((await read('/van-ban?ngay=2025-07-01')).text).toContain('1666/NQ-UBTVQH15')
})

test('programs read the same facts', async () => {
  const read = portalOf(await world(slices))
  const data = JSON.parse((await read('/data.json?ngay=2024-03-15')).text) as {
    areas: { total: number; drugFree: number; target: number }
    units: { code: string; status: string; decision: { source: string } | null }[]
  }
  expect(data.areas).toMatchObject({ total: 17, drugFree: 6, target: 11 })
  expect(data.units.find((unit) => unit.code === '12301')).toMatchObject({ status: 'kept' })
  expect((await read('/sitemap.xml')).text).toContain('https://vi-du.example/tin/hoi-nghi-phat-dong')
  expect((await read('/robots.txt')).text).toContain('Disallow: /app/')
})

test('an installation without a public programme says so', async () => {
  const w = await world(slices)
  await sql`update programme set public = false`.execute(w.database.db)
  const read = portalOf(w)
  expect((await read('/')).text).toContain('Chưa có chương trình nào được công bố')
  expect((await read('/tin/11-xa-thi-tran-cam-ket-nhung-gi')).status).toBe(404)
  for (const address of ['/dia-ban', '/tin', '/van-ban', '/giup-do', '/rss.xml', '/data.json', '/sitemap.xml'])
    expect((await read(address)).status).toBe(200)
})

test('an administrator changes the help lines; a list that was changed meanwhile is not overwritten', async () => {
  const w = await world(slices)
  const { lines, may } = await w.administrator.ask(ListHelp, {})
  expect(may.change).toBe(true)
  await expectRefusal(w.districtLead.send(ChangeHelp, { lines, before: lines }), 'platform.not_allowed')
  const [first, ...rest] = lines
  const real = [{ ...first!, number: '0221 123 4567', placeholder: false }, ...rest]
  await expectRefusal(
    w.administrator.send(ChangeHelp, { lines: [{ ...first!, number: '' }], before: lines }),
    'portal.number_needed',
  )
  await w.administrator.send(ChangeHelp, { lines: real, before: lines })
  await expectRefusal(w.administrator.send(ChangeHelp, { lines, before: lines }), 'platform.changed_meanwhile')
  const page = (await portalOf(w)('/giup-do')).text
  expect(page).toContain('tel:02211234567')
  expect(page).not.toContain('số minh họa')
  expect(personId('quantri')).toBe(w.administrator.id)
})

test('a text that would keep every reader waiting is refused by name', async () => {
  const { communeOfficer } = await world(slices)
  const refusal = await expectRefusal(
    communeOfficer.send(WriteArticle, item({ body: '_a'.repeat(25_000) })),
    'portal.too_many_signs',
  )
  expect(refusal.field).toBe('body')
})

test('a programme that is not public shows no picture either', async () => {
  const here = await world(slices)
  const read = portalOf(here)
  const { db } = here.database
  const found = await sql<{ id: string }>`
    select file_id as id from article_picture join article on article.id = article_id where publish_at <= now() limit 1`.execute(
    db,
  )
  const address = `/media/${found.rows[0]?.id}`
  expect((await read(address)).status).toBe(200)
  await sql`update programme set public = false`.execute(db)
  expect((await read(address)).status).toBe(404)
})
