// What became of each signature, note and correction, over all drives and runs: what its phone said, what the office answered, where it lies now.

import type { Deed } from './phone/deeds.ts'
import type { Row } from './phone/rows.ts'
import type { PhoneReport } from './phone/worker.ts'

/** `arrived`: the page heard it too. */
export type Answer = { outcome: string; reason?: string | undefined; arrived: boolean }
export type Done<D extends Deed = Deed> = D & {
  phone: number
  /** The phone said that it is kept, or it was seen to lie there: from then on it may not simply go. */
  kept: boolean
  answers: Answer[]
  /** As it lies in the store of its phone now. */
  row: Row | undefined
}
export type Ledger = {
  deeds: Map<string, Done>
  /** What lay on each phone when it reported last. */
  rows: Map<number, ReadonlyMap<string, Row>>
}
export const newLedger = (): Ledger => ({ deeds: new Map(), rows: new Map() })

/** Writes down what a phone reports, and answers in which drives anything is new. */
export function noteReport({ deeds, rows }: Ledger, phone: number, report: PhoneReport): Set<string> {
  const touched = new Set<string>()
  const touch = (id: string): Done => {
    const done = deeds.get(id)
    if (done?.phone !== phone) throw new Error(`phone ${phone} speaks of ${id}, which it never did`)
    touched.add(done.driveId)
    return done
  }
  for (const deed of report.deeds) {
    deeds.set(deed.id, { ...deed, phone, kept: false, answers: [], row: undefined })
    touched.add(deed.driveId)
  }
  for (const id of report.kept) touch(id).kept = true
  for (const { id, ...answer } of report.heard) noteAnswer(touch(id), answer)
  const before = rows.get(phone) ?? new Map<string, Row>()
  const now = new Map(report.rows.map((row) => [row.id, row]))
  for (const row of report.rows)
    if (!same(row, before.get(row.id))) Object.assign(touch(row.id), { row, kept: true } satisfies Partial<Done>)
  for (const id of before.keys()) if (!now.has(id)) touch(id).row = undefined
  rows.set(phone, now)
  return touched
}

const same = (one: Row, other: Row | undefined): boolean =>
  one.state === other?.state && one.outcome === other.outcome && one.reason === other.reason

/** The same answer is often given many times. */
function noteAnswer({ answers }: Done, given: Answer): void {
  const known = answers.find(({ outcome, reason }) => outcome === given.outcome && reason === given.reason)
  if (known) known.arrived ||= given.arrived
  else answers.push({ ...given })
}
