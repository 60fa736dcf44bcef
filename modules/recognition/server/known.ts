// All decisions, units and aims of the plans, kept in memory until one of the marks in the database moves.
// Asking for the marks costs a millisecond; reading them all for a whole country would cost a hundred.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { Decision, Succession } from '../rules.ts'

export type KnownUnit = {
  id: string
  code: string
  name: string
  type: string
  level: 'province' | 'district' | 'commune'
  validFrom: PlainDate
  validTo: PlainDate | null
  lat: number | null
  lon: number | null
  parents: readonly { parentId: string; from: PlainDate; to: PlainDate | null }[]
}
export type KnownDecision = Decision & { fact: boolean }
export type KnownTarget = {
  programmeId: string
  planId: string
  year: number
  fromVersion: number
  toVersion: number | null
  kind: 'areas-drug-free' | 'area-keep' | 'area-convert'
  areaId: string
  value: number
  dueOn: PlainDate
}
/** `fact`: not an invented amendment of a demonstration. */
export type KnownVersion = {
  planId: string
  programmeId: string
  year: number
  number: number
  from: PlainDate
  fact: boolean
}
export type Known = {
  /** Names what is known: two readings with the same key know the same. */
  key: string
  units: ReadonlyMap<string, KnownUnit>
  childrenOf: ReadonlyMap<string, readonly KnownUnit[]>
  /** Between communes. */
  successions: readonly Succession[]
  /** Between units above the communes. */
  upperSuccessions: readonly Succession[]
  decisions: readonly KnownDecision[]
  targets: readonly KnownTarget[]
  versions: readonly KnownVersion[]
}

type Territory = Pick<Known, 'units' | 'childrenOf' | 'successions' | 'upperSuccessions'>
type Targets = Pick<Known, 'targets' | 'versions'>

const mostKept = 4
const territories = new Map<string, Territory>()
const decisionLists = new Map<string, readonly KnownDecision[]>()
const targetLists = new Map<string, Targets>()
const wholes = new Map<string, Known>()

/** What is known now, right after every write: also inside a transaction that has itself just written. */
export async function known(db: Db): Promise<Known> {
  const marks = await readMarks(db)
  const key = marks.map((mark) => mark.mark).join()
  const written = marks.some((mark) => mark.ownWrites)
  const whole = written ? undefined : wholes.get(key)
  if (whole) return whole
  const [decisionsMark, targetsMark, territoryMark] = marks as [Mark, Mark, Mark]
  const fresh: Known = {
    key,
    ...(await kept(territories, territoryMark, () => readTerritory(db))),
    decisions: await kept(decisionLists, decisionsMark, () => readDecisions(db)),
    ...(await kept(targetLists, targetsMark, () => readTargets(db))),
  }
  if (!written) keep(wholes, key, fresh)
  return fresh
}

// What a transaction has written itself may still be rolled back, and may change again under the same mark: never kept.
async function kept<T>(cache: Map<string, T>, mark: Mark, read: () => Promise<T>): Promise<T> {
  const found = mark.ownWrites ? undefined : cache.get(mark.mark)
  if (found) return found
  const fresh = await read()
  if (!mark.ownWrites) keep(cache, mark.mark, fresh)
  return fresh
}

function keep<T>(cache: Map<string, T>, key: string, value: T): void {
  cache.set(key, value)
  if (cache.size > mostKept) cache.delete(cache.keys().next().value as string)
}

type Mark = { mark: string; ownWrites: boolean }

/** In the order of their sources: decisions, targets, territory. */
async function readMarks(db: Db): Promise<Mark[]> {
  const found = await sql<Mark>`
    select mark::text as mark,
      coalesce(current_setting('binhyen.mark_' || source, true) = pg_current_xact_id_if_assigned()::text, false) as "ownWrites"
    from recognition_mark order by source`.execute(db)
  return found.rows
}

async function readTerritory(db: Db): Promise<Territory> {
  const units = await readUnits(db)
  const successions = await sql<Succession>`
    select on_date as on, from_id as "fromId", to_id as "toId", share::float8 as share
    from area_succession where to_id is not null order by on_date`.execute(db)
  const isCommune = (each: Succession): boolean => units.get(each.toId)?.level === 'commune'
  return {
    units,
    childrenOf: childrenOf(units),
    successions: successions.rows.filter(isCommune),
    upperSuccessions: successions.rows.filter((each) => !isCommune(each)),
  }
}

async function readDecisions(db: Db): Promise<readonly KnownDecision[]> {
  const found = await sql<KnownDecision>`
    select id, area_id as "areaId", outcome, number, decided_on as "decidedOn", effective_on as "effectiveOn",
      valid_to as "validTo", public and not demo as fact
    from recognition_decision where cancelled_on is null order by effective_on, id`.execute(db)
  return found.rows
}

async function readTargets(db: Db): Promise<Targets> {
  const targets = await sql<KnownTarget>`
    select plan.programme_id as "programmeId", plan.id as "planId", plan.year, target.from_version as "fromVersion",
      target.to_version as "toVersion", target.kind, target.area_id as "areaId", target.value::float8 as value,
      target.due_on as "dueOn"
    from target join plan on plan.id = target.plan_id
    where target.kind in ('areas-drug-free', 'area-keep', 'area-convert')`.execute(db)
  const versions = await sql<KnownVersion>`
    select plan.id as "planId", plan.programme_id as "programmeId", plan.year, plan_version.number,
      plan_version.effective_on as from, not plan_version.demo as fact
    from plan_version join plan on plan.id = plan_version.plan_id order by plan.year, plan_version.number`.execute(db)
  return { targets: targets.rows, versions: versions.rows }
}

async function readUnits(db: Db): Promise<Map<string, KnownUnit>> {
  const found = await sql<KnownUnit>`
    select area_unit.id, code, name, type, level, area_unit.valid_from as "validFrom", area_unit.valid_to as "validTo", lat, lon,
      coalesce(json_agg(json_build_object('parentId', parent_id, 'from', area_parent.valid_from, 'to', area_parent.valid_to))
        filter (where parent_id is not null), '[]') as parents
    from area_unit left join area_parent on area_parent.unit_id = area_unit.id
    where level <> 'village'
    group by area_unit.id order by code, area_unit.valid_from`.execute(db)
  return new Map(found.rows.map((unit) => [unit.id, unit]))
}

function childrenOf(units: ReadonlyMap<string, KnownUnit>): Map<string, KnownUnit[]> {
  const children = new Map<string, KnownUnit[]>()
  for (const unit of units.values())
    for (const parentId of new Set(unit.parents.map((parent) => parent.parentId))) {
      const list = children.get(parentId)
      if (list) list.push(unit)
      else children.set(parentId, [unit])
    }
  return children
}
