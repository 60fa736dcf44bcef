// The types that the code is checked with are those of the migrated database, on every version of PostgreSQL.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshDatabase } from '../platform/testing/database.ts'
import { schemaTypes } from './schema-types.ts'

test('db/schema.generated.ts is up to date: else run `npm run db:types`', async () => {
  const database = await freshDatabase()
  const committed = readFileSync(path.resolve(import.meta.dirname, '../db/schema.generated.ts'), 'utf8')
  expect(committed).toBe(await schemaTypes(database.url))
  await database.drop()
})
