// The drives that are open in a place, with their words; and, for thirty days, those that have closed.

import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { PackDrive } from '../../contract/pack.ts'
import type { PackPlace } from './place.ts'

type Row = {
  id: string
  name_vi: string
  name_en: string
  opens_on: string
  closes_on: string
  closed: boolean
  workday: string | null
  demo: boolean
  groups: PackDrive['groups'] | null
}

export async function packDrives(
  db: Db,
  place: PackPlace,
  today: PlainDate,
): Promise<{ drives: PackDrive[]; tag: string }> {
  const { rows } = await sql<Row>`
    with found as (
      select drive.*, case when drive.demo then programme.opens_on end as workday,
        coalesce(case when drive.demo then programme.opens_on end, ${today}::date) as works_on
      from commitment_drive drive left join programme on programme.id = drive.programme_id
      where exists (select 1 from area_coverage reach where reach.ancestor_id = drive.area_id
        and reach.unit_id = any(${[...place.placeIds, ...place.communeIds]}::uuid[]))
    )
    select id, name_vi, name_en, opens_on, closes_on, workday, demo,
      (closes_on < works_on or coalesce(closed_on <= works_on, false)) as closed,
      (select json_agg(json_build_object('id', asked.group_id, 'name', json_build_object('vi', kind.name_vi, 'en', kind.name_en),
          'ways', asked.ways, 'texts', coalesce((select json_agg(json_build_object('number', number, 'effectiveOn', effective_on,
            'title', title, 'opening', opening, 'promises', promises, 'closing', closing) order by number)
            from commitment_text wording where wording.drive_id = asked.drive_id and wording.group_id = asked.group_id), '[]'))
          order by kind.position)
        from commitment_drive_group asked join commitment_group kind on kind.id = asked.group_id
        where asked.drive_id = found.id) as groups
    from found
    where published_on <= works_on and opens_on <= works_on and least(closes_on, coalesce(closed_on, closes_on)) >= works_on - 30
    order by opens_on desc, id`.execute(db)
  const drives = rows.map(
    (row): PackDrive => ({
      id: row.id,
      name: { vi: row.name_vi, en: row.name_en },
      opensOn: row.opens_on,
      closesOn: row.closes_on,
      state: row.closed ? 'closed' : 'open',
      workday: row.workday,
      demo: row.demo,
      groups: row.groups ?? [],
    }),
  )
  return { drives, tag: hash('sha256', JSON.stringify(drives), 'hex').slice(0, 16) }
}
