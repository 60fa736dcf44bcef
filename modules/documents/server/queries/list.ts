// The register, newest first, found by words, kind, programme, area, or by what a document is linked to.

import { type RawBuilder, sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { ListDocuments } from '../../contract.ts'
import { readable } from '../reach.ts'
import { documentRows, issuedBy } from '../rows.ts'
import { workDay } from '../work-day.ts'

type Filters = {
  q?: string
  kind?: string
  programme?: string
  area?: string
  concerning?: string
  subject?: string
  withFile?: boolean
}

export const listDocuments = answers(ListDocuments, async (context, input) => {
  const { db } = context
  const on = input.on ?? (await workDay(db, { slug: input.programme ?? '' }, context.today))
  const all = sql<boolean>`${readable(context.scope)} and ${issuedBy(on)} and ${matching(input)}`
  const ofKind = input.kind ? sql<boolean>`${all} and document.kind = ${input.kind}` : all
  const counted = await sql<{ kind: string; count: number }>`
    select document.kind, count(*)::int as count from document where ${all} group by document.kind order by count(*) desc, kind`.execute(
    db,
  )
  const kinds = counted.rows
  const rows = await documentRows(db, sql<boolean>`${ofKind} and ${after(input.cursor)}`, on, input.limit + 1)
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  const manage = context.scopeFor('documents.manage')
  return {
    on,
    rows: shown,
    total: kinds.filter((each) => !input.kind || each.kind === input.kind).reduce((sum, each) => sum + each.count, 0),
    next: rows.length > input.limit && last ? `${last.issuedOn ?? none}_${last.id}` : null,
    kinds,
    may: { register: manage.everywhere || manage.roots.length > 0 },
  }
})

/** Every word typed must stand in the key; the signs that LIKE knows are taken literally. */
function matching(filters: Filters): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = nameKey(filters.q ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => sql<boolean>`document.search_key like ${`%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`}`)
  if (filters.programme)
    conditions.push(sql`document.programme_id = (select id from programme where slug = ${filters.programme})`)
  if (filters.area)
    conditions.push(
      sql`exists (select 1 from area_coverage where ancestor_id = ${filters.area} and unit_id = document.area_id)`,
    )
  if (filters.concerning)
    conditions.push(sql`(exists (select 1 from area_coverage where ancestor_id = ${filters.concerning} and unit_id = document.area_id)
      or exists (select 1 from programme
        join area_coverage over on over.ancestor_id = document.area_id and over.unit_id = programme.area_id
        join area_coverage led on led.ancestor_id = programme.area_id and led.unit_id = ${filters.concerning}
        where programme.id = document.programme_id))`)
  if (filters.subject)
    conditions.push(sql`(exists (select 1 from document_link where document_id = document.id and subject = ${filters.subject})
      or exists (select 1 from task where task.document_id = document.id and 'task:' || task.id = ${filters.subject}))`)
  if (filters.withFile) conditions.push(sql`document.file_id is not null`)
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

const none: PlainDate = '0001-01-01'
function after(cursor: string | undefined): RawBuilder<boolean> {
  const [, day, id] = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? []
  return day && id
    ? sql<boolean>`(coalesce(document.issued_on, '0001-01-01'), document.id) < (${day}::date, ${id}::uuid)`
    : sql<boolean>`true`
}
