// Who of a list has signed is known to commitments, which know of rosters and not the other way round: app/ joins the two.

import type { Db } from '../../../../platform/server/slice.ts'

/** `importId`: who stood on an older list before does not count, for they keep their promise whatever happens to this one. */
type SignedOf = (db: Db, lists: readonly { communeId: string; listId: string }[], importId: string) => Promise<number>
let signedOf: SignedOf | undefined

/** How many entries that came with these lists hold a promise that stands. */
export function provideSignedOfLists(answer: SignedOf): void {
  signedOf = answer
}

export const signedOfLists: SignedOf = async (db, lists, importId) => (signedOf ? signedOf(db, lists, importId) : 0)

type SignedOfEntry = (db: Db, communeId: string, entryId: string) => Promise<boolean>
let signedByEntry: SignedOfEntry | undefined

/** Filled by the app: whether somebody holds a promise that stands. */
export function provideSignedOfEntry(answer: SignedOfEntry): void {
  signedByEntry = answer
}

export const signedOfEntry: SignedOfEntry = async (db, communeId, entryId) =>
  signedByEntry ? signedByEntry(db, communeId, entryId) : false
