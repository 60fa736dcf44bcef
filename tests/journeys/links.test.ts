// A household signs on a phone of its own: the officer makes a link, a stranger's browser opens it, signs, and checks the code.

import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations, type Page, scrollsSideways } from '../../platform/testing/browser.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { pagesOf } from '../support/pdf.ts'
import { qrOn } from '../support/qr.ts'
import { openSite, type Site } from '../support/site.ts'

vi.setConfig({ testTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

/** Slips for the first household that has not signed: the office, and the address that its QR says. */
async function makeLink(): Promise<{ office: Page; address: string }> {
  const office = await site.enter(
    'xa',
    `/app/commitments/${demoId('drive:2024')}/areas/${areaId('12280')}?state=unsigned&group=household-heads`,
  )
  await office.locator('main [role=row] input[type=checkbox], main tbody input[type=checkbox]').first().check()
  await office.getByRole('button', { name: 'Gửi liên kết' }).click()
  await office.getByRole('button', { name: 'Tạo liên kết' }).click()
  await office.locator('.slips li .qr').first().waitFor()
  expect(await axeViolations(office)).toEqual([])
  const links = await office.evaluate(async () => {
    const copied: string[] = []
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void copied.push(text) },
    })
    ;(document.querySelector('.slips button') as HTMLButtonElement).click()
    await new Promise((resolve) => setTimeout(resolve, 200))
    return copied
  })
  // Whoever scans the slip is led where whoever is sent the link is.
  expect(await qrOn(await office.locator('.slips li .qr').first().screenshot())).toEqual(links)
  expect(links[0]).toMatch(new RegExp(`^${site.url}/k/[A-Za-z0-9_-]{20,60}$`))
  return { office, address: new URL(links[0] as string).pathname }
}

/** What the QR of the page of thanks says: the check of the promise that was just given. */
async function isThanked(phone: Page): Promise<string> {
  await phone.getByText('Đã nhận cam kết').first().waitFor()
  expect(await axeViolations(phone)).toEqual([])
  const code = await phone.locator('.code').innerText()
  expect(await qrOn(await phone.locator('.qr').screenshot())).toEqual([`${site.url}/v/${code.replaceAll('-', '')}`])
  return code
}

test('a link signs once, without an account; the code it leaves is genuine, and a wrong one is not', async () => {
  const { office, address } = await makeLink()
  const phone = await site.visit(address, { size: 'narrow' })
  await phone.getByRole('heading', { level: 1 }).waitFor()
  expect(await phone.locator('body').innerText()).not.toMatch(/undefined|null/)
  expect(await axeViolations(phone)).toEqual([])
  expect(await scrollsSideways(phone)).toBe(false)
  await phone.getByRole('button', { name: 'Tôi đã đọc và cam kết' }).click()
  await phone.getByRole('alert').waitFor()
  await phone.locator('.pad canvas').scrollIntoViewIfNeeded()
  const box = await phone.locator('.pad canvas').boundingBox()
  if (!box) throw new Error('there is no box')
  for (let stroke = 0; stroke < 3; stroke += 1) {
    const left = box.x + box.width * (0.2 + stroke * 0.2)
    await phone.mouse.move(left, box.y + box.height * 0.5)
    await phone.mouse.down()
    for (let at = 1; at <= 12; at += 1)
      await phone.mouse.move(left + at * 4, box.y + box.height * (0.5 + 0.2 * Math.sin(at)))
    await phone.mouse.up()
  }
  await phone.getByRole('button', { name: 'Tôi đã đọc và cam kết' }).click()
  const code = await isThanked(phone)
  await phone.getByRole('link', { name: 'Kiểm tra' }).click()
  await phone.getByRole('heading', { name: 'Bản cam kết này là thật' }).waitFor()
  expect(await axeViolations(phone)).toEqual([])

  await phone.goto(site.url + address)
  await phone.getByText('Liên kết này đã được dùng').first().waitFor()
  await phone.goto(`${site.url}/v?ma=${code.replace(/^./, code.startsWith('Z') ? 'Y' : 'Z')}`)
  await phone.getByText('Không có bản cam kết nào mang mã này').waitFor()
  await phone.goto(`${site.url}/k/${'x'.repeat(27)}`)
  await phone.getByText('Liên kết không còn dùng được').first().waitFor()
  await Promise.all([phone.context().close(), office.context().close()])
})

test('where the drive takes a name with a code and no ink, that is what the slip and the page ask for', async () => {
  await sql`update commitment_drive_group set ways = '{paper,phone-code}'
    where drive_id = ${demoId('drive:2024')} and group_id = 'household-heads'`.execute(site.parts.db)
  const { office, address } = await makeLink()
  const slip = await office.locator('.slips li').first().innerText()
  const code = /\b\d{6}\b/.exec(slip.replace(/(\d{3}) (\d{3})/g, '$1$2'))?.[0] as string
  expect(code).toHaveLength(6)
  const sheets = (await pagesOf(await office.pdf({ format: 'A4', preferCSSPageSize: true }))).map((sheet) =>
    sheet.replace(/(\d{3}) (\d{3})/g, '$1$2'),
  )
  expect(sheets).toHaveLength(2)
  expect(sheets[0]).toContain('Quét mã để đọc và ký cam kết')
  expect(sheets[0]).not.toContain(code)
  expect(sheets[1]).toContain('Mã số, đưa riêng với phiếu')
  expect(sheets[1]).toContain(code)
  expect(sheets[1]).not.toContain('Quét mã')
  const phone = await site.visit(address, { size: 'narrow' })
  expect(await phone.locator('canvas').count()).toBe(0)
  expect(await axeViolations(phone)).toEqual([])
  expect(await scrollsSideways(phone)).toBe(false)
  await phone.getByLabel('Họ và tên').fill('Đỗ Thị Mận')
  await phone.getByLabel(/Mã/).fill(code === '111111' ? '222222' : '111111')
  await phone.getByRole('button', { name: 'Tôi đã đọc và cam kết' }).click()
  await phone.getByRole('alert').waitFor()
  expect(await phone.getByLabel('Họ và tên').inputValue()).toBe('Đỗ Thị Mận')
  await phone.getByLabel(/Mã/).fill(code)
  await phone.getByRole('button', { name: 'Tôi đã đọc và cam kết' }).click()
  await isThanked(phone)
  await phone.getByRole('link', { name: 'Kiểm tra' }).click()
  await phone.getByRole('heading', { name: 'Bản cam kết này là thật' }).waitFor()
  expect(await phone.locator('body').innerText()).not.toContain('Đỗ Thị Mận')
  await Promise.all([phone.context().close(), office.context().close()])
})

test('the links that were made are listed without their secret, and one that is withdrawn opens no more', async () => {
  const { office, address } = await makeLink()
  await office.getByRole('button', { name: 'Xong' }).click()
  const card = office.locator('.card', { hasText: 'Liên kết đã tạo' })
  await card.getByText('Chưa dùng').first().waitFor()
  expect(await card.innerHTML()).not.toContain(address.replace('/k/', ''))
  const open = await card.getByText('Chưa dùng').count()
  const withdraw = card.getByRole('button', { name: /^Rút liên kết: / }).first()
  await withdraw.click()
  await office.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click()
  expect(await card.getByText('Chưa dùng').count()).toBe(open)
  await withdraw.click()
  await office.getByRole('dialog').getByRole('button', { name: 'Rút liên kết' }).click()
  await card.getByText('Đã rút').first().waitFor()
  expect(await axeViolations(office)).toEqual([])
  const phone = await site.visit(address, { size: 'narrow' })
  await phone.getByText('Liên kết không còn dùng được').first().waitFor()
  await Promise.all([phone.context().close(), office.context().close()])
})
