// What becomes of promises when two entries turn out to be one is the matter of commitments, which know of rosters and not the
// other way round: app/ joins the two.

import type { Db } from '../../../../platform/server/slice.ts'

type EntryRef = { communeId: string; id: string }
/** `ended` has been merged into `kept`, or is about to come back. Both rows are locked by the caller. */
export type JoinedEntries = { kept: EntryRef; ended: EntryRef; personId: string; on: string }
type PromisesOfMerges = {
  /** In the transaction of the merge. Answers what was done, to be kept and handed back when it is undone. */
  join(db: Db, entries: JoinedEntries): Promise<{ promises: number; done: unknown }>
  part(db: Db, entries: JoinedEntries, done: unknown): Promise<void>
  /** What was done first, and then once more. */
  both(first: unknown, then: unknown): unknown
  /** How many promises of each entry stand, in the order asked. */
  signed(db: Db, entries: readonly EntryRef[]): Promise<number[]>
}
let answer: PromisesOfMerges | undefined

export function providePromisesOfMerges(given: PromisesOfMerges): void {
  answer = given
}

export function promisesOfMerges(): PromisesOfMerges {
  if (!answer) throw new Error('nobody has said what becomes of promises')
  return answer
}
