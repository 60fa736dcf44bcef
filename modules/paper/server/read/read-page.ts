// One picture of one sheet: which sheet it is, where its signature is, and what was drawn there.

import type { Point } from '../../rules/layout.ts'
import { qrBoxOf, sheetInQr } from '../../rules/sheet-qr.ts'
import { cutOut, type InkFound } from './cut-out.ts'
import { findSheet } from './find-marks.ts'
import { findQrs, type QrFound } from './find-qr.ts'
import { keptPicture, type Picture } from './picture.ts'

export type PageRead = {
  /** What our QR on it says; undefined where there is none. */
  qrText: string | undefined
  /** Other QR codes are on it, and none of ours. */
  foreign: boolean
  /** Two sheets of ours on one picture. */
  several: boolean
  image: Buffer
  cut: Buffer | undefined
  ink: InkFound | undefined
  /** How many of the four squares around the box were found. */
  marks: number
}

const ours = ({ text }: QrFound): boolean => sheetInQr(text) !== undefined

export async function readPage(picture: Picture): Promise<PageRead> {
  const qrs = await findQrs(picture.grey)
  const sheets = qrs.filter(ours)
  const [first] = sheets
  const several = new Set(sheets.map(({ text }) => text)).size > 1
  const nothing = { qrText: undefined, foreign: qrs.length > 0, several, cut: undefined, ink: undefined, marks: 0 }
  if (!first || several) return { ...nothing, image: await keptPicture(picture, 0) }
  const image = await keptPicture(picture, quartersToUpright(first.corners))
  const found = findSheet(picture.grey, first.corners, qrBoxOf(first.text))
  if (!found) return { ...nothing, qrText: first.text, foreign: false, image }
  const { image: cut, ink } = await cutOut(picture, found.plane)
  return { qrText: first.text, foreign: false, several, image, cut, ink, marks: found.marks }
}

/** The upper edge of the QR says which way is up. */
function quartersToUpright([from, to]: readonly Point[]): number {
  if (!from || !to) return 0
  const turned = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / (Math.PI / 2))
  return (4 - turned) % 4
}
