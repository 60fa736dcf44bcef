// All rows of a list judged: read, weighed by the law, compared with one another. Nothing is written; whom they may be the same
// person with in the commune is asked afterwards.

import { v7 as uuidv7 } from 'uuid'
import { bagOfName, endsOfName, readName } from '../../../../platform/contract/like-name.ts'
import type { Bilingual } from '../../../../platform/contract/words.ts'
import type { Row } from '../../../../platform/server/spreadsheet/table.ts'
import type { Identity, ListPlan } from '../../contract.ts'
import type { FileEvent } from '../../events.ts'
import { eventsOfRow } from '../../lists/events-of-row.ts'
import type { RowFault, RowWarning } from '../../lists/row-faults.ts'
import { factsOf } from '../../rules/person-facts.ts'
import { maySame, type SameReason } from '../../rules/same-person.ts'
import { rowReader } from './read-row.ts'

export type AlikeShown = { file: string | null; row: number | null; reasons: readonly SameReason[] }
export type JudgedRow = {
  row: number
  cells: string[]
  name: string
  outcome: 'good' | 'bare' | 'alike' | 'refused'
  /** What it becomes; not there where it is refused. */
  becomes?: { identity: Identity; events: FileEvent[]; bare: boolean }
  faults: RowFault[]
  warnings: RowWarning[]
  lawWarnings: Bilingual[]
  alike: AlikeShown[]
}

export function listJudge(plan: ListPlan, now: string): (row: Row) => JudgedRow {
  const read = rowReader(plan)
  return (row) => {
    const known = { row: row.at, cells: row.cells, alike: [], lawWarnings: [], warnings: [], faults: [] }
    const found = read(row)
    if ('faults' in found) return { ...known, name: found.name, outcome: 'refused', faults: found.faults }
    const { identity, papers, note } = found
    const list = { asOf: plan.asOf, source: plan.source, note, now, nextId: () => uuidv7() }
    const proven = eventsOfRow(factsOf(identity), papers, list, plan.refused === 'enter-bare')
    const told = { ...known, name: identity.name, warnings: found.warnings }
    if (proven.fault) return { ...told, outcome: 'refused', faults: [proven.fault] }
    const { events, bare, lawWarnings } = proven
    return {
      ...told,
      outcome: bare ? 'bare' : 'good',
      becomes: { identity, events, bare },
      warnings: [...found.warnings, ...proven.warnings],
      lawWarnings,
    }
  }
}

/** Rows of one list that may be of one person: the later one names the earlier one, and waits. */
export function compareRows(rows: readonly JudgedRow[]): void {
  const seen = new Map<string, JudgedRow[]>()
  for (const row of rows) {
    if (!row.becomes) continue
    const { identity } = row.becomes
    const keys = keysOf(identity)
    const others = new Set(keys.flatMap((key) => seen.get(key) ?? []))
    for (const other of others) {
      const reasons = other.becomes && maySame(identity, other.becomes.identity)
      if (reasons) row.alike.push({ file: null, row: other.row, reasons })
    }
    if (row.alike.length > 0) row.outcome = 'alike'
    for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), row])
  }
}

/** Two that the rule would propose share at least one of these, so that nobody has to be compared with everybody. */
function keysOf({ name, otherNames, papers }: Identity): string[] {
  const names = [name, ...otherNames].map(readName)
  return [
    ...new Set([
      ...names.flatMap((each) => [bagOfName(each), endsOfName(each) ?? '']).filter(Boolean),
      ...papers.map(({ number }) => number),
    ]),
  ]
}
