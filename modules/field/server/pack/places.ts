// Where somebody may take signatures: hamlets with a roster, and communes where some are listed for all of it.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { ListPlaces, mostPlaces } from '../../contract/places.ts'

export const listPlaces: Handler = answers(ListPlaces, async ({ db, scope, scopeFor }) => {
  const { rows } = await sql<{ id: string; name: string; type: string; commune: string; households: number }>`
    select unit.id, unit.name, unit.type, commune.name as commune, listed.households
    from (
      select commune_id, place_id, sum(entries)::int as households from roster_count roster
      where body_id is null and ${within(scope, sql.ref('roster.place_id'))}
      group by commune_id, place_id having sum(entries) > 0
    ) listed
    join area_unit unit on unit.id = listed.place_id
    join area_unit commune on commune.id = listed.commune_id
    where unit.level <> 'village' or unit.valid_to is null
    order by commune.code, commune.name, unit.level, unit.name limit ${mostPlaces}`.execute(db)
  const decide = scopeFor('commitments.decide')
  return { places: rows, may: { decide: decide.everywhere || decide.roots.length > 0 } }
})
