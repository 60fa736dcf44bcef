// The clocks of a request: told by when, answered by when, made longer until when, and on which length each rests.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import type { SetLength } from '../../../../rules/retention/lengths.ts'
import { acknowledgeDue, answerDue, type Counted, extendedDue } from '../../../../rules/retention/requests.ts'
import type { ListRequests } from '../../contract.ts'
import { instantOf, momentOf } from '../moment.ts'
import { openJson } from '../sealing/person.ts'
import type { RequestRow } from './requests.ts'

type Shown = OutputOf<typeof ListRequests>['rows'][number]
type Known = readonly (SetLength & { setAt: string })[]
type Named = (id: string | null) => string | null

export const asInstant = (moment: string): string => new Date(instantOf(moment)).toISOString()
const sameTime = (one: string, other: string): boolean => Date.parse(one) === Date.parse(other)

/** Lengths that were entered afterwards, for the same day, played no part. */
const knownAt = (set: Known, at: string): Known => set.filter(({ setAt }) => Date.parse(setAt) <= Date.parse(at))

/** What is on record is what holds; where the lengths do not lead to it (of another installation), nothing is explained. */
const because = ({ at, because }: Counted, dueAt: string): Shown['because'] =>
  sameTime(asInstant(at), dueAt) ? because : null

export function clocksShown(row: RequestRow, set: Known, named: Named): Pick<Shown, 'because' | 'acknowledge'> {
  const received = momentOf(row.received_at)
  const then = knownAt(set, row.taken_at)
  const { acknowledge_due_at: dueAt, acknowledged_at: at, acknowledged_way: way } = row
  return {
    because: because(answerDue(row.kind, received, then), row.first_due_at ?? row.due_at),
    acknowledge:
      dueAt === null
        ? null
        : {
            dueAt,
            because: because(acknowledgeDue(row.kind, received, then), dueAt),
            told: at === null || way === null ? null : { at, way, by: named(row.acknowledged_by) },
          },
  }
}

export function extendedShown(
  row: RequestRow,
  { set, named, key }: { set: Known; named: Named; key: Buffer },
): Shown['extended'] {
  const { first_due_at: first, extended_at: at, extended_told_at: toldAt, extended_way: way } = row
  if (!first || !at || !toldAt || !way) return null
  const longer = extendedDue(row.kind, momentOf(row.received_at), momentOf(first), knownAt(set, at))
  return {
    ...{ firstDueAt: first, toldAt, way },
    because: because(longer, row.due_at),
    by: named(row.extended_by),
    reason: row.extension && (openJson(key, row.extension, `extension ${row.id}`) as string),
  }
}

/** An answer tells the person, too. */
export const waitsToBeTold = ({ acknowledge_due_at, acknowledged_at, outcome }: RequestRow): boolean =>
  acknowledge_due_at !== null && acknowledged_at === null && outcome === null

/** Null once it was made longer, is answered, or its time is over. */
export function longerUntil(row: RequestRow, set: Known, now: Date): string | null {
  if (row.outcome !== null || row.extended_at !== null || Date.parse(row.due_at) < now.getTime()) return null
  return asInstant(extendedDue(row.kind, momentOf(row.received_at), momentOf(row.due_at), set).at)
}
