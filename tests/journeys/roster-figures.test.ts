// Of what a share is, on screens: a figure declared with its paper, then withdrawn; a name corrected by two at once, and taken off.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations, scrollsSideways } from '../../platform/testing/browser.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 150_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const commune = areaId('12322')
const rosters = `/app/rosters/${commune}`
const coverage = `/app/commitments/${demoId('drive:2024')}?within=${commune}`

test('a declared figure is what the share is of, and says so until it is withdrawn', async () => {
  const page = await site.enter('ngocthanh', coverage)
  // Of 82 in all; the paper speaks of the households alone, and it says so.
  const part = 'trong đó một nhóm ở một nơi: danh sách 64, số khai 68: Báo cáo minh họa, 01/04/2024'
  await page.getByText(part).first().waitFor()
  await page.goto(`${site.url}${rosters}/groups/firms`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Khai tổng số' }).click()
  await page.getByLabel('Tổng số của nhóm').fill('1.240')
  await page.getByLabel('Theo văn bản nào').fill('Công văn 12/CV-UBND')
  await page.getByRole('button', { name: 'Khai', exact: true }).click()
  await page.getByText('theo số khai: Công văn 12/CV-UBND').waitFor()
  await page.getByRole('button', { name: 'Khai tổng số' }).click()
  await page.getByLabel('Tổng số của nhóm').fill('30')
  await page.getByLabel('Đúng vào ngày').fill('01/11/2024')
  await page.getByLabel('Văn bản trong sổ').fill('60/KH')
  await page.getByRole('option', { name: /^60\/KH-UBND/ }).click()
  expect(await axeViolations(page)).toEqual([])
  expect(await page.getByLabel('Theo văn bản nào').count()).toBe(0)
  await page.getByRole('button', { name: 'Khai', exact: true }).click()
  const history = page.getByRole('row', { name: /Số khai 30/ })
  await history.getByRole('link', { name: '60/KH-UBND ngày 07/03/2024' }).click()
  await page
    .getByRole('heading', { name: /60\/KH-UBND/ })
    .first()
    .waitFor()
  await page.goto(`${site.url}${rosters}/groups/firms`, { waitUntil: 'networkidle' })
  expect(await axeViolations(page)).toEqual([])
  await page.goto(site.url + coverage, { waitUntil: 'networkidle' })
  const firms = page.getByRole('row', { name: /Doanh nghiệp, công ty/ })
  await firms.getByText('0/1.240').waitFor()
  await firms.getByText('theo số khai: Công văn 12/CV-UBND, 15/11/2024').waitFor()
  const heads = page.getByRole('row', { name: /Chủ hộ gia đình/ })
  await heads.getByText('số khai là 68: Báo cáo minh họa, 01/04/2024').waitFor()
  // Of a sum the papers speak of parts, and it says so.
  await page.getByText('gồm 2 số khai, cộng 1.308').first().waitFor()
  expect(await scrollsSideways(page)).toBe(false)
  await page.goto(`${site.url}${rosters}/groups/firms`, { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Rút số khai 1.240' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Rút', exact: true }).click()
  await page.getByText('Đã rút từ 15/11/2024').waitFor()
})

test('two correct one name at once: the second sees what the first has saved; then it is taken off', async () => {
  const address = `${rosters}/entries?group=household-heads`
  const [one, other] = [await site.enter('ngocthanh', address), await site.enter('ngocthanh', address)]
  for (const page of [one, other]) await page.getByRole('button', { name: /^Sửa / }).first().click()
  await one.getByLabel('Địa chỉ').fill('Xóm 9')
  await one.getByRole('button', { name: 'Lưu' }).click()
  await one.getByText('Xóm 9').waitFor()
  await other.getByLabel('Địa chỉ').fill('Xóm Mới')
  await other.getByRole('button', { name: 'Lưu' }).click()
  await other.getByText(/Hiện trong danh sách:.*Xóm 9/).waitFor()
  expect(await axeViolations(other)).toEqual([])
  await other.getByRole('button', { name: 'Lưu' }).click()
  await other.getByText(/Xóm Mới/).waitFor()
  await other.getByRole('searchbox').fill('xom moi')
  await other.getByRole('row').nth(2).waitFor({ state: 'detached' })
  await other.getByRole('button', { name: /^Đưa ra: / }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Đưa ra', exact: true }).click()
  await other.getByText('Không có tên nào khớp').waitFor()
})
