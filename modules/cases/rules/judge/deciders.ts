// Who may decide what, under which law. Where it is not on record for an older law, anybody named is taken.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import type { LawChoices } from '../../../../rules/law/choices.ts'
import { cited } from '../../../../rules/law/deadline.ts'
import type { Decider } from '../../../../rules/law/deciders.ts'
import type { PeriodId } from '../../../../rules/law/periods.ts'
import type { EventKind } from '../../events.ts'

type Power = { by: readonly Decider[]; article: Bilingual }
const power = (article: string, ...by: Decider[]): Power => ({ by, article: cited(article) })

const management: readonly EventKind[] = [
  'managed',
  'managed-again',
  'management-taken-over',
  'management-suspended',
  'management-resumed',
  'management-stopped',
  'management-ended',
]
const monitoring: readonly EventKind[] = ['monitoring-decided', 'monitoring-lifted', 'monitoring-ended']

export function powerOf(kind: EventKind, period: PeriodId | undefined, law: LawChoices): Power | undefined {
  if (kind === 'determination-result') return power('Luật, Điều 31.2', 'health-facility')
  if (kind === 'after-decided' || kind === 'after-certified')
    return power(
      period === 'from-2026-07' ? 'Luật, Điều 42.6; Nghị định, Điều 138' : 'Luật 73/2021/QH14, Điều 40.5',
      'chair',
    )
  return period === 'from-2026-07' ? powerNow(kind, law) : powerBefore(kind, period)
}

function powerNow(kind: EventKind, law: LawChoices): Power | undefined {
  if (management.includes(kind)) return power('Luật, Điều 24.4a, 24.5, 24.7; Nghị định, Điều 63', 'police-head')
  if (monitoring.includes(kind))
    return power('Luật, Điều 12.2; Nghị định, Điều 16.4, 20.7', 'police-head', 'police-deputy')
  switch (kind) {
    case 'home-decided':
    case 'private-decided':
      return law.homeDecider === 'head'
        ? power('Luật, Điều 32.5; Nghị định, Điều 91.1', 'police-head')
        : power('Nghị định, Điều 91.1', 'police-head', 'police-deputy')
    case 'public-decided':
    case 'reform-school-decided':
      return law.publicDecider === 'province'
        ? power('Luật, Điều 34.3', 'provincial-police')
        : power('Nghị định, Điều 91.1, 95', 'police-head')
    case 'substitution-decided':
      return power('Nghị định, Điều 89.2', 'treatment-facility')
    case 'dossier-opened':
      return power('Luật, Điều 35.3a, 36.2a', 'police-head')
    case 'custody-decided':
      return power('Luật, Điều 37.1; Nghị định, Điều 98.1', 'police-head')
    case 'court-decided':
      return power('Luật, Điều 35.8, 36.8', 'regional-court')
    case 'execution-changed':
      return power('Luật, Điều 39.4', 'regional-court', 'provincial-police')
    case 'off-list':
      return power('Luật, Điều 27.3, 48.3, 48.4', 'police-head', 'chair')
    default:
      return undefined
  }
}

function powerBefore(kind: EventKind, period: PeriodId | undefined): Power | undefined {
  if (period === undefined) return undefined
  if (management.includes(kind)) return power('Nghị định 105/2021/NĐ-CP, Điều 42.1, 48', 'chair')
  if (kind === 'home-decided') return power('Luật 73/2021/QH14, Điều 30.5', 'chair')
  if (kind === 'court-decided')
    return period === 'from-2025-07'
      ? power('Luật 73/2021/QH14, Điều 33.4', 'regional-court')
      : power('Luật 73/2021/QH14, Điều 33.4', 'district-court')
  return undefined
}

/** What the law of 2025 brought: before it there was no such decision. */
export const onlyNow: readonly EventKind[] = [
  ...monitoring,
  'monitoring-asked',
  'monitoring-fitted',
  'management-suspended',
  'management-resumed',
  'reform-school-decided',
]
