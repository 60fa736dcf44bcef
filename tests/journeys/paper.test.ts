// A hamlet signs on paper: its sheets are printed, signed, photographed by a shaky hand, read with a cat among them, confirmed;
// and the coverage of the drive follows.

import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { shownCode } from '../../modules/commitments/contract.ts'
import { paperChores } from '../../modules/paper/server/public.ts'
import { findQrs } from '../../modules/paper/server/read/find-qr.ts'
import type { Picture } from '../../modules/paper/server/read/picture.ts'
import { axeViolations, type Page, scrollsSideways } from '../../platform/testing/browser.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { cat, pagesOf, photograph } from '../support/paper-pictures.ts'
import { openSite, type Site } from '../support/site.ts'

vi.setConfig({ testTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const drive = demoId('drive:2024')
const commune = areaId('12322')

/** Nobody runs the chores of this site; its turns are short. */
async function readEverything(page: Page): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) for (const chore of paperChores) await chore.run(site.parts)
  await page.getByRole('link', { name: /^Xác nhận chữ ký \(/ }).waitFor()
}

type Sheet = { code: string; name: string }

/** The first or the last as they lie in the stack; the code as it stands in print beside the QR. */
async function sheetOf(which: 1 | -1): Promise<Sheet> {
  const { rows } = await sql<Sheet>`
    select sheet.code, entry.name from paper_print print cross join unnest(print.sheet_ids) with ordinality as printed (id, at)
    join paper_sheet sheet on sheet.commune_id = print.commune_id and sheet.id = printed.id
    join roster_entry entry on entry.commune_id = sheet.commune_id and entry.id = sheet.entry_id
    where print.commune_id = ${commune} order by printed.at * ${which} limit 1`.execute(site.parts.db)
  return { code: shownCode(rows[0]?.code ?? ''), name: rows[0]?.name ?? '' }
}

/** What the camera of anybody's phone makes of the paper. */
async function addressOn(sheet: Picture): Promise<string> {
  const found = await findQrs(sheet.grey)
  expect(found).toHaveLength(1)
  return found[0]?.text ?? ''
}

/** Without an app and without an account, on a small phone: whether it is genuine and recorded, and nothing of the signer. */
async function somebodyScans(address: string, sheet: Sheet, says: string): Promise<void> {
  expect(address.toLowerCase()).toContain(`${site.url}/v/`)
  const phone = await site.open({ size: 'narrow' })
  await phone.goto(address, { waitUntil: 'networkidle' })
  await phone.getByRole('heading', { name: says }).waitFor()
  const told = await phone.locator('body').innerText()
  expect(told).toContain(sheet.code)
  expect(told).not.toContain(sheet.name)
  expect(await axeViolations(phone)).toEqual([])
  expect(await scrollsSideways(phone)).toBe(false)
  await phone.context().close()
}

async function signedInHamlet(page: Page): Promise<string> {
  await page.goto(`${site.url}/app/commitments/${drive}?within=${commune}`, { waitUntil: 'networkidle' })
  return page.locator('main [role=row], main tr', { hasText: 'Đông' }).first().innerText()
}

test('a hamlet signs on paper, from the printer to the coverage', async () => {
  const page = await site.enter('thon', `/app/commitments/${drive}?within=${commune}`)
  await page.getByRole('link', { name: 'In phiếu, đọc phiếu đã ký' }).click()
  const printing = page.waitForEvent('download')
  await page.getByRole('button', { name: 'In 6 phiếu: Thôn Đông' }).click()
  const pdf = await readFile(await (await printing).path())
  const sheets = await pagesOf(pdf)
  expect(sheets).toHaveLength(6)
  const first = await sheetOf(1)
  const address = await addressOn(sheets[0] as Picture)
  await somebodyScans(address, first, 'Phiếu này có thật, chữ ký chưa được ghi nhận')

  const take = (at: number, shot: Parameters<typeof photograph>[1]) =>
    photograph(sheets[at] as (typeof sheets)[number], { size: 1500, ...shot })
  const pictures = {
    'to-1.jpg': await take(0, { turned: 180, light: 0.5 }),
    'to-2.jpg': await take(1, { slanted: 0.14 }),
    'meo.jpg': await cat(),
    'to-3.jpg': await take(2, { light: 0.6 }),
    'to-4.jpg': await take(3, { pen: 'none' }),
    'to-2-lan-nua.jpg': await take(1, {}),
    'to-5.jpg': await take(4, { turned: 90 }),
    'to-6-do-ca-phe.jpg': await take(5, { spilled: true }),
  }
  await page
    .locator('input[type=file]')
    .setInputFiles(Object.entries(pictures).map(([name, buffer]) => ({ name, mimeType: 'image/jpeg', buffer })))
  await page.getByRole('button', { name: 'Đọc 8 tệp' }).click()
  await page.getByText('Chờ đến lượt').waitFor()
  await readEverything(page)
  expect(await axeViolations(page)).toEqual([])

  await page.locator('main a.job').first().click()
  await page.getByText('Không thấy mã vuông của phiếu').first().waitFor()
  await page.getByText('Phiếu này đã đọc rồi.').waitFor()
  await page.getByText('Ô ký trống').waitFor()
  expect(await axeViolations(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)

  // Coffee lies over the QR of the last one: a wrong code is typed from the paper, then its name found among those that have not come back.
  await page.getByRole('button', { name: 'Tìm phiếu: to-6-do-ca-phe.jpg, trang 1' }).click()
  await page.getByLabel('Mã kiểm tra in trên phiếu').fill('0000-0000-0000-0000')
  await page.getByRole('button', { name: 'Khớp với phiếu' }).click()
  await page.getByText('Không có phiếu nào mang mã này').first().waitFor()
  expect(await axeViolations(page)).toEqual([])
  const last = await sheetOf(-1)
  await page.getByLabel(/^Hoặc tìm theo tên trên phiếu/).fill(last.name.toUpperCase())
  await page.getByRole('option', { name: new RegExp(last.name) }).click()
  expect(await page.getByLabel('Mã kiểm tra in trên phiếu').inputValue()).toBe(last.code)
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Khớp với phiếu' }).click()
  await page
    .getByText(/^Phiếu của .+, chờ xác nhận$/)
    .first()
    .waitFor()

  await page.getByRole('link', { name: 'Xác nhận chữ ký trên giấy' }).click()
  await page.locator('.confirm-cuts li').first().waitFor()
  expect(await page.locator('.confirm-cuts li').count()).toBe(6)
  expect(await axeViolations(page)).toEqual([])
  // The first by a key; the doubtful one is rejected by another; the clear ones together.
  await page.locator('.confirm-cuts li button').first().focus()
  await page.keyboard.press('Enter')
  await page.getByText('Đã ghi nhận 1 chữ ký').first().waitFor()
  await page.locator('.confirm-cuts li').nth(3).waitFor({ state: 'visible' })
  await page
    .locator('.confirm-cuts li', { has: page.locator('.confirm-flag') })
    .locator('button')
    .first()
    .click()
  await page.keyboard.press('l')
  await page.getByRole('dialog').getByRole('button', { name: 'Loại' }).click()
  await page.getByText('Đã loại 1 phiếu').first().waitFor()
  await page.getByRole('button', { name: 'Chọn 3 phiếu rõ' }).click()
  await page.getByRole('button', { name: 'Xác nhận 3 phiếu' }).click()
  await page.getByText('hãy xem khung ký trên cả tờ').waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click()
  await page.getByText('Không có chữ ký nào chờ xác nhận').waitFor()

  const covered = await signedInHamlet(page)
  expect(covered).toContain('57')
  await somebodyScans(address, first, 'Bản cam kết này là thật')
  await page.context().close()
})
