// Outcomes as the register's screens write them.

import type { IconName } from '../../../platform/web/components/icon.tsx'
import type { AreaStatus } from '../../../platform/web/components/status.tsx'
import type { Outcome, Standing } from '../standing.ts'

export const outcomeStatus: Record<Outcome, AreaStatus> = {
  recognised: 'converted',
  kept: 'kept',
  lost: 'lost',
  reappraise: 'again',
}

/** The mark of a step in a history. */
export function stepMark(standing: Standing, cause: string): { status: AreaStatus; icon?: IconName } {
  if (standing === 'recognised') return cause === 'succession' ? { status: 'kept', icon: 'merge' } : { status: 'kept' }
  if (standing === 'again' || standing === 'expired') return { status: 'again' }
  return standing === 'lost' ? { status: 'lost' } : { status: 'outside' }
}
