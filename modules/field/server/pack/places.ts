// Where somebody may take signatures: hamlets with a roster, communes where some are listed for all of it, bodies with members.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { ListPlaces, mostPlaces } from '../../contract/places.ts'

export const listPlaces: Handler = answers(ListPlaces, async ({ db, scope, scopeFor }) => {
  const { rows } = await sql<OutputOf<typeof ListPlaces>['places'][number]>`
    select listed.place_id as id, coalesce(body.name, unit.name) as name, coalesce(unit.type, '') as type, commune.name as commune,
      case when body.id is not null then 'body' when unit.level = 'village' then 'hamlet' else 'commune' end as kind,
      listed.households
    from (
      select commune_id, place_id, body_id, sum(entries)::int as households from roster_count roster
      where ${within(scope, sql.raw('case when roster.body_id is null then roster.place_id else roster.commune_id end'))}
      group by commune_id, place_id, body_id having sum(entries) > 0
    ) listed
    left join area_unit unit on unit.id = listed.place_id
    left join area_body body on body.id = listed.body_id
    join area_unit commune on commune.id = listed.commune_id
    where body.id is not null or unit.level <> 'village' or unit.valid_to is null
    order by body.id is not null, commune.code, commune.name, unit.level <> 'village', name limit ${mostPlaces}`.execute(
    db,
  )
  return {
    places: rows,
    may: {
      decide: holds(scopeFor('commitments.decide')),
      settle: holds(scopeFor('rosters.manage')),
      own: holds(scopeFor('commitments.own-body')),
    },
  }
})

const holds = ({ everywhere, roots }: Scope): boolean => everywhere || roots.length > 0
