// What other modules keep of a file, sealed with the key of its person or holding it: each says what is in the way of erasing,
// and erases its own. `app/` joins them.

import type { Db } from '../../../../platform/server/slice.ts'

export type KeptElsewhere = {
  /** Asked inside the files of the commune. */
  onItsWay(files: Db, fileIds: readonly string[]): Promise<boolean>
  /** Done as the keeper of the tables, in the same transaction. */
  erase(inside: Db, fileIds: readonly string[]): Promise<void>
}
let elsewhere: KeptElsewhere | undefined

export function provideKeptElsewhere(given: KeptElsewhere): void {
  elsewhere = given
}

export const isOnItsWay = async (files: Db, fileIds: readonly string[]): Promise<boolean> =>
  (await elsewhere?.onItsWay(files, fileIds)) ?? false
export const eraseElsewhere = async (inside: Db, fileIds: readonly string[]): Promise<void> =>
  elsewhere?.erase(inside, fileIds)
