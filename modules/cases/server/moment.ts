// Between the clock on the wall in Viet Nam, by which the law counts, and the instants of the database.

import { zone } from '../../../platform/server/clock.ts'
import type { Moment } from '../../../rules/law/moment.ts'

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
})

export const momentOf = (instant: string | Date): Moment => format.format(new Date(instant)).replace(' ', 'T')
/** Viet Nam has had no summer time since 1975. */
export const instantOf = (moment: Moment): string => `${moment}:00+07:00`
