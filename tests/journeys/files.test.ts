// A file of a person at the desk of the commune police: begun, opened for a purpose, read, written to, tried out, closed; and
// what the health station sees of it. Nothing is shown before a purpose is given, nor after the time is over.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Page, scrollsSideways, violationsInBothThemes, widths } from '../../platform/testing/browser.ts'
import { expectMarkOf } from '../support/reader-mark.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const name = 'Đặng Quốc Khải'
const paper = '033098001234'

/** `picture` is what it is called among the pictures of screens. */
async function isClean(page: Page, picture: string, within?: 'dialog[open]'): Promise<void> {
  expect(await violationsInBothThemes(page, `files ${picture}`, within)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}

async function openFor(page: Page, purpose: string, ground: string): Promise<void> {
  await page.getByRole('radio', { name: purpose }).check()
  await page.getByLabel('Căn cứ cụ thể').fill(ground)
  await page.getByRole('button', { name: 'Mở trong 30 phút' }).click()
  await page.getByRole('heading', { name: /^Hồ sơ HC-/ }).waitFor()
}

/** Opens a dialog, looks at it, and leaves by Escape. */
async function lookAt(page: Page, picture: string, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).first().click()
  await page.locator('dialog[open]').waitFor()
  await isClean(page, picture, 'dialog[open]')
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
}

const enter = async (page: Page, group: string, kind: string) => {
  await page.getByRole('button', { name: 'Ghi sự việc' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Nhóm').selectOption({ label: group })
  await dialog.getByLabel('Sự việc', { exact: true }).selectOption({ label: kind })
  return dialog
}

async function begin(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Lập hồ sơ' }).click()
  // Without a name there is no file, and the field says so.
  await page.getByRole('button', { name: 'Lập hồ sơ' }).click()
  await page.getByText('Cần ghi ô này.').waitFor()
  await page.getByLabel('Họ và tên').fill(name)
  await page.getByLabel('Ngày sinh hoặc năm sinh').fill('1997')
  await page.getByRole('radio', { name: 'Nam', exact: true }).check()
  await page.getByLabel('Số', { exact: true }).fill(paper)
  // A number that does not fit is a warning, never a wall.
  await page.getByText('Hai chữ số năm sinh trong số không khớp với năm sinh đã ghi.').waitFor()
  await isClean(page, 'begin')
  await page.getByLabel('Ngày sinh hoặc năm sinh').fill('1998')
  await page.getByText('Xem lại số giấy tờ').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Lập hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Mở hồ sơ theo mục đích' }).waitFor()
  return page.url()
}

test('the commune police begin, open, read, write to, try out and close a file', async () => {
  const page = await site.enter('conganxa', '/app/files')
  await page.getByRole('heading', { name: 'Hồ sơ người' }).waitFor()
  const address = await begin(page)
  // Nothing of the person before a purpose is given, in the page, its address or the storage of the browser.
  expect(await page.locator('body').innerText()).not.toContain(name)
  await page.getByRole('button', { name: 'Mở trong 30 phút' }).click()
  await page.getByText('Chọn một mục đích.').waitFor()
  await isClean(page, 'gate')
  await openFor(page, 'Ra quyết định quản lý, dừng, chấm dứt', 'Thông báo số 8')
  await page.getByText('tự đóng sau', { exact: false }).waitFor()
  await expectMarkOf(page, 'Lương Thu Hạnh (minh họa)')
  await isClean(page, 'opened')

  // Masked until it is asked for.
  expect(await page.locator('body').innerText()).not.toContain(paper)
  await page.getByRole('button', { name: 'Hiện trong 60 giây' }).click()
  await page.getByText(paper).waitFor()
  await page.getByText(name).waitFor()

  // What is missing is said beside its field; then it is entered, and the law says what follows.
  const dialog = await enter(page, 'Phát hiện', 'Xét nghiệm')
  await dialog.getByRole('button', { name: 'Ghi vào hồ sơ' }).click()
  await dialog.getByText('Xem lại các ô được đánh dấu.').waitFor()
  await dialog.getByLabel('Kết quả').selectOption({ label: 'Dương tính' })
  await dialog.getByLabel('Mẫu').selectOption({ label: 'Nước tiểu' })
  await dialog.getByLabel('Căn cứ').selectOption({ label: 'Bị phát hiện quả tang' })
  await isClean(page, 'enter', 'dialog[open]')
  await dialog.getByRole('button', { name: 'Ghi vào hồ sơ' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('bút lục 1').first().waitFor()
  await page
    .getByText(/Lương Thu Hạnh .*ghi/)
    .first()
    .waitFor()
  await page.getByRole('heading', { name: 'Xác minh nơi cư trú' }).first().waitFor()
  await isClean(page, 'entered')
  await page.setViewportSize(widths.narrow)
  await isClean(page, 'entered narrow')
  await page.setViewportSize(widths.wide)
  await lookAt(page, 'steps', 'Xem cách tính từng bước')
  await lookAt(page, 'readers', /lượt đọc$/)
  await lookAt(page, 'correct', 'Sửa')

  // What if: nothing of it is sent.
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await page.getByRole('button', { name: 'Tính thử' }).click()
  const trial = page.getByRole('dialog')
  await trial.getByLabel('Nhóm').selectOption({ label: 'Quyết định' })
  await trial.getByLabel('Sự việc', { exact: true }).selectOption({ label: 'Quyết định quản lý' })
  await trial.getByLabel('Số', { exact: true }).fill('12/QĐ-CAX')
  await trial.getByLabel('Ngày ký').fill(
    new Intl.DateTimeFormat('vi-VN', {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      timeZone: 'Asia/Ho_Chi_Minh',
    }).format(new Date()),
  )
  await trial.getByLabel('Người có thẩm quyền').selectOption({ label: 'Trưởng Công an cấp xã' })
  await trial.getByRole('button', { name: 'Xem điều gì theo sau' }).click()
  await trial.getByText('Tính thử, không ghi vào hồ sơ').waitFor()
  await trial.getByText('Đang bị quản lý (người sử dụng)', { exact: true }).waitFor()
  await isClean(page, 'what if', 'dialog[open]')
  expect(sent.filter((url) => url.includes('/api/'))).toEqual([])
  await page.keyboard.press('Escape')

  await page.locator('main').getByRole('button', { name: 'Đóng', exact: true }).click()
  await page.getByText('Đã đóng hồ sơ.').waitFor()
  expect(await page.locator('.case-mark').count()).toBe(0)
  expect(await page.locator('main').innerText()).not.toContain('HC-')
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toMatch(/Khải|033098/)

  // In the list the name is masked; the search finds it without marks, and leaves nothing in the address.
  await page.goto(`${site.url}/app/files`, { waitUntil: 'networkidle' })
  await page.getByText('Đ. Q. K***').first().waitFor()
  await page.getByLabel('Họ tên, năm sinh, số giấy tờ, số hồ sơ hoặc mã bản').fill('dang quoc khai')
  await page.getByRole('button', { name: 'Tìm hồ sơ' }).click()
  await page.getByText('Tìm thấy 1 hồ sơ').waitFor()
  expect(page.url()).not.toContain('khai')
  await isClean(page, 'found')

  // When the time is over the page empties itself.
  await page.clock.install()
  await page.goto(address, { waitUntil: 'networkidle' })
  await openFor(page, 'Kiểm tra nơi cư trú, tư vấn hằng tháng', 'Kiểm tra tháng 11')
  await page.clock.fastForward('31:00')
  await page.getByText('Hết giờ, hồ sơ đã đóng.', { exact: false }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('HC-')
  await page.context().close()
})

test('who may be the same person is shown first, and somebody else is begun all the same', async () => {
  const page = await site.enter('conganxa', '/app/files/new')
  const fill = async () => {
    await page.getByLabel('Họ và tên').fill('Quách Thị Mỵ')
    await page.getByRole('button', { name: 'Lập hồ sơ' }).click()
  }
  await fill()
  await page.getByRole('heading', { name: 'Mở hồ sơ theo mục đích' }).waitFor()
  await page.goto(`${site.url}/app/files/new`, { waitUntil: 'networkidle' })
  await fill()
  await page.getByText('Có thể đã có hồ sơ của người này.').waitFor()
  await page.getByRole('alert').getByRole('link', { name: /^HC-/ }).waitFor()
  await isClean(page, 'likely same')
  await page.getByRole('alert').getByRole('link', { name: /^HC-/ }).click()
  await page.getByRole('heading', { name: 'Mở hồ sơ theo mục đích' }).waitFor()
  // What was typed is still there when one comes back, though nothing of it lies in the storage of the browser.
  await page.goBack()
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Quách Thị Mỵ')
  await page.getByRole('button', { name: 'Lập hồ sơ' }).click()
  await page.getByRole('button', { name: 'Người khác, vẫn lập hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Mở hồ sơ theo mục đích' }).waitFor()
  await page.context().close()
})

test('the health station sees its part, and how much it does not see', async () => {
  const police = await site.enter('conganxa', '/app/files/new')
  await police.getByLabel('Họ và tên').fill('Thân Văn Lộc')
  await police.getByRole('button', { name: 'Lập hồ sơ' }).click()
  await police.getByRole('heading', { name: 'Mở hồ sơ theo mục đích' }).waitFor()
  await openFor(police, 'Xác định tình trạng nghiện', 'Đề nghị số 3')
  const dialog = await enter(police, 'Phát hiện', 'Mở việc xác minh')
  await dialog.getByLabel('Căn cứ').selectOption({ label: 'Tự khai báo' })
  await dialog.getByRole('button', { name: 'Ghi vào hồ sơ' }).click()
  await dialog.waitFor({ state: 'detached' })

  const page = await site.enter('tramyte', new URL(police.url()).pathname)
  await openFor(page, 'Xác định tình trạng nghiện', 'Đề nghị số 3 của Công an xã')
  await page.getByText('Bạn xem với tư cách: Trạm y tế').waitFor()
  await expectMarkOf(page, 'Mai Thị Lan (minh họa)')
  await page.getByText('1 sự việc không hiện với bạn').first().waitFor()
  expect(await page.getByRole('heading', { name: 'Thời hạn theo luật' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Ghi sự việc' }).count()).toBe(0)
  expect(await page.locator('body').innerText()).not.toMatch(/Tự khai báo|Nơi cư trú/)
  await isClean(page, 'health')
  await page.context().close()
  await police.context().close()
})

test('who has no right to files finds no way to them', async () => {
  const page = await site.enter('xa', '/app/files')
  await page.getByText('Bạn chưa có quyền mở trang này').waitFor()
  expect(await page.getByRole('link', { name: 'Hồ sơ người' }).count()).toBe(0)
  await page.context().close()
})
