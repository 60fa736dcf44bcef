// What the plan in force on a day asks of each unit, and the goal that it sets.

import type { PlainDate } from '../../../platform/server/clock.ts'
import { type Aim, inheritedAim } from '../progress.ts'
import type { Known, KnownTarget } from './known.ts'

/** `factsOnly`: invented amendments of a demonstration are left out. */
export type AimQuestion = { on: PlainDate; programmeId?: string; factsOnly: boolean }

/** The targets in force on a day: of the latest plan of each programme, in the version of that day. */
function targetsOn(known: Known, question: AimQuestion): readonly KnownTarget[] {
  const { on, programmeId, factsOnly } = question
  const inForce = new Map<string, { planId: string; number: number }>()
  for (const version of known.versions)
    if (version.from <= on && (version.fact || !factsOnly) && (!programmeId || version.programmeId === programmeId))
      inForce.set(version.programmeId, { planId: version.planId, number: version.number })
  return known.targets.filter((target) => {
    const version = inForce.get(target.programmeId)
    return (
      version?.planId === target.planId &&
      target.fromVersion <= version.number &&
      (target.toVersion === null || version.number <= target.toVersion)
    )
  })
}

/** The goal of the plan in force: how many units are to be drug-free, and by when. */
export function goalOn(known: Known, question: AimQuestion): { value: number; dueOn: PlainDate } | undefined {
  const goal = targetsOn(known, question).find((target) => target.kind === 'areas-drug-free')
  return goal && { value: goal.value, dueOn: goal.dueOn }
}

const kept = new WeakMap<Known, Map<string, ReadonlyMap<string, Aim>>>()

/** Each unit's aim on a day; a unit formed of others since takes over theirs, where they came whole. */
export function aimsOn(known: Known, question: AimQuestion): ReadonlyMap<string, Aim> {
  const { on, programmeId, factsOnly } = question
  const days = kept.get(known) ?? new Map<string, ReadonlyMap<string, Aim>>()
  kept.set(known, days)
  const key = `${on}${programmeId ?? ''}${factsOnly}`
  const found = days.get(key)
  if (found) return found
  const aims = new Map<string, Aim>()
  for (const target of targetsOn(known, question))
    if (target.kind !== 'areas-drug-free') aims.set(target.areaId, target.kind === 'area-keep' ? 'keep' : 'convert')
  const later = known.successions.filter((each) => each.on <= on && each.share === 1)
  for (const group of Map.groupBy(later, (each) => `${each.on} ${each.toId}`).values()) {
    const toId = group[0]!.toId
    const aim = inheritedAim([aims.get(toId), ...group.map((each) => aims.get(each.fromId))])
    if (aim && !aims.has(toId)) aims.set(toId, aim)
  }
  days.set(key, aims)
  if (days.size > 40) days.delete(days.keys().next().value as string)
  return aims
}
