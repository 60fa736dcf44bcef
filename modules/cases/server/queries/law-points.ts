// The points that the law leaves open, with the answer that holds today and every answer that was given.

import { sql } from 'kysely'
import { answers } from '../../../../platform/server/slice.ts'
import { ListLawPoints } from '../../contract.ts'
import { lawPoints } from '../../rules.ts'
import { lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { isRereading } from '../reread.ts'

type Given = { id: string; point: string; answer: string; ground: string; from: string; by: string | null; at: string }

export const listLawPoints = answers(ListLawPoints, async ({ db, now }) => {
  const today = momentOf(now).slice(0, 10)
  const law = await lawOn(db, today)
  const { rows } = await sql<Given>`
    select law_choice.id, point, answer, ground, from_on as "from", person.name as by, chosen_at as at
    from law_choice left join person on person.id = chosen_by order by from_on desc, chosen_at desc`.execute(db)
  return {
    today,
    points: Object.entries(lawPoints).map(([id, { question, answers: given, byDefault, changes, source }]) => ({
      ...{ id, question, byDefault, changes, source },
      answers: Object.entries(given).map(([answer, words]) => ({ id: answer, words })),
      now: law.choices[id as keyof typeof lawPoints],
      history: rows.flatMap(({ point, ...each }) => (point === id ? [each] : [])),
    })),
    rereading: await isRereading(db, law),
  }
})
