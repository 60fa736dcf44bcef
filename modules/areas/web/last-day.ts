// Until when a unit was one.

import { addDays, type Day, showDay } from '../../../platform/web/format.ts'

/** The last day of a validity whose end is exclusive: "30/11/2024". */
export const showLastDay = (validTo: Day): string => showDay(addDays(validTo, -1))
