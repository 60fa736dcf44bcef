// Builds the events of a person file for tests: short, with papers signed by whoever has the power on that day.

import { expect } from 'vitest'
import { type DetailsOf, type EventKind, eventKinds, type FileEvent, type Paper } from '../../modules/cases/events.ts'
import { powerOf } from '../../modules/cases/rules/judge/deciders.ts'
import { type EventFault, judgeEvent, type PersonFacts, readLife } from '../../modules/cases/rules.ts'
import { defaultLaw } from '../../rules/law/choices.ts'
import { periodOn } from '../../rules/law/periods.ts'

let count = 0
function nextId(): string {
  count += 1
  return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`
}

/** An event; a decision gets its paper unless `paper` is given or undefined on purpose. */
export function event<K extends EventKind>(
  kind: K,
  at: string,
  details: Partial<DetailsOf<K>> = {},
  id = nextId(),
): FileEvent {
  const decides = eventKinds[kind].paper?.decides || kind === 'custody-decided'
  return { id, kind, at, details: { ...(decides && { paper: paperOf(kind, at) }), ...details } } as FileEvent
}

export function paperOf(kind: EventKind, at: string): Paper {
  const [by = 'police-head'] = powerOf(kind, periodOn(at.slice(0, 10))?.id, defaultLaw)?.by ?? []
  return { number: `${kind}/${at.slice(0, 16)}`, on: at.slice(0, 10), by }
}

export const adult = { birthDate: '1990-05-01', sex: 'male' } as const
export const minor = { birthDate: '2010-05-01', sex: 'male' } as const

type Given<K extends EventKind> = readonly [K, string, Partial<DetailsOf<K>>?]
type Any = { [K in EventKind]: Given<K> }[EventKind]
/** A life from short rows: kind, moment, details. */
export const life = (...rows: Any[]): FileEvent[] =>
  rows.map(([kind, at, details]) => event(kind, at, details as never))

export const positive = {
  ground: 'verified-tip',
  hadBy: 'fining-authority',
  result: 'positive',
  sample: 'urine',
  sameSexOfficer: true,
} as const

/** A duty that the last event begins: by when, who, on which form, by which article; empty where the law sets no length. */
export type ExpectedDuty = { deadline: string; due: string; by: string; forms?: string; article: string }
export type DutyRow = [string, FileEvent[], string, ExpectedDuty]

export function expectDuty(events: FileEvent[], id: string, { deadline, due, by, forms, article }: ExpectedDuty): void {
  const { next, clocks } = readLife(adult, events, events.at(-1)?.at ?? '')
  const step = next.find((each) => each.id === id)
  expect({ by: step?.by.vi, forms: step?.forms, article: step?.source.vi, due: step?.due ?? '' }).toEqual({
    by,
    forms,
    article,
    due,
  })
  if (deadline) expect(clocks.find((clock) => clock.deadline === deadline)?.due).toBe(due)
}

export type RefusalRow = [string, FileEvent[], FileEvent, EventFault, string | undefined, PersonFacts?]

export function expectRefused(
  events: FileEvent[],
  extra: FileEvent,
  fault: EventFault,
  article?: string,
  facts: PersonFacts = adult,
): void {
  const verdict = judgeEvent(facts, events, extra, '2030-12-01T08:00')
  expect(verdict).toMatchObject({ ok: false, fault })
  if (!verdict.ok) expect(verdict.article?.vi).toBe(article)
}
