// The versions of a plan as they are shown: each with its state on a day and what it changed.

import { unitName } from '../../../platform/contract/unit-name.ts'
import type { Language } from '../../../platform/contract/words.ts'
import { dayOf, type PlainDate } from '../../../platform/server/clock.ts'
import { type ChangedField, type LineChange, type PlanLine, versionInForce, whatChanged } from '../rules.ts'
import { linesOfVersion, type StoredLine, type StoredPlan } from './lines.ts'

type Shown = { before: string | number | null; after: string | number | null; unit?: 'count' | 'share' }

export function shownVersions(plan: StoredPlan, on: PlainDate, language: Language) {
  const inForce = versionInForce(plan.versions, on)
  return plan.versions.map((version) => ({
    number: version.number,
    decidedOn: version.decidedOn,
    effectiveOn: version.effectiveOn,
    state: stateOf(version, inForce, on),
    document: version.document,
    reason: version.reason,
    demo: version.demo,
    recordedOn: dayOf(new Date(version.recordedAt)),
    changes: shownChanges(plan, version.number, language),
  }))
}

function stateOf(version: { number: number; effectiveOn: PlainDate }, inForce: number | undefined, on: PlainDate) {
  if (version.number === inForce) return 'in-force' as const
  return version.effectiveOn > on ? ('coming' as const) : ('past' as const)
}

/** What a version changed against the one before; the plan as issued changes nothing. */
export function shownChanges(plan: Pick<StoredPlan, 'lines'>, number: number, language: Language) {
  if (number === 1) return []
  const before = linesOfVersion(plan, number - 1)
  const after = linesOfVersion(plan, number)
  const lines = new Map<PlanLine, StoredLine>([...before, ...after].map((line) => [line, line]))
  return whatChanged(before, after).map((change) => shownChange(change, lines, language))
}

function shownChange(change: LineChange, lines: ReadonlyMap<PlanLine, StoredLine>, language: Language) {
  const line = lines.get((change.after ?? change.before) as PlanLine) as StoredLine
  const before = change.before && lines.get(change.before)
  const after = change.after && lines.get(change.after)
  return {
    lineId: change.lineId,
    what: change.what,
    title: { vi: line.titleVi, en: line.titleEn },
    area: line.area,
    fields: change.fields.map((field) => ({ field, ...shownField(field, before, after, language) })),
  }
}

function shownField(
  field: ChangedField,
  before: StoredLine | undefined,
  after: StoredLine | undefined,
  language: Language,
): Shown {
  const read = (line: StoredLine | undefined): string | number | null => {
    if (!line) return null
    if (field === 'area') return unitName(line.area, language)
    if (field === 'title') return language === 'vi' ? line.titleVi : line.titleEn
    if (field === 'group') return line.group?.name[language] ?? null
    return line[field]
  }
  const unit = field === 'value' ? { unit: after?.unit ?? 'count' } : {}
  return { before: read(before), after: read(after), ...unit }
}
