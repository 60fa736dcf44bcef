// Fills a database with a nation at work: the whole country's units, a programme in each province with its plan and targets,
// ten tasks in each commune, decisions, obstacles, a head for each commune. Invented, always the same.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'
import { loadRoles } from '../../modules/access/server/public.ts'
import { importAreas } from '../../modules/areas/server/import/import-areas.ts'
import { makeCountry } from '../areas/country.ts'

export const day = '2024-11-15'
const tasksInEach = 10

export type Nation = {
  /** Slugs of the programmes, one a province. */
  programmes: string[]
  /** Holds every reading right everywhere. */
  free: string
  /** For each programme, somebody who works in one of its communes only. */
  restricted: string[]
  size: { units: number; tasks: number; decisions: number }
}

export async function fillNation(db: Kysely<DB>): Promise<Nation> {
  const country = makeCountry()
  const file = (text: string) => [Buffer.from(text)]
  const imported = await importAreas(db, {
    units: file(country.units),
    successions: file(country.successions),
    dryRun: false,
  })
  if (!imported.done) throw new Error('the country is refused')
  await db.transaction().execute(async (inside) => {
    await loadRoles(inside)
    for (const statement of statements) await sql.raw(statement).execute(inside)
  })
  await sql`analyze`.execute(db)
  const programmes = await sql<{ slug: string; person: string }>`
    select programme.slug, (select min(held.person_id::text) from access_grant held
      join area_coverage below on below.unit_id = held.area_id and below.ancestor_id = programme.area_id) as person
    from programme order by programme.slug`.execute(db)
  const free = await sql<{ id: string }>`select id from person where email = 'free@bench.example'`.execute(db)
  const size = await sql<Nation['size']>`
    select (select count(*) from area_unit) as units, (select count(*) from task) as tasks,
      (select count(*) from recognition_decision) as decisions`.execute(db)
  return {
    programmes: programmes.rows.map((row) => row.slug),
    restricted: programmes.rows.map((row) => row.person),
    free: free.rows[0]!.id,
    size: size.rows[0]!,
  }
}

/** The communes of the day with the province above them. */
const here = `
  create temporary table here on commit drop as
  select commune.id, commune.code, commune.name, province.id as province_id, programme.id as programme_id,
    row_number() over (order by commune.code) as n, row_number() over (partition by province.id order by commune.code) as place
  from area_unit commune
  join area_coverage above on above.unit_id = commune.id
  join area_unit province on province.id = above.ancestor_id and province.level = 'province' and province.valid_to = '2025-07-01'
  join programme on programme.area_id = province.id
  where commune.level = 'commune' and commune.valid_to = '2025-07-01'`

const statements = [
  `insert into programme (id, slug, name_vi, name_en, area_id, starts_on, ends_on, public)
   select gen_random_uuid(), 'tinh-' || code, 'Chương trình ' || name, 'Programme of ' || name, id, '2024-01-01', '2025-06-30', true
   from area_unit where level = 'province' and valid_to = '2025-07-01'`,
  here,
  `insert into person (id, name, email) values (gen_random_uuid(), 'Free', 'free@bench.example')`,
  `insert into person (id, name, email) select gen_random_uuid(), 'Person ' || n, n || '@bench.example' from here`,
  `insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
   select gen_random_uuid(), id, 'auditor', null, '2024-01-01', 'bench' from person where email = 'free@bench.example'`,
  `insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
   select gen_random_uuid(), person.id, 'commune-officer', here.id, '2024-01-01', 'bench'
   from here join person on person.email = here.n || '@bench.example'`,
  `insert into post (id, area_id, kind, title_vi, title_en)
   select gen_random_uuid(), id, 'chair', 'Chủ tịch UBND xã', 'Chair, Commune People’s Committee' from here`,
  `insert into post_holder (post_id, person_id, valid_from)
   select post.id, person.id, '2023-01-01' from post join here on here.id = post.area_id
   join person on person.email = here.n || '@bench.example'`,
  `insert into plan (id, programme_id, year, title) select gen_random_uuid(), id, 2024, 'Kế hoạch năm 2024' from programme`,
  `insert into plan_version (plan_id, number, decided_on, effective_on, reason)
   select id, 1, '2024-01-10', '2024-01-10', 'Ban hành' from plan`,
  `insert into target (id, line_id, plan_id, from_version, kind, area_id, title_vi, title_en, baseline, value, unit, due_on)
   select gen_random_uuid(), gen_random_uuid(), plan.id, 1, case when place % 2 = 0 then 'area-keep' else 'area-convert' end, here.id,
     here.name, here.name, (place + 1) % 2, 1, 'count', '2024-12-31'
   from here join plan on plan.programme_id = here.programme_id where place % 3 <> 0`,
  `insert into target (id, line_id, plan_id, from_version, kind, area_id, title_vi, title_en, baseline, value, unit, due_on)
   select gen_random_uuid(), gen_random_uuid(), plan.id, 1, 'areas-drug-free', programme.area_id, 'Cả tỉnh', 'The province', 10,
     (select count(*) from here where programme_id = programme.id and place % 3 <> 0), 'count', '2024-12-31'
   from plan join programme on programme.id = plan.programme_id`,
  `insert into target (id, line_id, plan_id, from_version, kind, area_id, group_id, title_vi, title_en, value, unit, due_on)
   select gen_random_uuid(), gen_random_uuid(), plan.id, 1, 'commitments', programme.area_id, each.id, each.name_vi, each.name_en, 1,
     'share', '2024-12-31'
   from plan join programme on programme.id = plan.programme_id cross join commitment_group each`,
  `insert into recognition_decision (id, area_id, outcome, number, decided_on, effective_on, issuer, criteria_version, public)
   select gen_random_uuid(), id, 'recognised', n || '/QĐ-UBND', '2023-12-20', '2023-12-20', 'UBND tỉnh', '2020', true
   from here where place % 5 < 3`,
  `insert into task (id, programme_id, area_id, number, title, head_post_id, head_since, doer, expected_result, authority, starts_on,
     due_on, original_due_on, assigned_on, done_on, accepted_on, search_key)
   select gen_random_uuid(), here.programme_id, here.id, (place - 1) * ${tasksInEach} + each, 'Việc ' || each || ' của ' || here.name,
     post.id, '2023-01-01', 'Công chức VH-XH', 'Báo cáo', 'UBND tỉnh', '2024-03-01', due.on_day, due.on_day, '2024-03-01',
     case when each % 10 < 6 then due.on_day - 2 end, case when each % 10 < 6 then due.on_day - 1 end, 'viec'
   from here join post on post.area_id = here.id and post.kind = 'chair'
   cross join generate_series(1, ${tasksInEach}) each
   cross join lateral (select date '2024-09-01' + ((here.n * 7 + each * 31) % 150)::int as on_day) due`,
  `insert into obstacle (id, programme_id, area_id, number, title, detail, raised_on, raised_by, asked_post_id)
   select gen_random_uuid(), programme_id, here.id, place, 'Vướng mắc', 'Thiếu kinh phí', '2024-10-01', person.id, post.id
   from here join person on person.email = here.n || '@bench.example' join post on post.area_id = here.id where place % 10 = 0`,
]
