// Reads one sheet of an .xlsx as rows of cells: its shared texts first, its merged ranges next, then row by row.

import { mergedRanges, sweep } from './merged.ts'
import { parseSheet } from './sheet.ts'
import type { Source } from './source.ts'
import { type StringStore, stringStore } from './string-store.ts'
import { type Row, type Table, Unreadable } from './table.ts'
import { attributeOf, xmlReader } from './xml.ts'
import { unpacked, type ZipEntry, zipEntries } from './zip.ts'

export type Workbook = { sheets: string[] } & Pick<WorkbookParts, 'source' | 'entries' | 'paths'>
type WorkbookParts = { source: Source; entries: Map<string, ZipEntry>; paths: string[] }

export async function openWorkbook(source: Source): Promise<Workbook> {
  const entries = await zipEntries(source)
  const targets = new Map<string, string>()
  await scan(source, entries.get('xl/_rels/workbook.xml.rels'), (name, attributes) => {
    const [id, target] = [attributeOf(attributes, 'Id'), attributeOf(attributes, 'Target')]
    if (name === 'Relationship' && id && target) targets.set(id, pathOf(target))
  })
  const found: { name: string; path: string; hidden: boolean }[] = []
  await scan(source, entries.get('xl/workbook.xml'), (name, attributes) => {
    if (name !== 'sheet') return
    const place = targets.get(attributeOf(attributes, 'id') ?? '') ?? `xl/worksheets/sheet${found.length + 1}.xml`
    const hidden = (attributeOf(attributes, 'state') ?? 'visible') !== 'visible'
    if (entries.has(place)) found.push({ name: attributeOf(attributes, 'name') ?? '', path: place, hidden })
  })
  const shown = found.filter((sheet) => !sheet.hidden)
  if (shown.length === 0) throw new Unreadable('no_sheet')
  return { source, entries, sheets: shown.map((sheet) => sheet.name), paths: shown.map((sheet) => sheet.path) }
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

async function scan(
  source: Source,
  entry: ZipEntry | undefined,
  open: (name: string, attributes: string) => void,
): Promise<void> {
  if (!entry) throw new Unreadable('broken_file')
  const reader = xmlReader({ open, text: () => undefined, close: () => undefined })
  const decoder = new TextDecoder('utf-8')
  for await (const bytes of unpacked(source, entry)) reader.push(decoder.decode(bytes, { stream: true }))
}

/** Rows of the sheet; with `most` only the first ones, for a look. `onDisk`: many shared texts may wait in a file without a name. */
export function sheetTable(book: Workbook, sheet: number, most = Number.POSITIVE_INFINITY, onDisk = true): Table {
  const place = book.paths[sheet]
  const entry = place === undefined ? undefined : book.entries.get(place)
  if (!entry) throw new Unreadable('no_sheet')
  let read = 0
  return {
    share: () => (entry.packed === 0 ? 1 : read / entry.packed),
    rows: async function* () {
      const strings = onDisk ? stringStore() : stringStore(Number.POSITIVE_INFINITY)
      try {
        // For a look, the first texts are enough: the first rows name the first of them.
        await readStrings(book, strings, most === Number.POSITIVE_INFINITY ? most : 20_000)
        const whole = most === Number.POSITIVE_INFINITY
        const marks = sweep(whole ? await mergedRanges(book.source, entry) : [])
        yield* sheetRows(book, entry, { strings, marks, most, onRead: (bytes) => (read += bytes) })
      } finally {
        strings.close()
      }
    },
  }
}

type Reading = {
  strings: StringStore
  marks: ReturnType<typeof sweep>
  most: number
  onRead: (bytes: number) => void
}

async function* sheetRows(book: Workbook, entry: ZipEntry, reading: Reading): AsyncGenerator<Row[]> {
  let rows: Row[] = []
  let count = 0
  const reader = parseSheet(reading.strings, (row) => {
    const merged = reading.marks(row.at)
    if (merged.length > 0) row.merged = merged
    rows.push(row)
  })
  const decoder = new TextDecoder('utf-8')
  for await (const bytes of unpacked(book.source, entry, reading.onRead)) {
    reader.push(decoder.decode(bytes, { stream: true }))
    if (rows.length === 0) continue
    count += rows.length
    yield rows
    rows = []
    if (count >= reading.most) return
  }
}

async function readStrings(book: Workbook, strings: StringStore, most: number): Promise<void> {
  const entry = book.entries.get('xl/sharedStrings.xml')
  if (!entry) return
  let text = ''
  let inText = false
  let phonetic = false
  const reader = xmlReader({
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 't') inText = !phonetic
      else if (name === 'rPh') phonetic = true
    },
    text: (part) => {
      if (inText) text += part
    },
    close: (name) => {
      if (name === 'si') strings.add(text)
      else if (name === 't') inText = false
      else if (name === 'rPh') phonetic = false
    },
  })
  const decoder = new TextDecoder('utf-8')
  for await (const bytes of unpacked(book.source, entry)) {
    reader.push(decoder.decode(bytes, { stream: true }))
    if (strings.size() >= most) break
  }
  strings.ready()
}
