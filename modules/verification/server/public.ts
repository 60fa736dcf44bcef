// What the servers of other modules, and the demonstration, may ask of verification.

import type { Chore } from '../../../platform/server/periodic.ts'
import { lookForPatterns } from './questions/look.ts'

export { storeLot } from './lots/close.ts'
export { storeDraw } from './lots/draw.ts'
export { lookForPatterns } from './questions/look.ts'
export { risksOn } from './risks/risks.ts'
export { type WaitingHere, waitingOf } from './waiting.ts'

/** What verification does by itself. */
export const verificationChores: readonly Chore[] = [
  {
    name: 'look-how-lots-were-signed',
    everySeconds: 600,
    run: ({ db, clock }) => lookForPatterns(db, clock.today()),
  },
]
