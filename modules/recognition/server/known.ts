// All decisions, units and aims of the plans, kept in memory until one of the marks in the database moves.
// Asking for the marks costs a millisecond; reading them all for a whole country would cost a hundred.

import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'
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
export type KnownVersion = { planId: string; programmeId: string; year: number; number: number; from: PlainDate }
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

const kept = new Map<string, Known>()
const mostKept = 4

/** What is known now, right after every write: also inside a transaction that has itself just written. */
export async function known(db: Db): Promise<Known> {
  const { key, ownWrites } = await marks(db)
  if (ownWrites) return read(db, key)
  const found = kept.get(key)
  if (found) return found
  const fresh = await read(db, key)
  kept.set(key, fresh)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value as string)
  return fresh
}

async function marks(db: Db): Promise<{ key: string; ownWrites: boolean }> {
  const found = await sql<{ key: string; own_writes: boolean }>`
    select string_agg(mark::text, '' order by source) as key,
      bool_or(current_setting('binhyen.mark_' || source, true) = pg_current_xact_id_if_assigned()::text) as own_writes
    from recognition_mark`.execute(db)
  const row = found.rows[0]
  return { key: row?.key ?? '', ownWrites: row?.own_writes ?? false }
}

async function read(db: Kysely<DB> | Transaction<DB>, key: string): Promise<Known> {
  const units = await readUnits(db)
  const successions = await sql<{ on: string; fromId: string; toId: string; share: number | null }>`
    select on_date as on, from_id as "fromId", to_id as "toId", share::float8 as share
    from area_succession where to_id is not null order by on_date`.execute(db)
  const decisions = await sql<KnownDecision>`
    select id, area_id as "areaId", outcome, number, decided_on as "decidedOn", effective_on as "effectiveOn",
      valid_to as "validTo", public and not demo as fact
    from recognition_decision where cancelled_on is null order by effective_on, id`.execute(db)
  const targets = await sql<KnownTarget>`
    select plan.programme_id as "programmeId", plan.id as "planId", plan.year, target.from_version as "fromVersion",
      target.to_version as "toVersion", target.kind, target.area_id as "areaId", target.value::float8 as value,
      target.due_on as "dueOn"
    from target join plan on plan.id = target.plan_id
    where target.kind in ('areas-drug-free', 'area-keep', 'area-convert')`.execute(db)
  const versions = await sql<KnownVersion>`
    select plan.id as "planId", plan.programme_id as "programmeId", plan.year, plan_version.number,
      plan_version.effective_on as from
    from plan_version join plan on plan.id = plan_version.plan_id order by plan.year, plan_version.number`.execute(db)
  const isCommune = (each: Succession): boolean => units.get(each.toId)?.level === 'commune'
  return {
    key,
    units,
    childrenOf: childrenOf(units),
    successions: successions.rows.filter(isCommune),
    upperSuccessions: successions.rows.filter((each) => !isCommune(each)),
    decisions: decisions.rows,
    targets: targets.rows,
    versions: versions.rows,
  }
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
