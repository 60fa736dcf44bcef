// How units stand on a day, and the progress of a programme: one query that asks for the marks, the rest from memory.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { addDays } from '../../../rules/calendar/working-days.ts'
import { type Aim, type MapStatus, mapStatus, type Progress, progressOn } from '../progress.ts'
import { type Outcome, type Standing, standingOn } from '../standing.ts'
import { aimsOn, goalOn } from './aims.ts'
import { historiesOn } from './histories.ts'
import { type Known, type KnownUnit, known } from './known.ts'
import { allCommunes, communesOf } from './territory.ts'

export type UnitStatus = {
  id: string
  code: string
  name: string
  /** "xã", "thị trấn", "phường". */
  type: string
  lat: number | null
  lon: number | null
  status: MapStatus
  standing: Standing
  /** Since when it stands so; null where nothing was ever decided. */
  since: PlainDate | null
  reason: Bilingual | null
  /** The decision that it rests on. */
  decisionId: string | null
  /** What the plan in force asks of it. */
  aim: Aim | null
}

export type StatusQuestion = {
  on: PlainDate
  /** Units by id … */
  areaIds?: readonly string[]
  /** … or the communes that make up an area on that day; neither: every commune of the day. */
  within?: string
  /** Aims of this programme only; without it, of any. */
  programmeId?: string
  /** True: only decisions that are published as fact. */
  publicOnly?: boolean
}

/** How units stand on a day, in the order of their codes. One query that asks for the marks, the rest from memory. */
export async function statusOn(db: Db, question: StatusQuestion): Promise<UnitStatus[]> {
  const all = await known(db)
  return statusesOf(all, unitsAsked(all, question), question)
}

function unitsAsked(all: Known, { areaIds, within, on }: StatusQuestion): readonly KnownUnit[] {
  if (areaIds) return areaIds.flatMap((id) => all.units.get(id) ?? [])
  return within ? communesOf(all, within, on).whole : allCommunes(all, on)
}

function statusesOf(
  all: Known,
  units: readonly KnownUnit[],
  { on, programmeId, publicOnly = false }: StatusQuestion,
): UnitStatus[] {
  const histories = historiesOn(all, on, publicOnly)
  const aims = aimsOn(all, { on, programmeId, factsOnly: publicOnly })
  return units.map((unit) => {
    const step = standingOn(histories, unit.id, on)
    const standing = step?.standing ?? 'none'
    const aim = aims.get(unit.id)
    return {
      id: unit.id,
      code: unit.code,
      name: unit.name,
      type: unit.type,
      lat: unit.lat,
      lon: unit.lon,
      status: mapStatus(standing, aim),
      standing,
      since: step?.on ?? null,
      reason: step?.reason ?? null,
      decisionId: step?.decisionId ?? null,
      aim: aim ?? null,
    }
  })
}

export type ProgrammeProgress = Progress & {
  on: PlainDate
  /** Units whose aim is to keep, and to convert, as the plan in force sets them. */
  keepAim: number
  convertAim: number
  /** Units in force of which the plan asks nothing this year. */
  outside: number
  dueOn: PlainDate | null
  units: readonly UnitStatus[]
  /** Units that hold an unknown part of the programme's area after a split. */
  partial: readonly { id: string; code: string; name: string; type: string }[]
}

/** Where a programme stands on a day, from decisions alone. `target` is null while no plan is in force. */
export async function progress(
  db: Db,
  programme: { id: string; areaId: string },
  on: PlainDate,
  options: { publicOnly?: boolean } = {},
): Promise<ProgrammeProgress> {
  const all = await known(db)
  const { whole, partial } = communesOf(all, programme.areaId, on)
  const publicOnly = options.publicOnly ?? false
  const units = statusesOf(all, whole, { on, programmeId: programme.id, publicOnly })
  const goal = goalOn(all, { on, programmeId: programme.id, factsOnly: publicOnly })
  const count = progressOn(
    units.map((unit) => unit.status),
    goal?.value ?? null,
  )
  return {
    ...count,
    on,
    keepAim: units.filter((unit) => unit.aim === 'keep').length,
    convertAim: units.filter((unit) => unit.aim === 'convert').length,
    outside: units.filter((unit) => unit.status === 'outside').length,
    dueOn: goal?.dueOn ?? null,
    units,
    partial: partial.map(({ id, code, name, type }) => ({ id, code, name, type })),
  }
}

/** Units of an area in force on a day that will become one, for the marks on a map; every part must be there already. */
export async function mergersAfter(
  db: Db,
  areaId: string,
  on: PlainDate,
): Promise<{ on: PlainDate; unitIds: string[]; into: string }[]> {
  const all = await known(db)
  const here = new Set(communesOf(all, areaId, on).whole.map((unit) => unit.id))
  const coming = all.successions.filter((each) => each.on > on)
  const groups = Map.groupBy(coming, (each) => `${each.on} ${each.toId}`)
  return [...groups.values()]
    .filter((group) => group.length > 1 && group.every((each) => here.has(each.fromId)))
    .map((group) => ({
      on: group[0]!.on,
      unitIds: group.map((each) => each.fromId),
      into: all.units.get(group[0]!.toId)?.name ?? '',
    }))
    .sort((one, other) => one.on.localeCompare(other.on))
}

export type DayOfChange =
  | { on: PlainDate; kind: 'decision'; count: number; outcomes: { outcome: Outcome; count: number }[] }
  /** How many units the area had on the day before, and has from that day on. */
  | { on: PlainDate; kind: 'merge'; count: number; before: number; after: number }

/** Days on which something changes for the units of an area: decisions, mergers; in numbers, for the marks of a slider. */
export async function daysOfChange(
  db: Db,
  areaId: string,
  range: { from: PlainDate; to: PlainDate },
): Promise<DayOfChange[]> {
  const all = await known(db)
  const ids = new Set(
    [range.from, range.to].flatMap((day) => {
      const { whole, partial } = communesOf(all, areaId, day)
      return [...whole, ...partial].map((unit) => unit.id)
    }),
  )
  // A unit may begin and end within the range: it is found by following what came of those that were there.
  const coming = all.successions.filter((each) => each.on >= range.from && each.on <= range.to)
  for (const each of coming.sort((one, other) => one.on.localeCompare(other.on)))
    if (ids.has(each.fromId)) ids.add(each.toId)
  const inRange = (day: PlainDate) => day >= range.from && day <= range.to
  const decided = all.decisions.filter((each) => ids.has(each.areaId) && inRange(each.effectiveOn))
  const moved = coming.filter((each) => ids.has(each.toId) || ids.has(each.fromId))
  const unitsOn = (day: PlainDate) => communesOf(all, areaId, day).whole.length
  return [
    ...[...Map.groupBy(decided, (each) => each.effectiveOn)].map(([on, group]) => ({
      on,
      kind: 'decision' as const,
      count: group.length,
      outcomes: [...Map.groupBy(group, (each) => each.outcome)].map(([outcome, same]) => ({
        outcome,
        count: same.length,
      })),
    })),
    ...[...Map.groupBy(moved, (each) => each.on)].map(([on, group]) => ({
      on,
      kind: 'merge' as const,
      count: group.length,
      before: unitsOn(addDays(on, -1)),
      after: unitsOn(on),
    })),
  ].sort((one, other) => one.on.localeCompare(other.on))
}
