// Deeds of the office that are done seldom and weigh much, each as its user does it on the screen: a plan amended, a unit
// recognised, a unit renamed, territory imported, a document registered, news with a picture, and the list of tasks in its
// three layouts. What is refused stands beside its field, and nothing that was typed is lost.

import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runWaitingImports } from '../../modules/areas/server/import/web-imports.ts'
import type { Page } from '../../platform/testing/browser.ts'
import { look } from '../../platform/testing/browser.ts'
import { choose, paper, press, refusedBeside, shows } from '../support/filling.ts'
import { openSite, type Site } from '../support/site.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 150_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

/** The newest version of the plan, as the page of the programme tells it. */
const newest = (page: Page) => page.locator('.pg-versions li').first()

test('a plan is amended: what cannot be is said beside its field, and the new version says what changed', async () => {
  const lead = await site.enter('huyen', '/app/programme')
  await lead.getByRole('link', { name: 'Sửa đổi kế hoạch' }).click()
  const line = lead.locator('.pg-line').filter({ hasText: 'Chuyển hóa' }).filter({ hasText: 'Hùng An' })
  await press(line, 'Đổi')
  const dialog = lead.getByRole('dialog')
  await dialog.getByLabel('Hạn', { exact: true }).fill('20/12/2024')
  await press(dialog, 'Xong')
  await line.getByText('đã đổi').waitFor()
  await lead.getByLabel('Lý do').fill('Thẩm định sớm hơn mười ngày')
  await lead.getByLabel('Có hiệu lực từ').fill('16/11/2024')
  await press(lead, 'Sửa đổi kế hoạch')
  await refusedBeside(lead, 'Có hiệu lực từ', /Bản 2 có hiệu lực từ 01\/12\/2024/)
  expect(await lead.getByLabel('Lý do').inputValue()).toBe('Thẩm định sớm hơn mười ngày')
  await look(lead, 'office-amend', { full: true })
  await lead.getByLabel('Có hiệu lực từ').fill('05/12/2024')
  await press(lead, 'Sửa đổi kế hoạch')
  await lead.waitForURL(/\/app\/programme$/)
  await newest(lead).getByText('Bản 3').waitFor()
  await newest(lead).getByText('có hiệu lực từ 05/12/2024').waitFor()
  const told = await newest(lead).innerText()
  expect(told).toContain('Thẩm định sớm hơn mười ngày')
  expect(told.replace(/\s+/g, ' ')).toContain('hạn: 31/12/2024 → 20/12/2024')
  await lead.context().close()
})

test('a conclusion of a meeting amends the plan: its words are the reason, and the meeting says what it became', async () => {
  const { rows } = await sql<{ meeting_id: string; text: string }>`
    select meeting_id, text from meeting_conclusion where became is null order by id limit 1`.execute(site.parts.db)
  const [conclusion] = rows
  const lead = await site.enter('huyen', `/app/meetings/${conclusion?.meeting_id}`)
  const shown = lead.getByRole('listitem').filter({ hasText: conclusion?.text })
  await shown.getByRole('link', { name: 'Sửa kế hoạch' }).click()
  expect(await lead.getByLabel('Lý do').inputValue()).toContain(conclusion?.text)
  await press(lead, 'Thêm chỉ tiêu')
  const dialog = lead.getByRole('dialog')
  await dialog.getByLabel('Loại').selectOption({ label: 'Chuyển hóa một đơn vị' })
  await choose(dialog, 'Đơn vị', 'dong thanh', /Đồng Thanh/)
  await press(dialog, 'Xong')
  await lead.getByLabel('Có hiệu lực từ').fill('10/12/2024')
  await press(lead, 'Sửa đổi kế hoạch')
  await lead.waitForURL((url) => url.pathname.endsWith(`/meetings/${conclusion?.meeting_id}`))
  await lead.getByRole('listitem').filter({ hasText: conclusion?.text }).getByText('Bản sửa đổi 4').waitFor()
  await lead.goto(`${site.url}/app/programme`, { waitUntil: 'networkidle' })
  expect(await newest(lead).innerText()).toMatch(/Bản 4[\s\S]*Thêm:\s+Chuyển hóa xã Đồng Thanh/)
  await lead.context().close()
})

test('a unit is recognised: the register, the first screen and the public page follow', async () => {
  const lead = await site.enter('huyen', '/app/recognition')
  await lead.getByText('6/17 đơn vị không ma túy').first().waitFor()
  await lead.getByRole('link', { name: 'Vào sổ quyết định' }).click()
  await press(lead, 'Vào sổ')
  await refusedBeside(lead, 'Đơn vị', /.+/)
  await choose(lead, 'Đơn vị', 'luong bang', /Lương Bằng/)
  await lead.getByLabel('Công nhận', { exact: false }).first().check()
  await lead.getByLabel('Số quyết định').fill('2001/QĐ-UBND')
  await lead.getByLabel('Có hiệu lực từ').fill('01/11/2024')
  await lead.getByLabel('Cơ quan ban hành').fill('UBND huyện Kim Động')
  await lead.locator('input[type=file]').setInputFiles(paper)
  await press(lead, 'Vào sổ')
  await refusedBeside(lead, 'Có hiệu lực từ', /.+/)
  expect(await lead.getByLabel('Số quyết định').inputValue()).toBe('2001/QĐ-UBND')
  await look(lead, 'office-recognise', { full: true })
  await lead.getByLabel('Có hiệu lực từ').fill('15/11/2024')
  await press(lead, 'Vào sổ')
  await lead.getByRole('heading', { name: 'Công nhận: thị trấn Lương Bằng' }).waitFor()
  await lead.getByRole('link', { name: paper.name }).waitFor()
  await lead.goto(`${site.url}/app/recognition`)
  await lead.getByText('7/17 đơn vị không ma túy').first().waitFor()
  await lead.goto(`${site.url}/app/`)
  await lead.getByText('Đang ở đâu so với chỉ tiêu').waitFor()
  expect((await lead.locator('main').innerText()).replace(/\s+/g, '')).toContain('7/17')
  await lead.context().close()
  const reader = await site.visit('/kiem-tra?so=2001/QĐ-UBND')
  await shows(reader, /Lương Bằng/)
  await reader.context().close()
})

test('an entry of the register is corrected: not without a reason, the new one stands, the old one says that it was', async () => {
  const { rows } = await sql<{ id: string }>`
    select id from recognition_decision where number = '2001/QĐ-UBND'`.execute(site.parts.db)
  const lead = await site.enter('huyen', `/app/recognition/${rows[0]?.id}`)
  await lead.getByRole('link', { name: 'Đính chính' }).click()
  await lead.getByRole('heading', { name: /^Đính chính/ }).waitFor()
  expect(await lead.getByLabel('Số quyết định').inputValue()).toBe('2001/QĐ-UBND')
  await lead.getByLabel('Số quyết định').fill('2010/QĐ-UBND')
  await press(lead, 'Đính chính')
  await refusedBeside(lead, 'Lý do đính chính', /.+/)
  expect(await lead.getByLabel('Số quyết định').inputValue()).toBe('2010/QĐ-UBND')
  await lead.getByLabel('Lý do đính chính').fill('Gõ nhầm số quyết định')
  await look(lead, 'office-correct', { full: true })
  await press(lead, 'Đính chính')
  await lead.getByText('Đã đính chính.').waitFor()
  await lead.getByText('2010/QĐ-UBND').first().waitFor()
  // The file that was there goes along.
  await lead.getByRole('link', { name: paper.name }).waitFor()
  await lead.goto(`${site.url}/app/recognition/${rows[0]?.id}`)
  await lead.locator('main').getByText('Đã đính chính', { exact: true }).first().waitFor()
  await lead.locator('main').getByText('Gõ nhầm số quyết định').first().waitFor()
  await lead.context().close()
  const reader = await site.visit('/kiem-tra?so=2010/QĐ-UBND')
  await shows(reader, /Lương Bằng/)
  await reader.context().close()
})

test('a commune is renamed: it ends with its last day, and leads to what it became', async () => {
  const answer = await fetch(`${site.url}/api/public/areas?on=2025-08-01&within=33&level=commune`)
  const { areas } = (await answer.json()) as { areas: { id: string; code: string; name: string }[] }
  const unit = areas.find(({ name }) => name === 'Hiệp Cường')
  const keeper = await site.enter('quantri', `/app/areas/${unit?.id}?on=2025-08-01`)
  await press(keeper, 'Ghi nhập, chia, đổi tên')
  const dialog = keeper.getByRole('dialog')
  await dialog.getByText('Đổi tên hoặc loại').click()
  await dialog.getByLabel('Có hiệu lực từ').fill('01/10/2025')
  await dialog.getByLabel('Văn bản').fill('12/NQ-HĐND (20/09/2025)')
  await dialog.getByLabel('Tên', { exact: true }).fill('Hiệp Cường Mới')
  await press(dialog, 'Ghi thay đổi')
  await press(keeper, 'Ghi thay đổi')
  await keeper.waitForURL((url) => url.pathname.includes('/areas/') && !url.pathname.endsWith(unit?.id ?? ''))
  await keeper.getByRole('heading', { name: 'xã Hiệp Cường Mới' }).waitFor()
  await keeper.goto(`${site.url}/app/areas/${unit?.id}?on=2025-10-15`)
  await keeper.getByRole('link', { name: /Mở .*Hiệp Cường Mới hiện nay/ }).waitFor()
  await shows(keeper, /30\/09\/2025/)
  await keeper.context().close()
  const lineage = await fetch(`${site.url}/api/public/areas/lineage?code=${unit?.code}&on=2025-09-30`)
  expect(await lineage.json()).toMatchObject({
    became: [{ name: 'Hiệp Cường Mới', date: '2025-10-01', kind: 'rename' }],
  })
})

test('territory is imported: checked, refused by rows, then written, with its progress', async () => {
  const header = 'code,name,type,level,parent_code,valid_from,valid_to'
  const files = (...units: string[]) => ({
    units: { name: 'units.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...units].join('\n')) },
    successions: {
      name: 'successions.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('date,document,kind,from_code,to_code,share\n2025-10-01,NQ 5,rename,TA,TB,1\n'),
    },
  })
  const first = 'TA,Thôn A,thôn,village,12280,2025-08-01,2025-10-01'
  const wrong = files(first, 'TB,Thôn B,thôn,village,99999,2025-10-01,')
  const right = files(first, 'TB,Thôn B,thôn,village,12280,2025-10-01,')
  const keeper = await site.enter('quantri', '/app/areas/import')
  await press(keeper, 'Nhập')
  await refusedBeside(keeper, 'Đơn vị', 'Chọn ít nhất một tệp.')
  const put = async ({ units, successions }: typeof right) => {
    await keeper.locator('input[type=file]').nth(0).setInputFiles(units)
    await keeper.locator('input[type=file]').nth(1).setInputFiles(successions)
  }
  await put({ ...wrong, successions: { ...wrong.successions, buffer: Buffer.from('PK\u0003\0') } })
  await press(keeper, 'Kiểm tra, chưa ghi')
  await refusedBeside(keeper, 'Thay đổi (successions.csv)', /.+/)
  await keeper.getByRole('button', { name: 'Bỏ tệp successions.csv' }).click()
  await keeper.locator('input[type=file]').nth(1).setInputFiles(wrong.successions)
  await press(keeper, 'Kiểm tra, chưa ghi')
  await shows(keeper, 'Đang chờ đến lượt')
  await runWaitingImports(site.parts)
  await shows(keeper, 'Bị từ chối, không ghi gì')
  const table = keeper.getByRole('table', { name: 'Các dòng phải sửa' })
  expect(await table.innerText()).toMatch(/units\s+3\s+parent_code/)
  const saving = keeper.waitForEvent('download')
  await press(keeper, 'Tải tệp lỗi')
  expect(await readFile(await (await saving).path(), 'utf8')).toContain('units,3,parent_code,parent_unknown')

  for (const name of ['units.csv', 'successions.csv'])
    await keeper.getByRole('button', { name: `Bỏ tệp ${name}` }).click()
  await put(right)
  await press(keeper, 'Nhập')
  await shows(keeper, 'Đang chờ đến lượt')
  let running: Promise<void> | undefined
  await site.parts.db.transaction().execute(async (elsewhere) => {
    // Nobody else can write successions: the import stands still between its units and them.
    await sql`lock table area_succession in share mode`.execute(elsewhere)
    running = runWaitingImports(site.parts)
    await shows(keeper, '2 trên 3 dòng')
    await shows(keeper, 'Đang ghi')
    await look(keeper, 'office-import', { full: true })
  })
  await running
  await shows(keeper, 'Đã nhập')
  await shows(keeper, 'Đơn vị: thêm 2, sửa 0, không đổi 0')
  await shows(keeper, 'Thay đổi: thêm 1, sửa 0, không đổi 0')
  await keeper.context().close()
})

test('a document is registered with its file and what it starts; published, anybody reads it', async () => {
  const lead = await site.enter('huyen', '/app/documents')
  await lead.getByRole('link', { name: 'Vào sổ văn bản' }).click()
  await lead.getByLabel('Số, ký hiệu').fill('77/CV-BCĐ')
  await lead.getByLabel('Ngày ban hành').fill('14/11/2024')
  await lead.getByLabel('Nơi ban hành').fill('Ban Chỉ đạo huyện')
  await lead.getByLabel('Trích yếu').fill('V/v thẩm định xã Hùng An')
  await lead.locator('input[type=file]').setInputFiles({ ...paper, buffer: Buffer.from('MZ\u0090') })
  await press(lead, 'Gắn thêm')
  await choose(lead, 'Nội dung', 'hung an', /Hùng An/)
  await lead.getByLabel('Công khai trên cổng').check()
  await press(lead, 'Vào sổ')
  await refusedBeside(lead, 'Tệp', /.+/)
  expect(await lead.getByLabel('Trích yếu').inputValue()).toBe('V/v thẩm định xã Hùng An')
  await look(lead, 'office-document', { full: true })
  await lead.getByRole('button', { name: 'Bỏ tệp danh-sach.pdf' }).click()
  await lead.locator('input[type=file]').setInputFiles(paper)
  await press(lead, 'Vào sổ')
  await lead.waitForURL(/\/app\/documents\/[0-9a-f-]{36}$/)
  await shows(lead, 'V/v thẩm định xã Hùng An')
  await shows(lead, /khởi động/)
  await lead.context().close()
  const reader = await site.visit('/van-ban')
  await shows(reader, /77\/CV-BCĐ/)
  await reader.context().close()
})

test('news is written with a picture, and a reader gets it; the page prints how often it was opened', async () => {
  const lead = await site.enter('huyen', '/app/portal/new')
  await lead.getByLabel('Tiêu đề').fill('Cánh đồng Hùng An vào vụ')
  await lead.getByLabel('Tóm tắt').fill('Một vụ mùa yên lành.')
  await lead.getByLabel('Bài viết').fill('Bà con ra đồng.')
  const picture = await readFile('programmes/kim-dong-2024/pictures/canh-dong.webp')
  await lead
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'canh-dong.webp', mimeType: 'image/webp', buffer: picture })
  await lead.getByLabel('Chú thích ảnh').fill('Cánh đồng buổi sớm')
  await press(lead, 'Lưu nháp')
  await lead.waitForURL(/\/app\/portal\/[0-9a-f-]{36}/)
  await press(lead, 'Đăng')
  await press(lead, 'Đăng ngay')
  await lead.getByRole('link', { name: 'Xem trên cổng' }).waitFor()
  // A browser that says that it is driven by a program is not counted.
  const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const reader = await site.visit('/tin/canh-dong-hung-an-vao-vu', { userAgent })
  const shown = reader.locator('article figure img')
  expect(await shown.getAttribute('alt')).toBe('Cánh đồng buổi sớm')
  expect(await shown.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBeGreaterThan(100)
  const bytes = await reader.request.get(site.url + (await shown.getAttribute('src')))
  expect(Buffer.compare(await bytes.body(), picture)).toBe(0)
  await reader.locator('article .meta', { hasText: '1 lượt xem' }).waitFor()
  await reader.reload()
  await reader.locator('article .meta', { hasText: '2 lượt xem' }).waitFor()
  await lead.reload({ waitUntil: 'networkidle' })
  await lead.locator('.po-facts').getByText('2', { exact: true }).waitFor()
  for (const page of [lead, reader]) await page.context().close()
})

test('the tasks stand on the board and along the calendar as the list says', async () => {
  const lead = await site.enter('huyen', '/app/tasks')
  const total = Number(/\d+/.exec(await lead.getByRole('link', { name: /^Xuất \d+ việc/ }).innerText())?.[0])
  const rows = await lead
    .locator('.tasks-card tbody tr')
    .evaluateAll((all: HTMLElement[]) =>
      all.map((row) => ({ title: row.querySelector<HTMLElement>('a.job')?.innerText ?? '', text: row.innerText })),
    )
  expect(rows).toHaveLength(total)

  await lead.goto(`${site.url}/app/tasks?layout=board`, { waitUntil: 'networkidle' })
  const lanes = await lead.locator('.lane').evaluateAll((all: HTMLElement[]) =>
    all.map((lane) => ({
      name: lane.getAttribute('aria-label'),
      count: Number(/\d+/.exec(lane.querySelector('h2')?.innerText ?? '')?.[0]),
      cards: [...lane.querySelectorAll<HTMLElement>('.tk')].map((card) => ({
        title: card.querySelector('a')?.innerText ?? '',
        status: (card.firstElementChild as HTMLElement).innerText,
      })),
    })),
  )
  expect(lanes.map(({ name }) => name)).toEqual(['Mới giao', 'Đang làm', 'Chờ duyệt kết quả', 'Xong'])
  expect(lanes.map(({ cards }) => cards.length)).toEqual(lanes.map(({ count }) => count))
  const cards = lanes.flatMap((lane) => lane.cards)
  expect(cards.map(({ title }) => title).sort()).toEqual(rows.map(({ title }) => title).sort())
  for (const { title, status } of cards)
    expect(
      rows.filter((row) => row.title === title && row.text.includes(status)),
      `${title}: ${status}`,
    ).not.toEqual([])
  expect(lanes.at(-1)?.cards.map(({ status }) => /^Trễ/.test(status))).not.toContain(true)

  await lead.goto(`${site.url}/app/tasks?layout=timeline`, { waitUntil: 'networkidle' })
  expect(await lead.locator('.gantt-rows > li').count()).toBe(total)
  const late = lead.locator('.gantt-rows > li').filter({ hasText: 'Mẫu tự đánh giá trường học' })
  await late.getByText('04/10/2024 – 30/10/2024').waitFor({ state: 'attached' })
  await late.getByText('Trễ 16 ngày').waitFor()
  await late.getByTitle('Ngày đang xem: 15/11/2024').waitFor({ state: 'attached' })
  const at = await late.evaluate((row) => {
    const edges = (selector: string) => row.querySelector(selector)?.getBoundingClientRect()
    const [bar, over, now] = [edges('.span.doing'), edges('.span.over'), edges('.now')]
    return {
      days: bar?.width,
      daysLate: over?.width,
      gap: (over?.left ?? 0) - (bar?.right ?? 0),
      to: over?.right,
      now: now?.left,
    }
  })
  expect(at.gap).toBeCloseTo(0, 0)
  expect(at.to).toBeCloseTo(at.now ?? 0, 0)
  // 26 days were given, and 16 have gone by since.
  expect((at.daysLate ?? 0) / (at.days ?? 1)).toBeCloseTo(16 / 26, 1)
  await lead.context().close()
})
