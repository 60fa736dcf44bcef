// The answers to the open points of the law that hold on a day, and the holidays entered here: which can be read inside the files too.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
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
    choices: lawChoicesOf(
      Object.fromEntries(rows.map(({ point, answer }) => [point, answer])),
      years.map(({ id: _, ...year }) => year),
    ),
    number: (rows[0]?.given ?? 0) + given,
  }
}

type Entered = { id: string; year: number; off: string[]; worked: string[]; announced: boolean; source: string }

/** Of each year what was entered last; and how often any was. */
export async function holidaysEntered(db: Db): Promise<{ years: Entered[]; given: number }> {
  const { rows } = await sql<Entered & { given: number }>`
    select distinct on (year) id, year, off::text[] as off, worked::text[] as worked, announced, source,
      (count(*) over ())::int as given from holiday_year order by year, entered_at desc, id desc`.execute(db)
  return { years: rows.map(({ given: _, ...year }) => year), given: rows[0]?.given ?? 0 }
}
