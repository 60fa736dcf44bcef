// Working days go by the holidays that an administrator entered. They stand beside the files of persons, which the tasks know
// nothing of: app/ joins the two.

import type { Db } from '../../../platform/server/slice.ts'
import type { HolidayYear } from '../../../rules/calendar/vietnam.ts'

/** Of each year that was entered what holds today. */
type Entered = (db: Db) => Promise<readonly HolidayYear[]>
let entered: Entered | undefined

export function provideHolidays(answer: Entered): void {
  entered = answer
}

export const holidaysEntered: Entered = async (db) => (entered ? entered(db) : [])
