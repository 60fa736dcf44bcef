// Answers a point that the law leaves open, from a day on and on a ground. Nothing is overwritten; readings follow by themselves.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { ChooseLaw, caseRefusals } from '../../contract.ts'
import { lawPoints } from '../../rules.ts'
import { lawOn } from '../law.ts'

export const chooseLaw = carriesOut(ChooseLaw, async ({ db, person, now }, { id, point, answer, ground, from }) => {
  if (!Object.hasOwn(lawPoints, point)) throw refuse(caseRefusals.point_unknown)
  const known = point as keyof typeof lawPoints
  if (!Object.hasOwn(lawPoints[known].answers, answer)) throw refuse(caseRefusals.answer_unknown)
  // One after the other: two who answer at once see what the first has chosen.
  await sql`select pg_advisory_xact_lock(hashtext('answers to the law'))`.execute(db)
  const before = (await lawOn(db, from)).choices[known]
  if (before === answer) throw refuse(caseRefusals.answer_same)
  const made = await sql`
    insert into law_choice (id, point, answer, ground, from_on, chosen_by, chosen_at)
    values (${id}, ${point}, ${answer}, ${ground}, ${from}, ${person.id}, ${now.toISOString()}) on conflict do nothing`.execute(
    db,
  )
  if (made.numAffectedRows === 0n) throw refuse(caseRefusals.already_recorded)
  return {
    answer: { id },
    audit: { subject: `law-point:${point}`, before: { answer: before }, after: { answer, ground, from } },
  }
})
