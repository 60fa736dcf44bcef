// People, rights and the record of them, each deed as its user does it on the screen: a right given, explained and taken back, a
// post handed over, rights lent for a time, a role, the settings, and the log that is checked and taken along.

import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { auditChores } from '../../modules/audit/server/chores.ts'
import { openSigner } from '../../modules/audit/server/public.ts'
import { look } from '../../platform/testing/browser.ts'
import { personId, postId } from '../../programmes/kim-dong-2024/ids.ts'
import { choose, press, refusedBeside, shows } from '../support/filling.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 150_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

test('a right is given where it was asked for, explained rule by rule, and taken back at once', async () => {
  const keeper = await site.enter('quantri', `/app/people/${personId('giaoduc')}`)
  await press(keeper, 'Cấp quyền')
  const dialog = keeper.getByRole('dialog')
  await dialog.getByLabel('Vai trò').selectOption({ label: 'Công chức cấp xã' })
  await choose(dialog, /^Địa bàn/, 'song mai', /Song Mai/)
  await press(dialog, 'Cấp quyền')
  await refusedBeside(dialog, 'Lý do', /.+/)
  await look(keeper, 'rights-give')
  await dialog.getByLabel('Lý do').fill('QĐ 15/QĐ-UBND')
  await press(dialog, 'Cấp quyền')
  await dialog.waitFor({ state: 'detached' })
  const row = keeper.getByRole('table', { name: 'Quyền' }).getByRole('row').filter({ hasText: 'QĐ 15/QĐ-UBND' })
  expect(await row.innerText()).toMatch(/Công chức cấp xã[\s\S]*Song Mai[\s\S]*Đang hiệu lực/)

  await keeper.getByRole('link', { name: 'Vì sao được?' }).click()
  await keeper.getByLabel('Làm việc gì').selectOption({ label: 'Báo cáo nhiệm vụ, xin gia hạn' })
  const answer = keeper.locator('.why-a')
  await choose(keeper, 'Ở đâu', 'song mai', /Song Mai/)
  await answer.locator('.why-v').getByText('Được', { exact: true }).waitFor()
  expect(await answer.innerText()).toMatch(/Công chức cấp xã/)
  await look(keeper, 'rights-why', { full: true })
  await choose(keeper, 'Ở đâu', 'ngoc thanh', /Ngọc Thanh/)
  await answer.locator('.why-v').getByText('Không được', { exact: true }).waitFor()

  await keeper.goto(`${site.url}/app/people/${personId('giaoduc')}`)
  await row.getByRole('button', { name: 'Thu hồi' }).click()
  await dialog.getByLabel('Lý do').fill('Hết nhiệm vụ')
  await press(dialog, 'Thu hồi')
  await shows(row, /Thu hồi \d\d\/\d\d\/\d{4}/)
  await keeper.context().close()
})

test('a post is handed over: what goes along is listed before, and the holders of before stay on record', async () => {
  const keeper = await site.enter('quantri', `/app/posts/${postId('chair', '12322')}`)
  await press(keeper, 'Bàn giao')
  const dialog = keeper.getByRole('dialog')
  const inherited = await dialog.locator('.acc-in li').count()
  expect(inherited).toBeGreaterThan(0)
  await choose(dialog, 'Người nhận', 'thu hoa', /Phạm Thu Hòa/)
  await dialog.getByLabel('Từ ngày').fill('01/01/2023')
  await dialog.getByLabel('Văn bản').fill('QĐ 88/QĐ-UBND')
  await press(dialog, 'Bàn giao')
  await refusedBeside(dialog, 'Từ ngày', /Đã ghi nhận người giữ từ 01\/01\/2023/)
  expect(await dialog.getByLabel('Văn bản').inputValue()).toBe('QĐ 88/QĐ-UBND')
  await look(keeper, 'rights-hand-over')
  await dialog.getByLabel('Từ ngày').fill('15/11/2024')
  await press(dialog, 'Bàn giao')
  await dialog.waitFor({ state: 'detached' })
  const holders = keeper.getByRole('list', { name: 'Người giữ qua các thời kỳ' })
  await holders.getByText('QĐ 88/QĐ-UBND').waitFor()
  expect(await holders.innerText()).toMatch(/Trịnh Văn Túc/)
  expect(await holders.innerText()).toContain('đến hết 14/11/2024')
  await keeper.context().close()
})

test('rights are lent for a time: whoever has them sees from whom, and either ends it', async () => {
  const lead = await site.enter('huyen', '/app/delegations')
  await press(lead, 'Ủy quyền')
  const dialog = lead.getByRole('dialog')
  await choose(dialog, 'Cho ai', 'thu hoa', /Phạm Thu Hòa/)
  await dialog.getByLabel('Đến trước ngày').fill('01/01/2099')
  await dialog.getByLabel('Lý do').fill('Đi công tác')
  await press(dialog, 'Ủy quyền')
  await refusedBeside(dialog, 'Đến trước ngày', /90 ngày/)
  await look(lead, 'rights-lend')
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')
  await dialog.getByLabel('Đến trước ngày').fill(soon)
  await press(dialog, 'Ủy quyền')
  await shows(lead, /Vũ Minh Khang.* ủy quyền cho Phạm Thu Hòa/)

  const officer = await site.enter('xa', '/app/delegations')
  await shows(officer, /Vũ Minh Khang.* ủy quyền cho Phạm Thu Hòa.*mọi quyền của mình/)
  await officer.goto(`${site.url}/app/tasks/new`)
  await officer.getByLabel('Việc phải làm').waitFor()
  await press(lead, 'Chấm dứt')
  await press(lead.getByRole('dialog'), 'Chấm dứt')
  await shows(lead, /Chấm dứt \d\d\/\d\d\/\d{4}/)
  await officer.reload()
  await officer
    .getByText(/chưa có quyền/i)
    .first()
    .waitFor()
  for (const page of [lead, officer]) await page.context().close()
})

test('a role is made, stands as a column of what it may, and is changed', async () => {
  const keeper = await site.enter('quantri', '/app/roles')
  await press(keeper, 'Thêm vai trò')
  const dialog = keeper.getByRole('dialog')
  await dialog.getByLabel('Mã').fill('Cán Bộ')
  await dialog.getByLabel('Tên tiếng Việt').fill('Cán bộ văn thư')
  await dialog.getByLabel('Tên tiếng Anh').fill('Registrar')
  await dialog.getByLabel('Vào sổ văn bản').check()
  await press(dialog, 'Lưu vai trò')
  await refusedBeside(dialog, 'Mã', /.+/)
  expect(await dialog.getByLabel('Tên tiếng Anh').inputValue()).toBe('Registrar')
  await look(keeper, 'rights-role')
  await dialog.getByLabel('Mã').fill('registrar')
  await press(dialog, 'Lưu vai trò')
  await keeper.getByRole('columnheader', { name: /Cán bộ văn thư/ }).waitFor()
  const at = await keeper.getByRole('columnheader').allInnerTexts()
  const column = at.findIndex((title) => title.includes('Cán bộ văn thư'))
  const may = (permission: string) =>
    keeper
      .getByRole('row')
      .filter({ hasText: permission })
      .getByRole('cell')
      .nth(column - 1)
  await may('documents.manage').getByRole('img', { name: 'có' }).waitFor()
  expect(await may('documents.read').innerText()).toBe('không')
  await press(keeper, 'Sửa Cán bộ văn thư')
  await dialog.getByLabel('Xem văn bản').check()
  await press(dialog, 'Lưu vai trò')
  await may('documents.read').getByRole('img', { name: 'có' }).waitFor()
  await keeper.context().close()
})

test('the settings: refused beside the field, saved, read by the public, and nobody overwrites anybody unseen', async () => {
  const keeper = await site.enter('quantri', '/app/settings')
  const another = await site.enter('quantri', '/app/settings')
  const name = (page: typeof keeper) => page.getByLabel('Tên tiếng Việt')
  const save = (page: typeof keeper) => page.getByRole('button', { name: 'Lưu cài đặt' }).first().click()
  await name(another).fill('Tên của người thứ hai')
  await name(keeper).fill('')
  await save(keeper)
  await refusedBeside(keeper, 'Tên tiếng Việt', /.+/)
  await name(keeper).fill('Ban Chỉ đạo 138 huyện Kim Động')
  await save(keeper)
  await shows(keeper, /Lê Đức Anh.* đổi lúc/)
  const reader = await site.visit('/')
  await shows(reader, 'Ban Chỉ đạo 138 huyện Kim Động')
  await save(another)
  await another.getByRole('button', { name: 'Lấy bản mới' }).waitFor()
  expect(await name(another).inputValue()).toBe('Tên của người thứ hai')
  await look(another, 'rights-settings', { full: true })
  await press(another, 'Lấy bản mới')
  await expect.poll(() => name(another).inputValue()).toBe('Ban Chỉ đạo 138 huyện Kim Động')
  for (const page of [keeper, another, reader]) await page.context().close()
})

test('the log names what was done above; its chain is checked on the screen, and the log is taken along', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'binhyen-rights-'))
  try {
    const chores = auditChores(openSigner({ data }))
    const work = async () => {
      for (const chore of chores) await chore.run(site.parts)
    }
    await work()
    const auditor = await site.enter('kiemtra', '/app/audit')
    const log = auditor.getByRole('table', { name: /Các mục nhật ký/ })
    await log.getByText('Bàn giao chức danh').first().waitFor()
    await press(auditor, 'Kiểm tra ngay')
    await shows(auditor, 'Đang chờ đến lượt')
    await work()
    await shows(auditor, /Nguyên vẹn: \d/)
    await press(auditor, 'Xuất nhật ký')
    const dialog = auditor.getByRole('dialog')
    await shows(dialog, 'Đã xuất xong nhật ký')
    const saving = auditor.waitForEvent('download')
    await dialog.getByRole('link', { name: 'Lưu tệp' }).click()
    const lines = (await readFile(await (await saving).path(), 'utf8')).trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(5)
    await shows(dialog, `${lines.length} dòng`)
    await look(auditor, 'rights-audit')
    await auditor.context().close()
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})
