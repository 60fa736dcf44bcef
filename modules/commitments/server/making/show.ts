// One drive for those who make and follow it, and what a new one can be made of.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ChoicesOfDrive, ShowDrive } from '../../contract/drives.ts'
import { currentText } from '../../rules/signing.ts'
import { drivesWithin } from '../drives.ts'

type Answer = OutputOf<typeof ShowDrive>
type Group = Omit<Answer['groups'][number], 'name' | 'current'> & { vi: string; en: string }

export const showDrive: Handler = answers(ShowDrive, async ({ db, scope, scopeFor }, { id, on }) => {
  const [drive] = await drivesWithin(db, scope, on, id)
  if (!drive) throw refuse(platformRefusals.not_found)
  const more = await sql<{
    year: number
    version: number
    closed_on: string | null
    renews_id: string | null
    manage: boolean
    sign: boolean
  }>`
    select year, version, closed_on, renews_id, ${within(scopeFor('commitments.manage'), sql.ref('drive.area_id'))} as manage,
      exists (select 1 from area_coverage reach where reach.ancestor_id = drive.area_id
        and ${within(scopeFor('commitments.sign'), sql.ref('reach.unit_id'))}) as sign
    from commitment_drive drive where id = ${id}`.execute(db)
  const row = more.rows[0] as (typeof more.rows)[number]
  const [earlier] = row.renews_id ? await drivesWithin(db, scope, on, row.renews_id) : []
  const groups = await groupsOf(db, id)
  return {
    ...drive,
    year: row.year,
    version: row.version,
    closedOn: row.closed_on,
    groups: groups.map(({ vi, en, ...group }) => ({
      ...group,
      name: { vi, en },
      current: currentText(group, on) ?? 1,
    })),
    renews: earlier ? { id: earlier.id, name: earlier.name, closesOn: earlier.closesOn } : null,
    may: { manage: row.manage, sign: row.sign },
  }
})

async function groupsOf(db: Db, driveId: string): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select asked.group_id as id, kind.name_vi as vi, kind.name_en as en, asked.counterpart, asked.ways, asked.countersign,
      (select json_agg(json_build_object('number', number, 'effectiveOn', effective_on, 'title', title, 'opening', opening,
        'promises', promises, 'closing', closing) order by number) from commitment_text wording
        where wording.drive_id = asked.drive_id and wording.group_id = asked.group_id) as texts
    from commitment_drive_group asked join commitment_group kind on kind.id = asked.group_id
    where asked.drive_id = ${driveId} order by kind.position`.execute(db)
  return rows
}

export const choicesOfDrive: Handler = answers(ChoicesOfDrive, async ({ db, scope }, { on }) => {
  const groups = await sql<{ id: string; vi: string; en: string }>`
    select id, name_vi as vi, name_en as en from commitment_group order by position`.execute(db)
  const areas = await sql<{ id: string; name: string; type: string }>`
    select unit.id, unit.name, unit.type from area_unit unit
    where unit.level in ('province', 'district', 'commune') and unit.valid_from <= ${on}::date
      and (unit.valid_to is null or unit.valid_to > ${on}::date) and ${within(scope, sql.ref('unit.id'))}
    order by array_position(array['province', 'district', 'commune'], unit.level), unit.code limit 400`.execute(db)
  return { groups: groups.rows.map(({ id, vi, en }) => ({ id, name: { vi, en } })), areas: areas.rows }
})
