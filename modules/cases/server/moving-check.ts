// A whole file that another installation sealed: taken for one only where every part has the shape that files have here.

import * as z from 'zod/mini'
import { Id, Instant } from '../../../platform/contract/schemas.ts'
import { isMoment } from '../../../rules/law/moment.ts'
import { Identity } from '../contract.ts'
import { type EventKind, eventKinds } from '../events.ts'
import type { KeptEvent } from './events.ts'
import type { MovingFile } from './moving.ts'

const Cell = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])
const Rows = z.array(z.catchall(z.object({ id: Id }), Cell))
const Event = z.object({
  ...{ id: Id, kind: z.string(), folio: z.int().check(z.positive()), recordedAt: Instant, recordedBy: Id },
  at: z.string().check(z.refine(isMoment)),
  details: z.unknown(),
})
const Whole = z.object({
  ...{ id: Id, number: z.string().check(z.maxLength(40)), openedAt: Instant, demo: z.boolean() },
  person: z.object({
    ...{ id: Id, identity: Identity, version: z.int().check(z.positive()) },
    /** 32 bytes. */
    key: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
  }),
  events: z.array(Event).check(z.minLength(1)),
  beside: z.object({ opening: Rows, hold: Rows, request: Rows, issued: Rows }),
})

/** Undefined for anything else: a kind of event that is not known here is a version of the software that is not ours. */
export function movingFileFrom(value: unknown): MovingFile | undefined {
  const parsed = z.safeParse(Whole, value)
  if (!parsed.success) return undefined
  const events = parsed.data.events.map(eventFrom)
  if (events.some((event) => event === undefined)) return undefined
  const folios = new Set(events.map((event) => event?.folio))
  return folios.size === events.length ? { ...parsed.data, events: events as KeptEvent[] } : undefined
}

function eventFrom(event: z.output<typeof Event>): KeptEvent | undefined {
  if (!Object.hasOwn(eventKinds, event.kind)) return undefined
  const details = z.safeParse(eventKinds[event.kind as EventKind].details, event.details)
  return details.success ? ({ ...event, details: details.data } as KeptEvent) : undefined
}
