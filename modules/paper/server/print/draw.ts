// Draws sheets as a PDF, page by page: an administrative form with its QR, its signature box and the marks around the box.

import path from 'node:path'
import PdfDocument from 'pdfkit'
import { create } from 'qrcode'
import { type Box, markSide, marks, page, signatureBox } from '../../rules/layout.ts'
import { qrBoxOf } from '../../rules/sheet-qr.ts'
import type { SheetContent, Wording } from './content.ts'

type Doc = PDFKit.PDFDocument
const mm = (given: number): number => (given * 72) / 25.4
const fonts = path.join(import.meta.dirname, '../../../../platform/fonts')
const left = 22
const right = 188
const width = right - left
/** The wording ends above this line. */
const lowestWords = 176
const ink = '#111111'
const grey = '#555555'

export function openPrint(title: string): Doc {
  const doc = new PdfDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: title, Creator: 'Bình Yên' },
  })
  doc.registerFont('plain', path.join(fonts, 'be-vietnam-pro-400.ttf'))
  doc.registerFont('bold', path.join(fonts, 'be-vietnam-pro-700.ttf'))
  return doc
}

export function drawSheet(doc: Doc, sheet: SheetContent): void {
  doc.addPage()
  drawHead(doc, sheet)
  drawWording(doc, sheet.text)
  drawHands(doc, sheet)
  drawFoot(doc, sheet)
}

type Line = {
  size?: number
  font?: 'plain' | 'bold'
  color?: string
  from?: number
  wide?: number
  align?: 'left' | 'center' | 'right'
}

/** One paragraph at a height; answers where it ends, in millimetres. */
function write(
  doc: Doc,
  text: string,
  top: number,
  { size = 11.5, font = 'plain', color = ink, from = left, wide = width, align = 'left' }: Line = {},
): number {
  doc.font(font).fontSize(size).fillColor(color)
  doc.text(text.normalize('NFC'), mm(from), mm(top), { width: mm(wide), align, lineGap: size * 0.16 })
  return (doc.y * 25.4) / 72
}

function drawHead(doc: Doc, sheet: SheetContent): void {
  if (sheet.number !== null)
    write(doc, `Số ${sheet.number}`, 14, { size: 12, font: 'bold', color: grey, align: 'right' })
  write(doc, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 14, { size: 12, font: 'bold', align: 'center' })
  write(doc, 'Độc lập - Tự do - Hạnh phúc', 20, { size: 12.5, font: 'bold', align: 'center' })
  const middle = mm(page.width / 2)
  doc
    .moveTo(middle - mm(29), mm(27.4))
    .lineTo(middle + mm(29), mm(27.4))
    .lineWidth(0.7)
    .stroke(ink)
  const titled = write(doc, sheet.text.title.toUpperCase(), 34, { size: 15, font: 'bold', align: 'center' })
  const about = sheet.demo ? `${sheet.drive} · Dữ liệu minh họa` : sheet.drive
  const named = write(doc, about, titled + 0.5, { size: 10, color: grey, align: 'center' })
  const signing = write(doc, `Bên cam kết (${sheet.group}): `, named + 4, { font: 'plain' })
  const by = write(doc, sheet.name, signing - 0.4, { size: 13.5, font: 'bold' })
  const where = [...sheet.details, sheet.place].filter(Boolean).join(', ')
  const placed = write(doc, where, by - 0.2)
  doc.y = mm(write(doc, `Bên nhận cam kết: ${sheet.counterpart}`, placed + 1))
}

/** As large as fits between the head and the hands; what does not fit at the smallest size was refused before. */
function drawWording(doc: Doc, text: Wording): void {
  const top = (doc.y * 25.4) / 72 + 4
  const size = fittingSize(doc, text, lowestWords - top)
  let at = write(doc, text.opening, top, { size, font: 'bold' }) + 1
  for (const [index, promise] of text.promises.entries()) {
    write(doc, `${index + 1}.`, at, { size, from: left + 4, wide: 7 })
    at = write(doc, promise, at, { size, from: left + 12, wide: width - 12 }) + 0.6
  }
  if (text.closing) write(doc, text.closing, at + 0.6, { size })
}

export const smallestSize = 7
/** Undefined where it does not fit on one sheet even at the smallest size. */
function sizeFor(doc: Doc, text: Wording, room: number): number | undefined {
  for (let size = 14; size >= smallestSize; size -= 0.5) if (heightOf(doc, text, size) <= room) return size
  return undefined
}
const fittingSize = (doc: Doc, text: Wording, room: number): number => sizeFor(doc, text, room) ?? smallestSize

function heightOf(doc: Doc, text: Wording, size: number): number {
  const tall = (words: string, wide: number, font: 'plain' | 'bold' = 'plain') =>
    (doc
      .font(font)
      .fontSize(size)
      .heightOfString(words, { width: mm(wide), lineGap: size * 0.16 }) *
      25.4) /
    72
  const promises = text.promises.reduce((sum, promise) => sum + tall(promise, width - 12) + 0.6, 0)
  return tall(text.opening, width, 'bold') + 1 + promises + (text.closing ? tall(text.closing, width) + 0.6 : 0)
}

/** Room that is left for the wording under a head of the usual height. */
export const fitsOnSheet = (doc: Doc, text: Wording): boolean => sizeFor(doc, text, lowestWords - 78) !== undefined

function drawHands(doc: Doc, { name, counterpart, place, year }: SheetContent): void {
  write(doc, `${capital(place.split(',')[0] ?? '')}, ngày ........ tháng ........ năm ${year}`, 179, {
    size: 11,
    align: 'right',
  })
  const [one, other] = [
    { from: left, wide: 72 },
    { from: signatureBox.left, wide: signatureBox.width },
  ]
  write(doc, 'BÊN NHẬN CAM KẾT', 186.5, { ...one, size: 11, font: 'bold', align: 'center' })
  write(doc, counterpart, 191.5, { ...one, size: 9.5, color: grey, align: 'center' })
  write(doc, 'NGƯỜI CAM KẾT', 186.5, { ...other, size: 11, font: 'bold', align: 'center' })
  write(doc, 'Ký trong khung, không ký đè lên ô đen', 191.5, { ...other, size: 9.5, color: grey, align: 'center' })
  const { left: x, top, width: wide, height } = signatureBox
  doc.rect(mm(x), mm(top), mm(wide), mm(height)).lineWidth(0.6).stroke('#8a8a8a')
  for (const mark of marks)
    doc.rect(mm(mark.x - markSide / 2), mm(mark.y - markSide / 2), mm(markSide), mm(markSide)).fill('#000000')
  write(doc, name, top + height + 1.6, { ...other, size: 11.5, font: 'bold', align: 'center' })
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function drawFoot(doc: Doc, { qrText, shownCode, checkedAt, textNumber }: SheetContent): void {
  const qr = drawQr(doc, qrText)
  const edge = { from: left, wide: qr.left - left - 6 }
  const code = write(doc, `Mã kiểm tra: ${shownCode}`, qr.top + 6, { ...edge, size: 10.5, font: 'bold' })
  const checked = write(
    doc,
    `Quét mã vuông, hoặc vào ${checkedAt} và gõ mã, để biết cam kết đã được ghi nhận. Trang ấy không cho biết ai ký.`,
    code + 0.6,
    { ...edge, size: 9 },
  )
  write(
    doc,
    `Lời cam kết: bản ${textNumber}. Bản giấy này là bản gốc, nơi nhận cam kết giữ. Mã vuông không chứa thông tin của người ký.`,
    checked + 0.6,
    { ...edge, size: 8.5, color: grey },
  )
}

/** Answers where it stands. */
function drawQr(doc: Doc, text: string): Box {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' })
  const box = qrBoxOf(text)
  const step = box.width / modules.size
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column))
        // A hair larger than its cell: printers leave no white lines between neighbours.
        doc.rect(mm(box.left + column * step), mm(box.top + row * step), mm(step) + 0.05, mm(step) + 0.05)
  doc.fill('#000000')
  return box
}
