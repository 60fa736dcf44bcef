// The events that the papers of a row prove, judged one by one by the engine of the law; a status without a paper is none. Pure.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { EventKind, FileEvent, ListedStatus, Paper } from '../events.ts'
import type { PersonFacts } from '../rules/facts.ts'
import { judgeEvent, readLife } from '../rules.ts'
import type { RowFault, RowWarning } from './row-faults.ts'

export type RowPapers = {
  says: ListedStatus | undefined
  decision: Paper | undefined
  determination: Paper | undefined
  registeredOn: string | undefined
  begunOn: string | undefined
  endsOn: string | undefined
}
export type OfList = { asOf: string; source: string; note: string; now: string; nextId: () => string }
export type RowEvents = {
  events: FileEvent[]
  /** It comes in without a status, for want of a paper or of what comes before it. */
  bare: boolean
  warnings: RowWarning[]
  /** Of the engine, in its own words. */
  lawWarnings: Bilingual[]
  fault?: RowFault
}

const decisionOf: Record<Exclude<ListedStatus, 'addict'>, EventKind> = {
  managed: 'managed',
  home: 'home-decided',
  private: 'private-decided',
  public: 'public-decided',
  'reform-school': 'reform-school-decided',
  substitution: 'substitution-decided',
  compulsory: 'court-decided',
  after: 'after-decided',
}
const registers = ['home', 'private', 'public', 'reform-school', 'substitution'] as const
const isRegistered = (says: ListedStatus | undefined): says is (typeof registers)[number] =>
  (registers as readonly (ListedStatus | undefined)[]).includes(says)

/** `bareToo`: what the law does not let stand comes in as a file without a status, the paper cited. */
export function eventsOfRow(facts: PersonFacts, papers: RowPapers, list: OfList, bareToo: boolean): RowEvents {
  const { says, decision } = papers
  if (says && !decision && !(says === 'addict' && papers.determination)) {
    const proven = judged(facts, proofs(papers, list), list)
    if ('fault' in proven) return { ...nothing, fault: proven.fault }
    return {
      ...nothing,
      ...proven,
      events: [listed(papers, list, 'decision'), ...proven.events],
      bare: true,
      warnings: ['no_decision'],
    }
  }
  const proven = judged(facts, [...proofs(papers, list), ...decided(papers, list)], list)
  if (!('fault' in proven))
    return {
      ...nothing,
      ...proven,
      events: [listed(papers, list), ...proven.events],
      warnings: endsOtherwise(facts, proven.events, papers, list.now) ? ['other_end'] : [],
    }
  if (!bareToo || !says) return { ...nothing, fault: proven.fault }
  return { ...nothing, events: [listed(papers, list, 'earlier-steps')], bare: true, warnings: ['not_on_these_papers'] }
}
const nothing: RowEvents = { events: [], bare: false, warnings: [], lawWarnings: [] }

function listed(
  { says, decision }: RowPapers,
  { asOf, source, note, nextId }: OfList,
  missing?: 'decision' | 'earlier-steps',
): FileEvent {
  return {
    id: nextId(),
    kind: 'listed',
    at: `${asOf}T00:00`,
    details: {
      source,
      ...(says && { says }),
      ...(missing && { missing }),
      ...(missing && decision && { cited: decision }),
      ...(note && { note }),
    },
  }
}

/** The determination and the registration: what comes before a decision, where the list knows it. */
function proofs({ says, determination, decision, registeredOn }: RowPapers, { nextId }: OfList): FileEvent[] {
  const found = determination ?? (says === 'addict' ? decision : undefined)
  return [
    ...(found ? [eventOf('determination-result', found.on, { paper: found, result: 'addicted' }, nextId)] : []),
    ...(registeredOn && isRegistered(says) ? [eventOf('registered', registeredOn, { form: says }, nextId)] : []),
  ]
}

function decided({ says, decision, begunOn }: RowPapers, { nextId }: OfList): FileEvent[] {
  if (!says || says === 'addict' || !decision) return []
  const outcome = says === 'compulsory' ? { outcome: 'applied' } : {}
  return [
    eventOf(decisionOf[says], decision.on, { paper: decision, ...outcome }, nextId),
    ...(begunOn && (isRegistered(says) || says === 'compulsory')
      ? [eventOf('treatment-begun', begunOn, {}, nextId)]
      : []),
  ]
}

const eventOf = (kind: EventKind, day: string, details: object, nextId: () => string): FileEvent =>
  ({ id: nextId(), kind, at: `${day}T00:00`, details }) as FileEvent

/** A list knows days. Of one day each comes a minute after the one before it, which keeps their order and says no more. */
function oneAfterTheOther(events: readonly FileEvent[]): FileEvent[] {
  const seen = new Map<string, number>()
  return events.map((event) => {
    const day = event.at.slice(0, 10)
    const before = seen.get(day) ?? 0
    seen.set(day, before + 1)
    return { ...event, at: `${day}T00:${String(before).padStart(2, '0')}` }
  })
}

function judged(
  facts: PersonFacts,
  given: readonly FileEvent[],
  { now }: OfList,
): { events: FileEvent[]; lawWarnings: Bilingual[] } | { fault: RowFault } {
  const events: FileEvent[] = []
  const lawWarnings: Bilingual[] = []
  for (const event of oneAfterTheOther(given)) {
    const verdict = judgeEvent(facts, events, event, now)
    if (!verdict.ok) return { fault: { code: verdict.fault, article: verdict.article } }
    lawWarnings.push(...verdict.warnings)
    events.push(event)
  }
  return { events, lawWarnings }
}

function endsOtherwise(facts: PersonFacts, events: readonly FileEvent[], { endsOn }: RowPapers, now: string): boolean {
  if (!endsOn) return false
  const { status, history } = readLife(facts, events, now)
  const ends = (status ?? history.at(-1))?.ends?.slice(0, 10)
  return ends !== undefined && ends !== endsOn
}
