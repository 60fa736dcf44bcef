// Gathers what is wrong with rows: the first ones for the screen, how many of each kind, and all of them with their
// original cells in a file that can be mended and sent again.

import type { Row } from '../../../../platform/server/spreadsheet/table.ts'
import type { ImportField, Mapping } from '../../contract/import.ts'
import { type Fault, type FaultCode, nameOfFault, sentenceOfFault } from './faults.ts'

type Shown = { code: string; vi: string; en: string; row: number; column: string; text: string }
export type Collected = {
  bad: number
  first: Shown[]
  kinds: { code: string; vi: string; en: string; count: number }[]
}

const mostShown = 50
const lettersInPiece = 1024 * 1024
const errorColumn = { vi: 'Lỗi', en: 'Error' }

export function collectFaults(
  mapping: Mapping,
  {
    language,
    saveFaults,
  }: { language: 'vi' | 'en'; saveFaults?: ((piece: Buffer, position: number) => Promise<void>) | undefined },
) {
  const first: Shown[] = []
  const counts = new Map<FaultCode, number>()
  let header: string[] = []
  let bad = 0
  let text = ''
  let position = 0
  const flush = async () => {
    if (text === '') return
    const piece = Buffer.from(text)
    text = ''
    await saveFaults?.(piece, position)
    position += 1
  }
  const columnName = (field: ImportField | undefined): string => {
    const column = field && mapping.columns[field]
    return column === undefined ? '' : (header[column] ?? `${column + 1}`)
  }
  return {
    header: (cells: string[]) => {
      header = cells
    },
    add(row: Row, faults: readonly Fault[]) {
      const width = Math.max(header.length, 1)
      if (bad === 0) text = `\uFEFF${lineOf([...padded(header, width), errorColumn[language]])}`
      bad += 1
      for (const { code } of faults) counts.set(code, (counts.get(code) ?? 0) + 1)
      const sentences = faults.map((fault) => ({ fault, ...sentenceOfFault(fault) }))
      for (const { fault, vi, en } of sentences) {
        if (first.length >= mostShown) break
        const cell = fault.field && row.cells[mapping.columns[fault.field] ?? -1]
        first.push({
          code: fault.code,
          vi,
          en,
          row: row.at,
          column: columnName(fault.field),
          text: readable(cell ?? ''),
        })
      }
      const said = sentences.map((sentence) => {
        const column = columnName(sentence.fault.field)
        return column ? `${column}: ${sentence[language]}` : sentence[language]
      })
      text += lineOf([...padded(row.cells, width), said.join('; ')])
    },
    /** To be awaited between batches. */
    room: async () => {
      if (text.length > lettersInPiece) await flush()
    },
    finish: async (): Promise<Collected> => {
      await flush()
      const kinds = [...counts]
        .sort(([, one], [, other]) => other - one)
        .map(([code, count]) => ({ code, ...nameOfFault(code), count }))
      return { bad, first, kinds }
    },
  }
}

/** Every row has the width of the header, so that the error stands in its own column. */
const padded = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, index) => cells[index] ?? '')

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are shown as a mark
const readable = (text: string): string => text.slice(0, 60).replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd')

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`

/** An apostrophe keeps a spreadsheet from running it; reading it again takes it away. */
function cellOf(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
