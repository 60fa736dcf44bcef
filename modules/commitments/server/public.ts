// What the servers of other modules, and the demonstration, may ask of commitments.

import type { Chore } from '../../../platform/server/periodic.ts'
import { forgetReasonsOfPast } from './unsigned/forget.ts'

export type { Cell, Row, RowKey } from '../rules/coverage.ts'
export { beatPulses } from './counting/beat.ts'
export { coverageRows, keptOnCoverage } from './counting/rows-in-reach.ts'
export { provideSilentDevices } from './counting/silent-slot.ts'
export { waitingInDrives } from './following/waiting.ts'
export { bothDone, type Done as JoinedPromises, joinPromises, signedOfEntries } from './joining/join.ts'
export { partPromises } from './joining/part.ts'
export { signingBodies } from './own-body/own-body.ts'
export { signedOfEntry, signedOfLists } from './signed-of-lists.ts'
export { type SignedShare, signedShares } from './signed-shares.ts'
export { drivesKnown } from './signing/drives.ts'
export { codeFor, foresee, type SigningCall, signMany } from './signing/sign-many.ts'
export { noteOnRecord } from './unsigned/note.ts'

/** What commitments do by themselves. */
export const commitmentChores: readonly Chore[] = [
  {
    name: 'forget-reasons-of-past-drives',
    everySeconds: 3600,
    run: ({ db, clock }) => forgetReasonsOfPast(db, clock.today()),
  },
]
