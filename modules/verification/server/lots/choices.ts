// The places and groups of which a lot can be made, each with the plan that would follow from its size.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { type Cell, coverageRows } from '../../../commitments/server/public.ts'
import { ChoicesOfLot, type LotState } from '../../contract/lots.ts'
import { planOf } from '../../rules/plan.ts'
import { inPercent, risksOn } from '../risks/risks.ts'
import { stateOfLot } from './find.ts'
import { groupOf, type Place, placeOf } from './place.ts'

type Names = { vi: string; en: string }
type Choice = {
  place: Place
  group: { id: string; name: Names }
  size: number
  last: { id: string; state: LotState; on: string } | null
}

const mostShown = 50

export const choicesOfLot: Handler = answers(ChoicesOfLot, async ({ db, scope, today }, { driveId, on, q }) => {
  const told = await coverageRows(db, scope, { driveId, on })
  const drive = await sql<{ id: string; name: Names }>`
    select id, json_build_object('vi', name_vi, 'en', name_en) as name from commitment_drive where id = ${driveId}`.execute(
    db,
  )
  const found = drive.rows[0]
  if (!told || !found) throw refuse(platformRefusals.not_found)
  const risks = await risksOn(db, today)
  const cells = told.flatMap((row) => row.cells).filter(({ signed }) => signed > 0)
  const { rows, total } = await choicesAmong(db, driveId, cells, nameKey(q ?? ''))
  return {
    drive: found,
    risks: { ...inPercent(risks), effectiveOn: risks.effectiveOn },
    rows: rows.map((each) => ({ ...each, ...planOf(each.size, risks) })),
    more: total - rows.length,
  }
})

/** The first of them by name that fit the words, and how many fit. */
async function choicesAmong(
  db: Db,
  driveId: string,
  cells: readonly Cell[],
  words: string,
): Promise<{ rows: Choice[]; total: number }> {
  const { rows } = await sql<Choice & { total: number }>`
    with fitting as (
      select cell.*, commune.name as commune_name, coalesce(hamlet.name, body.name, '') as place_name, count(*) over ()::int as total
      from unnest(${cells.map((cell) => cell.communeId)}::uuid[], ${cells.map((cell) => cell.hamletId)}::uuid[],
        ${cells.map((cell) => cell.bodyId)}::uuid[], ${cells.map((cell) => cell.groupId)}::text[], ${cells.map((cell) => cell.signed)}::int[])
        as cell (commune_id, hamlet_id, body_id, group_id, size)
      join area_unit commune on commune.id = cell.commune_id join commitment_group kind on kind.id = cell.group_id
      left join area_unit hamlet on hamlet.id = cell.hamlet_id left join area_body body on body.id = cell.body_id
      where ${words} = '' or strpos(area_name_key(
        concat_ws(' ', hamlet.name, body.name, commune.name, kind.name_vi, kind.name_en)), ${words}) > 0
      order by commune.name, place_name, kind.position limit ${mostShown}
    )
    select ${placeOf('fitting')} as place, ${groupOf('fitting')} as group, fitting.size, fitting.total, newest.last
    from fitting left join lateral (
      select json_build_object('id', lot.id, 'state', ${stateOfLot}, 'on', coalesce(lot.decided_on, lot.withdrawn_on, lot.closed_on)) as last
      from verification_lot lot
      where lot.commune_id = fitting.commune_id and lot.drive_id = ${driveId} and lot.group_id = fitting.group_id
        and lot.place_id = coalesce(fitting.hamlet_id, fitting.body_id, fitting.commune_id)
      order by lot.closed_at desc, lot.id desc limit 1) newest on true
    order by fitting.commune_name, fitting.place_name, fitting.group_id`.execute(db)
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}
