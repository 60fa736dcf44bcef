// The texts that the cells of a workbook share, by number: in memory while they are few, else in a file without a name
// that nobody else can open, so that memory stays flat however many there are.

import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const mostInMemory = 4 * 1024 * 1024
const pageSize = 64 * 1024
const mostPages = 256

export function stringStore(lettersInMemory = mostInMemory) {
  let list: string[] = []
  let letters = 0
  let file: number | undefined
  let count = 0
  let offsets = new Float64Array(1024)
  let written = 0
  const pending = Buffer.allocUnsafe(1024 * 1024)
  let filled = 0
  const pages = new Map<number, Buffer>()

  const flush = () => {
    if (filled > 0 && file !== undefined) writeSync(file, pending, 0, filled, written)
    written += filled
    filled = 0
  }
  const append = (text: string) => {
    const bytes = Buffer.from(text)
    if (count + 2 > offsets.length) {
      const longer = new Float64Array(offsets.length * 2)
      longer.set(offsets)
      offsets = longer
    }
    offsets[count] = written + filled
    count += 1
    offsets[count] = written + filled + bytes.length
    for (let from = 0; from < bytes.length; ) {
      const part = Math.min(bytes.length - from, pending.length - filled)
      bytes.copy(pending, filled, from, from + part)
      filled += part
      from += part
      if (filled === pending.length) flush()
    }
  }
  const page = (number: number): Buffer => {
    const kept = pages.get(number)
    if (kept) return kept
    const bytes = Buffer.alloc(pageSize)
    readSync(file as number, bytes, 0, pageSize, number * pageSize)
    // The oldest page goes; cells mostly ask in the order in which the texts were written.
    if (pages.size >= mostPages) pages.delete(pages.keys().next().value as number)
    pages.set(number, bytes)
    return bytes
  }
  const bytesAt = (from: number, to: number): Buffer => {
    const parts: Buffer[] = []
    for (let at = from; at < to; ) {
      const number = Math.floor(at / pageSize)
      const end = Math.min(to, (number + 1) * pageSize)
      parts.push(page(number).subarray(at - number * pageSize, end - number * pageSize))
      at = end
    }
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
  }
  return {
    add(text: string): void {
      if (file !== undefined) {
        append(text)
        return
      }
      list.push(text)
      letters += text.length
      if (letters <= lettersInMemory) return
      file = namelessFile()
      for (const one of list) append(one)
      list = []
    },
    /** Everything was added: from now on it is read. */
    ready: () => flush(),
    get(number: number): string | undefined {
      if (file === undefined) return list[number]
      if (!(number >= 0 && number < count)) return undefined
      return bytesAt(offsets[number] as number, offsets[number + 1] as number).toString('utf8')
    },
    size: () => (file === undefined ? list.length : count),
    close(): void {
      if (file !== undefined) closeSync(file)
      file = undefined
    },
  }
}
export type StringStore = ReturnType<typeof stringStore>

function namelessFile(): number {
  const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-import-'))
  const file = openSync(path.join(folder, 'strings'), 'wx+', 0o600)
  rmSync(folder, { recursive: true, force: true })
  return file
}
