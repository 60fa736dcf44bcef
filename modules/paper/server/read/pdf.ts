// The pages of a PDF as pictures, one at a time. The renderer is a program of its own without a hold on the machine.

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import { type Picture, pictureOfBitmap } from './picture.ts'

const program = fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))
let library: Promise<PDFiumLibrary> | undefined
const open = () =>
  (library ??= readFile(program).then((bytes) =>
    PDFiumLibrary.init({ wasmBinary: new Uint8Array(bytes).buffer as ArrayBuffer }),
  ))

/** The longer side of a page as it is drawn: 200 dots to the inch of A4. */
const longerSide = 2340

/** Undefined when it is no PDF that can be opened, or one with a password. */
export const openPdf = async (bytes: Uint8Array): Promise<PDFiumDocument | undefined> =>
  (await open()).loadDocument(bytes).catch(() => undefined)

export async function pageAsPicture(document: PDFiumDocument, index: number): Promise<Picture | undefined> {
  const page = document.getPage(index)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const longest = Math.max(originalWidth, originalHeight)
  if (!(longest > 0)) return undefined
  // A page says of itself how large it is: whatever it says, it is drawn no larger than it is read.
  const { data, width, height } = await page.render({ scale: longerSide / longest, render: 'bitmap' })
  return pictureOfBitmap(data, width, height)
}
