// One input speaks of one thing: the records that its fields name hang together, as the keys of the database say.

import type { Records, Row } from './records.ts'

/** Where the ids of a field stand: in the column `id` of a table, or in another column that no key leads from. */
export type Source = { table: string; column: string }
export type Wanted = {
  path: string
  column: string
  sources: readonly Source[]
  /** Ids that stand under this name somewhere, which are likelier than others of the same table. */
  standing: ReadonlySet<string>
  /** A new one is made by whoever asks; one that is there says nothing of the rest. */
  minted: boolean
  /** With which of them the operation can do something. */
  prefers?: Fits
}
export type Fits = (row: Row) => boolean
/** What is known of the records that were chosen, by the name of the column. */
export type Known = ReadonlyMap<string, unknown>
export type Chosen = { ids: Map<string, string>; known: Known }
export type Dice = () => number

/** The same throws each time for the same seed. */
export function dice(seed: number): Dice {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Everything hangs on these: what is chosen of them follows from the rest. */
const common = new Set(['area_unit', 'person', 'post', 'programme', 'file', 'document', 'area_body'])

export function agreeingIn(records: Records) {
  const byValue = new Map<string, Map<string, Row[]>>()
  const rowsOf = (table: string): readonly Row[] => records.inTable.get(table) ?? []
  const tables = new Map(records.tables.map((table) => [table.name, table]))

  function having(table: string, column: string, value: string): readonly Row[] {
    const key = `${table}.${column}`
    const index = byValue.get(key) ?? Map.groupBy(rowsOf(table), ({ columns }) => String(columns[column]))
    byValue.set(key, index)
    return index.get(value) ?? []
  }

  /** Rows of a table that agree with what is known already, in every column that points somewhere. */
  function inAgreement({ table, column }: Source, known: Known): readonly Row[] | undefined {
    const said = (tables.get(table)?.links ?? []).flatMap(({ column: link }) => {
      const value = known.get(link)
      return link !== column && typeof value === 'string' ? [{ link, value }] : []
    })
    if (said.length === 0) return undefined
    const [first = [], ...others] = said.map(({ link, value }) => having(table, link, value)).sort(byLength)
    return others.length === 0
      ? first
      : first.filter(({ columns }) => said.every(({ link, value }) => columns[link] === value))
  }

  const pools = new WeakMap<Fits, Map<string, readonly Row[]>>()
  function pool(table: string, fits: Fits): readonly Row[] {
    const kept = pools.get(fits) ?? new Map<string, readonly Row[]>()
    pools.set(fits, kept)
    const rows = kept.get(table) ?? rowsOf(table).filter(fits)
    kept.set(table, rows)
    return rows
  }

  /** `fits` says which records may be named, `own` whose come first. */
  return (wanted: readonly Wanted[], fits: Fits, own: string, throws: Dice): Chosen => {
    const ids = new Map<string, string>()
    const known = new Map<string, unknown>()
    const oneOf = <T>(of: readonly T[]): T | undefined => of[Math.floor(throws() * of.length)]
    const learn = (name: string, value: unknown) => {
      if (!known.has(name) && isPlain(value)) known.set(name, value)
    }
    const absorb = (row: Row) => {
      const words = row.table.replace(/^.*\./, '').split('_')
      for (let from = 0; from < words.length; from += 1) learn(`${words.slice(from).join('_')}_id`, row.id)
      for (const [column, value] of Object.entries(row.columns)) if (column !== 'id') learn(column, value)
      // What goes from one commune to another belongs to both.
      const places = (tables.get(row.table)?.links ?? []).filter(({ target }) => target === 'area_unit')
      learn('commune_id', oneOf(places.flatMap(({ column }) => row.columns[column] ?? [])))
    }
    const choose = ({ path, column, sources, standing, prefers, minted }: Wanted) => {
      const told = known.get(column)
      if (column !== 'id' && typeof told === 'string' && sources.some((source) => isIn(source, told)))
        return ids.set(path, told)
      const source = oneOf(sources)
      if (!source) return undefined
      const agreed = inAgreement(source, known)?.filter(fits) ?? []
      const fitting = agreed.length > 0 ? agreed : pool(source.table, fits)
      const likely = [
        ...(prefers ? [prefers] : []),
        ({ table, owners }: Row) => table !== 'person' && owners.includes(own),
        ({ columns }: Row) => standing.has(String(columns[source.column])),
      ]
      let liked = fitting
      for (const likes of likely) {
        const narrower = throws() < 0.85 ? liked.filter(likes) : []
        if (narrower.length > 0) liked = narrower
      }
      const row = oneOf(liked)
      if (!row) return undefined
      if (minted) return ids.set(path, String(row.columns[source.column]))
      absorb(row)
      for (const { column: link, target } of tables.get(row.table)?.links ?? []) {
        const linked = common.has(target) ? undefined : records.byId.get(String(row.columns[link]))
        if (linked) absorb(linked)
      }
      if (column !== 'id') learn(column, row.columns[source.column])
      return ids.set(path, String(row.columns[source.column]))
    }
    const isIn = ({ table, column }: Source, id: string): boolean =>
      column === 'id' ? records.byId.get(id)?.table === table : having(table, column, id).length > 0
    const isCommon = ({ sources }: Wanted) => sources.every(({ table }) => common.has(table))
    const shuffled = wanted.map((each) => ({ each, at: throws() + (isCommon(each) ? 1 : 0) }))
    for (const { each } of shuffled.sort((one, other) => one.at - other.at)) choose(each)
    return { ids, known }
  }
}

const byLength = (one: readonly unknown[], other: readonly unknown[]): number => one.length - other.length
const isPlain = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value)
