// A reading at its edges: cancelled while it runs, killed in the middle of a page, too many pages or bytes; and a page whose QR is
// gone, matched by the printed code.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test, vi } from 'vitest'
import { pagesOf, photograph } from '../../../../tests/support/paper-pictures.ts'
import {
  openDrive,
  type SigningPlace,
  sendSignatures,
  signatureFor,
  tallyOf,
} from '../../../../tests/support/signing.ts'
import { expectRefusal, type World, world } from '../../../../tests/support/world.ts'
import { slice as commitments } from '../../../commitments/server/slice.ts'
import {
  CancelReading,
  ConfirmPages,
  FindSheets,
  ListQueue,
  MatchPage,
  mostMegabytes,
  PrintSheets,
  ShowReading,
  StartReading,
  UploadSheets,
} from '../../contract.ts'
import { paperRoutes } from '../routes.ts'
import { providePaperKey } from '../sheet-code.ts'
import { slice } from '../slice.ts'
import { runWaitingReadings } from './work.ts'

vi.setConfig({ testTimeout: 120_000 })
const key = 'a secret of this test run, long enough'
providePaperKey(() => key)

let here: World
let place: SigningPlace
beforeEach(async () => {
  here = await world([commitments, slice])
  place = await openDrive(here)
  await sql`update roster_entry set ended_on = '2024-10-01', ended_reason = 'moved'
    where commune_id = ${place.communeId} and id <> all(${place.entries}::uuid[])`.execute(here.database.db)
})

const where = () => ({ driveId: place.driveId, communeId: place.communeId })
const named = (readingId: string) => ({ communeId: place.communeId, readingId })
const send = (readingId: string, position: number, name: string, bytes: Uint8Array) =>
  here.communeOfficer.send(UploadSheets, { readingId, ...where(), name, position }, { bytes })
const shown = (readingId: string) => here.communeOfficer.ask(ShowReading, named(readingId))

/** The eight sheets of the drive as one PDF. */
async function printed(): Promise<Uint8Array> {
  const officer = here.communeOfficer
  const { id } = await officer.send(PrintSheets, { id: uuidv7(), ...where(), hamletId: null, bodyId: null })
  const answer = await new Hono()
    .route('/', paperRoutes(here.parts, { publicUrl: 'http://localhost' }))
    .request(`/api/paper/prints/${place.communeId}/${id}`, { headers: { 'x-test-person': officer.id } })
  return buffer(answer.body as never)
}

/** A stack of eight pages that waits to be read. */
async function waiting(): Promise<string> {
  const readingId = uuidv7()
  await send(readingId, 0, 'chồng.pdf', await printed())
  await here.communeOfficer.send(StartReading, named(readingId))
  return readingId
}

async function untilRead(readingId: string, pages: number): Promise<void> {
  await vi.waitFor(async () => expect((await shown(readingId)).pages.length).toBeGreaterThanOrEqual(pages), {
    timeout: 60_000,
    interval: 20,
  })
}

test('a reading that runs is cancelled: it stops before its next page, what was read stays, and it is over', async () => {
  const readingId = await waiting()
  const { communeOfficer, neighbour, auditor, stranger } = here
  await expectRefusal(stranger.send(CancelReading, named(readingId)), 'platform.not_signed_in')
  await expectRefusal(auditor.send(CancelReading, named(readingId)), 'platform.not_allowed')
  await expectRefusal(neighbour.send(CancelReading, named(readingId)), 'platform.not_found')
  const running = runWaitingReadings(here.parts)
  await untilRead(readingId, 1)
  await communeOfficer.send(CancelReading, named(readingId))
  await running
  const after = await shown(readingId)
  expect(after).toMatchObject({ state: 'cancelled', may: { cancel: false } })
  expect(after.pagesDone).toBe(after.pages.length)
  expect(after.pages.length).toBeLessThan(8)
  expect((await communeOfficer.ask(ListQueue, where())).rows).toHaveLength(after.pages.length)
  await expectRefusal(communeOfficer.send(CancelReading, named(readingId)), 'paper.reading_over')
  await runWaitingReadings(here.parts)
  expect((await shown(readingId)).pages).toHaveLength(after.pages.length)
})

test('killed in the middle of a page it goes on with that page: each is there once, and the count is of pages', async () => {
  const readingId = await waiting()
  const script = path.resolve(import.meta.dirname, '../../../../tests/support/reading-process.ts')
  for (const pages of [1, 3]) {
    const child: ChildProcess = spawn(process.execPath, [script, here.database.url, key], { stdio: 'ignore' })
    await untilRead(readingId, pages)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(await shown(readingId)).toMatchObject({ state: 'running', pagesTotal: 8 })
  }
  await runWaitingReadings(here.parts)
  const done = await shown(readingId)
  expect(done).toMatchObject({ state: 'done', pagesDone: 8, pagesTotal: 8 })
  expect(done.pages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(done.pages.map(({ state }) => state)).toEqual(Array(8).fill('queued'))
  expect((await here.communeOfficer.ask(ListQueue, where())).rows).toHaveLength(8)
})

test('a PDF of 401 pages is named and the rest is read; more than the limit of a reading is refused by name', async () => {
  const readingId = uuidv7()
  await send(readingId, 0, 'dày.pdf', emptyPdf(401))
  await send(readingId, 1, 'chồng.pdf', await printed())
  await sql`update paper_original set size = ${(mostMegabytes - 1) * 1_048_576} where reading_id = ${readingId} and position = 0`.execute(
    here.database.db,
  )
  const large = new Uint8Array(1_048_576)
  const refusal = await expectRefusal(send(readingId, 2, 'nữa.jpg', large), 'paper.too_much')
  expect(refusal.values).toEqual({ most: mostMegabytes })
  // The same file once more takes the place of itself.
  await send(readingId, 1, 'chồng.pdf', await printed())
  await here.communeOfficer.send(StartReading, named(readingId))
  await runWaitingReadings(here.parts)
  const done = await shown(readingId)
  expect(done).toMatchObject({ state: 'done', pagesDone: 8, pagesTotal: 8 })
  expect(done.pages[0]).toMatchObject({ file: 'dày.pdf', number: 0, state: 'unread', reason: 'too_many_pages' })
})

test('a sheet whose QR is gone is matched by its printed code, and confirmed once; wrong codes are named', async () => {
  const { communeOfficer, neighbour, stranger, auditor, database } = here
  const sheets = await pagesOf(await printed(), 3)
  const readingId = uuidv7()
  const torn = await Promise.all([0, 1].map((at) => photograph(sheets[at] as Sheet, { size: 1500, spilled: true })))
  for (const [at, picture] of torn.entries()) await send(readingId, at, `rách-${at}.jpg`, picture)
  await send(readingId, 2, 'rõ.jpg', await photograph(sheets[2] as Sheet, { size: 1500 }))
  await communeOfficer.send(StartReading, named(readingId))
  await runWaitingReadings(here.parts)
  const [first, second, clear] = (await shown(readingId)).pages
  expect([first?.reason, second?.reason, clear?.state]).toEqual(['no_qr', 'no_qr', 'queued'])
  const { rows } = await sql<{ code: string; name: string }>`
    select sheet.code, entry.name from paper_sheet sheet join roster_entry entry on entry.id = sheet.entry_id
    order by entry.number`.execute(database.db)
  const codes = rows.map(({ code }) => code)
  const match = (code: string, who = communeOfficer, pageId = first?.id as string) =>
    who.send(MatchPage, { communeId: place.communeId, pageId, code })
  await expectRefusal(match(codes[0] as string, stranger), 'platform.not_signed_in')
  await expectRefusal(match(codes[0] as string, auditor), 'platform.not_allowed')
  await expectRefusal(match(codes[0] as string, neighbour), 'platform.not_found')
  await expectRefusal(match('ba con mèo'), 'paper.not_a_code')
  await expectRefusal(match('0000-0000-0000-0000'), 'paper.sheet_unknown')
  await expectRefusal(match(codes[2] as string), 'paper.read_already')
  await expectRefusal(match(codes[0] as string, communeOfficer, clear?.id), 'paper.matched_already')
  const typed = (codes[0] as string).toLowerCase().replace(/(.{4})/g, '$1 ')
  const both = await Promise.allSettled([match(typed), match(typed)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const queue = await communeOfficer.ask(ListQueue, where())
  const row = queue.rows.find(({ id }) => id === first?.id)
  expect(row).toMatchObject({ cut: false, doubt: 'box_unclear', foreseen: null, name: rows[0]?.name })
  const confirmed = await communeOfficer.send(ConfirmPages, {
    communeId: place.communeId,
    pageIds: [first?.id as string],
    signedOn: '2024-11-12',
  })
  expect(confirmed.results).toMatchObject([{ outcome: 'accepted', code: codes[0] }])
  expect(await tallyOf(here, place)).toEqual({ tallied: 1, records: 1 })
  await expectRefusal(match(codes[0] as string, communeOfficer, second?.id), 'paper.recorded_already')
  // Signed meanwhile elsewhere: matched, and it is foreseen that a person has to decide.
  await sendSignatures(place, communeOfficer, [signatureFor(place, { entry: 1 })])
  await match(codes[1] as string, communeOfficer, second?.id)
  const again = (await communeOfficer.ask(ListQueue, where())).rows.find(({ id }) => id === second?.id)
  expect(again?.foreseen).toMatchObject({ outcome: 'held', reason: 'already_signed' })
})

test('a sheet whose QR is gone is found by the name on it, among those of its place that have not come back', async () => {
  const { communeOfficer, neighbour, auditor, database } = here
  await sql`update roster_entry set name = 'Đặng Thị Hòa', name_key = 'dang thi hoa' where id = ${place.entries[0]}`.execute(
    database.db,
  )
  const sheets = await pagesOf(await printed(), 2)
  const readingId = uuidv7()
  await send(readingId, 0, 'rách.jpg', await photograph(sheets[0] as Sheet, { size: 1500, spilled: true }))
  await send(readingId, 1, 'rõ.jpg', await photograph(sheets[1] as Sheet, { size: 1500 }))
  await communeOfficer.send(StartReading, named(readingId))
  await runWaitingReadings(here.parts)
  const pageId = (await shown(readingId)).pages[0]?.id as string
  const find = async (q: string, who = communeOfficer) =>
    (await who.ask(FindSheets, { communeId: place.communeId, pageId, q })).sheets
  await expectRefusal(find('hoa', auditor), 'platform.not_allowed')
  await expectRefusal(find('hoa', neighbour), 'platform.not_found')
  expect(await find('không có ai')).toEqual([])
  expect((await find('')).map(({ number }) => number)).toEqual([1, 3, 4, 5, 6, 7, 8])
  expect(await find('1')).toMatchObject([{ name: 'Đặng Thị Hòa' }])
  const [found, ...others] = await find('ĐẶNG thị hoà')
  expect(others).toEqual([])
  await communeOfficer.send(MatchPage, { communeId: place.communeId, pageId, code: found?.code as string })
  const { rows } = await communeOfficer.ask(ListQueue, where())
  expect(rows.find(({ id }) => id === pageId)?.name).toBe('Đặng Thị Hòa')
  // A sheet of a hamlet is none of a reading that is of another.
  const hamlet = uuidv7()
  await sql`insert into area_unit (id, code, name, type, level, valid_from) values (${hamlet}, 'T9', 'Chín', 'Thôn', 'village', '2020-01-01')`.execute(
    database.db,
  )
  await sql`update paper_sheet set hamlet_id = ${hamlet} where entry_id = ${place.entries[4]}`.execute(database.db)
  expect((await find('5')).length).toBe(0)
})

type Sheet = Awaited<ReturnType<typeof pagesOf>>[number]

/** A PDF of so many empty pages, in as few words as a reader needs. */
function emptyPdf(pages: number): Uint8Array {
  const ids = Array.from({ length: pages }, (_, at) => at + 3)
  const objects = [
    '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
    `2 0 obj <</Type /Pages /Count ${pages} /Kids [${ids.map((id) => `${id} 0 R`).join(' ')}]>> endobj`,
    ...ids.map((id) => `${id} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj`),
  ]
  return new TextEncoder().encode(`%PDF-1.4\n${objects.join('\n')}\ntrailer <</Root 1 0 R>>\n%%EOF\n`)
}
