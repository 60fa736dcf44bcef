// What every kind of file is read as: rows of cells with their number in the file, in batches.

export type Row = {
  /** The number that a spreadsheet shows beside it, from 1. */
  at: number
  cells: string[]
  /** Cells whose value a formula made, or that belong to a merged range; by index of the column. */
  formulas?: number[]
  merged?: number[]
  /** The row cannot be told apart from the next ones. */
  broken?: true
}

export type Table = {
  rows(): AsyncGenerator<Row[]>
  /** How much of the file has been read, 0 to 1. */
  share(): number
}

/** A file that cannot be read at all; the name is one of the refusals of the contract. */
export class Unreadable extends Error {
  readonly reason: 'zip_bomb' | 'broken_file' | 'too_many_columns' | 'no_sheet'
  constructor(reason: Unreadable['reason']) {
    super(reason)
    this.name = 'Unreadable'
    this.reason = reason
  }
}

export const mostColumns = 200

/** 300 columns are no roster; what is empty does not count. */
export function refuseWide(cells: readonly string[]): void {
  if (cells.length <= mostColumns) return
  if (cells.slice(mostColumns).some((cell) => cell !== '')) throw new Unreadable('too_many_columns')
}
