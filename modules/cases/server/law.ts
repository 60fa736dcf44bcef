// The answers to the open points of the law that hold on a day, and the holidays entered here: which can be read inside the files too.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import type { HolidayYear } from '../../../rules/calendar/vietnam.ts'
import { type LawChoices, lawChoicesOf } from '../rules.ts'

export type LawInForce = {
  choices: LawChoices
  /** How many answers and years of holidays had been given by then: a reading under fewer of them is to be made again. */
  number: number
}

/** Of several answers to one point the one that holds from the latest day, and of one day the one given last. */
export async function lawOn(db: Db, day: string): Promise<LawInForce> {
  const { rows } = await sql<{ point: string; answer: string; given: number }>`
    select distinct on (point) point, answer, (count(*) over ())::int as given from law_choice
    where from_on <= ${day}::date order by point, from_on desc, chosen_at desc`.execute(db)
  const { years, given } = await holidaysEntered(db)
  return {
    choices: lawChoicesOf(Object.fromEntries(rows.map(({ point, answer }) => [point, answer])), years.map(asYear)),
    number: (rows[0]?.given ?? 0) + given,
  }
}

const asYear = ({ id: _, ...year }: Entered): HolidayYear => year

/** Of each year what was entered last, as a calendar takes it. */
export const yearsEntered = async (db: Db): Promise<HolidayYear[]> => (await holidaysEntered(db)).years.map(asYear)

type Entered = { id: string; year: number; off: string[]; worked: string[]; announced: boolean; source: string }

/** Of each year what was entered last; and how often any was. */
export async function holidaysEntered(db: Db): Promise<{ years: Entered[]; given: number }> {
  const { rows } = await sql<Entered & { given: number }>`
    select distinct on (year) id, year, off::text[] as off, worked::text[] as worked, announced, source,
      (count(*) over ())::int as given from holiday_year order by year, entered_at desc, id desc`.execute(db)
  return { years: rows.map(({ given: _, ...year }) => year), given: rows[0]?.given ?? 0 }
}

/** The same as it stood at a moment: what was counted then was counted by that. */
export async function yearsByThen(db: Db): Promise<(at: string) => HolidayYear[]> {
  const { rows } = await sql<Entered & { entered_at: string }>`
    select id, year, off::text[] as off, worked::text[] as worked, announced, source, entered_at
    from holiday_year order by entered_at, id`.execute(db)
  return (at) => {
    const then = rows.filter(({ entered_at }) => Date.parse(entered_at) <= Date.parse(at))
    return [...new Map(then.map(({ entered_at: _, ...each }) => [each.year, asYear(each)])).values()]
  }
}
