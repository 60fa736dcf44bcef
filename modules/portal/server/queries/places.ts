// Where an item may be placed: the units of the programme's area that are in force on its day, within reach.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { programmeBySlug, programmeToday } from '../../../programme/server/public.ts'
import { ListPlaces } from '../../contract.ts'
import { portalRefusals as refusals } from '../../refusals.ts'

export const listPlaces = answers(ListPlaces, async ({ db, scope, today }, input) => {
  const programme = await programmeBySlug(db, input.programme)
  if (!programme) throw refuse(refusals.no_programme, { slug: input.programme })
  const on = programmeToday(programme, today)
  const found = await sql<{ id: string; code: string; name: string; type: string }>`
    select unit.id, unit.code, unit.name, unit.type from area_unit unit
    join area_coverage on area_coverage.unit_id = unit.id and area_coverage.ancestor_id = ${programme.areaId}
    where unit.level <> 'village' and unit.valid_from <= ${on} and (unit.valid_to is null or unit.valid_to > ${on})
      and ${within(scope, sql.ref('unit.id'))}
    order by array_position(array['province', 'district', 'commune'], unit.level), unit.code`.execute(db)
  return { areas: found.rows }
})
