// Reads the cells of each row: text, codes, days, levels, kinds, shares. Each cell that cannot be read is an error by name.

import { type Level, levels, type SuccessionKind, successionKinds } from '../../contract/kinds.ts'
import type { Cells } from './read-table.ts'
import { type FileName, type RowError, type RowErrorCode, rowError, type Values } from './row-errors.ts'

export const unitFileColumns = ['code', 'name', 'type', 'level', 'parent_code', 'valid_from', 'valid_to'] as const
export const successionFileColumns = ['date', 'document', 'kind', 'from_code', 'to_code', 'share'] as const

export type UnitRow = {
  row: number
  code: string
  name: string
  type: string
  level: Level
  parentCode: string
  validFrom: string
  validTo: string | null
}
export type SuccessionRow = {
  row: number
  date: string
  document: string
  kind: SuccessionKind
  fromCode: string
  toCode: string
  share: number | null
}

// Invisible characters and those that turn the direction of writing; a tab or a line break has no place in a name either.
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing control characters is the purpose
const controls = /[\u0000-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/
const codeShape = /^[\p{L}\p{N}._-]{1,20}$/u

export function realDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text && text >= '1000-01-01'
}

/** Kinds as people write them, spaces and languages included. */
const kindWords: Record<string, SuccessionKind> = {
  'merge-and-split': 'merge-split',
  'split-and-merge': 'merge-split',
  'merged-and-split': 'merge-split',
  'level-ended': 'level-removed',
  'province-merged': 'province-merge',
  'provinces-merged': 'province-merge',
  'code-reused': 'code-reuse',
  'code-re-used': 'code-reuse',
  renamed: 'rename',
  merged: 'merge',
  splitted: 'split',
  moved: 'move',
  'đổi-tên': 'rename',
  nhập: 'merge',
  'sáp-nhập': 'merge',
  chia: 'split',
  tách: 'split',
  'nhập-và-chia': 'merge-split',
  'kết-thúc-cấp': 'level-removed',
  'nhập-tỉnh': 'province-merge',
}
function kindOf(text: string): SuccessionKind | undefined {
  const key = text.toLowerCase().replace(/[\s_]+/g, '-')
  return successionKinds.find((kind) => kind === key) ?? kindWords[key]
}

/** Reads cells one after the other and keeps what is wrong with them. */
class CellReader<Column extends string> {
  readonly errors: RowError[] = []
  readonly #file: FileName
  readonly #row: number
  readonly #cells: Cells<Column>

  constructor(file: FileName, row: number, cells: Cells<Column>) {
    this.#file = file
    this.#row = row
    this.#cells = cells
  }

  wrong(column: Column, code: RowErrorCode, values: Values = {}): void {
    this.errors.push(rowError(this.#file, this.#row, column, code, values))
  }
  raw(column: Column): string {
    return this.#cells[column].normalize('NFC').trim()
  }
  /** A text that is wrong stands as … in what is said of its row besides. */
  text(column: Column, limit: number): string {
    const text = this.raw(column)
    if (text === '') this.wrong(column, 'missing')
    else if (controls.test(text)) this.wrong(column, 'control_characters')
    else if (text.length > limit) this.wrong(column, 'too_long', { limit })
    else return text
    return '…'
  }
  code(column: Column, optional = false): string {
    const text = this.raw(column)
    if (text === '' && optional) return ''
    if (text === '') this.wrong(column, 'missing')
    else if (controls.test(text)) this.wrong(column, 'control_characters')
    else if (!codeShape.test(text)) this.wrong(column, 'code_ill_formed', { value: text })
    else return text
    return ''
  }
  day(column: Column): string {
    const text = this.raw(column)
    if (text === '') this.wrong(column, 'missing')
    else if (!realDay(text)) this.wrong(column, 'date_wrong', { value: text })
    return text
  }
}

export type Read<Row> = { value: Row; errors: RowError[] }

export function readUnitRow(row: number, cells: Cells<(typeof unitFileColumns)[number]>): Read<UnitRow> {
  const cell = new CellReader('units', row, cells)
  const level = cell.raw('level').toLowerCase() as Level
  if (level.length === 0) cell.wrong('level', 'missing')
  else if (!levels.includes(level)) cell.wrong('level', 'level_unknown', { value: level })
  const validFrom = cell.day('valid_from')
  const validTo = cell.raw('valid_to') === '' ? null : cell.day('valid_to')
  if (validTo !== null && realDay(validFrom) && realDay(validTo) && validTo <= validFrom)
    cell.wrong('valid_to', 'ends_before_start')
  const value: UnitRow = {
    row,
    code: cell.code('code'),
    name: cell.text('name', 200),
    type: cell.text('type', 50),
    level,
    parentCode: cell.code('parent_code', true),
    validFrom,
    validTo,
  }
  return { value, errors: cell.errors }
}

export function readSuccessionRow(
  row: number,
  cells: Cells<(typeof successionFileColumns)[number]>,
): Read<SuccessionRow> {
  const cell = new CellReader('successions', row, cells)
  const date = cell.day('date')
  const written = cell.raw('kind')
  const kind = kindOf(written)
  if (written === '') cell.wrong('kind', 'missing')
  else if (!kind) cell.wrong('kind', 'kind_unknown', { value: written, kinds: successionKinds.join(', ') })
  const toCode = cell.code('to_code', true)
  if (cell.raw('to_code') === '' && kind && kind !== 'level-removed') cell.wrong('to_code', 'to_missing')
  const shareText = cell.raw('share')
  const isShare = /^\d+(\.\d+)?$/.test(shareText) && Number(shareText) > 0 && Number(shareText) <= 1
  const share = isShare ? Number(shareText) : null
  if (shareText !== '' && !isShare) cell.wrong('share', 'share_wrong', { value: shareText })
  const value: SuccessionRow = {
    row,
    date,
    document: cell.text('document', 500),
    kind: kind ?? 'merge',
    fromCode: cell.code('from_code'),
    toCode,
    // A renaming moves nothing, so its share is known without being written.
    share: share === null && kind === 'rename' ? 1 : share,
  }
  return { value, errors: cell.errors }
}
