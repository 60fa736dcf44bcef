// Bytes as a run of QR codes, shown one after another and read in any order. The letters are those that a QR code packs
// tightest (RFC 9285, base 45); each frame says which run it belongs to, its number and how many there are.

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const mark = 'BYF1'
/** Bytes in one frame: a code of version 20, which the camera of a cheap phone reads from a screen. */
const perFrame = 500

export async function framesOf(bytes: Uint8Array): Promise<string[]> {
  const run = await runOf(bytes)
  const count = Math.max(1, Math.ceil(bytes.length / perFrame))
  return Array.from(
    { length: count },
    (_, at) => `${mark}:${run}:${at + 1}:${count}:${encode(bytes.subarray(at * perFrame, (at + 1) * perFrame))}`,
  )
}

type Frame = { run: string; number: number; count: number; text: string }
export function readFrame(text: string): Frame | undefined {
  const found = /^BYF1:([0-9A-F]{16}):(\d{1,4}):(\d{1,4}):(.*)$/s.exec(text)
  if (!found) return undefined
  const [, run = '', number, count, rest = ''] = found
  const frame = { run, number: Number(number), count: Number(count), text: rest }
  return frame.number >= 1 && frame.number <= frame.count ? frame : undefined
}

/** What has been read of a run so far; a frame of another run begins anew, for somebody holds another phone now. */
export type Reading = { run: string; count: number; texts: ReadonlyMap<number, string> }

export function readMore(reading: Reading | undefined, texts: readonly string[]): Reading | undefined {
  let now = reading
  for (const text of texts) {
    const frame = readFrame(text)
    if (!frame || (frame.run === now?.run && now.texts.has(frame.number))) continue
    const before = frame.run === now?.run ? now.texts : []
    now = { run: frame.run, count: frame.count, texts: new Map([...before, [frame.number, text]]) }
  }
  return now
}

/** The bytes again when every frame of the run is there and unharmed; a frame read twice is as good as once. */
export async function joinFrames(texts: readonly string[]): Promise<Uint8Array | undefined> {
  const frames = texts.map(readFrame)
  const first = frames[0]
  if (!first || frames.some((frame) => frame?.run !== first.run || frame.count !== first.count)) return undefined
  const byNumber = new Map(frames.map((frame) => [frame?.number, frame?.text ?? '']))
  if (byNumber.size !== first.count) return undefined
  const parts = Array.from({ length: first.count }, (_, at) => decode(byNumber.get(at + 1) ?? ''))
  if (parts.includes(undefined)) return undefined
  const bytes = Uint8Array.from(parts.flatMap((part) => Array.from(part ?? [])))
  return (await runOf(bytes)) === first.run ? bytes : undefined
}

async function runOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
}

function encode(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const two = at + 1 < bytes.length
    let value = two ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0)
    for (let letter = 0; letter < (two ? 3 : 2); letter += 1) {
      text += letters[value % 45]
      value = Math.floor(value / 45)
    }
  }
  return text
}

function decode(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined
  const bytes: number[] = []
  for (let at = 0; at < text.length; at += 3) {
    const values = Array.from(text.slice(at, at + 3), (letter) => letters.indexOf(letter))
    if (values.includes(-1)) return undefined
    const value = values.reduceRight((sum, one) => sum * 45 + one, 0)
    if (value > (values.length === 3 ? 65_535 : 255)) return undefined
    if (values.length === 3) bytes.push(value >> 8)
    bytes.push(value & 255)
  }
  return Uint8Array.from(bytes)
}
