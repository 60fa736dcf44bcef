// A database of its own for a test file: a copy of the migrated template on the run's real PostgreSQL.
//   const database = await freshDatabase()
//   afterAll(() => database.drop())
import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { Database } from '../database/connect.ts'
import { openDatabase } from '../database/connect.ts'
import { dropDatabase, run, withDatabase } from './database-server.ts'

export interface TestDatabase extends Database {
  url: string
  /** Closes the connections and takes the database away. */
  drop(): Promise<void>
}

/** An empty database on the test server, nothing migrated. */
export async function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  return make('template0')
}

/** A copy of the migrated template, or of another database on the test server. */
export async function freshDatabase(template = inject('databaseTemplate')): Promise<TestDatabase> {
  const made = await make(template)
  const database = await openDatabase({ url: made.url, connections: 8 })
  return {
    ...database,
    url: made.url,
    drop: async () => {
      await database.close()
      await made.drop()
    },
  }
}

async function make(template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const server = inject('databaseServer')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  // Copied file by file: half the time of the way through the log, which only a server that keeps its data needs.
  await run(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  return { url: withDatabase(server, name), drop: () => dropDatabase(server, name) }
}
