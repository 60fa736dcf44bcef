// Which phones have been silent is known to the field module, which knows of commitments and not the other way round:
// app/ joins the two.

import type { Scope } from '../../../../platform/server/rights.ts'
import type { Db } from '../../../../platform/server/slice.ts'

/** By hamlet, body or commune that a phone holds a copy of: the phones that have been silent for days, each by its id. */
type Silent = (db: Db, scope: Scope, now: Date) => Promise<ReadonlyMap<string, readonly string[]>>
let silent: Silent | undefined

export function provideSilentDevices(answer: Silent): void {
  silent = answer
}

export const silentIn: Silent = async (db, scope, now) => (silent ? silent(db, scope, now) : new Map())
