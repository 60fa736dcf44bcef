// A household signs on a phone of its own: the officer makes a link, a stranger's browser opens it, signs, and checks the code.

import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { axeViolations, scrollsSideways } from '../../platform/testing/browser.ts'
import { areaId, demoId } from '../../programmes/kim-dong-2024/ids.ts'
import { openSite, type Site } from '../support/site.ts'

vi.setConfig({ testTimeout: 120_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

test('a link signs once, without an account; the code it leaves is genuine, and a wrong one is not', async () => {
  const office = await site.enter(
    'xa',
    `/app/commitments/${demoId('drive:2024')}/areas/${areaId('12280')}?state=unsigned`,
  )
  await office.locator('main [role=row] input[type=checkbox], main tbody input[type=checkbox]').first().check()
  await office.getByRole('button', { name: 'Gửi liên kết' }).click()
  await office.getByRole('button', { name: 'Tạo liên kết' }).click()
  await office.locator('.slips li').first().waitFor()
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
  const address = new URL(links[0] as string).pathname

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
  await phone.getByText('Đã nhận cam kết').first().waitFor()
  expect(await axeViolations(phone)).toEqual([])
  const code = await phone.locator('.code').innerText()
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
