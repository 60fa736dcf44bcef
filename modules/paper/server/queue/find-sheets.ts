// The sheets that a page may be of, by the name or number printed on them: those of its drive and place that have not come back.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { FindSheets, mostSheetsFound } from '../../contract.ts'
import { placeTitle } from '../place-title.ts'
import { areaOfPage } from './match.ts'

type Row = {
  code: string
  name: string
  number: number | null
  address: string
  body: string | null
  hamlet: string | null
  hamlet_type: string | null
  commune: { name: string; type: string }
  group: { vi: string; en: string }
}

export const findSheets: Handler = answers(
  FindSheets,
  async ({ db, language }, { communeId, pageId, q }) => {
    const words = nameKey(q)
    const { rows } = await sql<Row>`
      select sheet.code, entry.name, entry.number, entry.address, body.name as body, hamlet.name as hamlet, hamlet.type as hamlet_type,
        json_build_object('name', commune.name, 'type', commune.type) as commune,
        json_build_object('vi', grouped.name_vi, 'en', grouped.name_en) as "group"
      from paper_page page
      join paper_reading reading on reading.commune_id = page.commune_id and reading.id = page.reading_id
      join area_coverage reach on reach.ancestor_id = coalesce(reading.hamlet_id, reading.commune_id)
      join paper_sheet sheet on sheet.drive_id = reading.drive_id and coalesce(sheet.hamlet_id, sheet.commune_id) = reach.unit_id
        and sheet.spent_at is null
      join roster_entry entry on entry.commune_id = sheet.commune_id and entry.id = sheet.entry_id
      join commitment_group grouped on grouped.id = sheet.group_id
      join area_unit commune on commune.id = sheet.commune_id
      left join area_unit hamlet on hamlet.id = sheet.hamlet_id
      left join area_body body on body.id = entry.body_id
      where page.commune_id = ${communeId} and page.id = ${pageId}
        and (${words} = '' or entry.name_key like '%' || ${words} || '%' or entry.number::text = ${words})
        and not exists (select 1 from paper_page other where other.sheet_commune_id = sheet.commune_id and other.sheet_id = sheet.id
          and other.state in ('queued', 'aside', 'recorded', 'held') and other.doubt is null)
      order by coalesce(entry.number, 2147483647), entry.name_key, sheet.id limit ${mostSheetsFound}`.execute(db)
    return {
      sheets: rows.map(({ commune, body, hamlet, hamlet_type, ...sheet }) => ({
        ...sheet,
        place: placeTitle({ body, hamlet, hamlet_type }, commune, language),
      })),
    }
  },
  areaOfPage,
)
