// How far somebody reaches in a commune: by which view they see, for whom they stand in, and whether only the files of their teams.

import { sql } from 'kysely'
import { within } from '../../../platform/server/rights.ts'
import type { Context } from '../../../platform/server/slice.ts'
import { type View, type ViewId, views } from '../views.ts'
import type { Way } from './sealing/inside.ts'

export type Reach = {
  id: ViewId
  view: View
  /** Who is absent and lent this right here: what was theirs is seen in their stead. */
  standsInFor: readonly string[]
}
const ordered = Object.entries(views) as [ViewId, View][]

/** By the first permission of the table that the reader holds in this very commune; elsewhere they may be something else. */
export async function viewIn(context: Context, communeId: string): Promise<Reach | undefined> {
  const { rows } = await sql<Record<ViewId, boolean>>`select ${sql.join(
    ordered.map(
      ([id, { permission }]) => sql`${within(context.scopeFor(permission), sql`${communeId}::uuid`)} as ${sql.ref(id)}`,
    ),
  )}`.execute(context.db)
  const found = ordered.find(([id]) => rows[0]?.[id])
  if (!found) return undefined
  const [id, view] = found
  return { id, view, standsInFor: await lendersOf(context, communeId, view.permission) }
}

/** Of lent rights those that reach this commune (access: delegations and acting heads). */
async function lendersOf({ db, rights }: Context, communeId: string, permission: string): Promise<string[]> {
  const lent = rights.filter((right) => right.permission === permission && right.actingFor)
  if (lent.length === 0) return []
  const roots = lent.flatMap(({ areaId }) => areaId ?? [])
  const { rows } = await sql<{ ancestor_id: string }>`
    select ancestor_id from area_coverage where unit_id = ${communeId} and ancestor_id = any(${roots}::uuid[])`.execute(
    db,
  )
  const covering = new Set(rows.map(({ ancestor_id }) => ancestor_id))
  const lenders = lent.filter(({ areaId }) => areaId === null || covering.has(areaId))
  return [...new Set(lenders.flatMap(({ actingFor }) => actingFor?.id ?? []))]
}

/** A helper reaches the files of their teams, and of those whom they stand in for; the database holds them to it. */
export function wayOf(context: Context, communeId: string, reach: Reach | undefined, purpose: string): Way {
  const readerId = context.person?.id ?? ''
  const way = { communeId, readerId, purpose }
  return reach && reach.id !== 'helper' ? way : { ...way, team: [readerId, ...(reach?.standsInFor ?? [])] }
}
