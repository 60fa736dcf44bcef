// A file goes from the police of one commune to those of the next: sent from the open file, opened, returned once, accepted
// once; the sender keeps a number and a receipt; the province sees what is late, and no name.

import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { overAllThatWaits } from '../../modules/handover/server/waiting.ts'
import { type Page, scrollsSideways, violationsInBothThemes, widths } from '../../platform/testing/browser.ts'
import { lives, onItsWay } from '../../programmes/kim-dong-2024/files/lives.ts'
import { loadDemoFiles } from '../../programmes/kim-dong-2024/files/load.ts'
import { areaId, demoId, personId } from '../../programmes/kim-dong-2024/ids.ts'
import { expectMarkOf } from '../support/reader-mark.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 })

const here = areaId('12322', '2025-07-01')
const fileOf = (path: string) => demoId(`case-file:${lives.findIndex((life) => life.path === path)}`)

let site: Site
beforeAll(async () => {
  site = await openSite()
  await site.parts.db.transaction().execute((db) => loadDemoFiles(db, new Date()))
}, 120_000)
afterAll(() => site?.close())

async function isClean(page: Page, picture: string, within?: 'dialog[open]'): Promise<void> {
  expect(await violationsInBothThemes(page, `hand-over ${picture}`, within)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}

async function inBothWidths(page: Page, picture: string): Promise<void> {
  await isClean(page, picture)
  await page.setViewportSize(widths.narrow)
  await isClean(page, `${picture} narrow`)
  await page.setViewportSize(widths.wide)
}

async function openToMove(page: Page, fileId: string): Promise<void> {
  await page.goto(`${site.url}/app/files/${here}/${fileId}`, { waitUntil: 'networkidle' })
  await page.getByRole('radio', { name: 'Chuyển hồ sơ khi thay đổi nơi cư trú' }).check()
  await page.getByLabel('Căn cứ cụ thể').fill('Người đó báo chuyển nơi cư trú')
  await page.getByRole('button', { name: 'Mở trong 30 phút' }).click()
  await page.getByRole('heading', { name: 'Chuyển nơi cư trú', exact: true }).waitFor()
}

const today = () =>
  new Intl.DateTimeFormat('vi-VN', {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date())

test('the commune police send a file from where it is open', async () => {
  const page = await site.enter('conganxa', '/app/')
  await openToMove(page, fileOf('managed'))
  await page.getByRole('button', { name: 'Chuyển hồ sơ', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Chuyển hồ sơ', exact: true }).click()
  await dialog.getByText('Xem lại các ô được đánh dấu.').waitFor()
  // The commune that keeps it is shown by its old names too, and cannot be chosen.
  await dialog.getByLabel('Xã, phường nơi cư trú mới').fill('song mai')
  expect(await dialog.getByRole('radio', { name: /Hiệp Cường/ }).isDisabled()).toBe(true)
  await dialog.getByLabel('Xã, phường nơi cư trú mới').fill('vinh xa')
  await dialog.getByRole('radio', { name: /Nghĩa Dân/ }).check()
  await dialog.getByRole('textbox', { name: 'Ngày' }).fill(today())
  await dialog.getByRole('textbox', { name: 'Giờ' }).fill('00:00')
  await dialog.getByLabel('Địa chỉ nơi cư trú mới').fill('Thôn Minh Họa 9')
  await dialog.getByLabel('Nơi ở hiện tại khác nơi cư trú mới').check()
  await dialog.getByLabel('Xã, phường nơi ở hiện tại').fill('duc hop')
  await dialog.getByRole('radio', { name: /^Xã Đức Hợp/ }).check()
  await isClean(page, 'send', 'dialog[open]')
  await dialog.getByRole('button', { name: 'Chuyển hồ sơ', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Đang chuyển đến xã Nghĩa Dân').waitFor()
  await inBothWidths(page, 'file on its way')
  await page.getByRole('link', { name: 'Xem lần chuyển' }).click()
  await page.getByRole('heading', { name: /^Phiếu chuyển PC-/ }).waitFor()
  await page.getByText('Xã Vĩnh Xá', { exact: false }).first().waitFor()
  await inBothWidths(page, 'sent')
  expect(page.url()).not.toMatch(/minh|hoa/i)
  await page.context().close()
})

test('the commune where the person stays reads its notice, acknowledges it, and the sender sees that', async () => {
  // Nobody of the demonstration is of the police there.
  await sql`insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
    select gen_random_uuid(), person_id, role_id, ${areaId('12313', '2025-07-01')}::uuid, '2025-07-01', 'Thử'
    from access_grant where person_id = ${personId('conganxa2')} and role_id = 'commune-police' limit 1`.execute(
    site.parts.db,
  )
  const page = await site.enter('conganxa2', `/app/hand-overs?commune=${areaId('12313', '2025-07-01')}&show=notices`)
  await page.getByRole('button', { name: /^Đọc TB-/ }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Thôn Minh Họa')
  await inBothWidths(page, 'notices')
  await page.getByRole('button', { name: /^Đọc TB-/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Thôn Minh Họa 9').waitFor()
  await isClean(page, 'notice', 'dialog[open]')
  await dialog.getByRole('button', { name: 'Xác nhận đã nhận' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Đã xác nhận', { exact: true }).waitFor()
  await isClean(page, 'notice acknowledged')
  await page.goto(`${site.url}/app/hand-overs?commune=${here}&show=out`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: /^PC-/ }).last().click()
  await page.getByText(/^TB-\d{4}-\d{4}, đã xác nhận/).waitFor()
  await isClean(page, 'sent and told')
  await page.context().close()
})

test('the next commune opens what came in, returns one with its reason, accepts the other', async () => {
  const page = await site.enter('congangiap', '/app/hand-overs')
  await page.getByText('còn', { exact: false }).first().waitFor()
  // The menu says so wherever one is.
  await page.getByText('2 hồ sơ chuyển đến chờ trả lời', { exact: false }).first().waitFor({ state: 'attached' })
  await inBothWidths(page, 'coming in')
  await page.getByRole('link', { name: /^PC-/ }).first().click()
  await page.getByRole('heading', { name: 'Gói hồ sơ chuyển đến' }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('Thôn Minh Họa')
  await isClean(page, 'pack sealed')
  await page.getByRole('button', { name: 'Mở gói hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Người được chuyển hồ sơ' }).waitFor()
  await page.getByText('thời hạn chạy tiếp, không tính lại', { exact: false }).waitFor()
  await expectMarkOf(page, 'Đoàn Văn Sáng (minh họa)', '.hand-over-pack')
  await inBothWidths(page, 'pack open')
  await page.getByRole('button', { name: 'Trả lại' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Trả lại' }).click()
  await dialog.getByLabel('Lý do').selectOption({ label: 'Người đó không cư trú tại xã' })
  await dialog.getByLabel('Nói rõ').fill('Đã xác minh tại thôn, chưa thấy người đó đến')
  await isClean(page, 'return', 'dialog[open]')
  await dialog.getByRole('button', { name: 'Trả lại' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Chữ ký hợp lệ').waitFor()

  await page.goto(`${site.url}/app/hand-overs`, { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: /^PC-/ }).first().click()
  await page.getByRole('button', { name: 'Mở gói hồ sơ' }).click()
  await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận hồ sơ' }).click()
  await page.getByText('Chữ ký hợp lệ').waitFor()
  await inBothWidths(page, 'accepted')
  await page.getByRole('link', { name: 'Đến hồ sơ' }).click()
  await page.getByRole('heading', { name: 'Mở hồ sơ theo mục đích' }).waitFor()
  await page.context().close()
})

test('the sender sees why one came back, and of the other a number and a receipt', async () => {
  const page = await site.enter('conganxa', `/app/hand-overs?commune=${here}&show=done`)
  await page.getByText('Trả lại').first().waitFor()
  await inBothWidths(page, 'decided')
  await openToMove(page, fileOf(onItsWay))
  await page.getByText('Đã xác minh tại thôn', { exact: false }).waitFor()
  await page.getByText(/Đã ghi chuyển đi lúc/).waitFor()
  await isClean(page, 'came back')
  await page.goto(`${site.url}/app/files/${here}/${fileOf('managed')}`, { waitUntil: 'networkidle' })
  await page.getByRole('radio', { name: 'Chuyển hồ sơ khi thay đổi nơi cư trú' }).check()
  await page.getByLabel('Căn cứ cụ thể').fill('Xem lại')
  await page.getByRole('button', { name: 'Mở trong 30 phút' }).click()
  await page.getByText('Không tìm thấy', { exact: false }).waitFor()
  await page.goto(`${site.url}/app/hand-overs?commune=${here}&show=done`, { waitUntil: 'networkidle' })
  await page
    .getByRole('row', { name: /Đã tiếp nhận/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByText('Ở đây chỉ còn số hồ sơ', { exact: false }).waitFor()
  await isClean(page, 'stub')
  // The receipt as a file, and the check of one that was changed.
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Tải biên nhận' }).click(),
  ])
  const kept = JSON.parse(await readFile(await saved.path(), 'utf8'))
  const check = async (statement: string) => {
    await page.getByLabel('Tệp biên nhận').setInputFiles({
      ...{ name: 'bien-nhan.json', mimeType: 'application/json' },
      buffer: Buffer.from(JSON.stringify({ ...kept, statement })),
    })
    await page.getByRole('dialog').getByRole('button', { name: 'Kiểm tra một biên nhận' }).click()
  }
  await page.getByRole('button', { name: 'Kiểm tra một biên nhận' }).click()
  await check(kept.statement.replace('accepted', 'returned'))
  await page.getByText('nội dung hoặc chữ ký đã bị sửa', { exact: false }).waitFor()
  await isClean(page, 'check receipt', 'dialog[open]')
  await check(kept.statement)
  await page.getByText('Đúng là biên nhận của phiếu này', { exact: false }).waitFor()
  await page.context().close()
})

test('the province sees which commune owes an answer, and no count that is one person', async () => {
  const page = await site.enter('tinh', '/app/hand-overs-late')
  await page.getByText('Không có lần chuyển nào trễ').waitFor()
  const sender = await site.enter('conganxa', '/app/')
  await openToMove(sender, fileOf(onItsWay))
  await sender.getByRole('button', { name: 'Chuyển hồ sơ', exact: true }).click()
  const dialog = sender.getByRole('dialog')
  await dialog.getByLabel('Xã, phường nơi cư trú mới').fill('nghia dan')
  await dialog
    .getByRole('radio', { name: /Nghĩa Dân/ })
    .first()
    .check()
  await dialog.getByRole('button', { name: 'Chuyển hồ sơ', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await overAllThatWaits(site.parts.db, (inside) =>
    sql`update handover.sending set due_at = now() - interval '13 hours'`.execute(inside),
  )
  await page.reload({ waitUntil: 'networkidle' })
  await page.getByText('Trễ: được che, đang chuyển: được che').waitFor()
  await page.getByText('Chưa trả lời hồ sơ chuyển đến').waitFor()
  const told = await page.locator('main').innerText()
  expect(told).toContain('Nghĩa Dân')
  expect(told).not.toMatch(/Thôn Minh Họa|PC-|Hiệp Cường|\d+ giờ trước|trễ \d/)
  await inBothWidths(page, 'late')
  await page.context().close()
  await sender.context().close()
})
