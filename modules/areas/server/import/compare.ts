// What an import would change: which units and successions are new, which differ from the record, which are the same.

import type { DraftSuccession } from './check-successions.ts'
import type { DraftUnit } from './join-units.ts'
import type { ParentLink, Recorded } from './recorded.ts'

export type Count = { added: number; changed: number; unchanged: number }
export type Changes = {
  units: { added: DraftUnit[]; changed: DraftUnit[] }
  successions: { added: DraftSuccession[]; changed: DraftSuccession[] }
  counts: { units: Count; successions: Count }
}

const sameParents = (a: readonly ParentLink[], b: readonly ParentLink[]): boolean =>
  a.length === b.length &&
  a.every((link, index) => {
    const other = b[index]!
    return link.parentId === other.parentId && link.validFrom === other.validFrom && link.validTo === other.validTo
  })

export function compare(
  units: readonly DraftUnit[],
  successions: readonly DraftSuccession[],
  recorded: Recorded,
): Changes {
  const oldUnits = new Map(recorded.units.map((unit) => [unit.id, unit]))
  const oldSuccessions = new Map(recorded.successions.map((each) => [each.id, each]))
  const changes: Changes = {
    units: { added: [], changed: [] },
    successions: { added: [], changed: [] },
    counts: {
      units: { added: 0, changed: 0, unchanged: 0 },
      successions: { added: 0, changed: 0, unchanged: 0 },
    },
  }
  for (const unit of units) {
    const old = oldUnits.get(unit.id)
    if (!old) changes.units.added.push(unit)
    else if (
      old.name !== unit.name ||
      old.type !== unit.type ||
      old.validTo !== unit.validTo ||
      !sameParents(old.parents, unit.parents)
    )
      changes.units.changed.push(unit)
    else changes.counts.units.unchanged += 1
  }
  for (const each of successions) {
    const old = oldSuccessions.get(each.id)
    if (!old) changes.successions.added.push(each)
    else if (old.kind !== each.kind || old.document !== each.document || old.share !== each.share)
      changes.successions.changed.push(each)
    else changes.counts.successions.unchanged += 1
  }
  changes.counts.units.added = changes.units.added.length
  changes.counts.units.changed = changes.units.changed.length
  changes.counts.successions.added = changes.successions.added.length
  changes.counts.successions.changed = changes.successions.changed.length
  return changes
}
