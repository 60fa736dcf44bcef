// `npm run db:types` writes db/schema.generated.ts: a throw-away database is started, migrated and looked at.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrate } from '../platform/database/migrate.ts'
import { startThrowAway } from '../platform/database/throw-away.ts'
import { runProgram } from './program.ts'
import { schemaTypes } from './schema-types.ts'

await runProgram(async () => {
  const scratch = await startThrowAway()
  try {
    await migrate(scratch.url)
    writeFileSync(path.resolve(import.meta.dirname, '../db/schema.generated.ts'), await schemaTypes(scratch.url))
  } finally {
    await scratch.stop()
  }
  return undefined
})
