// A unit raises an obstacle, of its own or about one of its tasks, and asks a post of its own unit or above.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { obstacleRefusals, RaiseObstacle } from '../../contract.ts'
import { viewOf } from '../in-view.ts'

/** A post of the unit or of a unit above it. */
export async function checkAsked(db: Db, postId: string, areaId: string, field: string): Promise<void> {
  const found = await sql`
    select 1 from post join area_coverage on ancestor_id = post.area_id and unit_id = ${areaId} where post.id = ${postId}`.execute(
    db,
  )
  if (found.rows.length === 0) throw refuse(obstacleRefusals.asked_elsewhere, {}, field)
}

export const raiseObstacle = carriesOut(RaiseObstacle, async (context, input) => {
  const { db, person } = context
  const { programme, day } = await viewOf(context, input)
  const raisedOn = input.raisedOn ?? day
  if (raisedOn > day) throw refuse(obstacleRefusals.raised_in_future, { day }, 'raisedOn')
  if (input.wantedBy && input.wantedBy < raisedOn) throw refuse(obstacleRefusals.wanted_before_raised, {}, 'wantedBy')
  const unit = await sql<{ name: string }>`
    select name from area_unit join area_coverage on unit_id = area_unit.id and ancestor_id = ${programme.areaId}
    where area_unit.id = ${input.areaId}`.execute(db)
  if (!unit.rows[0]) throw refuse(obstacleRefusals.unit_outside_programme, {}, 'areaId')
  await checkAsked(db, input.askedPostId, input.areaId, 'askedPostId')
  if (input.taskId) {
    const task = await sql`
      select 1 from task join area_coverage on ancestor_id = task.area_id and unit_id = ${input.areaId}
      where task.id = ${input.taskId} and task.programme_id = ${programme.id}`.execute(db)
    if (task.rows.length === 0) throw refuse(obstacleRefusals.task_elsewhere, {}, 'taskId')
  }
  // Two who raise at once must not take the same number.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`obstacle-number:${programme.id}`}, 0))`.execute(db)
  const made = await sql<{ number: number }>`
    insert into obstacle (id, programme_id, area_id, number, task_id, title, detail, raised_on, raised_by, wanted_by, asked_post_id, search_key)
    select ${input.id}, ${programme.id}, ${input.areaId}, coalesce(max(number), 0) + 1, ${input.taskId ?? null}::uuid, ${input.title},
      ${input.detail}, ${raisedOn}::date, ${person.id}, ${input.wantedBy ?? null}::date, ${input.askedPostId}::uuid,
      ${nameKey(`${input.title} ${input.detail} ${unit.rows[0].name}`)}
    from obstacle where programme_id = ${programme.id} returning number`.execute(db)
  return {
    answer: { id: input.id, number: made.rows[0]?.number ?? 0 },
    audit: {
      subject: `obstacle:${input.id}`,
      areaId: input.areaId,
      after: {
        title: input.title,
        askedPostId: input.askedPostId,
        raisedOn,
        ...(input.taskId ? { taskId: input.taskId } : {}),
      },
    },
  }
})
