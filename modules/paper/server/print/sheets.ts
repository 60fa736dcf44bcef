// What stands on the sheets of a printing, a few dozen at a time, in their order.

import { sql } from 'kysely'
import { unitName } from '../../../../platform/contract/unit-name.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { counterpartOnPaper, type counterparts, shownCode } from '../../../commitments/contract.ts'
import { qrTextOf } from '../sheet-code.ts'
import type { SheetContent } from './content.ts'

const few = 50
type Row = {
  code: string
  drive: string
  demo: boolean
  year: number
  text: SheetContent['text']
  text_number: number
  group: string
  counterpart: (typeof counterparts)[number]
  name: string
  number: number | null
  address: string
  hamlet: string | null
  hamlet_type: string | null
  body: string | null
  commune: string
  commune_type: string
}

export async function* sheetsOfPrint(
  db: Db,
  communeId: string,
  ids: readonly string[],
  publicUrl: string,
): AsyncGenerator<SheetContent[]> {
  for (let from = 0; from < ids.length; from += few) {
    const { rows } = await sql<Row>`
      select sheet.code, drive.name_vi as drive, drive.demo, drive.year, to_jsonb(wording) as text, sheet.text_number,
        grouped.name_vi as "group", asked.counterpart, entry.name, entry.number, entry.address, hamlet.name as hamlet,
        hamlet.type as hamlet_type, body.name as body, commune.name as commune, commune.type as commune_type
      from unnest(${ids.slice(from, from + few)}::uuid[]) with ordinality as wanted (id, position)
      join paper_sheet sheet on sheet.commune_id = ${communeId} and sheet.id = wanted.id
      join commitment_drive drive on drive.id = sheet.drive_id
      join commitment_drive_group asked on asked.drive_id = sheet.drive_id and asked.group_id = sheet.group_id
      join commitment_text wording on wording.drive_id = sheet.drive_id and wording.group_id = sheet.group_id
        and wording.number = sheet.text_number
      join commitment_group grouped on grouped.id = sheet.group_id
      join roster_entry entry on entry.commune_id = sheet.commune_id and entry.id = sheet.entry_id
      join area_unit commune on commune.id = sheet.commune_id
      left join area_unit hamlet on hamlet.id = sheet.hamlet_id
      left join area_body body on body.id = entry.body_id
      order by wanted.position`.execute(db)
    yield rows.map((row) => sheetOf(row, publicUrl))
  }
}

function sheetOf(row: Row, publicUrl: string): SheetContent {
  const commune = unitName({ type: row.commune_type, name: row.commune }, 'vi')
  const hamlet = row.hamlet && unitName({ type: row.hamlet_type ?? '', name: row.hamlet }, 'vi')
  return {
    qrText: qrTextOf(row.code, publicUrl),
    shownCode: shownCode(row.code),
    checkedAt: `${new URL(publicUrl).host}/v`,
    drive: row.drive,
    demo: row.demo,
    text: row.text,
    textNumber: row.text_number,
    group: row.group,
    name: row.name,
    number: row.number,
    details: [row.address, row.body ?? ''].filter(Boolean),
    place: [hamlet, commune].filter(Boolean).join(', '),
    counterpart: counterpartOnPaper[row.counterpart],
    year: row.year,
  }
}
