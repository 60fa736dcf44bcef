// A paper as Decree 30/2020 lays it out: A4, motto, number, place and day, title, numbered parts, who signs, a serial below.
// Be Vietnam Pro instead of Times New Roman, which nobody may hand on.

import path from 'node:path'
import PdfDocument from 'pdfkit'

type Doc = PDFKit.PDFDocument
const fonts = path.resolve(import.meta.dirname, '../../../platform/fonts')
const mm = (given: number): number => (given * 72) / 25.4
const margins = { top: mm(20), bottom: mm(22), left: mm(30), right: mm(18) }
const ink = '#111111'
const grey = '#555555'

export type PaperHead = {
  title: string
  subtitle?: string
  issuer: string
  above: string
  number: string
  day: string
  place: string
}
type Part = {
  heading?: string
  lines?: readonly string[]
  rows?: readonly (readonly string[])[]
  widths?: readonly number[]
}
export type PaperFoot = { signer: string; serial: string }

/** The whole paper as bytes. */
export function officialPaper(head: PaperHead, parts: readonly Part[], foot: PaperFoot): Promise<Buffer> {
  const doc = new PdfDocument({
    size: 'A4',
    margins,
    bufferPages: true,
    lang: 'vi-VN',
    displayTitle: true,
    // A title of the file is shown by printers and viewers: it names nobody.
    info: { Title: head.title, Creator: 'Bình Yên' },
  })
  doc.registerFont('plain', path.join(fonts, 'be-vietnam-pro-400.ttf'))
  doc.registerFont('bold', path.join(fonts, 'be-vietnam-pro-700.ttf'))
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  drawHead(doc, head)
  for (const part of parts) drawPart(doc, part)
  drawSigner(doc, foot.signer)
  drawFeet(doc, foot.serial)
  doc.end()
  return done
}

type Line = {
  size?: number
  bold?: boolean
  color?: string
  align?: 'left' | 'center' | 'right' | 'justify'
  at?: [number, number, number]
}

function write(doc: Doc, text: string, { size = 11, bold, color = ink, align = 'left', at }: Line = {}): void {
  doc
    .font(bold ? 'bold' : 'plain')
    .fontSize(size)
    .fillColor(color)
  const words = text.normalize('NFC')
  if (at) doc.text(words, at[0], at[1], { width: at[2], align, lineGap: size * 0.15 })
  else doc.text(words, margins.left, doc.y, { width: wide(doc), align, lineGap: size * 0.15 })
}

const wide = (doc: Doc): number => doc.page.width - margins.left - margins.right

function drawHead(doc: Doc, { title, subtitle, issuer, above, number, day, place }: PaperHead): void {
  const half = wide(doc) / 2
  const right = margins.left + half - mm(6)
  const { top, left } = margins
  write(doc, above, { size: 10.5, align: 'center', at: [left, top, half - mm(8)] })
  write(doc, issuer, { size: 10.5, bold: true, align: 'center', at: [left, doc.y, half - mm(8)] })
  write(doc, `Số: ${number}`, { size: 10.5, align: 'center', at: [left, doc.y + 4, half - mm(8)] })
  const bottom = doc.y
  write(doc, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', {
    size: 10.5,
    bold: true,
    align: 'center',
    at: [right, top, half + mm(6)],
  })
  write(doc, 'Độc lập - Tự do - Hạnh phúc', { size: 11, bold: true, align: 'center', at: [right, doc.y, half + mm(6)] })
  const middle = right + (half + mm(6)) / 2
  doc
    .moveTo(middle - mm(22), doc.y + 2)
    .lineTo(middle + mm(22), doc.y + 2)
    .lineWidth(0.7)
    .stroke(ink)
  write(doc, `${place}, ${dayInWords(day)}`, { size: 10.5, align: 'center', at: [right, doc.y + 6, half + mm(6)] })
  doc.y = Math.max(bottom, doc.y) + mm(7)
  write(doc, title.toUpperCase(), { size: 14, bold: true, align: 'center' })
  if (subtitle) write(doc, subtitle, { align: 'center' })
  doc.y += mm(5)
}

/** Zero before a day below ten and before the first two months, as the Decree writes them. */
function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `ngày ${date < 10 ? `0${date}` : date} tháng ${month < 3 ? `0${month}` : month} năm ${year}`
}

function drawPart(doc: Doc, { heading, lines = [], rows = [], widths = [] }: Part): void {
  if (heading) {
    room(doc, mm(16))
    doc.y += mm(2)
    write(doc, heading, { bold: true })
    doc.y += 2
  }
  for (const line of lines) {
    write(doc, line, { align: 'justify' })
    doc.y += 2
  }
  for (const row of rows) drawRow(doc, row, widths)
}

/** Columns by their shares of the width, a hair line below. */
function drawRow(doc: Doc, cells: readonly string[], widths: readonly number[]): void {
  const all = wide(doc)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columns = cells.map((_, at) => (all * (widths[at] ?? 1)) / whole)
  const size = 10
  doc.font('plain').fontSize(size)
  const tall = Math.max(
    ...cells.map((cell, at) => doc.heightOfString(cell, { width: (columns[at] ?? 0) - 8, lineGap: 1.5 })),
  )
  room(doc, tall + 8)
  const { y } = doc
  let x = margins.left
  for (const [at, cell] of cells.entries()) {
    write(doc, cell, {
      size,
      color: at === 0 && cells.length === 2 ? grey : ink,
      at: [x, y + 3, (columns[at] ?? 0) - 8],
    })
    x += columns[at] ?? 0
  }
  doc.y = y + tall + 7
  doc
    .moveTo(margins.left, doc.y)
    .lineTo(margins.left + all, doc.y)
    .lineWidth(0.3)
    .stroke('#bbbbbb')
  doc.y += 1
}

function room(doc: Doc, tall: number): void {
  if (doc.y + tall > doc.page.height - margins.bottom) doc.addPage()
}

function drawSigner(doc: Doc, signer: string): void {
  room(doc, mm(42))
  const half = wide(doc) / 2
  write(doc, signer.toUpperCase(), { bold: true, align: 'center', at: [margins.left + half, doc.y + mm(6), half] })
  write(doc, '(Ký, ghi rõ họ tên, đóng dấu)', {
    size: 9.5,
    color: grey,
    align: 'center',
    at: [margins.left + half, doc.y, half],
  })
}

function drawFeet(doc: Doc, serial: string): void {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page)
    // Below the margin pdfkit would begin a new page.
    doc.page.margins.bottom = 0
    const at: [number, number, number] = [margins.left, doc.page.height - mm(14), wide(doc)]
    write(doc, `${serial} · trang ${page + 1}/${count}`, { size: 8.5, color: grey, align: 'center', at })
  }
}
