// May they, here? The areas of calls against the reach of those who call; outside reads as not found.

import { sql } from 'kysely'
import type { Scope } from './rights.ts'
import type { Db } from './slice.ts'

/** The scope's areas that lie over the wanted ones; `any` for a scope of everywhere, `outside` when even one is not covered. */
export type Reached = readonly string[] | 'any' | 'outside'

/** For each call the roots of its scope over its areas; one question, however many calls. */
export async function reachOf(
  db: Db,
  calls: readonly { scope: Scope; areas: readonly string[] }[],
): Promise<Reached[]> {
  const bounded = calls.filter(({ scope }) => !scope.everywhere)
  const roots = [...new Set(bounded.flatMap(({ scope }) => scope.roots))]
  const areas = [...new Set(bounded.flatMap((call) => call.areas))]
  const covered = bounded.length === 0 ? [] : await coveredOf(db, roots, areas)
  const over = new Map<string, string[]>()
  for (const { unit_id, ancestor_id } of covered) over.set(unit_id, [...(over.get(unit_id) ?? []), ancestor_id])
  return calls.map(({ scope, areas: wanted }) => {
    if (scope.everywhere) return 'any'
    const found = wanted.map((area) =>
      (over.get(area.toLowerCase()) ?? []).filter((root) => scope.roots.includes(root)),
    )
    return found.some((some) => some.length === 0) ? 'outside' : found.flat()
  })
}

async function coveredOf(db: Db, roots: readonly string[], areas: readonly string[]) {
  const { rows } = await sql<{ unit_id: string; ancestor_id: string }>`
    /* plan once */
    select unit_id, ancestor_id from area_coverage
    where ancestor_id = any(${roots as string[]}::uuid[]) and unit_id = any(${areas as string[]}::uuid[])`.execute(db)
  return rows
}
