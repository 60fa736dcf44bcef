// The rows of one sheet of a workbook, from its XML as it streams in.

import type { StringStore } from './string-store.ts'
import { type Row, refuseWide } from './table.ts'
import { attributeOf, xmlReader } from './xml.ts'

/** Cells beyond this column are only looked at to see whether they are empty. */
const farthest = 1_000

export function parseSheet(strings: Pick<StringStore, 'get'>, onRow: (row: Row) => void): { push(text: string): void } {
  let at = 0
  let cells: string[] = []
  let formulas: number[] = []
  let column = -1
  let kind = 'n'
  let value = ''
  let reading = false
  let formula = false
  const endCell = () => {
    if (value === '') return
    const text = textOfCell(kind, value, strings)
    if (text === '') return
    const place = Math.min(column, farthest)
    while (cells.length < place) cells.push('')
    cells[place] = text
    if (formula) formulas.push(place)
  }
  const endRow = () => {
    if (!cells.some((cell) => cell.trim() !== '')) return
    refuseWide(cells)
    onRow(formulas.length > 0 ? { at, cells, formulas } : { at, cells })
  }
  return xmlReader({
    open: (name, attributes) => {
      if (name === 'c') {
        const reference = attributeOf(attributes, 'r')
        column = reference ? columnOf(reference) : column + 1
        kind = attributeOf(attributes, 't') ?? 'n'
        value = ''
        formula = false
      } else if (name === 'v' || name === 't') reading = true
      else if (name === 'f') formula = true
      else if (name === 'row') {
        at = Number(attributeOf(attributes, 'r') ?? at + 1)
        cells = []
        formulas = []
        column = -1
      }
    },
    text: (text) => {
      if (reading) value += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') reading = false
      else if (name === 'c') endCell()
      else if (name === 'row') endRow()
    },
  })
}

function textOfCell(kind: string, value: string, strings: Pick<StringStore, 'get'>): string {
  if (kind === 's') return withoutEscapes(strings.get(Number(value)) ?? '')
  // A number of many digits may stand there as 3.4085001234E10.
  if (kind === 'n' && /[.eE]/.test(value)) {
    const number = Number(value)
    return Number.isSafeInteger(number) ? String(number) : value
  }
  return kind === 'str' || kind === 'inlineStr' ? withoutEscapes(value) : value
}

/** Spreadsheets write a control character as _x0001_. */
const withoutEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** `B7` is the column 1. */
export function columnOf(reference: string): number {
  let number = 0
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at)
    if (code < 65 || code > 90) break
    number = number * 26 + code - 64
  }
  return number - 1
}
