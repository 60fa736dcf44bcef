// How a unit stands by the decisions on record: from decisions and successions alone, each step with its reason.

import type { Bilingual } from '../../platform/contract/words.ts'
import { inheritedStep, type Merge } from './inheritance.ts'
import type { Histories, Outcome, Standing, Step } from './standing.ts'

export type Decision = {
  id: string
  areaId: string
  outcome: Outcome
  number: string
  decidedOn: string
  effectiveOn: string
  /** The first day on which it no longer holds. */
  validTo: string | null
}
export type Succession = { on: string; fromId: string; toId: string; share: number | null }

const after: Record<Outcome, Standing> = {
  recognised: 'recognised',
  kept: 'recognised',
  lost: 'lost',
  reappraise: 'again',
}

export const reasonOfOutcome: Record<Outcome, Bilingual> = {
  recognised: { vi: 'Được công nhận không ma túy', en: 'Recognised as drug-free' },
  kept: { vi: 'Giữ vững danh hiệu không ma túy', en: 'Keeps its standing as drug-free' },
  lost: { vi: 'Không còn được công nhận', en: 'No longer recognised' },
  reappraise: { vi: 'Có quyết định đánh giá lại', en: 'To be appraised anew by decision' },
}

/**
 * What became of every unit up to and including the day `on`, in the order in which it happened.
 * On one day successions come before decisions: a decision of that day is about the new unit.
 * `nameOf` puts names into the reasons.
 */
export function statusHistory(
  decisions: readonly Decision[],
  successions: readonly Succession[],
  on: string,
  nameOf: (areaId: string) => string,
): Histories {
  const histories = new Map<string, Step[]>()
  const add = (step: Step): void => {
    const steps = histories.get(step.areaId)
    if (steps) steps.push(step)
    else histories.set(step.areaId, [step])
  }
  const expire = (areaId: string, upTo: string): void => {
    const last = histories.get(areaId)?.at(-1)
    if (last?.validTo && last.validTo <= upTo) add(expiryOf(last))
  }
  const merges = groupByUnitAndDay(successions.filter((each) => each.on <= on))
  const decided = decisions.filter((each) => each.effectiveOn <= on)
  const days = [...new Set([...merges.map((each) => each.on), ...decided.map((each) => each.effectiveOn)])].sort()
  const mergesOf = Map.groupBy(merges, (each) => each.on)
  const decidedOf = Map.groupBy(decided, (each) => each.effectiveOn)
  for (const day of days) {
    const inherited = (mergesOf.get(day) ?? []).map((merge) => {
      for (const each of merge.parts) expire(each.fromId, day)
      return inheritedStep(merge, (areaId) => histories.get(areaId)?.at(-1), nameOf)
    })
    for (const step of inherited) if (step) add(step)
    for (const decision of [...(decidedOf.get(day) ?? [])].sort(byDecision)) {
      expire(decision.areaId, day)
      add(stepOf(decision))
    }
  }
  for (const areaId of histories.keys()) expire(areaId, on)
  return histories
}

const byDecision = (one: Decision, other: Decision): number =>
  one.decidedOn.localeCompare(other.decidedOn) || one.id.localeCompare(other.id)

function stepOf(decision: Decision): Step {
  return {
    areaId: decision.areaId,
    on: decision.effectiveOn,
    standing: after[decision.outcome],
    cause: 'decision',
    outcome: decision.outcome,
    decisionId: decision.id,
    ...(decision.validTo && after[decision.outcome] === 'recognised' ? { validTo: decision.validTo } : {}),
    reason: reasonOfOutcome[decision.outcome],
  }
}

function expiryOf(last: Step): Step {
  return {
    areaId: last.areaId,
    on: last.validTo!,
    standing: 'expired',
    cause: 'expiry',
    ...(last.decisionId ? { decisionId: last.decisionId } : {}),
    reason: { vi: 'Thời hạn công nhận đã hết', en: 'The recognition ran out' },
  }
}

function groupByUnitAndDay(successions: readonly Succession[]): Merge[] {
  const groups = Map.groupBy(successions, (each) => `${each.on} ${each.toId}`)
  return [...groups.values()].map((group) => ({
    on: group[0]!.on,
    toId: group[0]!.toId,
    parts: group.map(({ fromId, share }) => ({ fromId, share })),
  }))
}
