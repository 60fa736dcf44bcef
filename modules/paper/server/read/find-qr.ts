// QR codes in a picture. The program that reads them comes from this machine and is never fetched from anywhere.

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader'
import type { Point } from '../../rules/layout.ts'
import type { Grey } from './picture.ts'

export type QrFound = { text: string; corners: Point[] }

const program = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
let prepared: Promise<unknown> | undefined
const prepare = () =>
  (prepared ??= readFile(program).then((wasmBinary) =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer }, fireImmediately: true }),
  ))

/** How a picture is looked at: small, which is quick and takes away noise; as it is; with contrast in each part of it. */
const looks: readonly { shrink: number; change?: (image: Sharp) => Sharp }[] = [
  { shrink: 2, change: (image) => image.normalise() },
  { shrink: 1 },
  { shrink: 1.5, change: (image) => image.clahe({ width: 160, height: 160, maxSlope: 4 }) },
]

/** Looks again in another way before it gives up. */
export async function findQrs(grey: Grey): Promise<QrFound[]> {
  await prepare()
  for (const { shrink, change } of looks) {
    const { data, width, height } = change ? await retouched(grey, shrink, change) : grey
    const found = await readBarcodes(asImage(data, width, height), {
      formats: ['QRCode'],
      tryHarder: true,
      tryRotate: true,
      tryInvert: false,
      maxNumberOfSymbols: 8,
    })
    const good = found.filter(({ isValid }) => isValid)
    if (good.length > 0) return good.map((one) => ({ text: one.text, corners: cornersIn(one, grey.width / width) }))
  }
  return []
}

async function retouched(
  { data, width, height }: Grey,
  shrink: number,
  change: (image: Sharp) => Sharp,
): Promise<Grey> {
  const smaller = sharp(data, { raw: { width, height, channels: 1 } }).resize(Math.round(width / shrink))
  const { data: after, info } = await change(smaller).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { data: after, width: info.width, height: info.height }
}

const cornersIn = ({ position }: ReadResult, scale: number): Point[] =>
  [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft].map(({ x, y }) => ({
    x: x * scale,
    y: y * scale,
  }))

function asImage(grey: Uint8Array, width: number, height: number): ImageData {
  const pixels = new Uint32Array(width * height)
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = 0xff000000 | ((grey[at] as number) * 0x010101)
  return { data: new Uint8ClampedArray(pixels.buffer), width, height, colorSpace: 'srgb' } as ImageData
}
