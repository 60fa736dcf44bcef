// How far imports are, and what a new one may choose from.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { ListRosterImports, ShowRosterImport } from '../../contract/import.ts'
import { importCommands } from './commands.ts'
import { lookAtRosterFile } from './look.ts'
import { territoryOf } from './places.ts'
import { areaOfImport, latestOf, recordOf, shapeOf } from './records.ts'

const showImport: Handler = answers(
  ShowRosterImport,
  async ({ db }, { importId }) => {
    const record = await recordOf(db, importId)
    if (!record) throw refuse(platformRefusals.not_found)
    return shapeOf(record)
  },
  areaOfImport,
)

const listImports: Handler = answers(ListRosterImports, async ({ db, person }, { areaId, on }) => {
  const area = await sql<{ id: string; name: string; level: string }>`
    select id, name, level from area_unit where id = ${areaId}`.execute(db)
  if (!area.rows[0]) throw refuse(platformRefusals.not_found)
  const groups = await sql<{ id: string; vi: string; en: string }>`
    select id, name_vi as vi, name_en as en from commitment_group order by position`.execute(db)
  const territory = await territoryOf(db, areaId, on)
  const inside = [...territory.communes, ...territory.hamlets].map(({ id }) => id)
  const bodies = await sql<{ id: string; name: string }>`
    select id, name from area_body where area_id = any(${inside}::uuid[])
      and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
    order by name limit 2000`.execute(db)
  const single = territory.communes.length === 1
  return {
    area: area.rows[0],
    groups: groups.rows,
    // With many communes the rows name them; nobody picks one of thousands of hamlets.
    hamlets: single ? territory.hamlets.map(({ id, name }) => ({ id, name })) : [],
    bodies: bodies.rows,
    rows: (await latestOf(db, areaId, person?.id ?? null)).map(shapeOf),
  }
})

export const importHandlers: readonly Handler[] = [listImports, showImport, lookAtRosterFile, ...importCommands]
