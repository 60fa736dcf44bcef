// Gathers the first screen from the modules that know: standing, late work, one's own work, shares. Each asks once, set-based.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { Scope } from '../../../platform/server/rights.ts'
import { answers, type Context, type Db } from '../../../platform/server/slice.ts'
import { daysBetween } from '../../../rules/calendar/working-days.ts'
import { boundariesOf, mostWithBoundaries } from '../../areas/server/public.ts'
import { type Programme, programmeBySlug, programmeToday } from '../../programme/server/public.ts'
import { mergersAfter, progress } from '../../recognition/server/public.ts'
import { lateByArea, lateTasks, taskCounts } from '../../tasks/server/public.ts'
import { ShowHome } from '../contract.ts'
import { coverageOf } from './coverage.ts'
import { eventsOf } from './events.ts'
import { groupsOf } from './groups.ts'
import { mineOf } from './mine.ts'

/** More units than this are shown as groups, unless they have boundaries: a diagram of them would say nothing. */
const mostUnits = 150
const lateShown = 4
const mineShown = 4

export const showHome = answers(ShowHome, async (context, input) => {
  const { db, language } = context
  const programme = await programmeInReach(context, input.programme)
  const on = input.on ?? programmeToday(programme, context.today)
  const tasks = { programmeId: programme.id, scope: context.scopeFor('tasks.read'), on }
  const [stands, merges, counts, late, lateUnits, mine, coverage, events] = await Promise.all([
    progress(db, programme, on),
    mergersAfter(db, programme.areaId, on),
    taskCounts(db, tasks),
    lateTasks(db, { ...tasks, limit: lateShown, language }),
    lateByArea(db, tasks),
    mineOf(context, programme, on),
    coverageOf(db, programme, on, language),
    eventsOf(db, programme, on, language),
  ])
  const drawable = stands.units.length <= mostWithBoundaries
  const boundaries = drawable ? await boundariesOf(db, idsOf(stands.units)) : undefined
  const shown = boundaries !== undefined || stands.units.length <= mostUnits
  return {
    on,
    asOf: context.now.toISOString(),
    due: stands.dueOn ? { on: stands.dueOn, daysLeft: daysBetween(on, stands.dueOn) } : null,
    areas: {
      total: stands.total,
      drugFree: stands.drugFree,
      target: stands.target,
      kept: { have: stands.kept, of: Math.max(stands.keepAim, stands.kept) },
      converted: { have: stands.converted, of: stands.convertAim },
      outside: stands.outside,
    },
    units: shown
      ? stands.units.map((unit) => ({
          id: unit.id,
          code: unit.code,
          name: unit.name,
          type: unit.type,
          standing: unit.status,
          lat: unit.lat,
          lon: unit.lon,
          late: lateUnits.get(unit.id) ?? 0,
          boundary: boundaries?.shapes.get(unit.id) ?? null,
        }))
      : [],
    boundarySource: boundaries?.source ?? null,
    groups: shown ? [] : await groupsOf(db, stands.units, lateUnits, on),
    events,
    // The picture is of one year; what merges later belongs to the lineage of a unit.
    merges: merges.filter((merge) => merge.on.startsWith(on.slice(0, 4))),
    late:
      tasks.scope.everywhere || tasks.scope.roots.length > 0
        ? { count: counts.late, soon: counts.soon, rows: late.map(lateRow) }
        : null,
    mine: { count: mine.length, rows: mine.slice(0, mineShown) },
    ...coverage,
  }
})

const idsOf = (units: readonly { id: string }[]): string[] => units.map((unit) => unit.id)

type LateRow = Awaited<ReturnType<typeof lateTasks>>[number]

const lateRow = (task: LateRow) => ({
  id: task.id,
  title: task.title,
  dueOn: task.dueOn,
  daysLate: task.status.days,
  inheritedDays: task.status.inheritedDays,
  post: task.head.title,
  place: task.head.place || task.area.name,
})

/** The programme, when the reader sees programmes somewhere in its territory or above it. */
async function programmeInReach({ db, scope }: Context, slug: string): Promise<Programme> {
  const programme = await programmeBySlug(db, slug)
  if (!programme || !(await touches(db, scope, programme.areaId))) throw refuse(platformRefusals.not_found)
  return programme
}

async function touches(db: Db, scope: Scope, areaId: string): Promise<boolean> {
  if (scope.everywhere) return true
  const roots = scope.roots as string[]
  const found = await sql`
    select 1 from area_coverage
    where (unit_id = ${areaId} and ancestor_id = any(${roots}::uuid[])) or (ancestor_id = ${areaId} and unit_id = any(${roots}::uuid[]))
    limit 1`.execute(db)
  return found.rows.length > 0
}
