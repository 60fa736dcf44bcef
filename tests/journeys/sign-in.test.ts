// Coming in, in a real browser: by password, with an authenticator app, by passkey, and by a one-time link.

import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { setPassword } from '../../modules/access/server/sign-in/accounts.ts'
import type { Page } from '../../platform/testing/browser.ts'
import { personId } from '../../programmes/kim-dong-2024/ids.ts'
import { openSite, type Site } from '../support/site.ts'

vi.setConfig({ testTimeout: 90_000 })

const password = 'trăng rằm soi bến đò 41'
let site: Site
beforeAll(async () => {
  site = await openSite()
  for (const key of ['xa', 'thon', 'coquan']) await setPassword(site.parts.db, personId(key), password)
}, 120_000)
afterAll(() => site?.close())

async function typeIn(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('Địa chỉ thư điện tử').fill(email)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}
const atHome = (page: Page) => page.waitForURL((url) => url.pathname === '/app/')

async function signOut(page: Page): Promise<void> {
  await page.locator('header .who').click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.waitForURL(/\/app\/sign-in/)
}

test('a wrong password keeps what was typed and says so; the right one leads to where one wanted to go', async () => {
  const page = await site.visit('/app/profile')
  await typeIn(page, 'xa@demo.example', 'không phải mật khẩu này')
  await page.getByText('Địa chỉ hoặc mật khẩu chưa đúng.').waitFor()
  expect(await page.getByLabel('Địa chỉ thư điện tử').inputValue()).toBe('xa@demo.example')
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/app\/profile/)
  await page.getByText('Tôi ở đây').waitFor()
  await signOut(page)
  await page.goto(`${site.url}/app/profile`)
  await page.waitForURL(/\/app\/sign-in/)
  await page.context().close()
})

test('a role of the demonstration fills in its address', async () => {
  const page = await site.visit('/app/sign-in')
  await page.getByRole('button', { name: /Trưởng thôn/ }).click()
  expect(await page.getByLabel('Địa chỉ thư điện tử').inputValue()).toBe('thon@demo.example')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('password')
  await page.context().close()
})

/** The six digits that an authenticator app would show for this key. */
function digitsOf(key: string): string {
  const bits = [...key].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
  const secret = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', secret).update(counter).digest()
  return String((digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('an authenticator app is set up on the profile and asked for at the next sign-in', async () => {
  const page = await site.visit('/app/profile')
  await typeIn(page, 'thon@demo.example')
  await page.getByRole('button', { name: 'Bật ứng dụng xác thực' }).click()
  await page.getByLabel('Mật khẩu của bạn').fill(password)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.locator('.codes li').nth(9).waitFor()
  await page.getByRole('button', { name: 'Tôi đã cất mã' }).click()
  await page.getByRole('img', { name: /Mã QR/ }).waitFor()
  const key = (await page.locator('.otp-key').innerText()).replace(/\s/g, '')
  await page.getByLabel('Mã 6 số').fill(digitsOf(key))
  await page.getByRole('button', { name: 'Bật', exact: true }).click()
  await page.getByText('Đang bật').waitFor()
  await signOut(page)
  await typeIn(page, 'thon@demo.example')
  await page.getByLabel('Mã 6 số').fill('000000')
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await page.getByText(/Mã xác nhận chưa đúng/).waitFor()
  await page.getByLabel('Mã 6 số').fill(digitsOf(key))
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await atHome(page)
  await page.context().close()
})

test('a passkey is added on the profile and signs in without a password', async () => {
  const page = await site.visit('/app/profile')
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await typeIn(page, 'coquan@demo.example')
  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
  await page.getByLabel('Tên để nhớ').fill('Máy cơ quan')
  await page.getByRole('dialog').getByRole('button', { name: 'Thêm khóa truy cập' }).click()
  await page.getByText('Máy cơ quan').waitFor()
  await signOut(page)
  await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click()
  await atHome(page)
  await page.context().close()
})

test('an administrator hands out a one-time link, and its holder sets a password and is in', async () => {
  const admin = await site.enter('quantri', `/app/people/${personId('ngocthanh')}`)
  await admin.getByRole('button', { name: 'Mời đặt mật khẩu' }).click()
  const link = await admin.locator('.once').innerText()
  await admin.context().close()
  const page = await site.visit(link.trim().slice(site.url.length))
  await page.getByText(/Trịnh Văn Túc \(minh họa\), hãy đặt mật khẩu/).waitFor()
  expect(new URL(page.url()).hash).toBe('')
  await page.getByLabel('Mật khẩu mới').fill('matkhau123456')
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await page
    .getByText(/những từ hay gặp/)
    .first()
    .waitFor()
  await page.getByLabel('Mật khẩu mới').fill('gió lùa qua vườn quýt 58')
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click()
  await atHome(page)
  await page.context().close()
  const again = await site.visit(link.trim().slice(site.url.length))
  await again.getByText(/Liên kết này đã dùng/).waitFor()
  await again.context().close()
})
