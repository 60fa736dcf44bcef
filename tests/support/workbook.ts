// Real .xlsx files to read in tests: rows as the XML that spreadsheet programs write.

import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { type ZipContent, zipped } from '../../platform/server/spreadsheet/zip-writer.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Parts = {
  /** The `<row>` elements, whole or as they are made. */
  rows: string | Iterable<string>
  strings?: readonly string[]
  merges?: readonly string[]
  names?: readonly string[]
}

export const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
/** A row of texts that stand in their cells. */
export const inlineRow = (cells: readonly string[]): string =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${text(cell)}</t></is></c>`).join('')}</row>`

export async function workbook({ rows, strings, merges = [], names = ['Trang 1'] }: Parts): Promise<Buffer> {
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  const sheet = function* () {
    yield Buffer.from(`<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>`)
    for (const row of typeof rows === 'string' ? [rows] : rows) yield Buffer.from(row)
    yield Buffer.from(
      `</sheetData>${merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`}</worksheet>`,
    )
  }
  const part = (name: string, content: string): ZipContent => ({ name, content: [Buffer.from(content)] })
  const files: ZipContent[] = [
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${names
        .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${names
        .map((_, index) => `<Relationship Id="rId${index + 1}" Target="worksheets/sheet${index + 1}.xml"/>`)
        .join('')}</Relationships>`,
    ),
    { name: 'xl/worksheets/sheet1.xml', content: sheet() },
    // Spreadsheet programs write the shared texts behind the sheets that name them.
    ...(strings
      ? [part('xl/sharedStrings.xml', `<sst>${strings.map((one) => `<si><t>${text(one)}</t></si>`).join('')}</sst>`)]
      : []),
  ]
  return buffer(Readable.from(zipped(files)))
}
