// The names of colleagues who wrote or read; asked outside the files, for inside there is nobody but the persons.

import type { Db } from '../../../platform/server/slice.ts'

export async function readersNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
