// Printed sheets as pictures that somebody took: signed with a pen, then turned, slanted, dim. The sheets are real pages of
// the PDF, and the pictures real jpegs; only the pen and the hand that held the phone are ours.

import { buffer } from 'node:stream/consumers'
import PdfDocument from 'pdfkit'
import sharp, { type Sharp } from 'sharp'
import { cornersOf, type Point, page, qr, signatureBox } from '../../modules/paper/rules/layout.ts'
import { planeThrough } from '../../modules/paper/server/read/homography.ts'
import { openPdf, pageAsPicture } from '../../modules/paper/server/read/pdf.ts'
import type { Picture } from '../../modules/paper/server/read/picture.ts'

export type Pen = 'signature' | 'dot' | 'none'
export type Shot = {
  pen?: Pen
  /** Degrees that the sheet is turned by. */
  turned?: number
  /** The phone was held slanted: how far the far edge shrinks, as a share. */
  slanted?: number
  /** Coffee lies over the QR. */
  spilled?: boolean
  /** How bright, from 0 to 1, with the light falling from one side. */
  light?: number
  /** The longer side of the picture. */
  size?: number
}

const paths: Record<Pen, string> = {
  signature: 'M12 24 C 16 6, 24 6, 22 22 S 30 34, 36 18 S 44 12, 42 26 S 54 30, 60 16 M 18 30 C 34 26, 52 34, 70 24',
  dot: 'M40 20 l0.8 0.4',
  none: '',
}

const strokesOf = (pen: Pen): string =>
  `<path d="${paths[pen]}" fill="none" stroke="#1f3a8a" stroke-width="0.7" stroke-linecap="round"/>`

/** The pages of a PDF, as white sheets with three colours; no more of them than are photographed, where that is said. */
export async function pagesOf(pdf: Uint8Array, most = Number.POSITIVE_INFINITY): Promise<Picture[]> {
  const document = await openPdf(pdf)
  if (!document) throw new Error('no PDF')
  const pages = []
  for (let at = 0; at < Math.min(most, document.getPageCount()); at += 1) {
    const picture = await pageAsPicture(document, at)
    if (!picture) throw new Error('no page')
    pages.push(picture)
  }
  document.destroy()
  return pages
}

/** A jpeg of the sheet as a phone took it. */
export async function photograph(
  sheet: { colours: Buffer; width: number; height: number },
  { pen = 'signature', turned = 0, slanted = 0, spilled = false, light = 1, size = 2600 }: Shot = {},
): Promise<Buffer> {
  const scale = sheet.width / page.width
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}">
    <g transform="scale(${scale}) translate(${signatureBox.left} ${signatureBox.top})">${strokesOf(pen)}</g>
    ${spilled ? `<rect x="${(qr.left - 5) * scale}" y="${(qr.top - 5) * scale}" width="${(qr.width + 10) * scale}" height="${(qr.height + 10) * scale}" fill="#6b4a2b"/>` : ''}</svg>`
  const signed = await sharp(sheet.colours, { raw: { width: sheet.width, height: sheet.height, channels: 3 } })
    .composite([{ input: Buffer.from(drawn) }])
    .removeAlpha()
    .raw()
    .toBuffer()
  let image = await onTable({ ...sheet, colours: signed }, slanted)
  if (turned !== 0) image = await done(image.rotate(turned, { background }))
  if (light < 1) {
    const { width, height } = await image.clone().metadata()
    const shade = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="s">
      <stop offset="0" stop-color="#000" stop-opacity="${1 - light}"/><stop offset="1" stop-color="#000" stop-opacity="${(1 - light) / 2}"/>
      </linearGradient></defs><rect width="100%" height="100%" fill="url(#s)"/></svg>`
    image = await done(image.composite([{ input: Buffer.from(shade) }]))
  }
  return image.resize(size, size, { fit: 'inside' }).jpeg({ quality: 82 }).toBuffer()
}

/** The pictures as an office's scanner hands them over: one PDF, a page each. */
export function scanOf(pictures: readonly Buffer[]): Promise<Buffer> {
  const doc = new PdfDocument({ size: 'A4', margin: 0, autoFirstPage: false })
  const scan = buffer(doc)
  for (const picture of pictures) {
    doc.addPage()
    doc.image(picture, 0, 0, { fit: [doc.page.width, doc.page.height], align: 'center', valign: 'center' })
  }
  doc.end()
  return scan
}

/** Where a cut-out has the colour of the pen, in pixels of it: how many, and between which edges. */
export async function penIn(
  cut: Buffer,
): Promise<{ pixels: number; left: number; right: number; top: number; bottom: number }> {
  const { data, info } = await sharp(cut).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const found = { pixels: 0, left: info.width, right: 0, top: info.height, bottom: 0 }
  for (let y = 0; y < info.height; y += 1)
    for (let x = 0; x < info.width; x += 1) {
      const at = (y * info.width + x) * 3
      const [red = 0, , blue = 0] = data.subarray(at, at + 3)
      if (red > 150 || blue < red + 40) continue
      found.pixels += 1
      found.left = Math.min(found.left, x)
      found.right = Math.max(found.right, x)
      found.top = Math.min(found.top, y)
      found.bottom = Math.max(found.bottom, y)
    }
  return found
}

/** What the pen wrote into the box, as it would be cut out by somebody who cuts exactly: eight pixels to a millimetre, ten left out at each edge. */
export const cutExactly = (pen: Pen): Promise<Buffer> => {
  const [width, height] = [signatureBox.width * 8, signatureBox.height * 8]
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><g transform="scale(8)">${strokesOf(pen)}</g></svg>`
  return sharp(Buffer.from(drawn))
    .extract({ left: 10, top: 10, width: width - 20, height: height - 20 })
    .png()
    .toBuffer()
}

/** What was asked of a picture so far, carried out: pictures are not written down in between. */
async function done(image: Sharp): Promise<Sharp> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
}

/** The table. */
const background = { r: 125, g: 106, b: 85 }

/** The sheet on a table, seen from its lower edge: the upper one is further away. */
async function onTable(sheet: { colours: Buffer; width: number; height: number }, slanted: number): Promise<Sharp> {
  const margin = Math.round(sheet.width * 0.08)
  if (slanted === 0) {
    const flat = sharp(sheet.colours, { raw: { width: sheet.width, height: sheet.height, channels: 3 } })
    return done(flat.extend({ top: margin, bottom: margin, left: margin, right: margin, background }))
  }
  const [width, height] = [sheet.width + margin * 2, sheet.height + margin * 2]
  const shrink = (sheet.width * slanted) / 2
  const seen: Point[] = [
    { x: margin + shrink, y: margin + shrink },
    { x: margin + sheet.width - shrink * 0.6, y: margin + shrink * 0.7 },
    { x: margin + sheet.width, y: margin + sheet.height },
    { x: margin, y: margin + sheet.height },
  ]
  const flat = cornersOf({ left: 0, top: 0, width: sheet.width, height: sheet.height })
  const back = planeThrough(seen.map((picture, at) => ({ sheet: picture, picture: flat[at] as Point })))
  if (!back) throw new Error('no plane')
  const colours = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = back({ x, y })
      const [fx, fy] = [Math.floor(from.x), Math.floor(from.y)]
      const to = (y * width + x) * 3
      const inside = fx >= 0 && fy >= 0 && fx < sheet.width && fy < sheet.height
      for (let channel = 0; channel < 3; channel += 1)
        colours[to + channel] = inside
          ? (sheet.colours[(fy * sheet.width + fx) * 3 + channel] as number)
          : ([background.r, background.g, background.b][channel] as number)
    }
  return sharp(colours, { raw: { width, height, channels: 3 } })
}

/** A cat, as far as an SVG can be one: no sheet, no QR. */
export const cat = (): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="#cdb48a"/>
    <path d="M520 520 L470 220 L680 380 Q800 340 920 380 L1130 220 L1080 520 Q1180 900 800 980 Q420 900 520 520Z" fill="#4b4037"/>
    <circle cx="660" cy="580" r="52" fill="#c9d66b"/><circle cx="940" cy="580" r="52" fill="#c9d66b"/>
    <rect x="650" y="540" width="20" height="80" fill="#111"/><rect x="930" y="540" width="20" height="80" fill="#111"/>
    <path d="M760 700 L840 700 L800 750Z" fill="#d98f8f"/></svg>`),
  )
    .jpeg()
    .toBuffer()
