// A roster comes in from a file with bad rows: named, mended, sent again, undone; what is no roster is refused in plain words.

import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { runWaitingImports } from '../../modules/rosters/server/import/work.ts'
import { axeViolations, type Page, scrollsSideways } from '../../platform/testing/browser.ts'
import { areaId } from '../../programmes/kim-dong-2024/ids.ts'
import { openSite, type Site } from '../support/site.ts'
import { inlineRow, workbook } from '../support/workbook.ts'

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 150_000 })

let site: Site
beforeAll(async () => {
  site = await openSite()
}, 120_000)
afterAll(() => site?.close())

const rosters = `/app/rosters/${areaId('12322')}`
const sheet = [
  'DANH SÁCH',
  'Stt,Họ tên chủ hộ,Thuộc thôn,Nhân khẩu',
  '1,Lý Thị An,Đông,4',
  ',,,',
  '2,Mạc Bảo,Đoài,3',
  '3,Kiều Chi,Thôn Lạ,2',
]

async function isClean(page: Page): Promise<void> {
  expect(await axeViolations(page)).toEqual([])
  expect(await scrollsSideways(page)).toBe(false)
}

async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.goto(`${site.url}${rosters}/import`, { waitUntil: 'networkidle' })
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content as string) }
  await page.locator('input[type=file]').setInputFiles(file)
}

/** What waits is carried out by a chore of the server; here at once. */
async function carryOut(page: Page): Promise<void> {
  await page.getByText('Chờ tới lượt').first().waitFor()
  await runWaitingImports(site.parts)
}

test('bad rows are named, mended, sent again, and all of it is undone', async () => {
  const page = await site.enter('ngocthanh', rosters)
  await page.getByRole('link', { name: 'Nhập từ tệp' }).click()
  await page.locator('input[type=file]').waitFor({ state: 'attached' })
  await choose(page, 'cụm.csv', sheet.join('\n'))
  await page.getByText('Những dòng đầu của tệp').waitFor()
  expect(await page.getByLabel('Họ và tên').inputValue()).toBe('1')
  await isClean(page)
  await page.getByRole('button', { name: 'Tiếp' }).click()
  await page.getByLabel('Nhóm', { exact: true }).selectOption('cluster-owners')
  await page.getByRole('button', { name: 'Tiếp' }).click()
  await page.getByText('Cần điền').waitFor()
  await page.getByLabel('Nguồn').fill('Sổ của xã, tháng 11/2024')
  // Nothing is lost on reload.
  await page.reload({ waitUntil: 'networkidle' })
  expect(await page.getByLabel('Nguồn').inputValue()).toBe('Sổ của xã, tháng 11/2024')
  await isClean(page)
  await page.getByRole('button', { name: 'Tiếp' }).click()
  await page.getByRole('button', { name: 'Kiểm tra, chưa ghi' }).click()
  await carryOut(page)
  await page.getByText('Không có thôn, tổ dân phố “Thôn Lạ” trong xã vào ngày chốt').waitFor()
  await isClean(page)
  await page.getByRole('button', { name: 'Nhập 2 dòng tốt' }).click()
  await carryOut(page)
  await page.getByRole('link', { name: 'Gửi lại các dòng đã sửa' }).waitFor()
  const first = page.url()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải các dòng phải sửa' }).click(),
  ])
  const mended = readFileSync(await download.path(), 'utf8').replace('Thôn Lạ', 'Đông')
  await page.getByRole('link', { name: 'Gửi lại các dòng đã sửa' }).click()
  await page.getByText(/Gửi lại các dòng đã sửa của tệp “cụm.csv”/).waitFor()
  const again = { name: 'cụm-sửa.csv', mimeType: 'text/csv', buffer: Buffer.from(mended) }
  await page.locator('input[type=file]').setInputFiles(again)
  await page.getByRole('button', { name: '3. Kiểm tra' }).click()
  await page.getByRole('button', { name: 'Kiểm tra, chưa ghi' }).click()
  await carryOut(page)
  await page.getByRole('button', { name: 'Nhập 1 dòng tốt' }).click()
  await carryOut(page)
  for (const address of [undefined, first]) {
    if (address) await page.goto(address, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Hoàn tác lần nhập này' }).click()
    await carryOut(page)
    await page.getByText('Danh sách trở lại như trước lần nhập này.').waitFor()
  }
})

/** While `look` looks on, an import stands still at the second time that it says how far it is. */
async function standingStill(look: () => Promise<void>): Promise<void> {
  const { db } = site.parts
  await sql`
    create function stand_still() returns trigger language plpgsql as $$ begin
      if exists (select 1 from roster_import where state = 'running' and rows_done > 0) then
        perform pg_advisory_xact_lock(4711);
      end if;
      return null;
    end $$`.execute(db)
  await sql`create trigger stand_still before update of rows_done on roster_import
    for each statement execute function stand_still()`.execute(db)
  await db.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(4711)`.execute(held)
    try {
      await look()
    } finally {
      await sql`select pg_advisory_unlock(4711)`.execute(held)
    }
  })
}

test('a long import is watched and cancelled, under way and while it waits: nothing is written, the file is still there', async () => {
  const page = await site.enter('ngocthanh', `${rosters}/import`)
  const long = Array.from({ length: 60_000 }, (_, at) => `${at + 1},Lý Thị An,Đông,4`)
  await choose(page, 'dài.csv', ['Stt,Họ tên chủ hộ,Thuộc thôn,Nhân khẩu', ...long].join('\n'))
  await page.getByText('Những dòng đầu của tệp').waitFor()
  await page.getByRole('button', { name: 'Tiếp' }).click()
  await page.getByLabel('Nhóm', { exact: true }).selectOption('cluster-owners')
  await page.getByLabel('Nguồn').fill('Sổ của xã, tháng 11/2024')
  await page.getByRole('button', { name: 'Tiếp' }).click()
  await page.getByRole('button', { name: 'Kiểm tra, chưa ghi' }).click()
  await carryOut(page)
  await page.getByRole('button', { name: 'Nhập 60.000 dòng tốt' }).click()
  await page.getByText('Chờ tới lượt').first().waitFor()
  let work: Promise<void> | undefined
  await standingStill(async () => {
    work = runWaitingImports(site.parts)
    await page.getByText(/^\d\d\.\d{3} \/ \d\d\.\d{3} dòng$/).waitFor()
    const bar = page.getByRole('progressbar', { name: 'Đang nhập' })
    const percent = Number(await bar.getAttribute('aria-valuenow'))
    expect(percent).toBeGreaterThan(0)
    expect(percent).toBeLessThanOrEqual(100)
    await isClean(page)
    await page.getByRole('button', { name: 'Hủy', exact: true }).click()
    await expect.poll(cancelAsked).toBe(true)
  })
  await work
  const cancelled = page.getByText('Đã hủy theo yêu cầu. Chưa ghi gì; tệp vẫn còn, có thể làm lại.')
  await cancelled.waitFor()
  await isClean(page)
  const { rows } = await sql`select 1 from roster_entry where name = 'Lý Thị An' and ended_on is null`.execute(
    site.parts.db,
  )
  expect(rows).toEqual([])
  await page.getByRole('button', { name: 'Kiểm tra, chưa ghi' }).click()
  await page.getByText('Chờ tới lượt').first().waitFor()
  await page.getByRole('button', { name: 'Hủy', exact: true }).click()
  await cancelled.waitFor()
  await runWaitingImports(site.parts)
  await page.reload({ waitUntil: 'networkidle' })
  await cancelled.waitFor()
})

async function cancelAsked(): Promise<boolean | undefined> {
  const { rows } = await sql<{ asked: boolean }>`
    select cancel_asked as asked from roster_import where file_name = 'dài.csv'`.execute(site.parts.db)
  return rows[0]?.asked
}

test('what is no roster is refused on the screen, in plain words', async () => {
  const page = await site.enter('ngocthanh', `${rosters}/import`)
  const wide = Array.from({ length: 300 }, (_, at) => `Cột ${at}`)
  const cases: [string, string | Buffer, RegExp][] = [
    ['mèo.xlsx', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 0]), /“mèo.xlsx” không phải bảng .xlsx hoặc .csv/],
    ['cũ.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /Excel kiểu cũ/],
    ['trống.csv', '', /không có gì/],
    ['rộng.xlsx', await workbook({ rows: inlineRow(wide) + inlineRow(wide) }), /hơn 200 cột/],
    ['hỏng.xlsx', Buffer.from('PK\u0003\u0004 nothing more'), /bị hỏng/],
    ['abc.csv', Buffer.from('STT;Hä vµ tªn;Th«n\n1;NguyÔn V¨n Hµ;§«ng\n2;Vò ThÞ Tó;§oµi\n', 'latin1'), /gõ bằng TCVN3/],
  ]
  for (const [name, content, words] of cases) {
    await choose(page, name, content)
    await page.getByText(words).waitFor()
    await isClean(page)
  }
})
