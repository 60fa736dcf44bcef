// May they, here? Pure decisions over the rights that a person holds today, each with its reason.

import { type RawBuilder, sql } from 'kysely'

export type Person = {
  id: string
  name: string
  language: 'vi' | 'en'
  /** The device they are signed in on; absent in tests and programs. */
  sessionId?: string
  /** Whether that session was opened with two factors. */
  twoFactors?: boolean
}

/** One permission, held at one area (null: everywhere), and why it is held. */
export type Right = {
  permission: string
  areaId: string | null
  role: string
  via: 'grant' | 'delegation' | 'acting'
  /** The grant or delegation that gives it. */
  sourceId: string
  /** Whose right it is when it was delegated. */
  actingFor?: { id: string; name: string }
}

/** The part of the territory that a permission reaches; lists are cut by it inside the SQL. */
export type Scope = { everywhere: boolean; roots: readonly string[] }
export const nothing: Scope = { everywhere: false, roots: [] }
export const everything: Scope = { everywhere: true, roots: [] }

/** The reach of one permission: the union of the areas at which it is held. */
export function scopeOf(rights: readonly Right[], permission: string): Scope {
  const held = rights.filter((right) => right.permission === permission)
  if (held.some((right) => right.areaId === null)) return everything
  return { everywhere: false, roots: [...new Set(held.map((right) => right.areaId as string))] }
}

/** The right that a command was allowed by, own rights before lent ones; named in the audit. */
export function rightUsed(
  rights: readonly Right[],
  permission: string,
  coveredRoots: readonly string[] | 'any',
): Right | undefined {
  const fitting = rights.filter(
    (right) =>
      right.permission === permission &&
      (right.areaId === null || coveredRoots === 'any' || coveredRoots.includes(right.areaId)),
  )
  return fitting.find((right) => !right.actingFor) ?? fitting[0]
}

/**
 * SQL that is true where `areaColumn` lies within the scope: `where(within(scope, sql.ref('task.area_id')))`.
 * `area_coverage(ancestor_id, unit_id)` holds each unit under every unit it ever belonged to, itself included.
 */
export function within(scope: Scope, areaColumn: RawBuilder<unknown>): RawBuilder<boolean> {
  if (scope.everywhere) return sql<boolean>`true`
  if (scope.roots.length === 0) return sql<boolean>`false`
  return sql<boolean>`exists (select 1 from area_coverage reach where reach.unit_id = ${areaColumn} and reach.ancestor_id = any(${scope.roots as string[]}::uuid[]))`
}
