// The vocabulary of a person file: every kind of event, what is written of it, and on which paper. Light enough for a browser.

import type * as z from 'zod/mini'
import { keysOf } from '../../platform/contract/words.ts'
import type { Moment } from '../../rules/law/moment.ts'
import { course } from './events/course.ts'
import { decisions, determinations } from './events/decisions.ts'
import { dossiers } from './events/dossier.ts'
import { findings } from './events/finding.ts'
import { custody, treatments } from './events/treatment.ts'

export { type ListedStatus, listedStatuses } from './events/finding.ts'
export { type EventGroup, eventGroups, type KindOfEvent, Paper, type PaperOf } from './events/kind.ts'
export { type PaperKind, paperKinds } from './events/papers.ts'

/** In the order of a life, which also orders what happened at the same moment. */
export const eventKinds = {
  ...findings,
  ...determinations,
  ...treatments,
  ...dossiers,
  ...custody,
  ...decisions,
  ...course,
}

export type EventKind = keyof typeof eventKinds
export const eventKindIds = keysOf(eventKinds)
/** Entered by the part of the product that does it: typed by hand it would be said, and not done. */
export const enteredByDoing: readonly EventKind[] = ['file-handed-over']
export type DetailsOf<K extends EventKind> = z.infer<(typeof eventKinds)[K]['details']>
export type EventOf<K extends EventKind> = { id: string; kind: K; at: Moment; details: DetailsOf<K> }
/** One event as it is kept: what is claimed to have happened, when, and its details. Told apart by `kind`. */
export type FileEvent = { [K in EventKind]: EventOf<K> }[EventKind]
