// What waits for one person on their first screen: lots to visit, lots that failed in their commune, questions to answer.

import { sql } from 'kysely'
import type { Context } from '../../../platform/server/slice.ts'

export type WaitingHere = {
  kind: 'visit-lot' | 'follow-lot' | 'answer-question'
  id: string
  place: string
  groupVi: string
  groupEn: string
}

/**
 * The head is whoever decides on signatures of that very commune; from above the drive's page says how many there are. Of
 * drives of this programme only.
 */
export async function waitingOf(
  { db, person, scopeFor }: Pick<Context, 'db' | 'person' | 'scopeFor'>,
  programmeId: string,
): Promise<WaitingHere[]> {
  const heads = scopeFor('commitments.decide').roots as string[]
  // Also of a commune that theirs has taken over.
  const headed = sql<boolean>`exists (select 1 from area_coverage over join area_unit own on own.id = over.ancestor_id
    where over.unit_id = commune_id and over.ancestor_id = any(${heads}::uuid[]) and own.level = 'commune')`
  const { rows } = await sql<WaitingHere>`
    with waiting as (
      select 1 as rank, 'visit-lot' as kind, id, commune_id, hamlet_id, body_id, group_id, drive_id from verification_lot
      where verifier_id = ${person?.id ?? null}::uuid and drawn_at is not null and outcome is null and withdrawn_on is null
      union all
      select 2, 'follow-lot', id, commune_id, hamlet_id, body_id, group_id, drive_id from verification_lot
      where ${headed} and outcome = 'failed' and follow_up is null
      union all
      select 3, 'answer-question', id, commune_id, hamlet_id, body_id, group_id, drive_id from verification_question
      where ${headed} and answered_on is null
    )
    select waiting.kind, waiting.id, coalesce(hamlet.name, body.name, commune.name) as place, kind_of.name_vi as "groupVi",
      kind_of.name_en as "groupEn"
    from waiting join commitment_drive drive on drive.id = waiting.drive_id and drive.programme_id = ${programmeId}
    join area_unit commune on commune.id = waiting.commune_id join commitment_group kind_of on kind_of.id = waiting.group_id
    left join area_unit hamlet on hamlet.id = waiting.hamlet_id left join area_body body on body.id = waiting.body_id
    order by waiting.rank, place, waiting.id limit 50`.execute(db)
  return rows
}
