// The clocks of a request: told by when, answered by when, made longer until when, and on which length and which holidays each rests.

import type { OutputOf } from '../../../../platform/contract/operation.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { HolidayYear } from '../../../../rules/calendar/vietnam.ts'
import { calendarOf } from '../../../../rules/calendar/working-days.ts'
import type { SetLength } from '../../../../rules/retention/lengths.ts'
import {
  acknowledgeDue,
  answerDue,
  type Counted,
  type Counting,
  extendedDue,
} from '../../../../rules/retention/requests.ts'
import type { ListRequests } from '../../contract.ts'
import { yearsByThen } from '../law.ts'
import { instantOf, momentOf } from '../moment.ts'
import { setLengths } from '../retention/lengths.ts'
import { openJson } from '../sealing/person.ts'
import type { RequestRow } from './requests.ts'

type Shown = OutputOf<typeof ListRequests>['rows'][number]
type Known = { set: readonly (SetLength & { setAt: string })[]; years: (at: string) => readonly HolidayYear[] }
type Named = (id: string | null) => string | null

export const asInstant = (moment: string): string => new Date(instantOf(moment)).toISOString()
const sameTime = (one: string, other: string): boolean => Date.parse(one) === Date.parse(other)

export const countingKnown = async (db: Db): Promise<Known> => ({
  set: await setLengths(db),
  years: await yearsByThen(db),
})

/**
 * Lengths and holidays that were entered afterwards, for the same day, played no part: the person was told a day, and is kept to
 * no other.
 */
export const countingAt = ({ set, years }: Known, at: string): Counting => ({
  set: set.filter(({ setAt }) => Date.parse(setAt) <= Date.parse(at)),
  calendar: calendarOf(years(at)),
})
const holidaysAt = ({ years }: Known, at: string): Shown['holidays'] =>
  years(at).map(({ off, worked, year, announced, source }) => ({
    ...{ year, announced, source },
    off: [...off],
    worked: [...worked],
  }))

/** What is on record is what holds; where the lengths do not lead to it (of another installation), nothing is explained. */
const because = ({ at, because }: Counted, dueAt: string): Shown['because'] =>
  sameTime(asInstant(at), dueAt) ? because : null

export function clocksShown(
  row: RequestRow,
  known: Known,
  named: Named,
): Pick<Shown, 'because' | 'holidays' | 'acknowledge'> {
  const received = momentOf(row.received_at)
  const then = countingAt(known, row.taken_at)
  const { acknowledge_due_at: dueAt, acknowledged_at: at, acknowledged_way: way } = row
  return {
    because: because(answerDue(row.kind, received, then), row.first_due_at ?? row.due_at),
    holidays: holidaysAt(known, row.taken_at),
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
  { known, named, key }: { known: Known; named: Named; key: Buffer },
): Shown['extended'] {
  const { first_due_at: first, extended_at: at, extended_told_at: toldAt, extended_way: way } = row
  if (!first || !at || !toldAt || !way) return null
  const longer = extendedDue(row.kind, momentOf(row.received_at), momentOf(first), countingAt(known, at))
  return {
    ...{ firstDueAt: first, toldAt, way },
    because: because(longer, row.due_at),
    holidays: holidaysAt(known, at),
    by: named(row.extended_by),
    reason: row.extension && (openJson(key, row.extension, `extension ${row.id}`) as string),
  }
}

/** An answer tells the person, too. */
export const waitsToBeTold = ({ acknowledge_due_at, acknowledged_at, outcome }: RequestRow): boolean =>
  acknowledge_due_at !== null && acknowledged_at === null && outcome === null

/** Null once it was made longer, is answered, or its time is over. */
export function longerUntil(row: RequestRow, known: Known, now: Date): string | null {
  if (row.outcome !== null || row.extended_at !== null || Date.parse(row.due_at) < now.getTime()) return null
  const counting = countingAt(known, now.toISOString())
  return asInstant(extendedDue(row.kind, momentOf(row.received_at), momentOf(row.due_at), counting).at)
}
