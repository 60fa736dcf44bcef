// Whoever heads an agency, a school or a firm works with its members on a phone too: the bodies whose post they hold, and nothing
// else of the commune.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { answers, type Context, type Handler } from '../../../../platform/server/slice.ts'
import { signingBodies } from '../../../commitments/server/public.ts'
import { PullOwnChanges, PullOwnPack } from '../../contract/pack.ts'
import { ListOwnPlaces } from '../../contract/places.ts'
import { givePack } from './pack.ts'
import { giveChanges } from './pull.ts'

export const listOwnPlaces: Handler = answers(ListOwnPlaces, async ({ db, person, scope, today }) => {
  const own = await signingBodies(db, { personId: person?.id ?? '', scope, today })
  const { rows } = await sql<OutputOf<typeof ListOwnPlaces>['places'][number]>`
    select body.id, 'body' as kind, body.name, '' as type, commune.name as commune, sum(roster.entries)::int as households
    from area_body body join area_unit commune on commune.id = body.area_id
    join roster_count roster on roster.commune_id = body.area_id and roster.place_id = body.id
    where body.id = any(${own.map(({ id }) => id)}::uuid[])
    group by body.id, commune.name having sum(roster.entries) > 0 order by body.name`.execute(db)
  return { places: rows }
})

/** The commune of a body whose post they hold; anything else reads as not found, what lies in the same commune too. */
async function unitOfOwnBody(
  { db, person, scope, today }: Context,
  { hamletId }: { hamletId: string },
): Promise<string | undefined> {
  const [own] = await signingBodies(db, { personId: person?.id ?? '', scope, today, bodyId: hamletId })
  return own?.communeId
}

export const pullOwnPack: Handler = answers(PullOwnPack, givePack, unitOfOwnBody)
export const pullOwnChanges: Handler = answers(PullOwnChanges, giveChanges, unitOfOwnBody)
