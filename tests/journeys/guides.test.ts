// What the guides tell step by step, done by the people of whom they tell, by the names on the screen.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { importBoundaries } from '../../modules/areas/server/boundaries/import-boundaries.ts'
import { axeViolations } from '../../platform/testing/browser.ts'
import { choose, paper, press, shows } from '../support/filling.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 150_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const noNumber = 'Ghi một số, không kèm chữ hay dấu khác.'

test('a task: assigned, refused where it cannot be with nothing lost, handed in with evidence, accepted', async () => {
  const lead = await site.enter('huyen', '/app/tasks/new')
  const title = 'Rà soát danh sách hộ ký cam kết'
  await lead.getByLabel('Việc phải làm').fill(title)
  await choose(lead, 'Địa bàn của việc', 'ngoc thanh', 'Ngọc Thanh')
  await choose(lead, 'Người đứng đầu chịu trách nhiệm', 'ngoc thanh', /Chủ tịch UBND xã/)
  await lead.getByLabel('Ai trực tiếp làm').fill('Công chức VH-XH')
  await lead.getByLabel('Bắt đầu').fill('20/11/2024')
  await lead.getByLabel('Hạn', { exact: true }).fill('10/11/2024')
  await lead.getByLabel('Kết quả phải có').fill('ă'.repeat(10_000))
  await lead.getByLabel('Ai ký, ai ban hành').fill('Chủ tịch UBND xã\u0007')
  await choose(lead, /^Chức danh duyệt kết quả/, 'pho chu tich', /Phó Chủ tịch UBND huyện/)
  // What is no number is not dropped: the reason stands beside the field.
  const total = lead.getByLabel(/^Số lượng/)
  await total.fill('7 thôn')
  await press(lead, 'Giao việc')
  await shows(lead, noNumber)
  expect([await total.inputValue(), await total.getAttribute('aria-invalid')]).toEqual(['7 thôn', 'true'])
  await total.fill('7')
  await press(lead, 'Giao việc')
  await shows(lead, 'Có ký tự điều khiển không nhìn thấy được.')
  await shows(lead, /Dài quá .* ký tự\./)
  await lead.getByLabel('Kết quả phải có').fill('Danh sách có chữ ký')
  await lead.getByLabel('Ai ký, ai ban hành').fill('Chủ tịch UBND xã')
  await press(lead, 'Giao việc')
  await lead.locator('[aria-invalid=true]').first().waitFor()
  expect(await lead.locator('[aria-invalid=true]').inputValue()).toBe('10/11/2024')
  expect(await lead.getByLabel('Việc phải làm').inputValue()).toBe(title)
  await lead.getByLabel('Hạn', { exact: true }).fill('30/11/2024')
  await press(lead, 'Giao việc')
  await lead.waitForURL(/\/app\/tasks\/[0-9a-f-]{36}/)

  const officer = await site.enter('ngocthanh', new URL(lead.url()).pathname)
  await press(officer, 'Báo cáo')
  await officer.getByLabel('Đã làm được gì').fill('Đã rà 7/7 thôn')
  await officer.locator('input[type=file]').setInputFiles({ ...paper, name: 'la.pdf', buffer: Buffer.from('MZ\u0090') })
  await officer.getByText('Việc đã xong, nộp kết quả').click()
  await press(officer, 'Gửi báo cáo')
  await shows(officer, /Tệp “la\.pdf” không thuộc loại được nhận/)
  expect(await officer.getByLabel('Đã làm được gì').inputValue()).toBe('Đã rà 7/7 thôn')
  await officer.getByRole('button', { name: /la\.pdf/ }).click()
  await officer.locator('input[type=file]').setInputFiles(paper)
  const done = officer.getByLabel(/^Số đã xong/)
  await done.fill('5/7')
  await press(officer, 'Gửi báo cáo')
  await shows(officer, noNumber)
  expect(await done.inputValue()).toBe('5/7')
  await done.fill('7')
  await press(officer, 'Gửi báo cáo')
  await officer.getByRole('dialog').waitFor({ state: 'detached' })

  await lead.reload({ waitUntil: 'networkidle' })
  await lead.getByRole('link', { name: paper.name }).first().waitFor()
  await press(lead, 'Duyệt kết quả')
  await shows(lead, 'Đã ghi quyết định')
  await shows(lead, 'Đúng hạn')
  await shows(lead, /7\/7/)
})

test('a conclusion becomes a task in one click; of two who write the minutes at once neither loses a word', async () => {
  const lead = await site.enter('huyen', '/app/meetings')
  await lead.getByRole('link', { name: 'Họp Ban Chỉ đạo tháng 11/2024' }).click()
  await lead.getByRole('link', { name: 'Ghi biên bản' }).click()
  const another = await site.enter('huyen', new URL(lead.url()).pathname)
  const conclusion = 'Nộp đủ hồ sơ của xã Hùng An'
  await press(lead, 'Thêm kết luận')
  await lead.getByLabel('Nội dung').fill(conclusion)
  await choose(lead, /^Người đứng đầu chịu trách nhiệm/, 'truong cong an', /Trưởng Công an huyện/)
  await lead.getByLabel(/^Hạn/).fill('25/11/2024')
  await press(lead, 'Lưu')
  await shows(lead, conclusion)

  await press(another, 'Thêm kết luận')
  await another.getByLabel('Nội dung').fill('Họp lại sau hai tuần')
  await press(another, 'Lưu')
  await shows(another, 'Người khác vừa lưu cuộc họp này.')
  expect(await another.getByLabel('Nội dung').last().inputValue()).toBe('Họp lại sau hai tuần')

  await lead.getByRole('button', { name: 'Giao việc' }).first().click()
  const dialog = lead.getByRole('dialog')
  await dialog.getByLabel('Việc', { exact: true }).waitFor()
  expect(await dialog.getByLabel('Việc', { exact: true }).inputValue()).toBe(conclusion)
  await dialog.getByRole('button', { name: 'Giao việc' }).click()
  await shows(lead, /Đã giao việc số \d+/)
})

test('news: written, published, read by anybody, corrected openly', async () => {
  const lead = await site.enter('huyen', '/app/portal/new')
  await lead.getByLabel('Tiêu đề').fill('Xã Hùng An nộp hồ sơ')
  await lead.getByLabel('Tóm tắt').fill('Hồ sơ đề nghị công nhận đã đủ.')
  await lead.getByLabel('Bài viết').fill('**Bảy** giấy tờ <script>alert(1)</script>')
  await press(lead, 'Lưu nháp')
  await lead.waitForURL(/\/app\/portal\/[0-9a-f-]{36}/)
  await press(lead, 'Đăng')
  await press(lead, 'Đăng ngay')
  const address = '/tin/xa-hung-an-nop-ho-so'
  await lead.getByRole('link', { name: 'Xem trên cổng' }).waitFor()
  const reader = await site.visit(address)
  await shows(reader, 'Bảy giấy tờ <script>alert(1)</script>')
  expect(await reader.locator('script').count()).toBe(0)

  await press(lead, 'Đính chính')
  await lead.getByLabel('Lý do đính chính').fill('Ghi thiếu một giấy tờ.')
  await lead.getByLabel('Bài viết').fill('**Tám** giấy tờ')
  await press(lead, 'Đăng bản đính chính')
  await shows(lead, 'Đã đăng bản đính chính.')
  await reader.goto(site.url + address)
  await shows(reader, 'Tám giấy tờ')
  await shows(reader, 'Ghi thiếu một giấy tờ.')
  await reader.getByText('Bảy giấy tờ').waitFor({ state: 'attached' })
})

test('a unit: what is not one’s own is left out; a change of a day before it existed is refused with nothing lost', async () => {
  const answer = await fetch(`${site.url}/api/public/areas?on=2025-07-01&within=33&level=commune`)
  const { areas } = (await answer.json()) as { areas: { id: string; code: string }[] }
  const unit = areas.find(({ code }) => code === '12286')
  const keeper = await site.enter('quantri', `/app/areas/${unit?.id}?on=2026-11-27`)
  await press(keeper, 'Ghi nhập, chia, đổi tên')
  expect(await keeper.getByText('Bạn chưa có quyền').count()).toBe(0)
  const dialog = keeper.getByRole('dialog')
  // A share that is no number would be recorded as unknown, in a form that cannot be undone.
  await dialog.getByText('Chia thành nhiều đơn vị').click()
  const share = dialog.getByLabel(/^Phần của đơn vị cũ/).first()
  await share.fill('50%')
  await dialog.getByRole('button', { name: 'Ghi thay đổi' }).click()
  await shows(keeper, /Ghi một số lớn hơn 0 và không quá 1/)
  expect([await share.inputValue(), await keeper.getByText('Ghi thay đổi này?').count()]).toEqual(['50%', 0])
  await dialog.getByText('Đổi tên hoặc loại').click()
  await dialog.getByLabel('Có hiệu lực từ').fill('01/01/2020')
  await dialog.getByLabel('Văn bản').fill('01/NQ-HĐND (01/12/2019)')
  await dialog.getByLabel('Tên', { exact: true }).fill('Nghĩa Dân Mới')
  await dialog.getByRole('button', { name: 'Ghi thay đổi' }).click()
  const sure = keeper.getByRole('button', { name: 'Ghi thay đổi' }).last()
  await sure.click()
  await shows(keeper, 'xã Nghĩa Dân không phải là đơn vị hành chính vào ngày 01/01/2020.')
  expect(await dialog.getByLabel('Tên', { exact: true }).inputValue()).toBe('Nghĩa Dân Mới')
})

test('a province is divided: every commune is asked for, nothing goes anywhere by itself, and each lands where it was put', async () => {
  const within = async (code: string) => {
    const answer = await fetch(`${site.url}/api/public/areas?on=2026-11-27&within=${code}&level=commune`)
    return ((await answer.json()) as { areas: { name: string }[] }).areas.map(({ name }) => name)
  }
  const communes = await within('33')
  expect(communes).toHaveLength(5)
  const roots = await fetch(`${site.url}/api/public/areas?on=2026-11-27&level=province`)
  const [province] = ((await roots.json()) as { areas: { id: string }[] }).areas
  const keeper = await site.enter('quantri', `/app/areas/${province?.id}?on=2026-11-27`)
  await press(keeper, 'Ghi nhập, chia, đổi tên')
  const dialog = keeper.getByRole('dialog').first()
  await dialog.getByText('Chia thành nhiều đơn vị').click()
  await dialog.getByLabel('Văn bản').fill('02/NQ-HĐND (01/11/2026)')
  const [north, south] = ['Hưng Yên Bắc', 'Hưng Yên Nam']
  await dialog.getByLabel('Tên', { exact: true }).first().fill(north)
  await dialog.getByLabel('Tên', { exact: true }).last().fill(south)
  await dialog.getByLabel('Mã', { exact: true }).last().fill('90')
  await dialog.getByLabel('Xã Đức Hợp (12313)').selectOption({ label: `Tỉnh ${south}` })
  await dialog.getByRole('button', { name: 'Ghi thay đổi' }).click()
  expect(await dialog.getByText('Chọn đơn vị mới.').count()).toBe(4)
  expect(await axeViolations(keeper)).toEqual([])
  await dialog.getByLabel('4 đơn vị chưa chọn đều về').selectOption({ label: `Tỉnh ${north}` })
  await dialog.getByRole('button', { name: 'Ghi thay đổi' }).click()
  await shows(keeper, 'Ghi thay đổi này?')
  await press(keeper, 'Ghi thay đổi')
  await keeper.getByRole('heading', { level: 1, name: `Tỉnh ${north}` }).waitFor()
  expect([await within('90'), await within('33')]).toEqual([['Đức Hợp'], communes.filter((name) => name !== 'Đức Hợp')])
})

test('the map says that it is a diagram, until every commune has its boundary', async () => {
  const schematic = 'Sơ đồ vị trí, chưa có ranh giới'
  const page = await site.enter('huyen', '/app/areas?on=2024-11-15')
  await shows(page, schematic)
  const answer = await fetch(`${site.url}/api/public/areas?on=2024-11-15&within=331&level=commune`)
  const { areas } = (await answer.json()) as { areas: { code: string }[] }
  expect(areas).toHaveLength(17)
  const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-map-'))
  const place = path.join(folder, 'ranh-gioi.geojson')
  const features = areas.map(({ code }, at) => {
    const [west, south] = [105.9 + (at % 5) / 20, 20.6 + Math.floor(at / 5) / 20]
    const ring = [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 0],
      [0, 0],
    ].map(([x = 0, y = 0]) => [west + x / 20, south + y / 20])
    return { type: 'Feature', id: code, properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }
  })
  writeFileSync(place, JSON.stringify({ type: 'FeatureCollection', features }))
  const kept = await importBoundaries(site.parts.db, { place, on: '2024-11-15', today: '2024-11-15' })
  rmSync(folder, { recursive: true, force: true })
  expect(kept).toEqual({ done: true, kept: 17 })
  await page.reload({ waitUntil: 'networkidle' })
  await shows(page, /ranh-gioi\.geojson/)
  expect(await page.getByText(schematic).count()).toBe(0)
  for (const other of ['/app/?on=2024-11-15', '/app/recognition?on=2024-11-15']) {
    await page.goto(`${site.url}${other}`, { waitUntil: 'networkidle' })
    await shows(page, /Ranh giới: ranh-gioi\.geojson/)
    expect(await page.getByText(schematic).count(), other).toBe(0)
  }
})
