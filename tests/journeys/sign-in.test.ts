// Coming in, in a real browser: by password, with an authenticator app, by passkey, and by a one-time link.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { setPassword } from '../../modules/access/server/sign-in/accounts.ts'
import { axeViolations, type Page } from '../../platform/testing/browser.ts'
import { areaId, personId } from '../../programmes/kim-dong-2024/ids.ts'
import { digitsOf } from '../support/authenticator-app.ts'
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

/** Switches the app on, on the profile; answers its key. */
async function switchOn(page: Page): Promise<string> {
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
  return key
}

test('an authenticator app is set up on the profile and asked for at the next sign-in', async () => {
  const page = await site.visit('/app/profile')
  await typeIn(page, 'thon@demo.example')
  const key = await switchOn(page)
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

/** A device that checks who holds it, as a phone does with a fingerprint. */
async function withDevice(page: Page): Promise<void> {
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
}

test('a passkey is added on the profile and signs in without a password', async () => {
  const page = await site.visit('/app/profile')
  await withDevice(page)
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

/** Somebody who is not of the demonstration, with the right to the files of a commune. */
async function officer(email: string): Promise<void> {
  const { db } = site.parts
  const id = uuidv7()
  await sql`insert into person (id, name, email) values (${id}, 'Bùi Thị Ngân', ${email})`.execute(db)
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    values (${uuidv7()}, ${id}, 'commune-police', ${areaId('12322', '2025-07-01')}, '2024-01-01', 'Phân công')`.execute(
    db,
  )
  await setPassword(db, id, password)
}
const note = (page: Page) => page.getByText('Hồ sơ người cần xác thực hai lớp')
const filesInMenu = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Hồ sơ người', exact: true })

test('files of persons wait until the app is switched on, and are there at once', async () => {
  await officer('ngan@xa.example')
  const page = await site.visit('/app/sign-in')
  await typeIn(page, 'ngan@xa.example')
  await atHome(page)
  await note(page).waitFor()
  expect(await filesInMenu(page).count()).toBe(0)
  expect(await axeViolations(page)).toEqual([])
  await page.goto(`${site.url}/app/files`)
  await page.getByRole('heading', { name: 'Hồ sơ người cần xác thực hai lớp', level: 1 }).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.getByRole('link', { name: 'Mở Tài khoản của tôi' }).click()
  await page.getByRole('button', { name: 'Bật ứng dụng xác thực' }).waitFor()
  await note(page).waitFor()
  expect(await axeViolations(page)).toEqual([])
  await switchOn(page)
  await filesInMenu(page).click()
  await page.getByRole('heading', { name: 'Hồ sơ người', exact: true }).waitFor()
  expect(await note(page).count()).toBe(0)
  await page.context().close()
})

test('files of persons are there after signing in by passkey', async () => {
  await officer('ngan2@xa.example')
  const page = await site.visit('/app/profile')
  await withDevice(page)
  await typeIn(page, 'ngan2@xa.example')
  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click()
  await page.getByLabel('Tên để nhớ').fill('Điện thoại')
  await page.getByRole('dialog').getByRole('button', { name: 'Thêm khóa truy cập' }).click()
  await page.getByText('Hãy đăng xuất, rồi đăng nhập bằng khóa truy cập.').waitFor()
  expect(await filesInMenu(page).count()).toBe(0)
  await signOut(page)
  await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click()
  await atHome(page)
  await filesInMenu(page).waitFor()
  expect(await note(page).count()).toBe(0)
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
