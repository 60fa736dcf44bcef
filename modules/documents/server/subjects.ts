// What a document is linked to: names, addresses in the staff application, and whether the reader may see it.

import { type RawBuilder, sql } from 'kysely'
import { kindsInEnglish } from '../../../platform/contract/unit-name.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Context } from '../../../platform/server/slice.ts'
import type { SubjectKind } from '../contract/register.ts'

export type SubjectFound = {
  subject: string
  kind: SubjectKind
  label: { vi: string; en: string }
  to: string | null
  on: string | null
}
type Row = { subject: string; kind: SubjectKind; vi: string; en: string; to: string | null; on: string | null }

/** SQL that is true for an area within the scope or lying over it: a programme concerns everybody who works in it. */
const concerns = (scope: Scope, area: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql<boolean>`(${within(scope, area)} or exists (
    select 1 from area_coverage led where led.ancestor_id = ${area} and led.unit_id = any(${scope.roots as string[]}::uuid[])))`

/** Every thing that documents can be linked to, within the reader's reach. */
export function subjectsInReach(context: Context): RawBuilder<Row> {
  const programme = concerns(context.scopeFor('programme.read'), sql.ref('programme.area_id'))
  const scope = (permission: string, area: string) => within(context.scopeFor(permission), sql.ref(area))
  return sql<Row>`(
    select 'programme:' || programme.id as subject, 'programme' as kind, name_vi as vi, name_en as en,
      '/programme?programme=' || slug as to, null::date as on, programme.id as programme_id
    from programme where ${programme}
    union all
    select 'plan:' || plan.id, 'plan', plan.title, 'Plan of ' || plan.year, '/programme?programme=' || slug || '&year=' || plan.year,
      null, programme.id
    from plan join programme on programme.id = plan.programme_id where ${programme}
    union all
    select distinct on (target.line_id) 'target:' || target.line_id, 'target', title_vi, title_en,
      '/programme/targets/' || target.line_id, due_on, programme.id
    from target join plan on plan.id = target.plan_id join programme on programme.id = plan.programme_id
    where ${programme} and ${concerns(context.scopeFor('programme.read'), sql.ref('target.area_id'))}
    union all
    select 'task:' || task.id, 'task', task.title, task.title, '/tasks/' || task.id, due_on, task.programme_id
    from task where ${scope('tasks.read', 'task.area_id')}
    union all
    select 'meeting:' || meeting.id, 'meeting', meeting.title, meeting.title, '/meetings/' || meeting.id, held_on, meeting.programme_id
    from meeting where ${scope('meetings.read', 'meeting.area_id')}
    union all
    select 'recognition:' || recognition_decision.id, 'recognition',
      concat_ws(' ', nullif(number, ''), area_unit.type, area_unit.name),
      concat_ws(' ', nullif(number, ''), area_unit.name, coalesce(${JSON.stringify(kindsInEnglish)}::jsonb ->> area_unit.type, area_unit.type)),
      '/recognition/' || recognition_decision.id, decided_on, null
    from recognition_decision join area_unit on area_unit.id = area_id
    where ${scope('recognition.read', 'recognition_decision.area_id')}
    union all
    select 'body:' || area_body.id, 'body', area_body.name, area_body.name, null, null, null
    from area_body where ${scope('areas.read', 'area_body.area_id')}
  ) subject`
}

/** Those of the subjects that the reader may see, by subject. */
export async function subjectsNamed(
  context: Context,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, SubjectFound>> {
  if (subjects.length === 0) return new Map()
  const found = await sql<Row>`
    select subject, kind, vi, en, "to", "on" from ${subjectsInReach(context)}
    where subject = any(${subjects as string[]}::text[])`.execute(context.db)
  return new Map(found.rows.map((row) => [row.subject, subjectOf(row)]))
}

/** What a document of a programme can be linked to when it is registered. */
export async function subjectsOf(context: Context, programmeSlug: string | undefined): Promise<SubjectFound[]> {
  const found = await sql<Row>`
    select subject, kind, vi, en, "to", "on" from ${subjectsInReach(context)}
    where kind <> 'body' and (${programmeSlug ?? null}::text is null or programme_id is null
      or programme_id = (select id from programme where slug = ${programmeSlug ?? null}))
    order by array_position(array['programme', 'plan', 'target', 'meeting', 'task', 'recognition'], kind), vi limit 1000`.execute(
    context.db,
  )
  return found.rows.map(subjectOf)
}

const subjectOf = ({ subject, kind, vi, en, to, on }: Row): SubjectFound => ({
  subject,
  kind,
  label: { vi, en },
  to,
  on,
})
