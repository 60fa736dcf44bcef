// Inputs for an operation: which records its fields may name, and a mixture of those within reach and those elsewhere.

import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import type { Handler } from '../../../platform/server/slice.ts'
import type { Call } from './calling.ts'
import { everybody, isOutside, type Somebody } from './people.ts'
import type { Records, Row } from './records.ts'
import { type Ids, mended, validLooking } from './valid-looking.ts'

/** The tables that the ids of each field may come from, by the path of the field. */
export type Tables = ReadonlyMap<string, string[]>

export type Inputs = {
  tablesOf(handler: Handler): Promise<Tables>
  inputsFor(handler: Handler, who: Somebody, tables: Tables): fc.Arbitrary<unknown>
}

export function inputsFrom(records: Records, call: Call, seed: number): Inputs {
  /** Which records the ids of each field may name: told by the name of the field, else found by trying as everybody. */
  async function tablesOf(handler: Handler): Promise<Map<string, string[]>> {
    const paths = new Set<string>()
    const listen = (path: string) => {
      paths.add(path)
      return fc.constant(uuidv7())
    }
    fc.sample(validLooking(handler.operation.input, listen), { numRuns: 60, seed })
    const linked = Map.groupBy(
      records.tables.flatMap(({ links }) => links),
      ({ column }) => column,
    )
    const found = new Map<string, string[]>()
    const withRows = [...records.inTable].filter(([, rows]) => rows.some(({ id }) => id)).map(([name]) => name)
    for (const path of paths) {
      const column = columnOf(path)
      const links = column === 'id' ? [] : (linked.get(column) ?? linked.get(`${column}_id`) ?? [])
      const targets = new Set(links.map(({ target }) => target).filter((target) => withRows.includes(target)))
      found.set(path, [...targets])
    }
    for (const path of paths)
      if (found.get(path)?.length === 0 && uuidValues(path).length === 0)
        found.set(path, await tablesSpokenOf(handler, path, found, withRows))
    return found
  }

  /** `changes[].line.areaId` and `areaIds[]` are both called area_id in the database. */
  const columnOf = (path: string): string =>
    (path.split('.').at(-1) ?? '')
      .replace('[]', '')
      .replace(/Ids$/, 'Id')
      .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

  const uuidValues = (path: string): readonly string[] =>
    (records.values.get(columnOf(path)) ?? []).filter((value) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value))

  /** Texts under the name of a field; a programme is named by its slug. */
  const textsOf = (path: string): readonly string[] =>
    (/^(programme|slug)$/.test(columnOf(path))
      ? records.values.get('programme.slug')
      : records.values.get(columnOf(path))) ?? []

  async function tablesSpokenOf(
    handler: Handler,
    path: string,
    known: Tables,
    tables: readonly string[],
  ): Promise<string[]> {
    const module = handler.operation.name.split('.')[0]?.replace(/s$/, '') ?? ''
    const likely = [...tables].sort((a, b) => Number(b.includes(module)) - Number(a.includes(module)))
    const spoken: string[] = []
    for (const table of ['area_unit', ...likely.filter((name) => name !== 'area_unit')]) {
      if (spoken.length > 3) break
      const ids = withTexts((at) => idsFrom(at === path ? [table] : (known.get(at) ?? []), at, { fresh: false }))
      for (const raw of fc.sample(validLooking(handler.operation.input, ids), { numRuns: 2, seed })) {
        const given = mended(handler.operation.input, raw)
        if (given === undefined) continue
        const { refusal } = await call(handler, everybody, given)
        if (refusal?.kind.code !== 'platform.not_found') {
          spoken.push(table)
          break
        }
      }
    }
    return spoken
  }

  const withTexts = (ids: (path: string) => fc.Arbitrary<string>): Ids => Object.assign(ids, { texts: textsOf })

  type IdsOf = (table: string) => readonly string[]
  const idsWhere = (fits: (row: Row) => boolean): IdsOf => {
    const kept = new Map<string, readonly string[]>()
    return (table) => {
      const ids =
        kept.get(table) ?? (records.inTable.get(table) ?? []).flatMap((row) => (row.id && fits(row) ? [row.id] : []))
      kept.set(table, ids)
      return ids
    }
  }
  const all = idsWhere(() => true)
  /** Sorted once for each person: which records are theirs to reach, and which are not. */
  const sorted = new Map<Somebody, { elsewhere: IdsOf; here: IdsOf }>()

  function idsFrom(
    tables: readonly string[],
    path: string,
    { of = all, fresh = true }: { of?: IdsOf; fresh?: boolean } = {},
  ): fc.Arbitrary<string> {
    const ids = tables.flatMap((table) => of(table))
    const known = ids.length > 0 ? ids : uuidValues(path)
    const made = fc.uuid({ version: 7 })
    if (known.length === 0) return made
    return fresh
      ? fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made })
      : fc.constantFrom(...known)
  }

  /** Three kinds of input: all of it elsewhere, all of it here, and one thing elsewhere among things here. */
  function inputsFor(handler: Handler, who: Somebody, tables: Tables): fc.Arbitrary<unknown> {
    const { elsewhere, here } = sorted.get(who) ?? {
      elsewhere: idsWhere((row) => isOutside(row.areas, who.reach)),
      here: idsWhere((row) => !isOutside(row.areas, who.reach)),
    }
    sorted.set(who, { elsewhere, here })
    const around = (path: string) => idsFrom(tables.get(path) ?? [], path, { of: elsewhere })
    const within = (path: string) => idsFrom(tables.get(path) ?? [], path, { of: here })
    const mixed = (path: string) =>
      fc.oneof({ weight: 2, arbitrary: within(path) }, { weight: 1, arbitrary: around(path) })
    return fc.oneof(...[around, within, mixed].map((ids) => validLooking(handler.operation.input, withTexts(ids))))
  }

  return { tablesOf, inputsFor }
}
