// One hamlet, one drive, to its end: the phone without a network, the rest on paper, one by a link of its own, then a lot that is
// visited until it passes. After each step the totals of the commune and of Kim Động follow, and the check of a promise answers.

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paperChores } from '../../modules/paper/server/public.ts'
import type { Page } from '../../platform/testing/browser.ts'
import { hamletId } from '../../programmes/kim-dong-2024/hamlets.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { pagesOf, photograph, scanOf } from '../support/paper-pictures.ts'
import { backInReach, beginPhone, draw, openFirst, pulled, sign } from '../support/phone.ts'
import { sealNow } from '../support/seal.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const drive = demoId('drive:2024')
const commune = areaId('12322')
const hamlet = hamletId('12322', 'Đông')
const entries = `/app/commitments/${drive}/areas/${commune}?hamlet=${hamlet}&group=household-heads`

type Signed = { name: string; code: string }

/** What had been signed before, by everybody in Ngọc Thanh and in all of Kim Động. */
const begun = { commune: 72, district: 137 }

/** The drive as the district opens it: both follow by as many as were signed since. */
async function followed(watch: Page, more: number): Promise<void> {
  const exactly = (signed: number) => ({ hasText: new RegExp(`^${signed}$`) })
  await watch.goto(`${site.url}/app/commitments/${drive}`)
  await watch.locator('.coverage-total .figure b', exactly(begun.district + more)).waitFor()
  const row = watch.getByRole('row').filter({ hasText: 'Ngọc Thanh' })
  await row.locator('.signed-of b', exactly(begun.commune + more)).waitFor()
}

/** Anybody may ask whether a promise is genuine, and learns nothing of who signed. */
async function isGenuine(code: string, name: string): Promise<void> {
  const anybody = await site.visit(`/v/${code}`, { size: 'narrow' })
  await anybody.getByRole('heading', { name: 'Bản cam kết này là thật' }).waitFor()
  expect(await anybody.locator('body').innerText()).not.toContain(name)
  await anybody.context().close()
}

/** Two households on the phone in flight mode; nothing is counted until it is back in reach. */
async function signOnPhone(watch: Page): Promise<Signed> {
  const phone = await site.enter('thon', '/field/', { size: 'narrow' })
  await beginPhone(phone)
  await phone.locator('button.ham', { hasText: 'Đông' }).click()
  await pulled(phone).waitFor()
  await phone.context().setOffline(true)
  await openFirst(phone)
  await phone.getByRole('button', { name: 'Hiện tên' }).click()
  const name = await phone.locator('.house span').evaluate((span) => span.firstChild?.textContent ?? '')
  await sign(phone)
  const said = await phone.getByText('Mã kiểm tra').innerText()
  await phone.getByRole('button', { name: 'Hiện tên' }).waitFor()
  const second = await phone.locator('h1').innerText()
  await draw(phone)
  await phone.getByRole('button', { name: 'Lưu, sang hộ kế tiếp' }).click()
  await phone.waitForFunction((was) => document.querySelector('h1')?.innerText !== was, second)
  await phone.goto(`${site.url}/field/#/outbox`)
  await phone.locator('.list .row').nth(1).waitFor()
  await followed(watch, 0)
  await backInReach(phone)
  await phone.getByText('Không còn phiếu nào chờ gửi').waitFor()
  await phone.context().close()
  return { name, code: said.replace(/^.*Mã kiểm tra\s*/s, '') }
}

/** The rest as one PDF; all sheets but the last come back signed, as one scan, are read and confirmed. */
async function signOnPaper(office: Page): Promise<Signed> {
  await office.goto(`${site.url}${entries}`)
  await office.getByRole('link', { name: 'In phiếu, đọc phiếu đã ký' }).click()
  const printing = office.waitForEvent('download')
  await office.getByRole('button', { name: 'In 4 phiếu: Thôn Đông' }).click()
  const sheets = await pagesOf(await readFile(await (await printing).path()))
  expect(sheets).toHaveLength(4)
  const signed = await Promise.all(sheets.slice(0, 3).map((sheet) => photograph(sheet, { size: 1400, light: 0.8 })))
  const scan = { name: 'chong.pdf', mimeType: 'application/pdf', buffer: await scanOf(signed) }
  await office.locator('input[type=file]').setInputFiles(scan)
  await office.getByRole('button', { name: 'Đọc 1 tệp' }).click()
  await office.getByText('Chờ đến lượt').waitFor()
  for (let turn = 0; turn < 20; turn += 1) for (const chore of paperChores) await chore.run(site.parts)
  await office.getByRole('link', { name: 'Xác nhận chữ ký (3)' }).click()
  const heading = office.locator('.confirm-who')
  const name = (await heading.locator('h2').innerText()).replace(/^\d+\.\s*/, '')
  const code = await heading.locator('.confirm-facts .num').first().innerText()
  await office.getByRole('button', { name: 'Chọn 3 phiếu rõ' }).click()
  await office.getByRole('button', { name: 'Xác nhận 3 phiếu' }).click()
  await office.getByText('Không có chữ ký nào chờ xác nhận').waitFor()
  return { name, code }
}

/** The last household gets a link and signs on a phone that nobody has signed in to. */
async function signByLink(office: Page): Promise<Signed> {
  await office.goto(`${site.url}${entries}&state=unsigned`)
  await office.locator('tbody input[type=checkbox]').first().check()
  expect(await office.locator('tbody tr').count()).toBe(1)
  await office.getByRole('button', { name: 'Gửi liên kết' }).click()
  await office.getByRole('button', { name: 'Tạo liên kết' }).click()
  const slip = office.locator('.slips li')
  const name = (await slip.locator('b').innerText()).replace(/^\d+\.\s*/, '')
  await office.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await slip.getByRole('button').click()
  const address = new URL(await office.evaluate(() => navigator.clipboard.readText())).pathname
  const own = await site.visit(address, { size: 'narrow' })
  await own.locator('.pad canvas').scrollIntoViewIfNeeded()
  await draw(own)
  await own.getByRole('button', { name: 'Tôi đã đọc và cam kết' }).click()
  await own.getByText('Đã nhận cam kết').first().waitFor()
  const code = await own.locator('.code').innerText()
  await own.context().close()
  return { name, code }
}

/** A lot of the whole hamlet: drawn from the seal, visited by an officer of another commune until it passes. */
async function verify(lead: Page): Promise<void> {
  await lead.goto(`${site.url}/app/commitments/${drive}?tab=verification`)
  await lead.getByRole('link', { name: 'Lập lô' }).click()
  await lead.getByLabel('Tìm thôn, xã, đơn vị hoặc nhóm').fill('chu ho')
  await lead.getByRole('button', { name: 'Lập lô: Đông, Chủ hộ' }).click()
  await lead.getByText(/^Thăm \d+ trong 40 bản đã ký/).waitFor()
  await lead.getByRole('button', { name: 'Đóng lô' }).click()
  await lead.getByRole('button', { name: 'Rút thăm' }).waitFor()
  await sealNow(site.parts.db)
  await lead.getByRole('button', { name: 'Rút thăm' }).click()
  await lead.getByText('Rút lại từ dấu niêm phong: ra đúng như vậy.').waitFor()
  await lead.getByRole('button', { name: 'Giao người phúc tra' }).click()
  await lead.getByLabel(/Phạm Thu Hòa/).check()
  await lead.locator('dialog[open]').getByRole('button', { name: 'Giao người phúc tra' }).click()
  await lead.getByText('Người phúc tra: Phạm Thu Hòa').waitFor()
  const lot = new URL(lead.url()).pathname.split('/').at(-1)

  const door = await site.enter('xa', `/app/verification/visits/${lot}`, { size: 'narrow' })
  const visited = door.getByText(/^Đã thăm \d+\/\d+$/)
  const of = Number((await visited.innerText()).split('/').at(-1))
  for (let at = 1; at <= of; at += 1) {
    await door
      .getByRole('button', { name: /^Có, đã ký: / })
      .first()
      .click()
    await door.getByText(`Đã thăm ${at}/${of}`, { exact: true }).waitFor()
  }
  await door.getByRole('button', { name: 'Đã thăm xong' }).click()
  await door.locator('dialog[open]').getByRole('button', { name: 'Đã thăm xong' }).click()
  await door.getByText('Lô này đã xong. Cảm ơn bạn đã đi.').waitFor()
  await door.context().close()

  await lead.goto(`${site.url}/app/commitments/${drive}?within=${commune}&group=household-heads`)
  const east = lead.getByRole('row').filter({ hasText: 'Đông' })
  await east.getByText('40/40 · 100%').waitFor()
  await east.getByText(`thăm ${of}/40`).waitFor()
  await east.getByText('Đạt 15/11/2024').waitFor()
}

test('a hamlet signs to the last household, in each way, and its lot passes', { timeout: 240_000 }, async () => {
  const watch = await site.enter('huyen')
  const onPhone = await signOnPhone(watch)
  await followed(watch, 2)
  const office = await site.enter('thon')
  const onPaper = await signOnPaper(office)
  await followed(watch, 5)
  const byLink = await signByLink(office)
  await followed(watch, 6)
  for (const { code, name } of [onPhone, onPaper, byLink]) await isGenuine(code, name)
  await verify(watch)
  await Promise.all([watch.context().close(), office.context().close()])
})
