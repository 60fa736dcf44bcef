// Writes db/schema.generated.ts, the types of every table: a throw-away database is started, migrated and looked at.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generate, PostgresDialect } from 'kysely-codegen'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'

const data = mkdtempSync(path.join(tmpdir(), 'binhyen-types-'))
const embedded = await startEmbedded({ data: path.join(data, 'scratch'), volatile: true })
try {
  await migrate(embedded.url)
  const dialect = new PostgresDialect({ dateParser: 'string', numericParser: 'number' })
  const db = await dialect.introspector.connect({ connectionString: embedded.url, dialect })
  await generate({
    db,
    dialect,
    outFile: path.resolve(import.meta.dirname, '../db/schema.generated.ts'),
    // The other half of this agreement is platform/database/type-parsers.ts.
    typeMapping: { timestamptz: 'string', timestamp: 'string', int8: 'number', numeric: 'number', interval: 'string' },
    typeOnlyImports: true,
  })
  await db.destroy()
} finally {
  await embedded.stop()
  rmSync(data, { recursive: true, force: true })
}
