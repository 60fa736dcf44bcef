// The types of every table, as text, read from a migrated database.
import { generate, PostgresDialect } from 'kysely-codegen'
import { openDatabase } from '../platform/database/connect.ts'

export async function schemaTypes(url: string): Promise<string> {
  const database = await openDatabase(url)
  try {
    return await generate({
      // The generator is written for the other module format, whose Kysely the compiler takes for a different one.
      db: database.db as never,
      dialect: new PostgresDialect({ dateParser: 'string', numericParser: 'number' }),
      // The other half of this agreement is platform/database/type-parsers.ts.
      typeMapping: {
        timestamptz: 'string',
        timestamp: 'string',
        int8: 'number',
        numeric: 'number',
        interval: 'string',
      },
      typeOnlyImports: true,
    })
  } finally {
    await database.close()
  }
}
