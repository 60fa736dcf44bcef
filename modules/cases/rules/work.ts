// What lists keep of a reading: what has to be done by when, and whether the file is closed.

import type { Moment } from '../../../rules/law/moment.ts'
import type { Life } from './life.ts'

export type WorkItem = {
  /** The id of the step: `decide`, `check-residence`. */
  act: string
  /** The event that asks for it. */
  because: string
  begins: Moment
  opens?: Moment
  due?: Moment
  /** Cannot be done now: the person is in custody, or protected. */
  waits: boolean
}

/** What may be done but need not is no work. A file is closed when the person's time is over and nothing is left to do. */
export function workOf({ status, next }: Life): { items: WorkItem[]; closedOn: string | undefined } {
  const items = new Map<string, WorkItem>()
  for (const { id, because, begins, opens, due, state, optional } of next) {
    const key = `${id} ${because}`
    if (optional || items.has(key)) continue
    items.set(key, { act: id, because, begins, waits: state === 'waits', ...(opens && { opens }), ...(due && { due }) })
  }
  const closedOn = status?.kind === 'ended' && items.size === 0 ? status.since.slice(0, 10) : undefined
  return { items: [...items.values()], closedOn }
}
