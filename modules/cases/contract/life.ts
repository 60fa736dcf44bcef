// What the law makes of a file, as an answer: where the person stands, what runs and why step by step, what comes next.

import * as z from 'zod/mini'
import { Id } from '../../../platform/contract/schemas.ts'

const Words = z.object({ vi: z.string(), en: z.string() })
/** A moment of the clock on the wall in Viet Nam, `YYYY-MM-DDTHH:mm`. */
const Moment = z.string()

const Step = z.object({
  what: z.string(),
  at: z.optional(Moment),
  why: z.optional(z.string()),
  from: z.optional(z.string()),
  until: z.optional(Moment),
  minutes: z.optional(z.number()),
  days: z.optional(z.array(z.string())),
  year: z.optional(z.string()),
})

const PaperShown = z.object({ number: z.string(), on: z.string(), by: z.string() })

export const StandingShown = z.object({
  kind: z.string(),
  by: Id,
  paper: PaperShown,
  since: Moment,
  until: z.optional(Moment),
  ends: z.optional(Moment),
  suspendedBy: z.optional(Id),
  reason: z.optional(z.string()),
  period: z.optional(z.string()),
})

export const ClockShown = z.object({
  id: z.string(),
  deadline: z.string(),
  kind: z.enum(['act', 'term', 'limit']),
  what: Words,
  source: Words,
  since: Id,
  begins: Moment,
  run: z.object({ state: z.enum(['ends', 'waits', 'stopped']), at: z.optional(Moment), steps: z.array(Step) }),
  due: z.optional(Moment),
  opens: z.optional(Moment),
  state: z.enum(['running', 'late', 'waits', 'done', 'expired']),
  closedBy: z.optional(z.string()),
  wasLate: z.optional(z.boolean()),
  /** Minutes that count until now, of how many. */
  counted: z.number(),
  whole: z.number(),
  bar: z.array(z.object({ from: Moment, until: Moment, counted: z.boolean(), why: z.optional(z.string()) })),
  credited: z.optional(z.number()),
  /** Why it is over though nobody did it. */
  why: z.optional(Words),
  toCheck: z.optional(Words),
})

export const NextShown = z.object({
  id: z.string(),
  what: Words,
  because: Id,
  begins: Moment,
  due: z.optional(Moment),
  opens: z.optional(Moment),
  state: z.enum(['open', 'running', 'late', 'waits']),
  optional: z.optional(z.literal(true)),
  by: Words,
  forms: z.optional(z.string()),
  papers: z.array(z.object({ kind: z.string(), title: Words, event: z.optional(Id), folio: z.optional(z.int()) })),
  source: Words,
  toCheck: z.optional(Words),
})

export const LifeShown = z.object({
  status: z.optional(StandingShown),
  /** Between two statuses: what the person waits for. */
  awaits: z.optional(z.object({ kind: z.string(), by: Id, since: Moment })),
  history: z.array(StandingShown),
  monitoring: z.optional(z.object({ by: Id, paper: PaperShown, since: Moment, ends: z.optional(Moment) })),
  clocks: z.array(ClockShown),
  next: z.array(NextShown),
  protections: z.array(z.object({ id: z.string(), what: Words, source: Words, blocks: z.array(z.string()) })),
  toCheck: z.array(Words),
})
export type LifeShown = z.output<typeof LifeShown>
export type ClockShown = z.output<typeof ClockShown>
export type NextShown = z.output<typeof NextShown>
