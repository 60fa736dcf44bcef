// How far a reading is and what came of it: each page by name, with the reason where it was not read.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ShowReading } from '../../contract.ts'

type Shown = OutputOf<typeof ShowReading>
type Named = { communeId: string; readingId: string }

export async function areaOfReading({ db }: { db: Db }, { communeId, readingId }: Named): Promise<string | undefined> {
  const { rows } = await sql<{ area_id: string }>`
    select coalesce(hamlet_id, commune_id) as area_id from paper_reading
    where commune_id = ${communeId} and id = ${readingId}`.execute(db)
  return rows[0]?.area_id
}

export const showReading: Handler = answers(
  ShowReading,
  async ({ db }, { communeId, readingId }) => {
    const { rows } = await sql<Omit<Shown, 'pages' | 'may'>>`
      select reading.id, json_build_object('vi', drive.name_vi, 'en', drive.name_en) as drive,
        commune.name as commune, reading.state, reading.started_at as "startedAt", person.name as "startedBy",
        reading.finished_at as "finishedAt", reading.pages_done as "pagesDone", reading.pages_total as "pagesTotal",
        (select count(*)::int from paper_original where commune_id = reading.commune_id and reading_id = reading.id) as files
      from paper_reading reading join person on person.id = reading.started_by
      join commitment_drive drive on drive.id = reading.drive_id join area_unit commune on commune.id = reading.commune_id
      where reading.commune_id = ${communeId} and reading.id = ${readingId}`.execute(db)
    const reading = rows[0]
    if (!reading) throw refuse(platformRefusals.not_found)
    return {
      ...reading,
      startedAt: new Date(reading.startedAt).toISOString(),
      finishedAt: reading.finishedAt && new Date(reading.finishedAt).toISOString(),
      pages: await pagesOf(db, { communeId, readingId }),
      may: { cancel: reading.state === 'waiting' || reading.state === 'running' },
    }
  },
  areaOfReading,
)

async function pagesOf(db: Db, { communeId, readingId }: Named): Promise<Shown['pages']> {
  const { rows } = await sql<Shown['pages'][number]>`
    select page.id, original.name as file, page.number, coalesce(original.pages, 1) as "of", page.state, page.doubt, page.reason, page.note,
      entry.name, page.image is not null or page.file_id is not null as picture
    from paper_page page
    join paper_original original on original.commune_id = page.commune_id and original.reading_id = page.reading_id
      and original.position = page.position
    left join paper_sheet sheet on sheet.commune_id = page.sheet_commune_id and sheet.id = page.sheet_id
    left join roster_entry entry on entry.commune_id = sheet.commune_id and entry.id = sheet.entry_id
    where page.commune_id = ${communeId} and page.reading_id = ${readingId}
    order by page.position, page.number limit 5000`.execute(db)
  return rows
}
