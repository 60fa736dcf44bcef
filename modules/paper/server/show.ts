// The paper of a drive in a commune: what is left to print, what was printed and read, what waits for somebody's eyes.

import { sql } from 'kysely'
import type { OutputOf } from '../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { Language } from '../../../platform/contract/words.ts'
import { type Scope, within } from '../../../platform/server/rights.ts'
import { answers, type Db, type Handler } from '../../../platform/server/slice.ts'
import { type ReadingRow, ShowPaper } from '../contract.ts'
import { asksOnPaper, type DriveFacts, driveIn, hasSigned, wordingInForce } from './facts.ts'
import { placeTitle } from './place-title.ts'

type Answer = OutputOf<typeof ShowPaper>
type Unit = { id: string; name: string; type: string }

export const showPaper: Handler = answers(ShowPaper, async ({ db, scope, today, language }, { driveId, communeId }) => {
  const place = await reachedPlace(db, scope, communeId)
  if (!place) throw refuse(platformRefusals.not_found)
  const drive = await driveIn(db, driveId, communeId, today)
  const [places, prints, readings, counts] = [
    await placesOf(db, scope, drive, place.commune, language),
    await printsOf(db, scope, driveId, place.commune, language),
    await readingsOf(db, scope, driveId, communeId),
    await countsOf(db, scope, driveId, communeId),
  ]
  const { id, name, open, day, demo } = drive
  return {
    drive: { id, name, open, day, demo },
    commune: { id: communeId, name: place.commune.name },
    places,
    prints,
    readings,
    hamletId: place.hamletId,
    ...counts,
  }
})

/** The whole commune where it is within reach; else a hamlet of it that is. */
async function reachedPlace(
  db: Db,
  scope: Scope,
  communeId: string,
): Promise<{ commune: Unit; hamletId: string | null } | undefined> {
  const { rows } = await sql<Unit & { whole: boolean; hamlet_id: string | null }>`
    select unit.id, unit.name, unit.type, ${within(scope, sql.ref('unit.id'))} as whole,
      (select below.unit_id from area_coverage below join area_unit part on part.id = below.unit_id and part.level = 'village'
        where below.ancestor_id = unit.id and ${within(scope, sql.ref('below.unit_id'))} order by below.unit_id limit 1) as hamlet_id
    from area_unit unit where unit.id = ${communeId} and unit.level = 'commune'`.execute(db)
  const row = rows[0]
  if (!row || (!row.whole && !row.hamlet_id)) return undefined
  return { commune: row, hamletId: row.whole ? null : row.hamlet_id }
}

type PlaceRow = {
  hamlet_id: string | null
  body_id: string | null
  hamlet: string | null
  hamlet_type: string | null
  body: string | null
  vi: string
  en: string
  unsigned: number
  printed: number
}

async function placesOf(
  db: Db,
  scope: Scope,
  { id, day }: DriveFacts,
  commune: Unit,
  language: Language,
): Promise<Answer['places']> {
  const { rows } = await sql<PlaceRow>`
    select entry.hamlet_id, entry.body_id, hamlet.name as hamlet, hamlet.type as hamlet_type, body.name as body,
      grouped.name_vi as vi, grouped.name_en as en,
      count(*) filter (where not signed.yes)::int as unsigned,
      count(sheet.id) filter (where not signed.yes)::int as printed
    from roster_entry entry
    join commitment_group grouped on grouped.id = entry.group_id
    cross join lateral (select ${hasSigned(id)} as yes) signed
    left join paper_sheet sheet on sheet.commune_id = entry.commune_id and sheet.entry_id = entry.id and sheet.drive_id = ${id}
      and sheet.spent_at is null and sheet.text_number = ${wordingInForce(id, 'entry.group_id', day)}
    left join area_unit hamlet on hamlet.id = entry.hamlet_id
    left join area_body body on body.id = entry.body_id
    where entry.commune_id = ${commune.id} and ${asksOnPaper(id, day)}
      and ${within(scope, sql`coalesce(entry.hamlet_id, entry.commune_id)`)}
    group by 1, 2, 3, 4, 5, grouped.id
    order by body.name nulls first, hamlet.name nulls first, grouped.position`.execute(db)
  const byPlace = Map.groupBy(rows, (row) => `${row.hamlet_id} ${row.body_id}`)
  return [...byPlace.values()].map((groups) => {
    const [first] = groups as [PlaceRow, ...PlaceRow[]]
    return {
      hamletId: first.hamlet_id,
      bodyId: first.body_id,
      name: placeTitle(first, commune, language),
      groups: groups.map(({ vi, en, unsigned }) => ({ name: { vi, en }, unsigned })),
      unsigned: groups.reduce((sum, { unsigned }) => sum + unsigned, 0),
      printed: groups.reduce((sum, { printed }) => sum + printed, 0),
    }
  })
}

async function printsOf(
  db: Db,
  scope: Scope,
  driveId: string,
  commune: Unit,
  language: Language,
): Promise<Answer['prints']> {
  type Row = Omit<Answer['prints'][number], 'place'> & { madeAt: Date } & Pick<
      PlaceRow,
      'hamlet' | 'hamlet_type' | 'body'
    >
  const { rows } = await sql<Row>`
    select print.id, hamlet.name as hamlet, hamlet.type as hamlet_type, body.name as body,
      cardinality(print.sheet_ids) as sheets, print.drawn, print.made_at as "madeAt", person.name as "madeBy"
    from paper_print print join person on person.id = print.made_by
    left join area_unit hamlet on hamlet.id = print.hamlet_id left join area_body body on body.id = print.body_id
    where print.commune_id = ${commune.id} and print.drive_id = ${driveId}
      and ${within(scope, sql`coalesce(print.hamlet_id, print.commune_id)`)}
    order by print.made_at desc limit 10`.execute(db)
  return rows.map(({ hamlet, hamlet_type, body, ...row }) => ({
    ...row,
    place: placeTitle({ hamlet, hamlet_type, body }, commune, language),
    madeAt: new Date(row.madeAt).toISOString(),
  }))
}

async function readingsOf(db: Db, scope: Scope, driveId: string, communeId: string): Promise<ReadingRow[]> {
  const { rows } = await sql<ReadingRow>`
    select reading.id, reading.state, reading.started_at as "startedAt", person.name as "startedBy",
      reading.pages_done as "pagesDone", reading.pages_total as "pagesTotal",
      (select coalesce(json_agg(name order by position), '[]') from (
        select name, position from paper_original where commune_id = reading.commune_id and reading_id = reading.id
        order by position limit 20) files) as files,
      count(page.id) filter (where page.state in ('queued', 'aside'))::int as queued,
      count(page.id) filter (where page.state in ('recorded', 'held'))::int as recorded,
      count(page.id) filter (where page.state = 'unread')::int as unread
    from paper_reading reading join person on person.id = reading.started_by
    left join paper_page page on page.commune_id = reading.commune_id and page.reading_id = reading.id
    where reading.commune_id = ${communeId} and reading.drive_id = ${driveId} and reading.state <> 'draft'
      and ${within(scope, sql`coalesce(reading.hamlet_id, reading.commune_id)`)}
    group by reading.commune_id, reading.id, person.name
    order by reading.started_at desc limit 20`.execute(db)
  return rows.map((row) => ({ ...row, startedAt: new Date(row.startedAt).toISOString() }))
}

/** How many wait in the queue, and how many were set aside. */
export async function countsOf(
  db: Db,
  scope: Scope,
  driveId: string,
  communeId: string,
): Promise<{ queued: number; aside: number }> {
  const { rows } = await sql<{ queued: number; aside: number }>`
    select count(*) filter (where page.state = 'queued')::int as queued, count(*) filter (where page.state = 'aside')::int as aside
    from paper_page page join paper_reading reading on reading.commune_id = page.commune_id and reading.id = page.reading_id
    where page.commune_id = ${communeId} and reading.drive_id = ${driveId} and page.state in ('queued', 'aside')
      and ${within(scope, sql`coalesce(page.hamlet_id, page.commune_id)`)}`.execute(db)
  return rows[0] ?? { queued: 0, aside: 0 }
}
