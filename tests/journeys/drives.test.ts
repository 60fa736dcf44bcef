// A drive from its first word to its renewal: drafted, published, signed with ink in the office, a held one decided, closed, renewed.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { storeList } from '../../modules/rosters/server/public.ts'
import { axeViolations, type Page, scrollsSideways, widths } from '../../platform/testing/browser.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { qrOn } from '../support/qr.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 150_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const communeId = areaId('12280')

/** Draws a wave on the pad, as a hand would. */
async function drawOn(page: Page): Promise<void> {
  const box = await page.locator('.ink-pad canvas').boundingBox()
  if (!box) throw new Error('the pad is not on screen')
  await page.mouse.move(box.x + 40, box.y + box.height / 2)
  await page.mouse.down()
  for (let step = 1; step <= 24; step += 1)
    await page.mouse.move(box.x + 40 + step * 12, box.y + box.height / 2 + 50 * Math.sin(step / 2))
  await page.mouse.up()
}

async function isClean(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}

async function signFirstUnsigned(page: Page, driveId: string): Promise<string> {
  await page.goto(`${site.url}/app/commitments/${driveId}/areas/${communeId}?group=household-heads&state=unsigned`, {
    waitUntil: 'networkidle',
  })
  await page.locator('tbody input[type=checkbox]').first().check()
  await page.getByRole('button', { name: 'Ký trên máy' }).click()
  const title = await page.getByRole('heading', { name: / ký$/ }).innerText()
  await drawOn(page)
  await isClean(page)
  await page.getByRole('button', { name: 'Ghi nhận chữ ký' }).click()
  await page.getByText('Đã ghi nhận 1 bản ký').waitFor()
  return title.replace(/ ký$/, '')
}

test('a commune makes a drive, signs with ink, decides on what is held, closes it and renews it', async () => {
  const page = await site.enter('xa', '/app/commitments')
  await page.getByRole('link', { name: 'Soạn đợt ký' }).click()
  await page.getByLabel('Tên đợt ký').fill('Ký cam kết thử năm 2024')
  await page.getByLabel('Tên bằng tiếng Anh').fill('Trial drive of 2024')
  await isClean(page)
  await page.getByRole('button', { name: 'Tiếp' }).click()
  await isClean(page)
  await page.getByRole('button', { name: 'Tiếp' }).click()
  await page.getByText('Xem như bản in').waitFor()
  await isClean(page)
  await page.getByRole('button', { name: 'Lưu bản soạn' }).click()
  await page.getByRole('heading', { name: 'Ký cam kết thử năm 2024' }).waitFor()
  const driveId = new URL(page.url()).pathname.split('/').at(-1) as string

  await page.getByRole('button', { name: 'Mở đợt ký' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Mở đợt ký' }).click()
  await page.getByText('Đang ký').waitFor()

  const name = await signFirstUnsigned(page, driveId)
  await page.goto(`${site.url}/app/commitments/${driveId}/areas/${communeId}?state=signed`, {
    waitUntil: 'networkidle',
  })
  await page.locator('tbody tr').filter({ hasText: name }).getByRole('link').first().click()
  await page.getByRole('heading', { name: `Bản cam kết: ${name}` }).waitFor()
  await page.getByRole('img', { name: /Mã kiểm tra/ }).waitFor()
  const [check = ''] = await qrOn(await page.locator('.sheet .qr').screenshot())
  expect(check).toMatch(new RegExp(`^${site.url}/v/[0-9A-Z]{16}$`))
  const anybody = await site.visit(new URL(check).pathname)
  await anybody.getByRole('heading', { name: 'Bản cam kết này là thật' }).waitFor()
  await anybody.context().close()
  await isClean(page)

  // The same household again, as a phone would bring it: it waits, and a person decides.
  await holdAnother(driveId)
  await page.goto(`${site.url}/app/commitments/${driveId}?tab=follow`, { waitUntil: 'networkidle' })
  await isClean(page)
  await page.getByRole('link', { name: '1', exact: true }).click()
  await page.getByRole('button', { name: `Nhận: ${name}`, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Nhận', exact: true }).click()
  await page.getByText('Không có bản ký nào chờ quyết định').waitFor()
  await isClean(page)

  await page.goto(`${site.url}/app/commitments/${driveId}?tab=texts`, { waitUntil: 'networkidle' })
  await isClean(page)
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Đóng đợt ký' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng đợt ký' }).click()
  await page.getByText('Đã đóng', { exact: false }).first().waitFor()

  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Làm lại cho năm sau' }).click()
  await page.getByText('không chuyển sang đợt này').waitFor()
  expect(await page.getByLabel('Tên đợt ký').inputValue()).toBe('Ký cam kết thử năm 2025')
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Tiếp' }).click()
  await page.getByRole('button', { name: 'Lưu bản soạn' }).click()
  await page.getByText('Đợt trước').first().waitFor()
  await isClean(page)
  const { rows } = await sql<{ promises: number }>`
    select count(promise.id)::int as promises from commitment_drive drive
    left join commitment_promise promise on promise.drive_id = drive.id where drive.renews_id = ${driveId}`.execute(
    site.parts.db,
  )
  expect(rows).toEqual([{ promises: 0 }])
  await page.context().close()
})

async function holdAnother(driveId: string): Promise<void> {
  await sql`
    insert into commitment_held (commune_id, id, drive_id, entry_id, hamlet_id, reason, signature)
    select promise.commune_id, gen_random_uuid(), promise.drive_id, promise.entry_id, entry.hamlet_id, 'already_signed',
      json_build_object('textNumber', 1, 'way', 'paper', 'signedAt', '2024-11-15T08:00:00+07:00')
    from commitment_promise promise join roster_entry entry on entry.commune_id = promise.commune_id and entry.id = promise.entry_id
    where promise.drive_id = ${driveId} and promise.void_number = 0`.execute(site.parts.db)
}

test('the hamlet and the district see counts and reasons as far as their work goes', async () => {
  const page = await site.enter('xa', `/app/commitments`)
  await page.getByRole('link', { name: 'Ký cam kết năm 2024' }).click()
  const driveId = new URL(page.url()).pathname.split('/').at(-1) as string
  await page.goto(`${site.url}/app/commitments/${driveId}/areas/${communeId}?state=unsigned&group=household-heads`, {
    waitUntil: 'networkidle',
  })
  await page
    .getByRole('button', { name: /^Lý do chưa ký: / })
    .first()
    .click()
  await page.getByLabel('vắng mặt').check()
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.locator('tbody').getByText('vắng mặt').waitFor()
  await isClean(page)
  await page.context().close()

  const above = await site.enter('huyen', `/app/commitments/${driveId}/areas/${communeId}?state=unsigned`)
  expect(await above.locator('main').innerText()).not.toContain('vắng mặt')
  await above.goto(`${site.url}/app/commitments/${driveId}?tab=follow`, { waitUntil: 'networkidle' })
  await above.locator('tbody tr').filter({ hasText: 'Lương Bằng' }).first().waitFor()
  await above.goto(`${site.url}/app/commitments/${driveId}?tab=pledges`, { waitUntil: 'networkidle' })
  // The heads of the 11 communes of the plan pledged at the conference; the 6 others were not asked.
  await above.getByText('11 trên 11 người đứng đầu đã ký').waitFor()
  await above.getByText('6 xã không có tên trong danh sách').waitFor()
  expect(await above.locator('tbody').getByText('15/03/2024 tại cuộc họp').count()).toBe(11)
  // One more who is listed and has not signed is one of twelve.
  const head = { id: uuidv7(), name: 'Phạm Thu Hòa', address: '' }
  const list = {
    communeId: areaId('12283'),
    groupId: 'leaders',
    title: 'Lãnh đạo',
    asOf: '2024-11-01',
    source: 'Quyết định',
  }
  await storeList(site.parts.db, { ...list, id: uuidv7(), personId: null, entries: [head] })
  await above.reload({ waitUntil: 'networkidle' })
  await above.getByText('11 trên 12 người đứng đầu đã ký').waitFor()
  await above.getByText('5 xã không có tên trong danh sách').waitFor()
  await isClean(above)
  await above.context().close()
})

test('hamlets sign with their commune, which countersigns; the broken promise of a business is recorded and settled', async () => {
  const entries = `/app/commitments/${demoId('drive:2024')}/areas/${communeId}`
  const district = await site.enter('huyen', `${entries}?group=hamlets&state=signed`)
  await district.getByText('Bản này do UBND xã ký đối ứng.').nth(2).waitFor()
  await district.getByLabel('Chọn tất cả').check()
  expect(await district.getByRole('button', { name: 'Ký đối ứng' }).count()).toBe(0)
  await district.context().close()
  const page = await site.enter('xa', `${entries}?group=hamlets&state=signed`)
  await page.getByLabel('Chọn tất cả').check()
  await page.getByRole('button', { name: 'Ký đối ứng' }).click()
  await page.getByText('Đã ký đối ứng 3 bản').waitFor()
  await page.locator('tbody').getByText('Ký đối ứng 15/11/2024').nth(2).waitFor()
  await isClean(page)
  // Those that are countersigned are not offered again.
  await page.getByLabel('Chọn tất cả').check()
  expect(await page.getByRole('button', { name: 'Ký đối ứng' }).count()).toBe(0)
  await page.goto(`${site.url}${entries}?group=hamlets&state=unsigned`, { waitUntil: 'networkidle' })
  await page.getByText('Tổ dân phố minh họa số 4').waitFor()

  await page.goto(`${site.url}${entries}?group=conditional-businesses&state=signed`, { waitUntil: 'networkidle' })
  await page.locator('tbody tr').first().getByRole('link').first().click()
  await page.getByRole('button', { name: 'Ghi không thực hiện' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Ghi không thực hiện' }).click()
  await dialog.locator('.fld.bad').first().waitFor()
  await dialog.getByLabel('Sự việc').fill('Để khách sử dụng trái phép trong cơ sở')
  await dialog.getByLabel('Cách xử lý').fill('Nhắc nhở, kiểm tra lại')
  await isClean(page)
  await dialog.getByRole('button', { name: 'Ghi không thực hiện' }).click()
  await page.getByText('Đã ghi nhận', { exact: true }).waitFor()
  await page.goto(`${site.url}/app/commitments/${demoId('drive:2024')}?tab=follow`, { waitUntil: 'networkidle' })
  await page.getByText('Để khách sử dụng trái phép trong cơ sở').waitFor()
  await page.getByRole('button', { name: 'Ghi kết quả' }).click()
  await dialog.getByLabel('Kết quả giải quyết').fill('Cơ sở đã ký lại và được kiểm tra')
  await dialog.getByRole('button', { name: 'Ghi kết quả' }).click()
  await page.getByText('Xong 15/11/2024').waitFor()
  await isClean(page)
  await page.context().close()

  // Of a household nobody is offered to record any such thing.
  const household = await site.enter('xa', `${entries}?group=household-heads&state=signed`)
  await household.locator('tbody tr').first().getByRole('link').first().click()
  await household.getByRole('button', { name: 'Hủy vì ghi nhầm' }).waitFor()
  expect(await household.getByRole('button', { name: 'Ghi không thực hiện' }).count()).toBe(0)
  await household.context().close()
})

test('on a phone the view that is open stands in sight in the row of views', async () => {
  const page = await site.enter('huyen', `/app/commitments/${demoId('drive:2024')}?tab=pledges`, { size: 'narrow' })
  const view = page.getByRole('link', { name: 'Người đứng đầu', exact: true })
  await view.waitFor()
  const box = await view.boundingBox()
  expect((box?.x ?? 0) + (box?.width ?? 1000)).toBeLessThanOrEqual(widths.narrow.width)
  await page.context().close()
})
