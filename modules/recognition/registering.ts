// May this decision be entered? Pure, with the reason for "no".

import { type Refusal, refuse } from '../../platform/contract/refusal.ts'
import type { Bilingual } from '../../platform/contract/words.ts'
import type { CriteriaVersion } from '../../rules/criteria/criteria.ts'
import { recognitionRefusals as refusals } from './refusals.ts'
import type { Outcome, Standing } from './standing.ts'

export type Entry = {
  outcome: Outcome
  number: string
  source: string
  decidedOn: string
  effectiveOn: string
  validTo: string | null
  criteriaVersion: string
}
export type EntryUnit = { name: Bilingual; level: string; validFrom: string; validTo: string | null }

/**
 * Why a decision cannot be entered, or undefined.
 * `standing` is how the unit stands on the day of effect without this entry; `today` is the day that the programme works on.
 */
export function whyNotEnter(
  entry: Entry,
  unit: EntryUnit,
  standing: Standing,
  criteria: CriteriaVersion | undefined,
  today: string,
): Refusal | undefined {
  return (
    whyNotDays(entry, today) ??
    whyNotUnit(entry, unit) ??
    whyNotCriteria(entry, criteria) ??
    whyNotOutcome(entry, unit, standing)
  )
}

function whyNotDays(entry: Entry, today: string): Refusal | undefined {
  const { decidedOn, effectiveOn, validTo } = entry
  if (decidedOn > today) return refuse(refusals.decided_in_the_future, { day: decidedOn, today }, 'decidedOn')
  if (effectiveOn < decidedOn)
    return refuse(refusals.effective_before_decided, { effectiveOn, decidedOn }, 'effectiveOn')
  if (validTo && entry.outcome !== 'recognised' && entry.outcome !== 'kept')
    return refuse(refusals.end_without_recognition, {}, 'validTo')
  if (validTo && validTo <= effectiveOn)
    return refuse(refusals.ends_before_it_starts, { validTo, effectiveOn }, 'validTo')
  if (entry.number === '' && entry.source === '') return refuse(refusals.number_or_source, {}, 'source')
  return undefined
}

function whyNotUnit(entry: Entry, unit: EntryUnit): Refusal | undefined {
  if (unit.level !== 'commune') return refuse(refusals.not_a_commune, { name: unit.name }, 'areaId')
  const inForce = unit.validFrom <= entry.effectiveOn && (unit.validTo === null || entry.effectiveOn < unit.validTo)
  return inForce ? undefined : refuse(refusals.unit_not_in_force, { name: unit.name, day: entry.effectiveOn }, 'areaId')
}

function whyNotCriteria(entry: Entry, criteria: CriteriaVersion | undefined): Refusal | undefined {
  const version = entry.criteriaVersion
  if (!criteria) return refuse(refusals.criteria_unknown, { version }, 'criteriaVersion')
  const inForce = criteria.from <= entry.decidedOn && (criteria.to === undefined || entry.decidedOn < criteria.to)
  return inForce
    ? undefined
    : refuse(refusals.criteria_not_in_force, { version, day: entry.decidedOn }, 'criteriaVersion')
}

function whyNotOutcome(entry: Entry, unit: EntryUnit, standing: Standing): Refusal | undefined {
  const { name } = unit
  if (entry.outcome === 'recognised')
    return standing === 'recognised' ? refuse(refusals.recognised_already, { name }, 'outcome') : undefined
  return standing === 'none' || standing === 'lost' ? refuse(refusals.nothing_to_keep, { name }, 'outcome') : undefined
}
