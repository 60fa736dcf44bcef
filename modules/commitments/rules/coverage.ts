// Signed, of how many, told by the units of a day. A promise stays on record where it was signed; here it is counted where
// that place lies on the day that is asked about. What was divided since cannot be restated, and stands under its own name.

import { type Papers, type PlaceOfWhat, papersOf } from '../../rosters/contract/of-what.ts'

/** One group in one place: a hamlet, a body, or a commune as a whole. */
export type Cell = {
  communeId: string
  hamletId: string | null
  bodyId: string | null
  groupId: string
  signed: number
  /** null: nobody knows of how many. */
  of: number | null
  /** The day of the last change of its list. */
  countedOn: string | null
  paper: PlaceOfWhat['paper']
}
export type Unit = { id: string; code: string; name: string; type: string; level: string }
export type Restated = 'as-it-was' | 'restated' | 'cannot'
/**
 * `chain`: hamlet if any, commune, district if any, province, as they are on the day. `restated` tells of the commune,
 * `hamlet` of the place in it: a hamlet may be merged or divided while its commune stays what it was.
 */
export type Where = { chain: readonly Unit[]; restated: Restated; hamlet: Restated }
/** `countedOn`: until when the lists behind it tell; `papers`: what was declared for its places, used or not. */
export type Sum = { signed: number; of: number | null; countedOn: string | null; papers: Papers | null }

/** What lies directly in a commune is told by place: its hamlets, its bodies, and what was listed for all of it. */
export type RowKey =
  | { kind: 'unit'; unit: Unit; restated: Restated }
  | { kind: 'body'; bodyId: string; restated: Restated }
  | { kind: 'whole'; unit: Unit; restated: Restated }

/** The sum of cells; unknown where none of them knows of how many. */
export function sumOf(cells: readonly Pick<Cell, 'signed' | 'of' | 'countedOn' | 'paper'>[]): Sum {
  const known = cells.filter(({ of }) => of !== null)
  return {
    signed: cells.reduce((sum, { signed }) => sum + signed, 0),
    of: known.length === 0 ? null : known.reduce((sum, { of }) => sum + (of ?? 0), 0),
    countedOn: cells.reduce<string | null>(
      (last, { countedOn }) => (countedOn !== null && (last === null || countedOn > last) ? countedOn : last),
      null,
    ),
    papers: papersOf(cells.map(({ paper }) => paper)),
  }
}

/**
 * The row that a cell belongs to when `within` is asked about: the unit next below `within`; its places when that is a
 * commune. Without `within` (or when it no longer is on that day) the row is the commune.
 */
export function rowOf(cell: Cell, where: Where, within: string | undefined): RowKey | undefined {
  const { chain, restated } = where
  const commune = chain.find(({ level }) => level === 'commune')
  if (!commune) return undefined
  const at = within === undefined ? -1 : chain.findIndex(({ id }) => id === within)
  if (at < 0) return { kind: 'unit', unit: commune, restated }
  if (chain[at]?.level !== 'commune') return { kind: 'unit', unit: (chain[at - 1] ?? chain[at]) as Unit, restated }
  if (cell.bodyId) return { kind: 'body', bodyId: cell.bodyId, restated }
  const hamlet = chain[at - 1]
  const place = restated === 'as-it-was' ? where.hamlet : restated
  return hamlet ? { kind: 'unit', unit: hamlet, restated: place } : { kind: 'whole', unit: commune, restated: place }
}

export type Row = { key: RowKey; cells: Cell[] }

const nameOf = (key: RowKey): string => `${key.kind} ${key.kind === 'body' ? key.bodyId : key.unit.id} ${key.restated}`

/** Cells in rows, in no order; cells of which nobody knows where they lie are left out and counted. */
export function rowsOf(
  cells: readonly Cell[],
  whereIs: (cell: Cell) => Where,
  within: string | undefined,
): { rows: Row[]; unplaced: number } {
  const rows = new Map<string, Row>()
  let unplaced = 0
  for (const cell of cells) {
    const key = rowOf(cell, whereIs(cell), within)
    if (!key) {
      unplaced += 1
      continue
    }
    const name = nameOf(key)
    const row = rows.get(name)
    if (row) row.cells.push(cell)
    else rows.set(name, { key, cells: [cell] })
  }
  return { rows: [...rows.values()], unplaced }
}

/** The places of which a phone may hold a copy to take signatures of these cells: as on record, and as they are on the day. */
export function copiedPlaces(cells: readonly Cell[], whereIs: (cell: Cell) => Where): Set<string> {
  return new Set(
    cells.flatMap((cell) => {
      if (cell.bodyId) return [cell.bodyId]
      const level = cell.hamletId ? 'village' : 'commune'
      const now = whereIs(cell).chain.find((unit) => unit.level === level)
      return [cell.hamletId ?? cell.communeId, ...(now ? [now.id] : [])]
    }),
  )
}
