// Where a programme stands on a day: what each unit shows on the map, and the count towards the goal of the plan.

import type { Standing } from './standing.ts'

export const mapStatuses = ['kept', 'converted', 'appraising', 'working', 'outside', 'again', 'lost'] as const
export type MapStatus = (typeof mapStatuses)[number]
/** What the plan in force asks of a unit. */
export type Aim = 'keep' | 'convert'

/** How a unit is drawn: by how it stands, and by what the plan asks of it. */
export function mapStatus(standing: Standing, aim: Aim | undefined): MapStatus {
  if (standing === 'recognised') return aim === 'convert' ? 'converted' : 'kept'
  if (standing === 'again' || standing === 'expired') return 'again'
  if (standing === 'lost') return 'lost'
  return aim ? 'working' : 'outside'
}

/** What the plan asks of a unit formed of others: of a merger of aims the harder one, to convert, goes on. */
export function inheritedAim(aims: readonly (Aim | undefined)[]): Aim | undefined {
  if (aims.includes('convert')) return 'convert'
  return aims.includes('keep') ? 'keep' : undefined
}

export type Progress = {
  total: number
  drugFree: number
  /** What the plan asks for; null while no plan is in force. */
  target: number | null
  kept: number
  converted: number
}

/** The count on a day, from what each of the units then in force shows. */
export function progressOn(statuses: readonly MapStatus[], target: number | null): Progress {
  const count = (wanted: MapStatus): number => statuses.filter((status) => status === wanted).length
  const kept = count('kept')
  const converted = count('converted')
  return { total: statuses.length, drugFree: kept + converted, target, kept, converted }
}
