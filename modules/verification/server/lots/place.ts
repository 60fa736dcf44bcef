// What a place is called, and where it lies now when it was merged or renamed since: followed by name.

import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { placedOn } from '../../../areas/server/public.ts'

/** The unit that holds the place on the day; undefined where nobody can say. */
export async function nowCalled(db: Db, unitId: string, on: PlainDate): Promise<string | undefined> {
  const placed = (await placedOn(db, [unitId], on)).get(unitId)
  return placed?.state === 'placed' ? placed.chain[0]?.name : undefined
}

/** Undefined while the place is what it was, its new name when it is not, null when nobody can say. */
export async function movedTo(db: Db, unitId: string, on: PlainDate): Promise<string | null | undefined> {
  const placed = (await placedOn(db, [unitId], on)).get(unitId)
  if (placed?.state !== 'placed') return null
  const [holder] = placed.chain
  return holder?.id === unitId ? undefined : (holder?.name ?? null)
}

export type Place = {
  communeId: string
  commune: string
  hamletId: string | null
  bodyId: string | null
  name: string
  type: string
}

/** The place of a row as a JSON object; `row` has commune_id, hamlet_id and body_id. */
export const placeOf = (row: string): RawBuilder<Place> => sql<Place>`(
  select json_build_object('communeId', commune.id, 'commune', commune.name, 'hamletId', hamlet.id, 'bodyId', body.id,
    'name', coalesce(hamlet.name, body.name, commune.name),
    'type', case when body.id is not null then 'body' else coalesce(hamlet.type, commune.type) end)
  from area_unit commune
  left join area_unit hamlet on hamlet.id = ${sql.ref(`${row}.hamlet_id`)}
  left join area_body body on body.id = ${sql.ref(`${row}.body_id`)}
  where commune.id = ${sql.ref(`${row}.commune_id`)})`

export const groupOf = (row: string): RawBuilder<{ id: string; name: { vi: string; en: string } }> => sql`(
  select json_build_object('id', kind.id, 'name', json_build_object('vi', kind.name_vi, 'en', kind.name_en))
  from commitment_group kind where kind.id = ${sql.ref(`${row}.group_id`)})`
