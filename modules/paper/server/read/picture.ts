// A picture in memory: colours for people, greys for the reader. Whatever is too large is refused before it is unpacked.

import sharp, { type Sharp } from 'sharp'

export type Grey = { data: Uint8Array; width: number; height: number }
export type Picture = { colours: Buffer; width: number; height: number; grey: Grey }
export type Unreadable = 'too_many_pixels' | 'broken_file'

/** A good phone makes 50 million; a bomb says it has billions. */
const mostPixels = 80_000_000
/** The longer side that pictures are read at: eight to a millimetre of A4. */
const readAt = 2400

sharp.concurrency(1)
sharp.cache(false)

/** Upright as the phone meant it, in three colours, no larger than is read. */
export async function openPicture(bytes: Uint8Array): Promise<Picture | Unreadable> {
  const image = sharp(bytes, { limitInputPixels: false, failOn: 'error' })
  const size = await image.metadata().catch(() => undefined)
  if (!size?.width || !size.height) return 'broken_file'
  if (size.width * size.height > mostPixels) return 'too_many_pixels'
  return pictureOf(image.autoOrient()).catch(() => 'broken_file' as const)
}

/** What the renderer of PDF pages gives: rows of four bytes. */
export const pictureOfBitmap = (data: Uint8Array, width: number, height: number): Promise<Picture> =>
  pictureOf(sharp(data, { raw: { width, height, channels: 4 } }))

async function pictureOf(image: Sharp): Promise<Picture> {
  const { data, info } = await image
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(readAt, readAt, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return { colours: data, width, height, grey: greyOf(data, width, height, channels) }
}

function greyOf(data: Buffer, width: number, height: number, channels: number): Grey {
  const grey = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < grey.length; at += 1, from += channels)
    grey[at] = ((data[from] as number) * 77 + (data[from + 1] as number) * 150 + (data[from + 2] as number) * 29) >> 8
  return { data: grey, width, height }
}

/** As it is kept: turned by quarters, small enough to be shown at once and sharp enough to be read. */
export const keptPicture = ({ colours, width, height }: Picture, quarters: number): Promise<Buffer> =>
  sharp(colours, { raw: { width, height, channels: 3 } })
    .rotate(quarters * 90)
    .resize(1700, 1700, { fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 72 })
    .toBuffer()

/** Sums of every rectangle from the upper left corner, for means of any window in four steps. */
export function windowMeans({ data, width, height }: Grey): (x: number, y: number, reach: number) => number {
  const sums = new Float64Array((width + 1) * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += data[y * width + x] as number
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] as number) + row
    }
  }
  const at = (x: number, y: number): number => sums[y * (width + 1) + x] as number
  return (x, y, reach) => {
    const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)]
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)]
    return (at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top)) / ((right - left) * (bottom - top))
  }
}
