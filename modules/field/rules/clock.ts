// A phone's clock may be days off. What it says of a moment is set right by the pair of clocks that was read at the last
// contact; a wrong clock alone never refuses anything. Only what travels with the command is used, so that the same
// command sent twice, by whatever way, is the same command.

import type { ClockPair } from '../contract/push.ts'

/** Less than this is the time that the contact itself took, not a wrong clock. */
const tolerated = 2 * 60_000

export type Instants = { at: string; reason: 'as_claimed' | 'clock_was_off' | 'before_last_contact' }

/**
 * The claimed instant by the server's clock. It cannot lie before the contact that the device had already had; when it
 * does, the clock was set back since, and the contact is the earliest moment that is certain. One that lies in the
 * future is left: the day of signing is never later than the day it arrives (commitments, `daySigned`).
 */
export function setRight(claimed: string, clock: ClockPair | undefined): Instants {
  const claimedAt = Date.parse(claimed)
  if (!clock || Number.isNaN(claimedAt)) return { at: claimed, reason: 'as_claimed' }
  const server = Date.parse(clock.server)
  const off = server - Date.parse(clock.device)
  const corrected = claimedAt + (Math.abs(off) > tolerated ? off : 0)
  if (corrected < server - tolerated) return { at: new Date(server).toISOString(), reason: 'before_last_contact' }
  if (corrected === claimedAt) return { at: claimed, reason: 'as_claimed' }
  return { at: new Date(corrected).toISOString(), reason: 'clock_was_off' }
}
