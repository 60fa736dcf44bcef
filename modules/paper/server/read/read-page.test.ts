// Reading real pages as phones photograph them: turned, slanted, dim, unsigned, a dot; and a cat.

import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { beforeAll, expect, test, vi } from 'vitest'
import { cat, pagesOf, photograph, type Shot } from '../../../../tests/support/paper-pictures.ts'
import type { SheetContent } from '../print/content.ts'
import { streamPrint } from '../print/stream.ts'
import { openPicture } from './picture.ts'
import { readPage } from './read-page.ts'

vi.setConfig({ testTimeout: 60_000 })

const qrText = 'HTTPS://BINHYEN.HUNGYEN.GOV.VN/V/0123456789ABCDEF01234567'
const sheet: SheetContent = {
  qrText,
  shownCode: '0123-4567-89AB-CDEF',
  checkedAt: 'binhyen.hungyen.gov.vn/v',
  drive: 'Ký cam kết năm 2024',
  demo: true,
  text: { title: 'Cam kết', opening: 'Tôi cam kết:', promises: ['không sử dụng', 'không mua bán'], closing: 'ma túy.' },
  textNumber: 1,
  group: 'Chủ hộ gia đình',
  name: 'Nguyễn Thị Thúy',
  number: 12,
  details: [],
  place: 'thôn Đông, xã Ngọc Thanh',
  counterpart: 'Trưởng thôn',
  year: 2024,
}
type Paper = Awaited<ReturnType<typeof pagesOf>>[number]
let [paper, second]: Paper[] = []
beforeAll(async () => {
  async function* one() {
    yield [sheet, { ...sheet, qrText: qrText.replace('0123', '9999') }]
  }
  ;[paper, second] = await pagesOf(await buffer(streamPrint('Phiếu', one(), async () => {})))
})

const read = async (bytes: Uint8Array) => {
  const picture = await openPicture(bytes)
  if (typeof picture === 'string') throw new Error(picture)
  return readPage(picture)
}

test.each<[string, Shot]>([
  ['upside down', { turned: 180 }],
  ['turned much', { turned: 33, size: 1800 }],
  ['slanted, turned and dim', { slanted: 0.14, turned: -12, light: 0.45 }],
  ['very dim and small', { light: 0.3, size: 1400 }],
])('a signed sheet is read when it was photographed %s', async (_, shot) => {
  expect(await read(await photograph(paper as Paper, shot))).toMatchObject({
    qrText,
    several: false,
    marks: 4,
    ink: { state: 'good' },
  })
})

test('an empty box and a dot are told from a signature, in dim light too', async () => {
  const dim = { light: 0.4, turned: 5, size: 1800 }
  expect((await read(await photograph(paper as Paper, { ...dim, pen: 'none' }))).ink).toMatchObject({ state: 'empty' })
  expect((await read(await photograph(paper as Paper, { ...dim, pen: 'dot' }))).ink).toMatchObject({ state: 'dot' })
})

test('two sheets in one picture are not guessed at; a picture too large is not opened', async () => {
  const [one, two] = await Promise.all([paper, second].map((each) => photograph(each as Paper, { size: 1200 })))
  const both = sharp({ create: { width: 2000, height: 1250, channels: 3, background: '#555' } }).composite([
    { input: one as Buffer, left: 20, top: 20 },
    { input: two as Buffer, left: 1020, top: 20 },
  ])
  expect(await read(await both.jpeg().toBuffer())).toMatchObject({ qrText: undefined, several: true })
  const bomb = await sharp({ create: { width: 12_000, height: 8_000, channels: 3, background: '#fff' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await openPicture(bomb)).toBe('too_many_pixels')
  expect(await openPicture(new TextEncoder().encode('no picture'))).toBe('broken_file')
})

test('a cat is no sheet', async () => {
  expect(await read(await cat())).toMatchObject({ qrText: undefined, foreign: false, marks: 0 })
})
