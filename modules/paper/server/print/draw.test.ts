// Drawing by the real thread, read back by the renderer of a browser: a page each, with letters that anybody's machine shows.

import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openPdf } from '../read/pdf.ts'
import type { SheetContent } from './content.ts'
import { fitsOnSheet, openPrint } from './draw.ts'
import { streamPrint } from './stream.ts'

const text = { title: 'Cam kết không ma túy', opening: 'Tôi cam kết:', promises: ['không sử dụng'], closing: 'ma túy.' }
const sheet = (at: number): SheetContent => ({
  qrText: 'HTTPS://BINHYEN.EXAMPLE.VN/V/0123456789ABCDEF01234567',
  shownCode: '0123-4567-89AB-CDEF',
  checkedAt: 'binhyen.example.vn/v',
  drive: 'Ký cam kết năm 2024',
  demo: true,
  text,
  textNumber: 1,
  group: 'Chủ hộ gia đình',
  name: `Nguyễn Thị Thúy Ưởng ${at}`,
  number: at,
  details: ['xóm Mới'],
  place: 'thôn Đông, xã Ngọc Thanh',
  counterpart: 'Trưởng thôn',
  year: 2024,
})

test('hundreds of sheets are streamed in turn, one a page, with their letters embedded', async () => {
  async function* batches() {
    for (let at = 0; at < 200; at += 50) yield Array.from({ length: 50 }, (_, each) => sheet(at + each))
  }
  const told: number[] = []
  const bytes = await buffer(streamPrint('Thôn Đông', batches(), async (drawn) => void told.push(drawn)))
  expect(told).toEqual([50, 100, 150, 200])
  expect(bytes.length).toBeLessThan(200 * 6_000)
  expect(bytes.includes('/FontFile2')).toBe(true)
  const document = await openPdf(bytes)
  expect(document?.getPageCount()).toBe(200)
  const page = document?.getPage(7).getText() ?? ''
  for (const words of [
    'Nguyễn Thị Thúy Ưởng 7',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Mã kiểm tra: 0123-4567-89AB-CDEF',
    'vào binhyen.example.vn/v và gõ mã',
  ])
    expect(page).toContain(words)
  document?.destroy()
})

test('a fault while drawing ends the stream instead of leaving half a stack', async () => {
  async function* batches(): AsyncGenerator<SheetContent[]> {
    yield [sheet(1)]
    throw new Error('the database is gone')
  }
  await expect(buffer(streamPrint('Thôn Đông', batches(), async () => {}))).rejects.toThrow('the database is gone')
})

test('a wording fits as long as it can be read', () => {
  const doc = openPrint('')
  expect(fitsOnSheet(doc, text)).toBe(true)
  expect(
    fitsOnSheet(doc, {
      ...text,
      promises: Array<string>(10).fill('không sử dụng, không mua bán, không tàng trữ '.repeat(3)),
    }),
  ).toBe(true)
  expect(
    fitsOnSheet(doc, { ...text, promises: Array<string>(30).fill('không sử dụng, không mua bán '.repeat(8)) }),
  ).toBe(false)
})
