// The answers to the open points of the law that hold on a day: which can be read inside the files too.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { type LawChoices, lawChoicesOf } from '../rules.ts'

export type LawInForce = {
  choices: LawChoices
  /** How many answers had been given by then: a reading under fewer of them is to be made again. */
  number: number
}

/** Of several answers to one point the one that holds from the latest day, and of one day the one given last. */
export async function lawOn(db: Db, day: string): Promise<LawInForce> {
  const { rows } = await sql<{ point: string; answer: string; given: number }>`
    select distinct on (point) point, answer, (count(*) over ())::int as given from law_choice
    where from_on <= ${day}::date order by point, from_on desc, chosen_at desc`.execute(db)
  return {
    choices: lawChoicesOf(Object.fromEntries(rows.map(({ point, answer }) => [point, answer]))),
    number: rows[0]?.given ?? 0,
  }
}
