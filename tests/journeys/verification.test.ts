// A lot in the browser: the district makes it and draws, somebody from elsewhere visits on a phone, and coverage carries it.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeViolations, scrollsSideways } from '../../platform/testing/browser.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { sealNow } from '../support/seal.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const drive = demoId('drive:2024')

test('draw a lot, visit it on a phone, see it pass and coverage carry it', { timeout: 180_000 }, async () => {
  const lead = await site.enter('huyen', `/app/commitments/${drive}?tab=verification`)
  await lead.getByRole('link', { name: 'Lập lô' }).click()
  await lead.getByLabel('Tìm thôn, xã, đơn vị hoặc nhóm').fill('dang vien')
  await lead.getByRole('button', { name: 'Lập lô: Đông, Đảng viên' }).click()
  await lead.getByText('Thăm 6 trong 18 bản đã ký.').waitFor()
  await lead.getByText('Chỉ một nơi không xác nhận được là lô không đạt.').waitFor()
  await lead.getByRole('button', { name: 'Đóng lô' }).click()
  await lead.getByRole('heading', { name: 'Thôn Đông: đảng viên' }).waitFor()
  await lead.getByRole('button', { name: 'Rút thăm' }).click()
  await lead.getByText('Nhật ký chưa niêm phong việc đóng lô').waitFor()
  await sealNow(site.parts.db)
  await lead.getByRole('button', { name: 'Rút thăm' }).click()
  await lead.getByText('Rút lại từ dấu niêm phong: ra đúng như vậy.').waitFor()
  await lead.getByRole('button', { name: 'Giao người phúc tra' }).click()
  await lead.getByLabel(/Phạm Thu Hòa/).check()
  await lead.locator('dialog[open]').getByRole('button', { name: 'Giao người phúc tra' }).click()
  await lead.getByText('Người phúc tra: Phạm Thu Hòa').waitFor()
  const lot = lead.url().split('/').at(-1)?.split('?')[0] as string

  const door = await site.enter('xa', '/app/', { size: 'narrow' })
  await door.getByText('Đi phúc tra').first().waitFor()
  await door.goto(`${site.url}/app/verification/visits/${lot}`, { waitUntil: 'networkidle' })
  await door.getByText('Đã thăm 0/6').waitFor()
  expect(await axeViolations(door)).toEqual([])
  expect(await scrollsSideways(door)).toBe(false)
  // The first has moved away: the next of the reserve stands in.
  await door
    .getByRole('button', { name: /^Khác: / })
    .first()
    .click()
  await door.getByRole('button', { name: 'Đã chuyển đi hoặc đã mất' }).click()
  await door.getByText('Đã thăm 1/7').waitFor()
  for (let visited = 2; visited <= 7; visited += 1) {
    await door
      .getByRole('button', { name: /^Có, đã ký: / })
      .first()
      .click()
    await door.getByText(`Đã thăm ${visited}/7`).waitFor()
  }
  await door.getByRole('button', { name: 'Đã thăm xong' }).click()
  await door.locator('dialog[open]').getByRole('button', { name: 'Đã thăm xong' }).click()
  await door.getByText('Lô này đã xong. Cảm ơn bạn đã đi.').waitFor()
  await door.context().close()

  await lead.goto(`${site.url}/app/verification/lots/${lot}`, { waitUntil: 'networkidle' })
  await lead.getByText('Đạt: 0 trên 6 nơi không xác nhận được, cho phép 0.').waitFor()
  await lead.goto(`${site.url}/app/commitments/${drive}?within=${areaId('12322')}`, { waitUntil: 'networkidle' })
  const east = lead.getByRole('row').filter({ hasText: 'Đông' })
  await east.getByText('Đảng viên: thăm 6/18, cho phép 0').waitFor()
  await east.getByText('Đạt 15/11/2024').waitFor()
  await lead.getByRole('row').filter({ hasText: 'Đoài' }).getByText('Chưa phúc tra').waitFor()
  await lead.goto(`${site.url}/app/commitments/${drive}`, { waitUntil: 'networkidle' })
  await lead.getByRole('row').filter({ hasText: 'Ngọc Thanh' }).getByText('2/5 lô đạt').waitFor()
  await lead.context().close()
})

test('a question is answered by the head and closed by the level above; a failed lot is followed up', {
  timeout: 120_000,
}, async () => {
  const head = await site.enter('xa')
  await head.getByRole('link', { name: 'Trả lời: Trường THCS Lương Bằng' }).click()
  await head
    .getByRole('textbox', { name: 'Các bản này được ký như thế nào' })
    .fill('Ký tại phòng tin học, từng người một, trong giờ họp.')
  await head.getByRole('button', { name: 'Trả lời' }).click()
  await head.getByText('Phạm Thu Hòa (minh họa) trả lời ngày 15/11/2024').waitFor()
  await head.goto(`${site.url}/app/`, { waitUntil: 'networkidle' })
  await head.getByRole('link', { name: 'Ghi việc làm tiếp: Lương Bằng' }).click()
  await head.getByRole('button', { name: 'Ghi việc làm tiếp' }).click()
  await head.getByLabel('Đã làm gì, làm đến đâu').fill('Tổ dân phố ký lại từng hộ, xong 20/11.')
  await head.locator('dialog[open]').getByRole('button', { name: 'Ghi việc làm tiếp' }).click()
  await head.getByText('Tổ dân phố ký lại từng hộ, xong 20/11.').waitFor()
  await head.context().close()

  const above = await site.enter('huyen', `/app/commitments/${drive}?tab=verification`)
  await above.getByRole('link', { name: 'Trường THCS Lương Bằng' }).click()
  await above.getByRole('textbox', { name: 'Kết luận' }).fill('Đã rõ, không cần lập lô.')
  await above.getByRole('button', { name: 'Khép lại' }).click()
  await above.getByText('Vũ Minh Khang (minh họa) khép lại ngày 15/11/2024').waitFor()
  await above.context().close()
})
