// Merged ranges of a sheet. They stand behind its rows, so they are looked for first: a merged cell says nothing certain
// of the rows that it covers.

import { columnOf } from './sheet.ts'
import type { Source } from './source.ts'
import { Unreadable } from './table.ts'
import { unpacked, type ZipEntry } from './zip.ts'

export type Range = { top: number; bottom: number; left: number; right: number }

const most = 100_000

export async function mergedRanges(source: Source, entry: ZipEntry): Promise<Range[]> {
  const found: Range[] = []
  const decoder = new TextDecoder('utf-8')
  let behindRows = false
  let kept = ''
  for await (const bytes of unpacked(source, entry)) {
    kept += decoder.decode(bytes, { stream: true })
    if (!behindRows) {
      const end = kept.search(/<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/)
      behindRows = end !== -1
      kept = behindRows ? kept.slice(end) : kept.slice(-60)
      if (!behindRows) continue
    }
    for (const [, reference] of kept.matchAll(/mergeCell\s[^<>]*ref="([A-Z]+\d+:[A-Z]+\d+)"/g))
      found.push(rangeOf(reference as string))
    if (found.length > most) throw new Unreadable('broken_file')
    kept = kept.slice(Math.max(kept.lastIndexOf('>') + 1, kept.length - 300))
  }
  return found.sort((one, other) => one.top - other.top)
}

export function rangeOf(reference: string): Range {
  const [from = '', to = ''] = reference.split(':')
  const rowOf = (cell: string) => Number(/\d+$/.exec(cell)?.[0] ?? 0)
  return { top: rowOf(from), bottom: rowOf(to), left: columnOf(from), right: columnOf(to) }
}

/**
 * Asked row by row, from the top: the columns of that row whose cell is part of a merged range. The first cell of a range
 * that only goes down is its own.
 */
export function sweep(ranges: readonly Range[]): (row: number) => number[] {
  let next = 0
  let open: Range[] = []
  return (row) => {
    if (ranges.length === 0) return []
    while (next < ranges.length && (ranges[next] as Range).top <= row) {
      open.push(ranges[next] as Range)
      next += 1
    }
    open = open.filter((range) => range.bottom >= row)
    if (open.length > 1_000) throw new Unreadable('broken_file')
    return open
      .filter((range) => range.top !== row || range.left !== range.right)
      .flatMap(({ left, right }) => Array.from({ length: Math.min(right - left + 1, 250) }, (_, index) => left + index))
  }
}
