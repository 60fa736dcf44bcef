// What the form for a meeting offers: where one may call it, and the posts of the programme's area.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { programmeBySlug, programmeToday } from '../../../programme/server/public.ts'
import { MeetingChoices } from '../../contract.ts'
import { type PostName, postNamed } from '../rows.ts'

export const meetingChoices = answers(MeetingChoices, async (context, input) => {
  const { db, scope } = context
  const programme = await programmeBySlug(db, input.programme)
  if (!programme) throw refuse(platformRefusals.not_found)
  const today = programmeToday(programme, context.today)
  const on = input.on ?? today
  const inProgramme = sql<boolean>`exists (
    select 1 from area_coverage where ancestor_id = ${programme.areaId} and unit_id = area_unit.id)`
  const there = sql<boolean>`area_unit.valid_from <= ${on}::date and (area_unit.valid_to is null or area_unit.valid_to > ${on}::date)`
  const areas = await sql<{ id: string; code: string; name: string; type: string }>`
    select id, code, name, type from area_unit
    where ${inProgramme} and ${there} and ${within(scope, sql.ref('area_unit.id'))} and level <> 'village'
    order by array_position(array['province', 'district', 'commune'], level), name limit 2000`.execute(db)
  const posts = await sql<{ named: PostName; kind: string; areaId: string; level: string }>`
    select ${postNamed('post')} as named, post.kind, post.area_id as "areaId", area_unit.level
    from post join area_unit on area_unit.id = post.area_id
    where ${inProgramme} and ${there} and ${within(scope, sql.ref('post.area_id'))}
    order by array_position(array['province', 'district', 'commune', 'village'], area_unit.level), area_unit.name, post.title_vi
    limit 5000`.execute(db)
  return { today, areas: areas.rows, posts: posts.rows.map(({ named, ...post }) => ({ ...named, ...post })) }
})
