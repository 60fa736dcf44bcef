// What the file holds on paper: its contents with folio numbers, and the dossier for the court as a checklist. Pure.

import type { Bilingual } from '../../../platform/contract/words.ts'
import { dayOf, type Moment } from '../../../rules/law/moment.ts'
import { type EventKind, type EventOf, eventKinds, type FileEvent, type PaperKind, paperKinds } from '../events.ts'
import { effectiveEvents } from './effective.ts'
import type { PaperNeeded } from './life.ts'
import { commitmentPapers, ofMinors, paperNeeded } from './papers-needed.ts'

export type FolioRow = {
  event: string
  folio: number
  last: number
  title: Bilingual
  /** The form it is on, where it is on one. */
  form?: string
  day: string
  /** Withdrawn later: the paper stays where it is, and says so. */
  withdrawn?: true
}

type Kept = FileEvent & { folio: number }

/** Every paper of the file in the order of its folios; nothing is left out, or a number would be missing on paper. */
export function contentsOf(events: readonly Kept[], now: Moment): FolioRow[] {
  const counting = new Map(effectiveEvents(events, now).map((event) => [event.id, event]))
  return events
    .filter(({ at }) => at <= now)
    .map((event): FolioRow => {
      const { id, folio, kind } = event
      const counts = counting.get(id)
      const correction = eventKinds[kind].group === 'correction'
      return {
        ...rowOf(counts ?? event, folio, folio),
        ...(!counts && !correction && { withdrawn: true as const }),
      }
    })
    .sort((one, other) => one.folio - other.folio)
}

function rowOf(event: FileEvent, folio: number, last: number): FolioRow {
  const paper = paperOf(event)
  const kind = eventKinds[event.kind] as { title: Bilingual; paper?: { forms?: string } }
  const form = paper && /^[IV]+-\d\d$/.test(paper) ? paper : kind.paper?.forms
  return {
    event: event.id,
    folio,
    last,
    title: paper ? paperKinds[paper] : kind.title,
    ...(form && { form }),
    day: dayOf(event.at),
  }
}

function paperOf(event: FileEvent): PaperKind | undefined {
  if (event.kind === 'paper-filed') return event.details.paper
  return event.kind === 'commitment-signed' ? commitmentPapers[event.details.which] : undefined
}

export type Dossier = {
  opened: EventOf<'dossier-opened'>
  /** What was filed, by its own folios. */
  rows: FolioRow[]
  wanted: PaperNeeded[]
  /** Folio numbers that two papers bear, and those that none bears. */
  twice: number[]
  none: number[]
}

const always: readonly PaperKind[] = ['V-33', 'V-34', 'determination', 'V-36', 'V-37']

/** The dossier for the court that was opened last; undefined where there is none. */
export function dossierOf(all: readonly FileEvent[], now: Moment): Dossier | undefined {
  const events = effectiveEvents(all, now)
  const opened = events.findLast(({ kind }) => kind === 'dossier-opened') as EventOf<'dossier-opened'> | undefined
  if (!opened) return undefined
  const filed = events.filter(
    (event): event is EventOf<'paper-filed'> => event.kind === 'paper-filed' && event.at >= opened.at,
  )
  const rows = filed
    .map((event) => rowOf(event, event.details.folio, Math.max(event.details.folio, event.details.lastFolio ?? 0)))
    .sort((one, other) => one.folio - other.folio)
  const kinds = [...always, ...(opened.details.path === 'minor' ? ofMinors : [])]
  const known = { events, filed: new Map(filed.map((event) => [event.details.paper as string, event])) }
  return { opened, rows, wanted: kinds.map((kind) => paperNeeded(known, kind)), ...faultsOf(rows) }
}

function faultsOf(rows: readonly FolioRow[]): Pick<Dossier, 'twice' | 'none'> {
  const counts = new Map<number, number>()
  for (const { folio, last } of rows)
    for (let number = folio; number <= last; number += 1) counts.set(number, 1 + (counts.get(number) ?? 0))
  const highest = Math.max(0, ...counts.keys())
  const all = Array.from({ length: highest }, (_, at) => at + 1)
  return {
    twice: all.filter((number) => (counts.get(number) ?? 0) > 1),
    none: all.filter((number) => !counts.has(number)),
  }
}

export type CommitmentShown = {
  which: 'B1' | 'B2' | 'B3' | 'B4'
  title: Bilingual
  /** The event by which it was signed last. */
  signed?: string
  /** What asks for it: management, a decision on rehabilitation at home, monitoring, post-rehabilitation. */
  because: string
}

const askedBy: Record<CommitmentShown['which'], readonly EventKind[]> = {
  B1: ['managed', 'managed-again', 'management-taken-over'],
  B2: ['home-decided'],
  B3: ['monitoring-decided'],
  B4: ['after-decided'],
}

/** The commitments that the law asks of this person: signed since the decision that asks for them, or still to be signed. */
export function commitmentsOf(all: readonly FileEvent[], now: Moment): CommitmentShown[] {
  const events = effectiveEvents(all, now)
  return (Object.keys(askedBy) as CommitmentShown['which'][]).flatMap((which) => {
    const because = events.findLast(({ kind }) => askedBy[which].includes(kind))
    if (!because) return []
    const signed = events.findLast(
      (event) => event.kind === 'commitment-signed' && event.details.which === which && event.at >= because.at,
    )
    const title = paperKinds[commitmentPapers[which]]
    return [{ which, title, because: because.id, ...(signed && { signed: signed.id }) }]
  })
}
