// Inputs for an operation: records that hang together, all within reach, all elsewhere, or one of them elsewhere.

import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import type { Refusal } from '../../../platform/contract/refusal.ts'
import type { Handler } from '../../../platform/server/slice.ts'
import { agreeingIn, type Chosen, dice, type Fits, type Source, type Wanted } from './agreeing.ts'
import type { Call } from './calling.ts'
import { columnOf, sourcesByName } from './named.ts'
import { everybody, isOutside, type Somebody } from './people.ts'
import { plausible, prefers } from './plausible.ts'
import type { Records, Row } from './records.ts'
import { type Ids, mended, validLooking } from './valid-looking.ts'

/** What the ids of each field may name, by the path of the field; `minted` where a new one is made by whoever asks. */
export type Named = Wanted
export type Tables = ReadonlyMap<string, Named>

export type Inputs = {
  tablesOf(handler: Handler): Promise<Tables>
  inputsFor(handler: Handler, who: Somebody, tables: Tables): fc.Arbitrary<unknown>
}

export function inputsFrom(records: Records, call: Call, seed: number): Inputs {
  const agreeing = agreeingIn(records)
  const named = sourcesByName(records)
  const moduleOf = ({ operation }: Handler): string => operation.name.split('.')[0] ?? ''

  /** Told by the name of the field, else found by trying as everybody. */
  async function tablesOf(handler: Handler): Promise<Map<string, Named>> {
    const paths = new Set<string>()
    const listen = (path: string) => {
      paths.add(path)
      return fc.constant(uuidv7())
    }
    fc.sample(validLooking(handler.operation.input, listen), { numRuns: 60, seed })
    const found = new Map<string, Named>()
    for (const path of paths) {
      const column = columnOf(path)
      const standing = named.standing(moduleOf(handler), column)
      const sources = named.sources(handler.operation.name, column)
      const prefers = prefersOf(handler)
      found.set(path, { path, column, standing, sources, minted: false, ...(prefers && { prefers }) })
    }
    for (const [path, wanted] of found)
      if (wanted.sources.length === 0) found.set(path, await tried(handler, wanted, found))
    return found
  }

  /** One that is made by whoever asks, or of the tables with whose records everybody is told something else than "none". */
  async function tried(handler: Handler, wanted: Named, tables: Tables): Promise<Named> {
    const speaks = async (sources: readonly Source[], minted: boolean) => {
      const trial = new Map(tables).set(wanted.path, { ...wanted, sources, minted })
      let [how, written]: ['answered' | 'spoke' | 'silent', readonly string[]] = ['silent', []]
      for (const raw of fc.sample(inputs(handler, everybody, trial, anywhere), { numRuns: 2, seed })) {
        const given = mended(handler.operation.input, raw)
        if (given === undefined) continue
        const { refusal, fault, changes } = await call(handler, everybody, given)
        if (!refusal && !fault) return { how: 'answered' as const, written: changes.map(({ table }) => table) }
        if (!refusal || !isSilence(refusal)) how = 'spoke'
      }
      return { how, written }
    }
    const own = named.likely(moduleOf(handler))
    const fresh = handler.operation.kind === 'command' ? await speaks([], true) : silent
    const minted = fresh.how !== 'silent'
    // Whoever makes an id may name one that is taken, of what they make.
    if (fresh.how === 'answered')
      return { ...wanted, minted, sources: own.filter(({ table }) => fresh.written.includes(table)) }
    const spoken: Source[] = []
    for (const source of own) {
      const { how } = await speaks([source], false)
      if (how === 'answered') return { ...wanted, sources: [source], minted }
      if (how !== 'silent' && spoken.length < 3) spoken.push(source)
    }
    return { ...wanted, sources: spoken.length > 0 ? spoken : named.calledLike(handler.operation.name), minted }
  }

  /** With which records the operation can do something, as far as the table says. */
  function prefersOf({ operation }: Handler): Fits | undefined {
    const of = prefers[operation.name]
    return of && (({ table, columns }) => of[table]?.(columns) ?? false)
  }

  /** Texts under the name of a field, those of the records that were chosen first. */
  const textsOf = (handler: Handler, path: string): readonly string[] => named.texts(moduleOf(handler), columnOf(path))

  const idsOf = (handler: Handler, tables: Tables, { ids, known }: Chosen): Ids =>
    Object.assign(
      (path: string) => {
        const made = fc.constant(uuidv7())
        const chosen = ids.get(path)
        if (chosen === undefined) return made
        const { minted, sources } = tables.get(path) ?? {}
        const made_ =
          handler.operation.kind === 'command' && sources?.every(({ table }) => named.isOf(moduleOf(handler), table))
        const [old, fresh] = minted ? [1, 4] : made_ ? [5, 1] : [19, 1]
        return fc.oneof({ weight: old, arbitrary: fc.constant(chosen) }, { weight: fresh, arbitrary: made })
      },
      { texts: (path: string) => textsOf(handler, path), known: (path: string) => known.get(columnOf(path)) },
    )

  type Reaching = { elsewhere: Fits; here: Fits }
  const anywhere: Fits = () => true
  /** Sorted once for each person: which records are theirs to reach, and which are not. */
  const sorted = new Map<Somebody, Reaching>()
  const reaching = (who: Somebody): Reaching => {
    const kept = sorted.get(who) ?? {
      elsewhere: (row: Row) => isOutside(row.areas, who.reach),
      here: (row: Row) => !isOutside(row.areas, who.reach),
    }
    sorted.set(who, kept)
    return kept
  }

  /** `but`: one of the records is such a one, whatever the others are. */
  function inputs(handler: Handler, own: string, tables: Tables, fits: Fits, but?: Fits): fc.Arbitrary<unknown> {
    const wanted = [...tables.values()]
    return fc.integer().chain((number) => {
      const throws = dice(number)
      const chosen = agreeing(wanted, fits, own, throws)
      if (but && wanted.length > 0) {
        const one = wanted[Math.floor(throws() * wanted.length)]
        const other = one && agreeing([one], but, own, throws).ids.get(one.path)
        if (one && other) chosen.ids.set(one.path, other)
      }
      return validLooking(handler.operation.input, idsOf(handler, tables, chosen)).map((made) =>
        throws() < 0.85
          ? (plausible[handler.operation.name]?.(made as Record<string, unknown>, {
              known: chosen.known,
              throws,
              records,
              own,
            }) ?? made)
          : made,
      )
    })
  }

  /** Three kinds of input: all of it elsewhere, all of it here, and one thing elsewhere among things here. */
  function inputsFor(handler: Handler, who: Somebody, tables: Tables): fc.Arbitrary<unknown> {
    const { elsewhere, here } = reaching(who)
    return fc.oneof(
      inputs(handler, who.id, tables, elsewhere),
      inputs(handler, who.id, tables, here),
      inputs(handler, who.id, tables, here, elsewhere),
    )
  }

  return { tablesOf, inputsFor }
}

const silent: { how: 'answered' | 'spoke' | 'silent'; written: readonly string[] } = { how: 'silent', written: [] }

/** By these an operation says of a record that it knows of none, or none that is open. */
const isSilence = ({ kind: { code } }: Refusal): boolean => /not_found|\.no_|not_open|unknown/.test(code)
