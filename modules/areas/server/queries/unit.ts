// One unit's page: its validity, what lies above and below, where it came from and where its territory is now.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import type { Level } from '../../contract/kinds.ts'
import { areaRefusals } from '../../contract/refusals.ts'
import { ShowUnit } from '../../contract/units.ts'
import { knownFrom } from '../../rules/known.ts'
import { dayBefore, isValidOn } from '../../rules/links.ts'
import { holdersOn, type Succession, successionsOf } from '../lineage.ts'
import { ancestors, type Unit, unitById, unitColumns, unitsById, validOn } from '../units-on.ts'
import { rowsKnownOn } from './tree.ts'

export const showUnit = answers(ShowUnit, async ({ db, today, scopeFor }, { id, on = today }) => {
  const unit = await unitById(db, id)
  if (!unit) throw refuse(areaRefusals.no_such_unit)
  const standing: 'valid' | 'ended' | 'not-yet' = isValidOn(unit, on)
    ? 'valid'
    : on < unit.validFrom
      ? 'not-yet'
      : 'ended'
  // An ended unit is looked at as it last was, one that is still to come as it will begin.
  const day = standing === 'valid' ? on : standing === 'ended' ? dayBefore(unit.validTo as string) : unit.validFrom
  const above = await ancestors(db, id, day)
  const [shown, ...upper] = await rowsKnownOn(db, [unit, ...above], on)
  const links = await successionsOf(db, id)
  const known = (link: Succession) => knownFrom(link.document, link.on) <= on
  const holders = standing === 'ended' ? await holdersOn(db, unit, day, on) : []
  return {
    on,
    unit: {
      ...shown!,
      lat: unit.lat,
      lon: unit.lon,
      positionApproximate: unit.positionApproximate,
      km2: unit.km2,
    },
    standing,
    ancestors: upper,
    children: await childrenOf(db, id, day),
    from: await linked(db, links.from.filter(known), 'from'),
    to: await linked(db, links.to.filter(known), 'to'),
    holders: holders.map(({ unit: { id: heldId, code, name, type }, date, kind, share }) => ({
      id: heldId,
      code,
      name,
      type,
      date,
      kind,
      share,
    })),
    sameCode: await rowsKnownOn(db, await othersWithCode(db, unit, on), on),
    boundarySource: await boundarySource(db, id),
    may: {
      read: await inReach(db, scopeFor('areas.read'), id),
      manage: await inReach(db, scopeFor('areas.manage'), id),
    },
  }
})

/** Whether a unit lies within the reach of a permission; for the abilities that travel with an answer. */
export async function inReach(db: Db, scope: Scope, id: string): Promise<boolean> {
  const found = await sql<{ reached: boolean }>`select ${within(scope, sql`${id}::uuid`)} as reached`.execute(db)
  return found.rows[0]?.reached ?? false
}

async function childrenOf(db: Db, id: string, day: string): Promise<{ level: Level; count: number }[]> {
  const found = await sql<{ level: Level; count: number }>`
    select area_unit.level, count(*)::int as count
    from area_parent join area_unit on area_unit.id = area_parent.unit_id
    where area_parent.parent_id = ${id} and ${validOn('area_parent', day)} group by area_unit.level`.execute(db)
  return found.rows
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

async function linked(db: Db, links: readonly Succession[], side: 'from' | 'to') {
  const ids = links.map((link) => link[side]).filter((id): id is string => id !== null)
  const units = new Map((await unitsById(db, ids)).map((unit) => [unit.id, unit]))
  const code = (link: Succession) => units.get(link[side] ?? '')?.code ?? ''
  const inOrder = [...links].sort((a, b) => compareText(a.on, b.on) || compareText(code(a), code(b)))
  return inOrder.flatMap((link) => {
    const unit = units.get(link[side] ?? '')
    if (!unit) return []
    const { id, code, name, type } = unit
    return [
      {
        id,
        code,
        name,
        type,
        date: link.on,
        document: link.document,
        kind: link.kind,
        share: link.share,
        note: link.note,
      },
    ]
  })
}

async function othersWithCode(db: Db, unit: Unit, on: string): Promise<Unit[]> {
  const found = await sql<Unit>`
    select ${unitColumns} from area_unit
    where code = ${unit.code} and id <> ${unit.id} and valid_from <= ${on}::date order by valid_from`.execute(db)
  return found.rows
}

async function boundarySource(db: Db, id: string): Promise<string | null> {
  const found = await sql<{ source: string }>`select source from area_boundary where unit_id = ${id}`.execute(db)
  return found.rows[0]?.source ?? null
}
