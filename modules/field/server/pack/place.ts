// The place of a pack: a hamlet with the communes that its households are on record in, a commune without hamlets, or a body.

import { sql } from 'kysely'
import type { PlainDate } from '../../../../platform/server/clock.ts'
import type { Context, Db } from '../../../../platform/server/slice.ts'
import { successionsFrom, unitsById } from '../../../areas/server/public.ts'
import type { placeKinds } from '../../contract/places.ts'

export type PackPlace = {
  id: string
  kind: (typeof placeKinds)[number]
  name: string
  type: string
  /** Where the reach of whoever pulls it is asked. */
  unitId: string
  bodyId: string | null
  /** The place itself, and those of its kind that it has wholly taken over: their households stay on record there. */
  placeIds: string[]
  communeIds: string[]
  /** A hamlet that is no more. A commune that is no more goes on as the place of its record. */
  ended: boolean
}

export async function packPlace(db: Db, id: string, today: PlainDate): Promise<PackPlace | undefined> {
  const { rows } = await sql<
    Omit<PackPlace, 'communeIds' | 'kind' | 'unitId' | 'bodyId'> & { level: string; parents: string[] | null }
  >`
    with places as (
      select part.id from area_coverage reach join area_unit part on part.id = reach.unit_id
      join area_unit whole on whole.id = reach.ancestor_id and whole.level = part.level
      where reach.ancestor_id = ${id}
    )
    select unit.id, unit.name, unit.type, unit.level,
      unit.level = 'village' and coalesce(unit.valid_to <= ${today}::date, false) as ended,
      (select array_agg(id) from places) as "placeIds",
      (select array_agg(distinct parent_id) from area_parent where unit_id in (select id from places)) as parents
    from area_unit unit where unit.id = ${id} and unit.level in ('village', 'commune')`.execute(db)
  const unit = rows[0]
  if (!unit) return bodyPlace(db, id)
  const { level, parents, ...place } = unit
  const placeIds = unit.placeIds ?? [unit.id]
  const communeIds = level === 'village' ? (parents ?? []) : placeIds
  return { ...place, kind: level === 'village' ? 'hamlet' : 'commune', unitId: id, bodyId: null, placeIds, communeIds }
}

/** A body whose members are on a roster; they stay on record in its commune, whatever has merged since. */
async function bodyPlace(db: Db, id: string): Promise<PackPlace | undefined> {
  const { rows } = await sql<{ name: string; communes: string[] | null }>`
    select name, (select array_agg(distinct commune_id) from roster_list where body_id = body.id) as communes
    from area_body body where id = ${id}`.execute(db)
  const [{ name, communes } = { name: '', communes: null }] = rows
  const unitId = communes?.[0]
  if (!communes || !unitId) return undefined
  return { id, kind: 'body', name, type: '', unitId, bodyId: id, placeIds: [id], communeIds: communes, ended: false }
}

/** The unit whose reach decides who may pull the pack. */
export async function unitOfPlace({ db }: Context, { hamletId }: { hamletId: string }): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from area_unit where id = ${hamletId}
    union all (select commune_id from roster_list where body_id = ${hamletId} limit 1)`.execute(db)
  return rows[0]?.id
}

/** Where its households belong by now: the end of the line, not the steps between. */
export async function successorsOf(db: Db, id: string): Promise<{ id: string; name: string }[]> {
  const links = await successionsFrom(db, [id])
  const left = new Set(links.map((link) => link.from))
  const ends = [...new Set(links.flatMap((link) => (link.to && !left.has(link.to) ? [link.to] : [])))]
  return (await unitsById(db, ends)).map((unit) => ({ id: unit.id, name: unit.name }))
}
