// Where a programme stands on a day: the plan in force, its targets with their results, and what was amended.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { answers, type Context, type Db } from '../../../../platform/server/slice.ts'
import { readable } from '../../../documents/server/public.ts'
import { ProgrammeOverview } from '../../contract.ts'
import { versionInForce } from '../../rules.ts'
import { type AreaName, type DocumentName, linesInForce, plansOf, type StoredPlan } from '../lines.ts'
import { measureLines } from '../measure.ts'
import { type Programme, programmeBySlug, programmeToday } from '../programme.ts'
import { concerned, inside } from '../reach.ts'
import { shownVersions } from '../versions.ts'

export const programmeOverview = answers(ProgrammeOverview, async (context, input) => {
  const { db } = context
  const programme = await programmeInReach(context, input.slug)
  const on = input.on ?? programmeToday(programme, context.today)
  const plans = await plansOf(db, programme.id, { knownOn: on })
  const known = plans.filter((plan) => plan.versions.length > 0)
  const plan = planShown(known, input.year ?? Number(on.slice(0, 4)), input.year !== undefined)
  const lines = plan ? linesInForce(plan, on) : []
  const measured = await measureLines(db, { programme, year: plan?.year ?? Number(on.slice(0, 4)), lines, on })
  const seen = await concerned(
    db,
    context.scope,
    lines.map((line) => line.area.id),
  )
  const shown = measured.lines.filter((line) => seen.has(line.area.id))
  const managed = (await inside(db, context.scopeFor('programme.manage'), [programme.areaId])).has(programme.areaId)
  return {
    programme: {
      id: programme.id,
      slug: programme.slug,
      name: programme.name,
      area: await areaNamed(db, programme.areaId),
      startsOn: programme.startsOn,
      endsOn: programme.endsOn,
      demo: programme.demo,
      public: programme.public,
    },
    on,
    measuredOn: measured.measuredOn,
    phases: await phasesOf(db, programme.id),
    years: known.map((each) => each.year),
    plan: plan
      ? {
          id: plan.id,
          year: plan.year,
          title: plan.title,
          closedOn: plan.closedOn,
          version: plan.version,
          inForce: versionInForce(plan.versions, on) ?? null,
          versions: withinReach(shownVersions(plan, on, context.language), await concernedLines(context, plan)),
        }
      : null,
    stands: measured.stands,
    lines: shown,
    hidden: measured.lines.length - shown.length,
    documents: await documentsOf(context, programme, on),
    may: {
      amend: managed && plan?.closedOn === null,
      recordStandard: managed && plan?.closedOn === null,
      makePlan: managed,
    },
  }
})

/** The programme, when it is led in or over the areas in which the person reads programmes. */
export async function programmeInReach(context: Context, slug: string): Promise<Programme> {
  const programme = await programmeBySlug(context.db, slug)
  if (!programme || !(await concerned(context.db, context.scope, [programme.areaId])).has(programme.areaId))
    throw refuse(platformRefusals.not_found)
  return programme
}

function planShown(plans: readonly StoredPlan[], year: number, exactly: boolean): StoredPlan | undefined {
  const exact = plans.find((plan) => plan.year === year)
  return exact || exactly ? exact : (plans.find((plan) => plan.year < year) ?? plans.at(-1))
}

const concernedLines = (context: Context, plan: StoredPlan) =>
  concerned(
    context.db,
    context.scope,
    plan.lines.map((line) => line.area.id),
  )

function withinReach<V extends { changes: readonly { area: AreaName }[] }>(
  versions: V[],
  areas: ReadonlySet<string>,
): V[] {
  return versions.map((version) => ({
    ...version,
    changes: version.changes.filter((change) => areas.has(change.area.id)),
  }))
}

export async function areaNamed(db: Db, areaId: string): Promise<AreaName> {
  const found = await sql<AreaName>`select id, code, name, type, level from area_unit where id = ${areaId}`.execute(db)
  return found.rows[0] as AreaName
}

async function phasesOf(db: Db, programmeId: string) {
  const found = await sql<{ id: string; vi: string; en: string; startsOn: PlainDate; endsOn: PlainDate }>`
    select id, name_vi as vi, name_en as en, starts_on as "startsOn", ends_on as "endsOn"
    from programme_phase where programme_id = ${programmeId} order by starts_on, ends_on`.execute(db)
  return found.rows.map(({ vi, en, ...phase }) => ({ ...phase, name: { vi, en } }))
}

/** The documents that the programme rests on, as of the day. */
async function documentsOf(context: Context, programme: Programme, on: PlainDate): Promise<DocumentName[]> {
  const found = await sql<DocumentName>`
    select id, kind, number, issued_on as "issuedOn", title from document
    where programme_id = ${programme.id} and (issued_on is null or issued_on <= ${on}::date)
      and ${readable(context.scopeFor('documents.read'))}
    order by issued_on nulls first, number limit 20`.execute(context.db)
  return found.rows
}
