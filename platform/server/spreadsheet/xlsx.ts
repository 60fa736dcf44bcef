// Writes a table as an .xlsx, as a stream. Texts stand in their cells and never run as a formula; more rows than a sheet
// holds go on in the next one.

import { type ZipContent, zipped } from './zip-writer.ts'

export type XlsxTable = {
  name: string
  header: readonly string[]
  /** The columns that hold numbers, by index. */
  numbers: readonly number[]
  rows: AsyncIterable<string[][]> | Iterable<string[][]>
  /** How wide every column is, in letters; left to the program that opens it where nothing is said. */
  width?: number
}

/** A sheet holds 1,048,576 rows, of which one is the header. */
const rowsOfSheet = 1_048_575

export const xlsxOf = (table: XlsxTable, mostRows = rowsOfSheet): AsyncGenerator<Buffer> =>
  zipped(parts(table, mostRows))

async function* parts(table: XlsxTable, mostRows: number): AsyncGenerator<ZipContent> {
  const rows = takenInTurn(table.rows)
  let sheets = 0
  const sheet = async function* (): AsyncGenerator<Buffer> {
    yield Buffer.from(`${xml}<worksheet xmlns="${main}">${columnsOf(table)}<sheetData>${rowOf(table.header, [])}`)
    for (let left = mostRows; left > 0 && (await rows.more()); ) {
      const now = rows.take(left)
      left -= now.length
      yield Buffer.from(now.map((row) => rowOf(row, table.numbers)).join(''))
    }
    yield Buffer.from('</sheetData></worksheet>')
  }
  do {
    sheets += 1
    yield { name: `xl/worksheets/sheet${sheets}.xml`, content: sheet() }
  } while (await rows.more())
  for (const [name, text] of Object.entries(around(table.name, sheets))) yield { name, content: [Buffer.from(text)] }
}

const columnsOf = ({ header, width }: XlsxTable): string =>
  width ? `<cols><col min="1" max="${header.length}" width="${width}" customWidth="1"/></cols>` : ''

/** Batches of rows from which one sheet takes what it holds, and the next one the rest. */
function takenInTurn(rows: XlsxTable['rows']) {
  const batches = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]()
  let kept: string[][] = []
  return {
    more: async (): Promise<boolean> => {
      while (kept.length === 0) {
        const next = await batches.next()
        if (next.done) return false
        kept = next.value
      }
      return true
    },
    take: (most: number): string[][] => {
      const now = kept.slice(0, most)
      kept = kept.slice(most)
      return now
    },
  }
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function around(title: string, sheets: number): Record<string, string> {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1)
  const nameOf = (number: number) => escaped(number === 1 ? title : `${title} ${number}`)
  return {
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${numbers
      .map((number) => `<sheet name="${nameOf(number)}" sheetId="${number}" r:id="rId${number}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packageRelations}">${numbers
      .map(
        (number) =>
          `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      )
      .join('')}</Relationships>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/>${numbers
      .map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${kinds}.worksheet+xml"/>`)
      .join('')}</Types>`,
  }
}

function rowOf(cells: readonly string[], numbers: readonly number[]): string {
  let row = '<row>'
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] as string
    if (cell === '') row += '<c/>'
    else if (numbers.includes(index)) row += `<c><v>${cell}</v></c>`
    else row += `<c t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  }
  return `${row}</row>`
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
const special = /[&<>"\u0000-\u001f]/
const escaped = (text: string): string =>
  special.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them
        .replace(/[\u0000-\u001f]/g, ' ')
    : text
