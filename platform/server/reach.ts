// May they, here? The areas of calls against the reach of those who call; outside reads as not found.

import { type RawBuilder, sql } from 'kysely'
import type { Scope } from './rights.ts'
import type { Db } from './slice.ts'
import { plainArray } from './write.ts'

/** The scope's areas that lie over the wanted ones; `any` for a scope of everywhere, `outside` when even one is not covered. */
export type Reached = readonly string[] | 'any' | 'outside'

type Call = { scope: Scope; areas: readonly string[] }
type Covered = { unit: string; ancestor: string }[] | null

/** For each call the roots of its scope over its areas; one question, however many calls. */
export async function reachOf(db: Db, calls: readonly Call[]): Promise<Reached[]> {
  if (calls.every(({ scope }) => scope.everywhere)) return calls.map(() => 'any')
  const { rows } = await sql<{ covered: Covered }>`/* plan once */ select ${coveredOf(calls)} as covered`.execute(db)
  return reachAmong(rows[0]?.covered ?? null, calls)
}

/** Which roots of those who call lie over which of the areas, as JSON. */
export function coveredOf(calls: readonly Call[]): RawBuilder<Covered> {
  const bounded = calls.filter(({ scope }) => !scope.everywhere)
  const roots = [...new Set(bounded.flatMap(({ scope }) => scope.roots))]
  const areas = [...new Set(bounded.flatMap((call) => call.areas))]
  return sql`(
    select json_agg(json_build_object('unit', unit_id, 'ancestor', ancestor_id)) from area_coverage
    where ancestor_id = any(${plainArray(roots)}::uuid[]) and unit_id = any(${plainArray(areas)}::uuid[]))`
}

export function reachAmong(covered: Covered, calls: readonly Call[]): Reached[] {
  const over = new Map<string, string[]>()
  for (const { unit, ancestor } of covered ?? []) over.set(unit, [...(over.get(unit) ?? []), ancestor])
  return calls.map(({ scope, areas: wanted }) => {
    if (scope.everywhere) return 'any'
    const found = wanted.map((area) =>
      (over.get(area.toLowerCase()) ?? []).filter((root) => scope.roots.includes(root)),
    )
    return found.some((some) => some.length === 0) ? 'outside' : found.flat()
  })
}
