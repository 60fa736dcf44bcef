// What recognition publishes as fact: the progress of a programme and the decisions behind it, never demonstration data.

import { sql } from 'kysely'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { Programme } from '../../programme/server/public.ts'
import type { Outcome } from '../standing.ts'
import { type ProgrammeProgress, progress } from './status.ts'

/** What the public is told about a programme on a day, with the units behind the count. */
export async function publicProgress(db: Db, programme: Programme, on: PlainDate) {
  const stands = await progress(db, programme, on, { publicOnly: true })
  const { total, drugFree, target, kept, converted } = stands
  return {
    ...stands,
    areas: { total, drugFree, target, kept, converted },
    targets: await targetsOf(db, programme, stands),
  }
}

type Line = {
  kind: 'areas-drug-free' | 'area-keep' | 'area-convert' | 'bodies-standard' | 'commitments'
  vi: string
  en: string
  of: string | null
  unit: 'count' | 'share'
  value: number
  dueOn: PlainDate
}

async function targetsOf(db: Db, programme: Programme, stands: ProgrammeProgress) {
  const found = await sql<Line>`
    with version as (
      select plan.id, max(plan_version.number) as number
      from plan join plan_version on plan_version.plan_id = plan.id
      where plan.programme_id = ${programme.id} and plan_version.effective_on <= ${stands.on} and not plan_version.demo
      group by plan.id, plan.year order by plan.year desc limit 1
    )
    select target.kind, min(target.title_vi) as vi, min(target.title_en) as en,
      coalesce(target.group_id, target.body_kind) as of, target.unit,
      (case when target.kind in ('area-keep', 'area-convert') then count(*) else max(target.value) end)::float8 as value,
      max(target.due_on) as "dueOn"
    from target join version on version.id = target.plan_id
      and target.from_version <= version.number and (target.to_version is null or version.number <= target.to_version)
    where target.area_id = ${programme.areaId} or target.kind in ('area-keep', 'area-convert')
    group by target.kind, coalesce(target.group_id, target.body_kind), target.unit
    order by array_position(array['areas-drug-free', 'area-keep', 'area-convert', 'bodies-standard', 'commitments'], target.kind), 4`.execute(
    db,
  )
  return found.rows.map(({ vi, en, ...line }) => ({
    ...line,
    title: titles[line.kind] ?? { vi, en },
    current: currentOf(line.kind, stands),
    areas: areasOf(line.kind, stands),
  }))
}

// Many lines of the plan, one for each unit, are told as one.
const titles: Partial<Record<Line['kind'], { vi: string; en: string }>> = {
  'area-keep': { vi: 'Giữ vững địa bàn không ma túy', en: 'Keep drug-free areas' },
  'area-convert': { vi: 'Chuyển hóa thành địa bàn không ma túy', en: 'Convert areas to drug-free' },
}

// Standards of bodies and commitments are published once their records are: until then there is no figure.
function currentOf(kind: Line['kind'], stands: ProgrammeProgress): number | null {
  if (kind === 'areas-drug-free') return stands.drugFree
  if (kind === 'area-keep')
    return stands.units.filter((unit) => unit.aim === 'keep' && unit.standing === 'recognised').length
  if (kind === 'area-convert') return stands.converted
  return null
}

function areasOf(kind: Line['kind'], stands: ProgrammeProgress): string[] {
  const aim = kind === 'area-keep' ? 'keep' : kind === 'area-convert' ? 'convert' : undefined
  return aim ? stands.units.filter((unit) => unit.aim === aim).map((unit) => unit.code) : []
}

export type PublishedDecision = {
  id: string
  areaId: string
  outcome: Outcome
  number: string
  issuer: string
  source: string
  decidedOn: PlainDate
  effectiveOn: PlainDate
  validTo: PlainDate | null
  unit: { code: string; name: string; type: string }
}

const published = sql`
  select entry.id, entry.area_id as "areaId", entry.outcome, entry.number, entry.issuer, entry.source,
    entry.decided_on as "decidedOn", entry.effective_on as "effectiveOn", entry.valid_to as "validTo",
    json_build_object('code', unit.code, 'name', unit.name, 'type', unit.type) as unit
  from recognition_decision entry join area_unit unit on unit.id = entry.area_id
  where entry.public and not entry.demo and entry.cancelled_on is null`

/** The published decisions with these ids. */
export async function publishedDecisions(db: Db, ids: readonly string[]): Promise<Map<string, PublishedDecision>> {
  if (ids.length === 0) return new Map()
  const found = await sql<PublishedDecision>`${published} and entry.id = any(${ids as string[]}::uuid[])`.execute(db)
  return new Map(found.rows.map((row) => [row.id, row]))
}

const plain = (number: string): string => number.replace(/\s+/g, '').toLowerCase()

/**
 * Published decisions with this number, whatever the case and the spaces; the latest first, at most twenty.
 * The digits are compared by the database and the letters here: a server in the locale C knows no lower case of Đ.
 */
export async function findPublished(db: Db, number: string): Promise<PublishedDecision[]> {
  const wanted = plain(number)
  if (wanted === '') return []
  const found = await sql<PublishedDecision>`
    ${published} and regexp_replace(entry.number, '[^0-9]', '', 'g') = ${wanted.replace(/[^0-9]/g, '')}
    order by entry.decided_on desc limit 1000`.execute(db)
  return found.rows.filter((row) => plain(row.number) === wanted).slice(0, 20)
}
