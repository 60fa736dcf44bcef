// What a post had open on the day it changed hands: the list for the hand-over, as it stood then and as it stands now.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { InheritedTasks } from '../../contract.ts'
import { statusOf } from '../../rules.ts'
import { type FactsRow, factsOf, knownTasks } from '../facts.ts'
import { viewOf } from '../programme-in-view.ts'
import { inReach } from '../reach.ts'
import { placeOfPost, taskRows } from '../rows.ts'

type Post = { id: string; title_vi: string; title_en: string; head_place: string }

function laterOf(one: PlainDate, other: PlainDate): PlainDate {
  if (one < other) return other
  return one
}

export const inheritedTasks = answers(
  InheritedTasks,
  async (context, input) => {
    const { db, language, scope } = context
    const { programme, on } = await viewOf(context, input)
    const post = (
      await sql<Post>`
        select head.id, head.title_vi, head.title_en, ${placeOfPost('head', 'unit', 'body')}
        from post head join area_unit unit on unit.id = head.area_id left join area_body body on body.id = head.body_id
        where head.id = ${input.post}`.execute(db)
    ).rows[0]
    if (!post) throw refuse(platformRefusals.not_found)
    const holders = await sql<{ valid_from: PlainDate }>`
      select valid_from from post_holder where post_id = ${input.post} and valid_from <= ${on}::date order by valid_from desc`.execute(
      db,
    )
    // The first holder on record took nothing over.
    const tookOver = holders.rows.length > 1 ? (holders.rows[0]?.valid_from ?? null) : null
    const day = input.day ?? tookOver
    const earlier = day === null ? undefined : holders.rows.find((holder) => holder.valid_from < day)
    const shown = {
      post: { id: post.id, title: language === 'vi' ? post.title_vi : post.title_en, place: post.head_place },
      day,
      earlierHolderFrom: earlier?.valid_from ?? null,
    }
    if (day === null) return { ...shown, rows: [] }
    const open = await sql<FactsRow>`
      select known.* from ${knownTasks(day, sql<boolean>`${await inReach(db, programme.id, scope)} and task.head_post_id = ${input.post}`)}
      where known.done is null and known.cancelled is null order by known.due, known.number`.execute(db)
    const then = new Map(open.rows.map((row) => [row.id, statusOf(factsOf(row), day)]))
    const rows = await taskRows(
      db,
      open.rows.map((row) => row.id),
      laterOf(on, day),
      language,
    )
    return {
      ...shown,
      rows: rows.map((row) => ({
        id: row.id,
        number: row.number,
        title: row.title,
        area: row.area,
        dueOn: row.dueOn,
        atHandOver: then.get(row.id) ?? row.status,
        now: row.status,
      })),
    }
  },
  async ({ db }, input) =>
    (await sql<{ area_id: string }>`select area_id from post where id = ${input.post}`.execute(db)).rows[0]?.area_id,
)
