// From bytes to text: in which encoding a csv seems to be written, and which kind of file these bytes are at all.

import type { FileReading } from '../../contract/spreadsheet.ts'
import { type Letters, lettersOf } from './letters.ts'

export type Encoding = FileReading['encoding']
export type Writing = { encoding: Encoding; letters: Letters }

/** Judged by the beginning of the file; the person may choose otherwise. */
export function writingOf(start: Uint8Array): Writing {
  const marked = byMark(start)
  if (marked) return { encoding: marked, letters: lettersIn(start, marked) }
  if (isUtf8(start)) return { encoding: 'utf-8', letters: lettersIn(start, 'utf-8') }
  // One byte a letter: what reads as most Vietnamese. 1252 is the carrier of the old fonts.
  const viet = lettersOf(linesOf(start, 'windows-1258'))
  const old = lettersOf(linesOf(start, 'windows-1252'))
  return viet.letters === 'unicode' && viet.score >= old.score
    ? { encoding: 'windows-1258', letters: 'unicode' }
    : { encoding: 'windows-1252', letters: old.letters }
}

function byMark(start: Uint8Array): Encoding | undefined {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8'
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  if (start.length < 16) return undefined
  // Without a mark: every second byte of plain letters is zero.
  const [even, odd] = [0, 1].map((from) => zeros(start, from)) as [number, number]
  const looked = Math.min(start.length, 2000) / 2
  if (odd > looked * 0.3 && even < looked * 0.05) return 'utf-16le'
  if (even > looked * 0.3 && odd < looked * 0.05) return 'utf-16be'
  return undefined
}

function zeros(bytes: Uint8Array, from: number): number {
  let count = 0
  for (let at = from; at < Math.min(bytes.length, 2000); at += 2) if (bytes[at] === 0) count += 1
  return count
}

function isUtf8(start: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return true
  } catch {
    return false
  }
}

const linesOf = (start: Uint8Array, encoding: Encoding): string[] =>
  new TextDecoder(encoding).decode(start, { stream: true }).normalize('NFC').split('\n').slice(0, 2000)
const lettersIn = (start: Uint8Array, encoding: Encoding): Letters => lettersOf(linesOf(start, encoding)).letters

export type FileKind = 'csv' | 'xlsx' | 'old_excel' | 'wrong_kind' | 'empty'

/** Which kind of file the first bytes are; the name is not asked. */
export function kindOfBytes(start: Uint8Array): FileKind {
  if (start.length === 0) return 'empty'
  const begins = (...bytes: number[]) => bytes.every((byte, at) => start[at] === byte)
  if (begins(0x50, 0x4b, 0x03, 0x04)) return 'xlsx'
  // Excel of before 2007, and any workbook with a password.
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return 'old_excel'
  const encoding = byMark(start)
  if (encoding?.startsWith('utf-16')) return 'csv'
  const looked = start.subarray(0, 65_536)
  // Text holds no zero byte, and hardly any control character.
  if (looked.includes(0) || controls(looked) > looked.length * 0.02) return 'wrong_kind'
  const head = new TextDecoder('windows-1252').decode(looked.subarray(0, 512)).replace(/^ï»¿/, '').trimStart()
  return /^(<|%PDF|\{\\rtf|GIF8|PK)/.test(head) ? 'wrong_kind' : 'csv'
}

const controls = (bytes: Uint8Array): number =>
  bytes.reduce((sum, byte) => sum + (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 ? 1 : 0), 0)
