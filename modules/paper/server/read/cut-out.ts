// Cuts the signature out of the picture, straightened, and measures its ink.

import sharp from 'sharp'
import { signatureBox } from '../../rules/layout.ts'
import type { Plane } from './homography.ts'
import { type Picture, windowMeans } from './picture.ts'
import { spotsIn } from './spots.ts'

/** Pixels to a millimetre of the cut-out. */
const fine = 8
/** The printed edge of the box is left out, with as much as a sheet may be off. */
const edge = 2.5
/** So many pixels are left out of what is shown: the printed line itself. */
const frame = 10

export type InkFound = { state: 'good' | 'dot' | 'empty'; area: number; width: number; height: number }
export type CutOut = { image: Buffer; ink: InkFound }

export async function cutOut(picture: Picture, plane: Plane): Promise<CutOut> {
  const [width, height] = [Math.round(signatureBox.width * fine), Math.round(signatureBox.height * fine)]
  const colours = Buffer.alloc(width * height * 3)
  const grey = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = plane({ x: signatureBox.left + (x + 0.5) / fine, y: signatureBox.top + (y + 0.5) / fine })
      const at = y * width + x
      sample(picture, from.x, from.y, colours, at * 3)
      grey[at] =
        ((colours[at * 3] as number) * 77 +
          (colours[at * 3 + 1] as number) * 150 +
          (colours[at * 3 + 2] as number) * 29) >>
        8
    }
  const meanOf = windowMeans({ data: grey, width, height })
  const image = await sharp(onWhite(colours, width, height, meanOf), { raw: { width, height, channels: 3 } })
    .extract({ left: frame, top: frame, width: width - frame * 2, height: height - frame * 2 })
    .jpeg({ quality: 80 })
    .toBuffer()
  return { image, ink: inkIn(width, height, meanOf) }
}

type MeanOf = ReturnType<typeof windowMeans>

/** Dim or shaded paper becomes white, so that a person sees ink and no darkness; the sheet itself is kept as it was taken. */
function onWhite(colours: Buffer, width: number, height: number, meanOf: MeanOf): Buffer {
  const white = Buffer.alloc(colours.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const brighter = 250 / Math.max(30, meanOf(x, y, fine * 8))
      const at = (y * width + x) * 3
      for (let channel = at; channel < at + 3; channel += 1)
        white[channel] = Math.min(255, Math.round((colours[channel] as number) * brighter))
    }
  return white
}

/** Between four pixels; outside the picture it is white. */
function sample({ colours, width, height }: Picture, x: number, y: number, into: Buffer, at: number): void {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) {
    into.fill(255, at, at + 3)
    return
  }
  const [fx, fy] = [x - left, y - top]
  const first = (top * width + left) * 3
  for (let channel = 0; channel < 3; channel += 1) {
    const one = first + channel
    const below = one + width * 3
    into[at + channel] = Math.round(
      (colours[one] as number) * (1 - fx) * (1 - fy) +
        (colours[one + 3] as number) * fx * (1 - fy) +
        (colours[below] as number) * (1 - fx) * fy +
        (colours[below + 3] as number) * fx * fy,
    )
  }
}

/** What is darker than the paper around it: the light may fall off, the paper may be grey. */
function inkIn(width: number, height: number, meanOf: MeanOf): InkFound {
  const mask = new Uint8Array(width * height)
  const inset = Math.round(edge * fine)
  for (let y = inset; y < height - inset; y += 1)
    for (let x = inset; x < width - inset; x += 1)
      if (meanOf(x, y, 1) < meanOf(x, y, fine * 5) * 0.82) mask[y * width + x] = 1
  // Specks of dust and of the camera are no ink.
  const spots = spotsIn(mask, width, height).filter(({ area }) => area > fine * fine * 0.3)
  const area = spots.reduce((sum, spot) => sum + spot.area, 0) / (fine * fine)
  const wide =
    spots.length === 0
      ? 0
      : (Math.max(...spots.map(({ right }) => right)) - Math.min(...spots.map(({ left }) => left))) / fine
  const high =
    spots.length === 0
      ? 0
      : (Math.max(...spots.map(({ bottom }) => bottom)) - Math.min(...spots.map(({ top }) => top))) / fine
  return { state: inkState(area, wide, high), area, width: wide, height: high }
}

/** In square millimetres and millimetres: a pen that is set down once leaves two or three, and goes nowhere. */
function inkState(area: number, width: number, height: number): InkFound['state'] {
  if (area < 0.6) return 'empty'
  return Math.max(width, height) < 6 ? 'dot' : 'good'
}
