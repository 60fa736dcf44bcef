// What the form for a document offers, cut to the reach of the one who fills it in.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { DocumentChoices } from '../../contract.ts'
import { readable } from '../reach.ts'
import type { Named } from '../rows.ts'
import { subjectsOf } from '../subjects.ts'
import { workDay } from '../work-day.ts'

export const documentChoices = answers(DocumentChoices, async (context, input) => {
  const { db, scope } = context
  const today = await workDay(db, { slug: input.programme ?? '' }, context.today)
  const on = input.on ?? today
  const areas = await sql<{ id: string; code: string; name: string; type: string }>`
    select id, code, name, type from area_unit
    where ${within(scope, sql.ref('area_unit.id'))} and level <> 'village'
      and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
    order by array_position(array['province', 'district', 'commune'], level), name limit 1000`.execute(db)
  const programmes = await sql<{ id: string; slug: string; name: { vi: string; en: string } }>`
    select id, slug, json_build_object('vi', name_vi, 'en', name_en) as name from programme
    where ${within(scope, sql.ref('programme.area_id'))}
      or exists (select 1 from area_coverage where ancestor_id = programme.area_id and unit_id = any(${scope.roots as string[]}::uuid[]))
    order by starts_on desc`.execute(db)
  const documents = await sql<Named>`
    select id, kind, number, issued_on as "issuedOn", title from document
    where ${readable(context.scopeFor('documents.read'))} order by issued_on desc nulls last limit 500`.execute(db)
  return {
    today,
    areas: areas.rows,
    programmes: programmes.rows,
    subjects: await subjectsOf(context, input.programme),
    documents: documents.rows,
  }
})
