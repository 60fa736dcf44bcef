// The progress of a programme that is published as fact: public decisions only, never demonstration data.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { type Programme, programmeBySlug } from '../../../programme/server/public.ts'
import { ShowProgress } from '../../contract.ts'
import { recognitionRefusals as refusals } from '../../refusals.ts'
import { type ProgrammeProgress, progress } from '../public.ts'

export const showProgress = answers(ShowProgress, async ({ db, today, now }, input) => {
  const programme = await programmeBySlug(db, input.slug)
  if (!programme?.public) throw refuse(refusals.no_programme, { slug: input.slug })
  return { ...(await publicProgress(db, programme, input.on ?? programme.opensOn ?? today)), asOf: now.toISOString() }
})

/** What the public is told about a programme on a day. */
export async function publicProgress(db: Db, programme: Programme, on: PlainDate) {
  const stands = await progress(db, programme, on, { publicOnly: true })
  const { total, drugFree, target, kept, converted } = stands
  return { on, areas: { total, drugFree, target, kept, converted }, targets: await targetsOf(db, programme, stands) }
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
      where plan.programme_id = ${programme.id} and plan_version.effective_on <= ${stands.on}
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
