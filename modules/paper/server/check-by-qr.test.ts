// The QR that is in print, decoded and followed: anybody's phone opens the public check of the sheet, before and after its
// signature is confirmed; a forged one and one of elsewhere open nothing; paper of before stays readable.

import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openLog } from '../../../platform/server/log.ts'
import { pagesOf, photograph } from '../../../tests/support/paper-pictures.ts'
import { type PaperStack, paperStack } from '../../../tests/support/paper-stack.ts'
import { shownCode } from '../../commitments/contract.ts'
import { linkRoutes } from '../../links/server/public.ts'
import { sheetsOfPrint } from './print/sheets.ts'
import { streamPrint } from './print/stream.ts'
import { findQrs } from './read/find-qr.ts'
import { providePaperKey, qrTextOf } from './sheet-code.ts'

vi.setConfig({ testTimeout: 120_000 })
const publicUrl = 'https://binhyen.example.vn'
const ourKey = () => 'a secret of this test run, long enough'
const signer = 'Đặng Thị Hòa'

let stack: PaperStack
beforeEach(async () => {
  providePaperKey(ourKey)
  stack = await paperStack(publicUrl)
  await sql`update roster_entry set name = ${signer}, address = 'xóm Chợ' where id = ${stack.place.entries[0]}`.execute(
    stack.here.database.db,
  )
})
afterEach(() => providePaperKey(ourKey))

/** As a phone does: the host may be typed in any case, the path goes to the server as it stands. */
async function opened(address: string, language = '') {
  const { pathname, origin } = new URL(address)
  expect(origin).toBe(publicUrl)
  const answer = await linkRoutes(stack.here.parts, { publicUrl }, openLog('silent')).request(`${pathname}${language}`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return { status: answer.status, text: (await answer.text()).replace(/\s+/g, ' ') }
}
async function qrOnFirst(pdf: Uint8Array): Promise<string> {
  const [page] = await pagesOf(pdf, 1)
  const found = await findQrs(page!.grey)
  expect(found).toHaveLength(1)
  return found[0]!.text
}

test('scanned off the paper it says first that nothing is recorded, then that the promise is genuine, and never of whom', async () => {
  const pdf = await stack.printed()
  const address = await qrOnFirst(pdf)
  expect(address).toMatch(/^HTTPS:\/\/BINHYEN\.EXAMPLE\.VN\/V\/[0-9A-Z]{24}$/)
  const code = shownCode(address.slice(-24, -8))
  const nothingOfThem = ({ text }: { text: string }) => {
    for (const word of [signer, 'Hòa', 'xóm Chợ', stack.place.entries[0] as string]) expect(text).not.toContain(word)
  }
  const before = await opened(address)
  expect(before).toMatchObject({ status: 200, text: expect.stringContaining('chữ ký chưa được ghi nhận') })
  expect(before.text).toContain(code)
  expect((await opened(`${publicUrl}/v/${code}`)).text).toContain('chữ ký chưa được ghi nhận')
  expect((await opened(address, '?lang=en')).text).toContain('no signature on it is recorded yet')
  nothingOfThem(before)

  const [page] = await pagesOf(pdf, 1)
  await stack.read(await photograph(page!, { size: 1500 }))
  expect((await opened(address)).text).toContain('chữ ký chưa được ghi nhận')
  await stack.confirm((await stack.queue()).rows.map(({ id }) => id))
  for (const written of [address, address.toLowerCase(), `${publicUrl}/v/${code}`]) {
    const after = await opened(written)
    expect(after).toMatchObject({ status: 200, text: expect.stringContaining('Bản cam kết này là thật') })
    nothingOfThem(after)
  }
})

test('a check that is altered, a sheet of another installation and a code that was never printed: none passes, on the page or in a stack', async () => {
  const [page] = await pagesOf(await stack.printed(), 1)
  const { rows } = await sql<{ code: string }>`
    select sheet.code from paper_sheet sheet where entry_id = ${stack.place.entries[0]}`.execute(stack.here.database.db)
  const ours = qrTextOf(rows[0]!.code, publicUrl)
  const forged = ours.slice(0, -1) + (ours.endsWith('0') ? '1' : '0')
  const neverPrinted = qrTextOf('0'.repeat(16), publicUrl)
  providePaperKey(() => 'the secret of another installation')
  const ofElsewhere = qrTextOf(rows[0]!.code, publicUrl)
  providePaperKey(ourKey)
  for (const address of [forged, ofElsewhere])
    expect(await opened(address)).toMatchObject({
      status: 404,
      text: expect.stringContaining('Mã này không do hệ thống này in'),
    })
  expect(await opened(neverPrinted)).toMatchObject({
    status: 404,
    text: expect.stringContaining('Không có bản cam kết nào mang mã này'),
  })
  const redrawn = await Promise.all([forged, ofElsewhere, neverPrinted].map((text) => sheetSaying(text)))
  const { pages } = await stack.read(...redrawn, await photograph(page!, { size: 1500 }))
  expect(pages.map(({ reason, state }) => reason ?? state)).toEqual([
    'forged_qr',
    'forged_qr',
    'sheet_unknown',
    'queued',
  ])
})

test('paper printed before, with the bare code or under an earlier address, is still read', async () => {
  const earlier = await pagesOf(await stack.printed(undefined, 'http://may-chu-cu:8080'), 2)
  const { rows } = await sql<{ code: string }>`
    select sheet.code from paper_sheet sheet where entry_id = ${stack.place.entries[0]}`.execute(stack.here.database.db)
  const { pages } = await stack.read(
    await sheetSaying(`BYP1.${qrTextOf(rows[0]!.code, publicUrl).slice(-24)}`),
    await photograph(earlier[1]!, { size: 1500 }),
  )
  expect(pages.map(({ state, doubt }) => [state, doubt])).toEqual([
    ['queued', null],
    ['queued', null],
  ])
})

/** The first sheet, signed, with another QR on it. */
async function sheetSaying(qrText: string): Promise<Buffer> {
  const { communeId } = stack.place
  const { db } = stack.here.database
  const { rows } = await sql<{ id: string }>`
    select id from paper_sheet where entry_id = ${stack.place.entries[0]}`.execute(db)
  async function* one() {
    for await (const sheets of sheetsOfPrint(db, communeId, [rows[0]!.id], publicUrl))
      yield sheets.map((sheet) => ({ ...sheet, qrText }))
  }
  const [page] = await pagesOf(await buffer(streamPrint('Phiếu', one(), async () => {})))
  return photograph(page!, { size: 1500 })
}
