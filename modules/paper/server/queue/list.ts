// The signatures that wait for somebody's eyes, each with what will come of it when it is confirmed.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { foresee } from '../../../commitments/server/public.ts'
import { ListQueue } from '../../contract.ts'
import { driveIn } from '../facts.ts'
import { placeTitle } from '../place-title.ts'
import { countsOf } from '../show.ts'
import { callFor, type DecidedPage } from './pages.ts'

type Row = DecidedPage & {
  reading_id: string
  name: string
  entry_number: number | null
  address: string
  hamlet: string | null
  hamlet_type: string | null
  body: string | null
  vi: string
  en: string
  code: string
  file: string
  number: number
  pages: number
  cut: boolean
}

export const listQueue: Handler = answers(ListQueue, async ({ db, scope, today, person, language }, input) => {
  const { driveId, communeId, state, cursor, limit } = input
  const known = await sql<{ name: string; type: string; reached: boolean }>`
    select name, type, exists (select 1 from area_coverage below where below.ancestor_id = unit.id
      and ${within(scope, sql.ref('below.unit_id'))}) as reached
    from area_unit unit where id = ${communeId} and level = 'commune'`.execute(db)
  const commune = known.rows[0]
  if (!commune?.reached) throw refuse(platformRefusals.not_found)
  const drive = await driveIn(db, driveId, communeId, today)
  const { rows } = await sql<Row>`
    select page.id, page.reading_id, page.state, page.doubt, sheet.drive_id, sheet.commune_id as sheet_commune_id, sheet.id as sheet_id,
      sheet.entry_id, sheet.text_number, sheet.hamlet_id, coalesce(hamlet.valid_to <= ${today}::date, false) as hamlet_ended,
      entry.name, entry.number as entry_number, entry.address, hamlet.name as hamlet, hamlet.type as hamlet_type, body.name as body,
      grouped.name_vi as vi, grouped.name_en as en, sheet.code, original.name as file, page.number, coalesce(original.pages, 1) as pages,
      page.cut is not null as cut
    from paper_page page
    join paper_reading reading on reading.commune_id = page.commune_id and reading.id = page.reading_id
    join paper_original original on original.commune_id = page.commune_id and original.reading_id = page.reading_id
      and original.position = page.position
    join paper_sheet sheet on sheet.commune_id = page.sheet_commune_id and sheet.id = page.sheet_id
    join commitment_group grouped on grouped.id = sheet.group_id
    join roster_entry entry on entry.commune_id = sheet.commune_id and entry.id = sheet.entry_id
    left join area_unit hamlet on hamlet.id = sheet.hamlet_id
    left join area_body body on body.id = entry.body_id
    where page.commune_id = ${communeId} and reading.drive_id = ${driveId} and page.state = ${state}
      and ${within(scope, sql`coalesce(page.hamlet_id, page.commune_id)`)}
      and (${cursor ?? null}::uuid is null or page.id > ${cursor ?? null}::uuid)
    order by page.id limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const foreseen = await foresee(
    db,
    today,
    page.map((row) => callFor(row, person?.id ?? '', `${drive.day}T12:00:00+07:00`)),
  )
  return {
    ...(rows.length > limit && last ? { next: last.id } : {}),
    drive: { ...drive.name, day: drive.day },
    commune: commune.name,
    ...(await countsOf(db, scope, driveId, communeId)),
    rows: page.map((row, index) => {
      const result = foreseen[index]?.[0]
      const outcome = result?.outcome
      return {
        id: row.id,
        readingId: row.reading_id,
        name: row.name,
        number: row.entry_number,
        address: row.address,
        place: placeTitle(row, commune, language),
        group: { vi: row.vi, en: row.en },
        code: row.code,
        textNumber: row.text_number,
        file: row.file,
        page: row.number,
        pages: row.pages,
        cut: row.cut,
        doubt: row.doubt,
        foreseen: outcome === 'held' || outcome === 'refused' ? { outcome, reason: result?.reason ?? '' } : null,
      }
    }),
  }
})
