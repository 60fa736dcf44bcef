// Everything that the contracts of the modules declare, found by reading them: operations and refusals.

import { globSync } from 'node:fs'
import path from 'node:path'
import type { Operation } from '../../platform/contract/operation.ts'
import { platformRefusals, type RefusalKind } from '../../platform/contract/refusal.ts'

const checkout = path.resolve(import.meta.dirname, '../..')

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'kind' in value && 'permission' in value && 'input' in value
const isRefusal = (value: unknown): value is RefusalKind =>
  typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'vi' in value

export type Declared = {
  operations: Operation[]
  /** Those of the modules and those of the platform, by code. */
  refusals: RefusalKind[]
}

export async function declared(): Promise<Declared> {
  const files = globSync('modules/*/{contract.ts,refusals.ts,contract/refusals.ts}', { cwd: checkout }).sort()
  const contents = await Promise.all(
    files.map((file) => import(path.join(checkout, file)) as Promise<Record<string, unknown>>),
  )
  const values = contents.flatMap((content) => Object.values(content))
  const tables = values.filter((value) => typeof value === 'object' && value !== null)
  const refusals = [
    ...Object.values(platformRefusals),
    ...tables.flatMap((table) => Object.values(table)).filter(isRefusal),
  ]
  return {
    operations: [...new Set(values.filter(isOperation))],
    refusals: [...new Map(refusals.map((refusal) => [refusal.code, refusal])).values()].sort((one, other) =>
      one.code < other.code ? -1 : 1,
    ),
  }
}
