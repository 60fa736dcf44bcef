// The cells of a drive, kept in memory until a pulse moves; then only the communes of the slots that moved are read again.

import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { type PlacedUnit, placedOn, unitsById } from '../../../areas/server/public.ts'
import type { Cell, Unit, Where } from '../../rules/coverage.ts'
import { cellsOf } from './cells.ts'
import type { Pulse } from './pulse.ts'

export type Counted = {
  cells: readonly Cell[]
  whereIs(cell: Cell): Where
  /** When the last of it was read. */
  asOf: Date
}
type Kept = {
  rosters: string
  territory: string
  beats: Map<number, string | undefined>
  bySlot: Map<number, readonly Cell[]>
  counted: Counted
}

const allSlots = Array.from({ length: 16 }, (_, slot) => slot)
const mostKept = 64
const kept = new Map<string, Kept>()
const underWay = new Map<string, Promise<Kept>>()

/** All cells of the drive on the day; who may see which of them is for the caller to say. */
export async function countedOf(db: Db, pulse: Pulse, on: PlainDate): Promise<Counted> {
  if (pulse.writing) return (await count(db, pulse, on, undefined)).counted
  const key = `${pulse.driveId} ${on}`
  const known = kept.get(key)
  if (known && sameAs(known, pulse)) return known.counted
  // Many ask at once when a page is opened on a conference: one of them counts. It may have begun before the pulse that we
  // saw, so what it finds is believed only if it says so.
  const waiting = underWay.get(key)
  if (waiting) {
    const found = await waiting
    if (sameAs(found, pulse)) return found.counted
  }
  const counting = count(db, pulse, on, known)
  underWay.set(key, counting)
  try {
    const fresh = await counting
    kept.delete(key)
    kept.set(key, fresh)
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
    return fresh.counted
  } finally {
    if (underWay.get(key) === counting) underWay.delete(key)
  }
}

const movedSlots = (known: Kept, pulse: Pulse): number[] =>
  allSlots.filter((slot) => known.beats.get(slot) !== pulse.beats.get(slot))

const sameAs = (known: Kept, pulse: Pulse): boolean =>
  known.rosters === pulse.rosters && known.territory === pulse.territory && movedSlots(known, pulse).length === 0

async function count(db: Db, pulse: Pulse, on: PlainDate, known: Kept | undefined): Promise<Kept> {
  const usable = known && known.rosters === pulse.rosters && known.territory === pulse.territory ? known : undefined
  const slots = usable ? movedSlots(usable, pulse) : allSlots
  const asOf = new Date()
  const fresh = await cellsOf(db, pulse.driveId, on, slots)
  const bySlot = new Map([...(usable?.bySlot ?? []), ...fresh])
  const cells = [...bySlot.values()].flat()
  return {
    rosters: pulse.rosters,
    territory: pulse.territory,
    beats: new Map(pulse.beats),
    bySlot,
    counted: { cells, whereIs: await wheresOf(db, pulse, cells, on), asOf },
  }
}

/** Where each cell lies on the day: by its hamlet, else by the commune that it was listed in. */
async function wheresOf(db: Db, pulse: Pulse, cells: readonly Cell[], on: PlainDate): Promise<(cell: Cell) => Where> {
  const ids = new Set(cells.flatMap(({ communeId, hamletId }) => (hamletId ? [communeId, hamletId] : [communeId])))
  const placed = await placedOf(db, pulse, [...ids], on)
  const ended = await endedOf(db, cells, placed)
  const wheres = new Map<string, Where>()
  return (cell) => {
    const key = cell.hamletId ?? cell.communeId
    const known = wheres.get(key)
    if (known) return known
    const where = whereOf(cell, placed, ended)
    wheres.set(key, where)
    return where
  }
}

const mostDays = 8
const placedByDay = new Map<string, Map<string, PlacedUnit>>()

/** Places change with the territory only, so those of one day are asked once for all drives. */
async function placedOf(db: Db, pulse: Pulse, ids: readonly string[], on: PlainDate): Promise<Placed> {
  if (pulse.writing) return placedOn(db, ids, on)
  const key = `${pulse.territory} ${on}`
  const known = placedByDay.get(key) ?? new Map<string, PlacedUnit>()
  const unknown = ids.filter((id) => !known.has(id))
  if (unknown.length > 0) for (const [id, placed] of await placedOn(db, unknown, on)) known.set(id, placed)
  placedByDay.set(key, known)
  if (placedByDay.size > mostDays) placedByDay.delete(placedByDay.keys().next().value as string)
  return known
}

type Placed = ReadonlyMap<string, PlacedUnit>
type Chain = Where['chain']

function chainOf(id: string, placed: Placed): Chain | undefined {
  const found = placed.get(id)
  return found?.state === 'placed' && found.chain.some(({ level }) => level === 'commune') ? found.chain : undefined
}

/** What cannot be restated stands under its own name: a commune by itself, a hamlet in the commune that still is one. */
function whereOf({ communeId, hamletId }: Cell, placed: Placed, ended: ReadonlyMap<string, Unit>): Where {
  const commune = chainOf(communeId, placed)
  const chain = (hamletId && chainOf(hamletId, placed)) || withHamlet(hamletId, placed, commune)
  const own = ended.get(hamletId ?? '')
  if (!chain && !commune) {
    const recorded = ended.get(communeId)
    return { chain: recorded ? [recorded] : [], restated: 'cannot', hamlet: 'cannot' }
  }
  const lies = chain ?? (own ? [own, ...(commune ?? [])] : (commune ?? []))
  return {
    chain: lies,
    restated: lies.some(({ id }) => id === communeId) ? 'as-it-was' : 'restated',
    hamlet: !hamletId ? 'as-it-was' : !chain ? 'cannot' : lies[0]?.id === hamletId ? 'as-it-was' : 'restated',
  }
}

/** A hamlet of which nobody has said yet where it belongs now lies where its commune went. */
function withHamlet(hamletId: string | null, placed: Placed, commune: Chain | undefined): Chain | undefined {
  if (!hamletId) return commune
  const own = placed.get(hamletId)
  const hamlet = own?.state === 'placed' ? own.chain[0] : undefined
  return commune && hamlet ? [hamlet, ...commune] : undefined
}

/** The units of record that lie nowhere on the day. */
async function endedOf(db: Db, cells: readonly Cell[], placed: Placed): Promise<ReadonlyMap<string, Unit>> {
  const lost = new Set<string>()
  for (const { communeId, hamletId } of cells) {
    const commune = chainOf(communeId, placed)
    if (!commune) lost.add(communeId)
    if (hamletId && !chainOf(hamletId, placed) && !withHamlet(hamletId, placed, commune)) lost.add(hamletId)
  }
  return new Map((lost.size === 0 ? [] : await unitsById(db, [...lost])).map((unit) => [unit.id, unit]))
}
