// Which programme a call is about, its working day and the day asked for; which posts the reader holds.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../platform/server/clock.ts'
import type { Context } from '../../../platform/server/slice.ts'
import { type Programme, programmeById, programmeBySlug, programmeToday } from '../../programme/server/public.ts'

export type InView = { programme: Programme; day: PlainDate; on: PlainDate }

function inView(programme: Programme | undefined, today: PlainDate, on: PlainDate | undefined): InView {
  if (!programme) throw refuse(platformRefusals.not_found)
  const day = programmeToday(programme, today)
  return { programme, day, on: on ?? day }
}
export const viewOf = async (context: Context, input: { programme: string; on?: PlainDate }): Promise<InView> =>
  inView(await programmeBySlug(context.db, input.programme), context.today, input.on)
export const viewOfProgramme = async (context: Context, id: string, on?: PlainDate): Promise<InView> =>
  inView(await programmeById(context.db, id), context.today, on)

/** Posts that the reader holds on the day, and those they act for today. */
export async function heldPosts({ db, person, today }: Context, on: PlainDate): Promise<string[]> {
  if (!person) return []
  const found = await sql<{ post_id: string }>`
    select post_id from post_holder
    where person_id = ${person.id} and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
    union
    select post_id from delegation
    where to_person_id = ${person.id} and post_id is not null and valid_from <= ${today}::date and valid_to > ${today}::date
      and (revoked_on is null or revoked_on > ${today}::date)`.execute(db)
  return found.rows.map((row) => row.post_id)
}

export const areaOfObstacle = async ({ db }: Context, id: string): Promise<string | undefined> =>
  (await sql<{ area_id: string }>`select area_id from obstacle where id = ${id}`.execute(db)).rows[0]?.area_id
