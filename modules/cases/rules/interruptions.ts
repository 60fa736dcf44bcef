// Time that does not count: which kind of it stops which clock, by what article, and since which law.

import type { LawChoices, LawPointId } from '../../../rules/law/choices.ts'
import type { Interruption, InterruptionKind } from '../../../rules/law/clock.ts'
import type { Moment } from '../../../rules/law/moment.ts'
import type { PeriodId } from '../../../rules/law/periods.ts'
import type { EventKind, FileEvent } from '../events.ts'
import type { StatusKind } from './life.ts'

/** Prison and an institution stop a clock as custody does, but by another article. */
export type Away = Interruption & { id: string; source: 'custody' | 'sentence' | 'absent' | 'fled' | 'force-majeure' }

const sources: Partial<Record<EventKind, [InterruptionKind, Away['source']]>> = {
  detained: ['detained', 'custody'],
  imprisoned: ['detained', 'sentence'],
  'sent-to-institution': ['detained', 'sentence'],
  absent: ['absent', 'absent'],
  fled: ['fled', 'fled'],
  'force-majeure': ['force-majeure', 'force-majeure'],
}

export function interruptionsOf(events: readonly FileEvent[]): Away[] {
  const found: Away[] = []
  for (const event of events) {
    const kinds = sources[event.kind]
    if (kinds) {
      const { until } = event.details as { until?: Moment }
      found.push({ id: event.id, kind: kinds[0], source: kinds[1], from: event.at, ...(until && { until }) })
    } else if (event.kind === 'interruption-over') {
      const over = found.find(({ id }) => id === event.details.of)
      if (over) over.until = event.at
    }
  }
  return found
}

/** Those of these that touch a clock begun at `start`: cut to it, one after the other; the next one closes one without an end. */
export function touching(start: Moment, away: readonly Away[], counts: (one: Away) => boolean): Away[] {
  const kept: Away[] = []
  for (const one of away) {
    if (!counts(one) || (one.until !== undefined && one.until <= start)) continue
    let from = one.from < start ? start : one.from
    const open = kept.at(-1)
    if (open && open.until === undefined) {
      open.until = from
      if (from <= open.from) kept.pop()
    }
    const before = kept.at(-1)?.until
    if (before !== undefined && before > from) from = before
    if (one.until !== undefined && one.until <= from) continue
    kept.push({ ...one, from })
  }
  return kept
}

const newLaw = '2026-07-01T00:00'
const voluntary: readonly StatusKind[] = ['home', 'private', 'public', 'reform-school', 'substitution']

/** What is left out of the term of a status; names the open points on which that rests. */
export function leftOutOf(
  status: StatusKind,
  period: PeriodId | undefined,
  law: LawChoices,
  start: Moment,
  now: Moment,
  away: readonly Away[],
  rests: (on: LawPointId) => void,
): Away[] {
  if (away.length === 0) return []
  if (status === 'managed') return leftOutOfManagement(period, law, start, now, away, rests)
  return touching(start, away, ({ source }) => {
    if (source === 'force-majeure') return false
    if (source === 'sentence') return true
    if (source === 'custody') {
      rests('custodyInRehabilitation')
      return law.custodyInRehabilitation === 'added'
    }
    if (!voluntary.includes(status)) return true
    rests('absenceInRehabilitation')
    return law.absenceInRehabilitation === 'added'
  })
}

function leftOutOfManagement(
  period: PeriodId | undefined,
  law: LawChoices,
  start: Moment,
  now: Moment,
  away: readonly Away[],
  rests: (on: LawPointId) => void,
): Away[] {
  const old = period !== 'from-2026-07'
  if (old) rests('interruptionsOfOldTerms')
  if (old && law.interruptionsOfOldTerms === 'never') return []
  // What began before and goes on is left out from that day, once it has come.
  const from = old && law.interruptionsOfOldTerms === 'from-2026' && start < newLaw ? newLaw : start
  if (from > now) return []
  return touching(from, away, ({ source }) => {
    if (source === 'force-majeure') return false
    if (source === 'custody' || source === 'sentence') {
      rests('detentionAndManagement')
      return law.detentionAndManagement === 'added'
    }
    return true
  })
}
