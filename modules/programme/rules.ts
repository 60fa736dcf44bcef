// Decisions about plans and targets: which version is in force, what changed, whether a target is met, why not to amend.

import { type Refusal, refuse } from '../../platform/contract/refusal.ts'
import { planRefusals } from './contract/plans.ts'
import type { TargetKind, unitStandings } from './contract/shapes.ts'

type Day = string
export type UnitStanding = (typeof unitStandings)[number]

/** One line of a plan, as decided. */
export type PlanLine = {
  lineId: string
  kind: TargetKind
  areaId: string
  groupId: string | null
  titleVi: string
  titleEn: string
  baseline: number | null
  value: number
  unit: 'count' | 'share'
  dueOn: Day
}
export type ChangedField = 'area' | 'title' | 'baseline' | 'value' | 'dueOn' | 'kind' | 'group'
export type LineChange = {
  lineId: string
  what: 'added' | 'changed' | 'removed'
  before?: PlanLine
  after?: PlanLine
  fields: ChangedField[]
}

const fieldsOf: [ChangedField, (line: PlanLine) => unknown][] = [
  ['kind', (line) => line.kind],
  ['area', (line) => line.areaId],
  ['group', (line) => line.groupId],
  ['title', (line) => `${line.titleVi}\n${line.titleEn}`],
  ['baseline', (line) => line.baseline],
  ['value', (line) => `${line.value} ${line.unit}`],
  ['dueOn', (line) => line.dueOn],
]

/** What a version changes against the one before it, line by line, matched on `lineId`. */
export function whatChanged(before: readonly PlanLine[], after: readonly PlanLine[]): LineChange[] {
  const earlier = new Map(before.map((line) => [line.lineId, line]))
  const later = new Map(after.map((line) => [line.lineId, line]))
  const changes: LineChange[] = []
  for (const line of after) {
    const old = earlier.get(line.lineId)
    if (!old) {
      changes.push({ lineId: line.lineId, what: 'added', after: line, fields: [] })
      continue
    }
    const fields = fieldsOf.filter(([, read]) => read(old) !== read(line)).map(([field]) => field)
    if (fields.length > 0) changes.push({ lineId: line.lineId, what: 'changed', before: old, after: line, fields })
  }
  for (const line of before)
    if (!later.has(line.lineId)) changes.push({ lineId: line.lineId, what: 'removed', before: line, fields: [] })
  return changes
}

export type VersionDates = { number: number; decidedOn: Day; effectiveOn: Day }

/** The number of the version in force on a day; undefined before the plan takes effect. */
export function versionInForce(versions: readonly VersionDates[], on: Day): number | undefined {
  const inForce = versions.filter((version) => version.effectiveOn <= on && version.decidedOn <= on)
  return inForce.length === 0 ? undefined : Math.max(...inForce.map((version) => version.number))
}

export type PlanState = { year: number; closedOn: Day | null; last: VersionDates }
export type AmendmentDates = { decidedOn: Day; effectiveOn: Day }

/** Why a plan may not be amended so; undefined when it may. `today` is the programme's working day. */
export function whyNotAmend(plan: PlanState, dates: AmendmentDates, today: Day): Refusal | undefined {
  if (plan.closedOn) return refuse(planRefusals.plan_closed, { year: plan.year, closedOn: plan.closedOn })
  const wrong = whyNotDates(dates, today)
  if (wrong) return wrong
  if (dates.effectiveOn <= plan.last.effectiveOn)
    return refuse(
      planRefusals.before_last_version,
      { number: plan.last.number, effectiveOn: plan.last.effectiveOn },
      'effectiveOn',
    )
  return undefined
}

export function whyNotDates(dates: AmendmentDates, today: Day): Refusal | undefined {
  if (dates.decidedOn > today)
    return refuse(planRefusals.decided_in_future, { decidedOn: dates.decidedOn, today }, 'decidedOn')
  if (dates.effectiveOn < dates.decidedOn) return refuse(planRefusals.effective_before_decided, {}, 'effectiveOn')
  return undefined
}

/** Lines that make no sense together or in this programme; `pathOf` says where a line was typed. */
export function whyNotLines(
  lines: readonly PlanLine[],
  programme: { startsOn: Day; endsOn: Day },
  units: ReadonlySet<string>,
  pathOf: (line: PlanLine, place: number) => string,
): Refusal | undefined {
  const seen = new Set<string>()
  for (const [place, line] of lines.entries()) {
    const at = (field: string) => `${pathOf(line, place)}.${field}`
    if (line.unit === 'share' ? line.value > 1 : !Number.isInteger(line.value))
      return refuse(planRefusals.value_impossible, {}, at('value'))
    if (line.dueOn < programme.startsOn || line.dueOn > programme.endsOn)
      return refuse(planRefusals.due_outside, programme, at('dueOn'))
    if ((line.kind === 'commitments') !== (line.groupId !== null))
      return refuse(planRefusals.group_needed, {}, at('groupId'))
    if (!units.has(line.areaId)) return refuse(planRefusals.unit_outside, {}, at('areaId'))
    const once = `${sameKind(line.kind)} ${line.areaId} ${line.groupId ?? ''}`
    if (seen.has(once)) return refuse(planRefusals.line_twice, {}, at('areaId'))
    seen.add(once)
  }
  return undefined
}

// A unit is either to be kept or to be converted, never both.
const sameKind = (kind: TargetKind): string => (kind === 'area-convert' ? 'area-keep' : kind)

export type Measure = { count: number | null; of: number | null }

/** Whether a target is met on a day. No records is `no-data`, never "nothing done"; nothing is missed before it is due. */
export function stateOf(
  line: Pick<PlanLine, 'value' | 'unit' | 'dueOn'>,
  measure: Measure,
  on: Day,
): 'no-data' | 'open' | 'met' | 'missed' {
  if (measure.count === null || (line.unit === 'share' && !measure.of)) return 'no-data'
  const reached = line.unit === 'share' ? measure.count / (measure.of ?? 1) : measure.count
  if (reached >= line.value) return 'met'
  return on > line.dueOn ? 'missed' : 'open'
}

export type DecidedState = 'drug-free' | 'lost' | 'reappraise' | 'none'

/** How a unit of the plan stands, from what was decided on the units that hold its territory on the day. */
export function standingOf(kind: TargetKind, decided: readonly DecidedState[]): UnitStanding {
  if (decided.length === 0) return 'no-decision'
  if (decided.every((state) => state === 'drug-free')) return kind === 'area-convert' ? 'converted' : 'kept'
  if (decided.includes('lost')) return 'lost'
  if (decided.includes('reappraise')) return 'reappraise'
  return kind === 'area-convert' ? 'not-yet' : 'no-decision'
}

/** The last day that counts: results of a programme are those at its end. */
export const measuredDay = (endsOn: Day, on: Day): Day => (on < endsOn ? on : endsOn)
