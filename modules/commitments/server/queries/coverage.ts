// One drive: what each group signs, and how many have, by commune and by group.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ShowCoverage, type Way } from '../../contract.ts'
import { currentText } from '../../rules/signing.ts'
import { countsOf, sumOf } from '../counts.ts'
import { drivesWithin } from '../drives.ts'

export const showCoverage: Handler = answers(ShowCoverage, async ({ db, scope }, { driveId, on }) => {
  const [drive] = await drivesWithin(db, scope, on, driveId)
  if (!drive) throw refuse(platformRefusals.not_found)
  const cells = await countsOf(db, scope, [driveId], on)
  const groups = await groupsOf(db, driveId)
  const areas = await sql<{ id: string; code: string; name: string; type: string }>`
    select id, code, name, type from area_unit where id = any(${[...new Set(cells.map(({ communeId }) => communeId))]}::uuid[])
    order by code, valid_from`.execute(db)
  return {
    drive,
    ...sumOf(cells),
    groups: groups.map(({ texts, ...group }) => ({
      ...group,
      text: texts.find(({ number }) => number === currentText({ texts }, on)) ?? null,
      ...sumOf(cells.filter(({ groupId }) => groupId === group.id)),
    })),
    areas: areas.rows.map((area) => ({ ...area, ...sumOf(cells.filter(({ communeId }) => communeId === area.id)) })),
  }
})

type Text = { number: number; effectiveOn: string; title: string; opening: string; promises: string[]; closing: string }
async function groupsOf(db: Db, driveId: string) {
  const { rows } = await sql<{
    id: string
    vi: string
    en: string
    counterpart: OutputOf<typeof ShowCoverage>['groups'][number]['counterpart']
    ways: Way[]
    texts: Text[] | null
  }>`
    select asked.group_id as id, kind.name_vi as vi, kind.name_en as en, asked.counterpart, asked.ways,
      (select json_agg(json_build_object('number', number, 'effectiveOn', effective_on, 'title', title, 'opening', opening,
        'promises', promises, 'closing', closing)) from commitment_text wording
        where wording.drive_id = asked.drive_id and wording.group_id = asked.group_id) as texts
    from commitment_drive_group asked join commitment_group kind on kind.id = asked.group_id
    where asked.drive_id = ${driveId} order by kind.position`.execute(db)
  return rows.map(({ id, vi, en, counterpart, ways, texts }) => ({
    id,
    name: { vi, en },
    counterpart,
    ways,
    texts: texts ?? [],
  }))
}
