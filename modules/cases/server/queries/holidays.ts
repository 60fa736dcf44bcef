// The years of holidays on record, each as it holds: entered here, or as the product came.

import { sql } from 'kysely'
import { answers } from '../../../../platform/server/slice.ts'
import { holidayYears } from '../../../../rules/calendar/vietnam.ts'
import { ListHolidays } from '../../contract.ts'
import { holidaysEntered, lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { isRereading } from '../reread.ts'

export const listHolidays = answers(ListHolidays, async ({ db, now }) => {
  const today = momentOf(now).slice(0, 10)
  const { years: entered } = await holidaysEntered(db)
  const { rows } = await sql<{ id: string; by: string | null; at: string }>`
    select holiday_year.id, person.name as by, entered_at as at
    from holiday_year left join person on person.id = entered_by
    where holiday_year.id = any(${entered.map(({ id }) => id)}::uuid[])`.execute(db)
  const shown = [
    ...entered.map(({ id, ...year }) => ({
      ...year,
      recalled: [],
      entered: rows.find((row) => row.id === id) ?? null,
    })),
    ...holidayYears
      .filter(({ year }) => !entered.some((each) => each.year === year))
      .map(({ off, worked, recalled = [], ...year }) => ({
        ...{ ...year, off: [...off], worked: [...worked], recalled: [...recalled] },
        entered: null,
      })),
  ]
  return {
    today,
    years: shown.sort((one, other) => other.year - one.year),
    rereading: await isRereading(db, await lawOn(db, today)),
  }
})
