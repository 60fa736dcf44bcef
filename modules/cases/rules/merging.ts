// Two files of one person as one: whose parts of the identity, which papers are the same, what the law says of the whole; and
// apart again. Pure.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { Identity, MergeTake } from '../contract.ts'
import type { FileEvent } from '../events.ts'
import { defaultLaw, eventFaults, judgeEvent, type LawChoices } from '../rules.ts'
import type { PersonFacts } from './facts.ts'

/** Both were written by the same schema, so their keys stand in one order. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const single = ['name', 'birth', 'sex', 'residence', 'stay', 'phone'] as const
const lists = ['otherNames', 'papers', 'circumstances'] as const

/** A name that is not taken stays known as another one, unless the other names of that side are not taken either. */
export function mergedIdentity(kept: Identity, gone: Identity, take: MergeTake): Identity {
  const of = (side: 'kept' | 'gone') => (side === 'kept' ? kept : gone)
  const merged: Identity = { ...kept }
  for (const part of single) Object.assign(merged, { [part]: of(take[part])[part] })
  for (const part of lists) {
    const side = take[part]
    Object.assign(merged, { [part]: side === 'both' ? unlike([...kept[part], ...gone[part]]) : of(side)[part] })
  }
  const other = take.name === 'kept' ? gone.name : kept.name
  if (take.otherNames === 'both' && other !== merged.name)
    merged.otherNames = unlike<string>([...merged.otherNames, other])
  merged.otherNames = merged.otherNames.filter((name) => name !== merged.name).slice(0, 10)
  return { ...merged, papers: merged.papers.slice(0, 10), circumstances: merged.circumstances.slice(0, 30) }
}

function unlike<T>(values: readonly unknown[]): T[] {
  const kept: unknown[] = []
  for (const value of values) if (!kept.some((other) => isSame(other, value))) kept.push(value)
  return kept as T[]
}

/** What somebody changed since the merge stays as they wrote it; the rest is as it was before. */
export function unmergedIdentity(now: Identity, { before, after }: { before: Identity; after: Identity }): Identity {
  const apart: Identity = { ...now }
  for (const part of [...single, ...lists])
    if (isSame(now[part], after[part])) Object.assign(apart, { [part]: before[part] })
  return apart
}

/** The event that another one is about. */
export const aboutOf = ({ details }: Pick<FileEvent, 'details'>): string | undefined => {
  const of = (details as { of?: unknown }).of
  return typeof of === 'string' && of.length === 36 ? of : undefined
}

/** Events of the one that goes whose paper, or whole, stands in the other already; not where something else is about them. */
export function twinsOf(kept: readonly FileEvent[], gone: readonly FileEvent[]): ReadonlySet<string> {
  const spokenOf = new Set(gone.map(aboutOf))
  return new Set(
    gone.filter((event) => !spokenOf.has(event.id) && kept.some((other) => isTwin(event, other))).map(({ id }) => id),
  )
}

function isTwin(one: FileEvent, other: FileEvent): boolean {
  if (one.kind !== other.kind || one.at.slice(0, 10) !== other.at.slice(0, 10)) return false
  const [a, b] = [paperIn(one), paperIn(other)]
  if (a && b) return a.number === b.number && a.on === b.on && a.by === b.by
  return one.at === other.at && isSame(one.details, other.details)
}

const paperIn = ({ details }: FileEvent): { number: string; on: string; by: string } | undefined =>
  'paper' in details && typeof details.paper === 'object' ? details.paper : undefined

/** Why the law would not let an event stand beside all others: shown before a merge, never a reason to lose it. */
export function faultsOfUnion(
  facts: PersonFacts,
  events: readonly FileEvent[],
  now: string,
  law: LawChoices = defaultLaw,
): ReadonlyMap<string, Bilingual> {
  const faults = new Map<string, Bilingual>()
  for (const event of events) {
    const verdict = judgeEvent(
      facts,
      events.filter(({ id }) => id !== event.id),
      event,
      now,
      law,
    )
    if (verdict.ok) continue
    const { vi, en } = eventFaults[verdict.fault]
    const open = (text: string) => text.replace(/\.$/, '')
    faults.set(
      event.id,
      verdict.article
        ? { vi: `${open(vi)} (${verdict.article.vi})`, en: `${open(en)} (${verdict.article.en})` }
        : { vi: open(vi), en: open(en) },
    )
  }
  return faults
}
