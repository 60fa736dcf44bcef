// From the printer to the promise on a real database: real PDFs are printed, photographed, read by the real reader, confirmed.

import { buffer } from 'node:stream/consumers'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { beforeEach, expect, test, vi } from 'vitest'
import { problemAnswer } from '../../../platform/server/http.ts'
import { openLog } from '../../../platform/server/log.ts'
import { hamletId } from '../../../programmes/kim-dong-2024/hamlets.ts'
import { areaId, demoId } from '../../../programmes/kim-dong-2024/ids.ts'
import { cat, pagesOf, photograph, type Shot } from '../../../tests/support/paper-pictures.ts'
import { openDrive, type SigningPlace, sendSignatures, signatureFor, tallyOf } from '../../../tests/support/signing.ts'
import { expectRefusal, type World, world } from '../../../tests/support/world.ts'
import { slice as commitments } from '../../commitments/server/slice.ts'
import {
  CancelReading,
  ConfirmPages,
  ListQueue,
  PrintSheets,
  ShowPaper,
  ShowReading,
  SortPages,
  StartReading,
  UploadSheets,
} from '../contract.ts'
import { runWaitingReadings } from './read/work.ts'
import { paperRoutes } from './routes.ts'
import { providePaperKey } from './sheet-code.ts'
import { slice } from './slice.ts'

vi.setConfig({ testTimeout: 120_000 })
providePaperKey(() => 'a secret of this test run, long enough')

let here: World
let place: SigningPlace
beforeEach(async () => {
  here = await world([commitments, slice])
  place = await openDrive(here)
  // Only the eight of this drive are left in the town.
  await sql`update roster_entry set ended_on = '2024-10-01', ended_reason = 'moved'
    where commune_id = ${place.communeId} and id <> all(${place.entries}::uuid[])`.execute(here.database.db)
})

const where = () => ({ driveId: place.driveId, communeId: place.communeId })
const print = (who = here.communeOfficer, given: object = {}) =>
  who.send(PrintSheets, { id: uuidv7(), ...where(), hamletId: null, bodyId: null, ...given })
const fetched = (address: string, who = here.communeOfficer) =>
  new Hono()
    .route('/', paperRoutes(here.parts, { publicUrl: 'http://localhost' }))
    .onError(problemAnswer({}, openLog('silent')))
    .request(address, { headers: who.id ? { 'x-test-person': who.id } : {} })

async function printed(most: number) {
  const { id } = await print()
  const answer = await fetched(`/api/paper/prints/${place.communeId}/${id}`)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return pagesOf(await buffer(answer.body as never), most)
}

async function read(files: (Uint8Array | [string, Uint8Array])[], who = here.communeOfficer) {
  const readingId = uuidv7()
  for (const [position, file] of files.entries()) {
    const [name, bytes] = Array.isArray(file) ? file : [`anh-${position + 1}.jpg`, file]
    await who.send(UploadSheets, { readingId, ...where(), name, position }, { bytes })
  }
  await who.send(StartReading, { communeId: place.communeId, readingId })
  await runWaitingReadings(here.parts)
  return who.ask(ShowReading, { communeId: place.communeId, readingId })
}
const queue = (state: 'queued' | 'aside' = 'queued') => here.communeOfficer.ask(ListQueue, { ...where(), state })
const confirm = (pageIds: string[], who = here.communeOfficer) =>
  who.send(ConfirmPages, { communeId: place.communeId, pageIds, signedOn: '2024-11-12' })

test('printing is refused to strangers and neighbours, for a drive that is closed, and where nobody is left', async () => {
  await expectRefusal(print(here.stranger), 'platform.not_signed_in')
  await expectRefusal(print(here.auditor), 'platform.not_allowed')
  await expectRefusal(print(here.neighbour), 'platform.not_found')
  await expectRefusal(print(here.communeOfficer, { driveId: uuidv7() }), 'platform.not_found')
  await expectRefusal(print(here.communeOfficer, { bodyId: uuidv7() }), 'paper.nobody_left')
  const { db } = here.database
  await sql`update commitment_text set promises = array_fill(repeat('không sử dụng trái phép chất ma túy, ', 20), array[12])`.execute(
    db,
  )
  await expectRefusal(print(), 'paper.wording_too_long')
  await sql`update commitment_drive set closed_on = '2024-11-14' where id = ${place.driveId}`.execute(db)
  await expectRefusal(print(), 'paper.drive_not_open')
})

test('one sheet an entry, the same again when it is printed again, none for those who have signed', async () => {
  await sendSignatures(place, here.communeOfficer, [signatureFor(place, { entry: 3 })])
  const first = await print()
  expect(first).toMatchObject({ sheets: 7, left: 0 })
  await print()
  const { rows } = await sql<{ sheets: number; distinct: number }>`
    select count(*)::int as sheets, count(distinct code)::int as distinct from paper_sheet`.execute(here.database.db)
  expect(rows[0]).toEqual({ sheets: 7, distinct: 7 })
  await expectRefusal(print(here.communeOfficer, { onlyNew: true }), 'paper.nobody_left')
  const address = `/api/paper/prints/${place.communeId}/${first.id}`
  expect((await fetched(address, here.neighbour)).status).toBe(404)
  expect((await fetched(address, here.stranger)).status).toBe(401)
  const shown = await here.communeOfficer.ask(ShowPaper, where())
  expect(shown.places).toEqual([expect.objectContaining({ unsigned: 7, printed: 7, hamletId: null, bodyId: null })])
  const english = await here.communeOfficer.ask(ShowPaper, where(), { language: 'en' })
  const called = [...english.places.map(({ name }) => name), ...english.prints.map((each) => each.place)]
  expect(new Set(called)).toEqual(new Set(['Lương Bằng town']))
  await expectRefusal(here.neighbour.ask(ShowPaper, where()), 'platform.not_found')
})

test('a stack is read, every page by its name; confirming counts each once, with its sheet as evidence', async () => {
  const pages = await printed(5)
  const shot = (at: number, given: Shot = {}) => photograph(pages[at] as never, { size: 1800, ...given })
  const reading = await read([
    await shot(0, { turned: 180, light: 0.5 }),
    await cat(),
    await shot(1, { pen: 'none' }),
    await shot(2, { pen: 'dot' }),
    await shot(0),
    ['so.xlsx', new TextEncoder().encode('PK no picture')],
    ['hong.jpg', (await shot(3)).subarray(0, 9000)],
    await shot(4, { slanted: 0.1 }),
  ])
  expect(reading).toMatchObject({ state: 'done', pagesDone: 7, pagesTotal: 7 })
  expect(reading.pages.map(({ state, doubt, reason }) => reason ?? doubt ?? state)).toEqual([
    'queued',
    'no_qr',
    'box_empty',
    'one_dot',
    'read_already',
    'wrong_kind',
    'broken_file',
    'queued',
  ])
  const waiting = await queue()
  expect(waiting.rows.map(({ number, doubt, foreseen }) => [number, doubt, foreseen])).toEqual([
    [1, null, null],
    [2, 'box_empty', null],
    [3, 'one_dot', null],
    [5, null, null],
  ])
  const ids = waiting.rows.map(({ id }) => id)
  await expectRefusal(confirm(ids), 'paper.no_signature')
  await expectRefusal(confirm(ids.slice(0, 1), here.neighbour), 'platform.not_found')
  const good = [ids[0], ids[3]] as string[]
  const attempts = await Promise.allSettled([confirm(good), confirm(good)])
  expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await tallyOf(here, place)).toEqual({ tallied: 2, records: 2 })
  const { rows } = await sql<{ way: string; signed_on: string; code: string; sheet_code: string; bytes: number }>`
    select promise.way, promise.signed_on, promise.code, sheet.code as sheet_code, length(file.content) as bytes
    from commitment_promise promise join paper_sheet sheet on sheet.id = promise.id join file on file.id = promise.file_id`.execute(
    here.database.db,
  )
  expect(rows).toHaveLength(2)
  for (const row of rows) {
    expect(row).toMatchObject({ way: 'paper', signed_on: '2024-11-12', code: row.sheet_code })
    expect(row.bytes).toBeGreaterThan(10_000)
  }
  expect((await read([await shot(0)])).pages[0]).toMatchObject({ state: 'unread', reason: 'recorded_already' })
  const [queued] = good
  expect((await fetched(`/api/paper/pages/${place.communeId}/${queued}/cut`)).headers.get('content-type')).toBe(
    'image/jpeg',
  )
  expect((await fetched(`/api/paper/pages/${place.communeId}/${queued}/sheet`)).status).toBe(200)
  // A better picture takes the place of the doubtful one.
  expect((await read([await shot(1)])).pages[0]).toMatchObject({ state: 'queued', doubt: null })
  expect((await queue()).rows.map(({ number, doubt }) => [number, doubt])).toEqual([
    [3, 'one_dot'],
    [2, null],
  ])
})

test('what cannot simply count is held by the one door: signed meanwhile, left the roster, an old wording, a closed drive', async () => {
  const { db } = here.database
  await sql`update commitment_text set effective_on = '2024-11-20' where number = 2`.execute(db)
  const pages = await printed(4)
  const files = await Promise.all([0, 1, 2, 3].map((at) => photograph(pages[at] as never, { size: 1600 })))
  await sql`update commitment_text set effective_on = '2024-11-10' where number = 2`.execute(db)
  await sendSignatures(place, here.communeOfficer, [signatureFor(place, { entry: 0 })])
  await sql`update roster_entry set ended_on = '2024-11-05', ended_reason = 'moved' where id = ${place.entries[1]}`.execute(
    db,
  )
  await read(files)
  const before = await queue()
  expect(before.rows.map(({ foreseen }) => foreseen?.reason)).toEqual([
    'already_signed',
    'entry_ended',
    'text_replaced',
    'text_replaced',
  ])
  await confirm(before.rows.slice(0, 3).map(({ id }) => id))
  await sql`update commitment_drive set closed_on = '2024-11-14' where id = ${place.driveId}`.execute(db)
  expect((await queue()).rows.map(({ foreseen }) => foreseen?.reason)).toEqual(['after_closing'])
  await confirm((await queue()).rows.map(({ id }) => id))
  const { rows } = await sql<{ reason: string }>`select reason from commitment_held order by held_at, reason`.execute(
    db,
  )
  expect(rows.map(({ reason }) => reason).sort()).toEqual([
    'after_closing',
    'already_signed',
    'entry_ended',
    'text_replaced',
  ])
  expect(await tallyOf(here, place)).toEqual({ tallied: 1, records: 1 })
})

test('rejected with a reason, set aside and put back; nothing is lost, and a doubt stays', async () => {
  const pages = await printed(1)
  await read([await photograph(pages[0] as never, { size: 1600, pen: 'none' })])
  const [row] = (await queue()).rows
  const sort = (to: 'queued' | 'aside' | 'rejected', who = here.communeOfficer) =>
    who.send(SortPages, { communeId: place.communeId, pageIds: [row?.id as string], to, reason: 'not_signed' })
  await expectRefusal(sort('rejected', here.neighbour), 'platform.not_found')
  await sort('aside')
  expect((await queue('aside')).rows).toHaveLength(1)
  await sort('rejected')
  expect(await queue()).toMatchObject({ rows: [], queued: 0, aside: 0 })
  await sort('queued')
  expect((await queue()).rows[0]).toMatchObject({ doubt: 'box_empty' })
  await expectRefusal(confirm([row?.id as string]), 'paper.no_signature')
})

test('a scan of the stack; a reading that was broken off goes on, a cancelled one keeps what it had read', async () => {
  const { id } = await print()
  const pdf = await buffer((await fetched(`/api/paper/prints/${place.communeId}/${id}`)).body as never)
  const readingId = uuidv7()
  const officer = here.communeOfficer
  const named = { communeId: place.communeId, readingId }
  await expectRefusal(officer.send(StartReading, named), 'platform.not_found')
  await officer.send(UploadSheets, { readingId, ...where(), name: 'chồng.pdf', position: 0 }, { bytes: pdf })
  await expectRefusal(
    officer.send(UploadSheets, { readingId, ...where(), name: 'x', position: 1 }, { bytes: new Uint8Array() }),
    'paper.empty_file',
  )
  await officer.send(StartReading, named)
  // No time at all: not one page is read, and the reading waits for its next turn.
  await runWaitingReadings(here.parts, performance.now())
  expect(await officer.ask(ShowReading, named)).toMatchObject({ state: 'running', pagesTotal: 8, pagesDone: 0 })
  await runWaitingReadings(here.parts)
  const done = await officer.ask(ShowReading, named)
  expect(done).toMatchObject({ state: 'done', pagesDone: 8 })
  expect(done.pages.map(({ doubt }) => doubt)).toEqual(Array(8).fill('box_empty'))
  await expectRefusal(officer.send(CancelReading, named), 'paper.reading_over')
  await expectRefusal(here.neighbour.ask(ShowReading, named), 'platform.not_found')
})

test('a sheet of another commune or drive is named and does not tell whose it is; of a merged hamlet it waits for a decision', async () => {
  const { db } = here.database
  await sql`update commitment_drive set area_id = ${areaId('331')} where id = ${place.driveId}`.execute(db)
  const pages = await printed(1)
  const file = await photograph(pages[0] as never, { size: 1500 })
  const readElsewhere = async (driveId: string, communeId: string, who = here.neighbour) => {
    const readingId = uuidv7()
    await who.send(UploadSheets, { readingId, driveId, communeId, name: 'a.jpg', position: 0 }, { bytes: file })
    await who.send(StartReading, { communeId, readingId })
    await runWaitingReadings(here.parts)
    return (await who.ask(ShowReading, { communeId, readingId })).pages[0]
  }
  expect(await readElsewhere(place.driveId, areaId('12322'))).toMatchObject({ reason: 'other_place', name: null })
  expect(await readElsewhere(demoId('drive:2024'), place.communeId, here.communeOfficer)).toMatchObject({
    reason: 'other_drive',
    name: null,
  })

  const hamlet = { communeId: areaId('12322'), hamletId: hamletId('12322', 'Đông') }
  const driveId = demoId('drive:2024')
  await expectRefusal(
    here.communeOfficer.send(PrintSheets, { id: uuidv7(), driveId, ...hamlet, bodyId: null }),
    'platform.not_found',
  )
  const { id } = await here.hamletHead.send(PrintSheets, { id: uuidv7(), driveId, ...hamlet, bodyId: null })
  const answer = await fetched(`/api/paper/prints/${hamlet.communeId}/${id}`, here.hamletHead)
  const [sheet] = await pagesOf(await buffer(answer.body as never), 1)
  const signed = await photograph(sheet as never, { size: 1500 })
  await sql`update area_unit set valid_to = '2024-11-10' where id = ${hamlet.hamletId}`.execute(db)
  const readingId = uuidv7()
  const given = { readingId, driveId, communeId: hamlet.communeId, name: 'b.jpg', position: 0 }
  await here.neighbour.send(UploadSheets, given, { bytes: signed })
  await here.neighbour.send(StartReading, { communeId: hamlet.communeId, readingId })
  await runWaitingReadings(here.parts)
  const { rows } = await here.neighbour.ask(ListQueue, { driveId, communeId: hamlet.communeId })
  expect(rows.map(({ foreseen }) => foreseen)).toEqual([{ outcome: 'held', reason: 'hamlet_merged' }])
  const confirmed = await here.neighbour.send(ConfirmPages, {
    communeId: hamlet.communeId,
    pageIds: rows.map((row) => row.id),
    signedOn: '2024-11-12',
  })
  expect(confirmed.results[0]).toMatchObject({ outcome: 'held', reason: 'hamlet_merged' })
})
