// Reads csv (RFC 4180, three delimiters) from a stream of bytes, quickly where nothing is quoted.

import type { Encoding } from './encoding.ts'
import { type Source, streamOf } from './source.ts'
import { type Row, refuseWide, type Table } from './table.ts'

const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** The one that parts the first lines into most cells. */
export function delimiterOf(text: string): Delimiter {
  const lines = text.split('\n').slice(0, 20)
  const count = (delimiter: string) => lines.reduce((sum, line) => sum + line.split(delimiter).length - 1, 0)
  return delimiters.reduce<Delimiter>((best, one) => (count(one) > count(best) ? one : best), ',')
}

/** A quote that is not closed within so many letters is no quote: the row is named as broken and the next line begins anew. */
const longestRecord = 100_000

export function csvTable(source: Source, { encoding, delimiter }: { encoding: Encoding; delimiter: Delimiter }): Table {
  let read = 0
  return {
    share: () => (source.size === 0 ? 1 : read / source.size),
    rows: async function* () {
      const decoder = new TextDecoder(encoding)
      const reader = csvReader(delimiter)
      for await (const bytes of streamOf(source)) {
        read += bytes.length
        const rows = reader.push(tidy(decoder.decode(bytes, { stream: true }), encoding))
        if (rows.length > 0) yield rows
      }
      const rest = reader.end(tidy(decoder.decode(), encoding))
      if (rest.length > 0) yield rest
    },
  }
}

/** 1258 writes some marks behind their letter. */
const tidy = (text: string, encoding: Encoding): string => (encoding === 'windows-1258' ? text.normalize('NFC') : text)

/** `push` answers the rows that the text completes; an empty row is left out but counted. */
export function csvReader(delimiter: Delimiter): { push(text: string): Row[]; end(text: string): Row[] } {
  let kept = ''
  let at = 0
  const row = (cells: string[], broken?: true): Row => {
    refuseWide(cells)
    return broken ? { at, cells, broken } : { at, cells }
  }
  const take = (text: string, last: boolean): Row[] => {
    const rows: Row[] = []
    let from = 0
    while (from < text.length) {
      const found = endOfRecord(text, from)
      if (found === -1 && !last && text.length - from < longestRecord) break
      at += 1
      if (found === -1 && hasQuote(text, from, text.length)) {
        const end = lineEnd(text, from)
        rows.push(row([text.slice(from, end)], true))
        from = end + 1
        continue
      }
      const end = found === -1 ? text.length : found
      const line = text.slice(from, text[end - 1] === '\r' ? end - 1 : end)
      if (line !== '') rows.push(row(cellsOf(line, delimiter)))
      from = end + 1
    }
    kept = text.slice(from)
    return rows
  }
  return { push: (text) => take(kept + text, false), end: (text) => take(kept + text, true) }
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end === -1 ? text.length : end
}

const hasQuote = (text: string, from: number, to: number): boolean => {
  const quote = text.indexOf('"', from)
  return quote !== -1 && quote < to
}

/** The line feed that ends the record, outside of quotes; -1 where the text ends before. */
function endOfRecord(text: string, from: number): number {
  let end = text.indexOf('\n', from)
  let quote = text.indexOf('"', from)
  while (quote !== -1 && (end === -1 || quote < end)) {
    const close = text.indexOf('"', quote + 1)
    if (close === -1) return -1
    if (end !== -1 && close > end) end = text.indexOf('\n', close)
    quote = text.indexOf('"', close + 1)
  }
  return end
}

/** The apostrophe with which our own files keep a text from running as a formula is taken away again. */
function cellsOf(line: string, delimiter: Delimiter): string[] {
  const cells = line.includes('"') ? quotedCells(line, delimiter) : line.split(delimiter)
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] as string
    if (cell.charCodeAt(0) === 39 && /^'[=+\-@]/.test(cell)) cells[index] = cell.slice(1)
  }
  return cells
}

function quotedCells(line: string, delimiter: Delimiter): string[] {
  const cells: string[] = []
  let at = 0
  while (at <= line.length) {
    if (line[at] === '"') {
      let cell = ''
      let close = line.indexOf('"', at + 1)
      let from = at + 1
      while (close !== -1 && line[close + 1] === '"') {
        cell += line.slice(from, close + 1)
        from = close + 2
        close = line.indexOf('"', from)
      }
      cell += line.slice(from, close === -1 ? line.length : close)
      const next = close === -1 ? line.length : line.indexOf(delimiter, close)
      cells.push(cell + (close === -1 ? '' : line.slice(close + 1, next === -1 ? line.length : next)))
      at = next === -1 ? line.length + 1 : next + 1
    } else {
      const next = line.indexOf(delimiter, at)
      cells.push(line.slice(at, next === -1 ? line.length : next))
      at = next === -1 ? line.length + 1 : next + 1
    }
  }
  return cells
}
