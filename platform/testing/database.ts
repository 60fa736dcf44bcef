// A database of its own for a test file: a copy of the migrated template on the run's real PostgreSQL.
//   const database = await freshDatabase()
//   afterAll(() => database.drop())
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../database/connect.ts'
import { openDatabase } from '../database/connect.ts'
import { dropDatabase, withDatabase } from './database-server.ts'

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
  await atServer(server, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  const drop = () => dropDatabase(server, name, (statement) => atServer(server, statement))
  return { url: withDatabase(server, name), drop }
}

/** One connection of each worker makes and drops them all: to come in costs nearly as much as to drop one. */
let kept: { server: string; client: Promise<pg.Client> } | undefined

async function atServer(server: string, statement: string): Promise<void> {
  if (kept?.server !== server) kept = { server, client: comeIn(server) }
  const client = await kept.client
  await client.query(statement)
}

async function comeIn(server: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server })
  // The server may be gone before the worker is.
  client.on('error', () => {
    kept = undefined
  })
  await client.connect()
  return client
}
