// Vitest's global setup: one real PostgreSQL for the whole run, with a template database that every test file copies.
// BINHYEN_TEST_DATABASE_URL names a server of the machine to use instead; its role must be able to make databases.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../database/migrate.ts'
import { sealedRoleStatements } from '../database/sealed-role.ts'
import { startThrowAway } from '../database/throw-away.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of a database on the test server, for making others from. */
    databaseServer: string
    databaseTemplate: string
    /** The address of a superuser, where the run was given one; else empty. */
    databaseSuperuser: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.BINHYEN_TEST_DATABASE_URL
  const server: TestServer = given ? await borrowServer(given) : await startThrowAway()
  const template = `binhyen_template_${randomBytes(4).toString('hex')}`
  try {
    await run(server.url, `CREATE DATABASE ${template}`)
    await migrate(withDatabase(server.url, template))
  } catch (fault) {
    await dropDatabase(server.url, template)
    await server.stop()
    throw fault
  }
  project.provide('databaseServer', server.url)
  project.provide('databaseTemplate', template)
  project.provide('databaseSuperuser', server.superuser ?? '')
  return async () => {
    await dropDatabase(server.url, template)
    await server.stop()
  }
}

interface TestServer {
  url: string
  superuser?: string
  stop(): Promise<void>
}

// The product never connects as a superuser, so its tests do not either: a role is made for the run.
async function borrowServer(given: string): Promise<TestServer> {
  const client = new pg.Client({ connectionString: given })
  await client.connect()
  const { rows } = await client.query<{ rolsuper: boolean; number: string }>(
    `SELECT rolsuper, current_setting('server_version_num') AS number FROM pg_roles WHERE rolname = current_user`,
  )
  await client.end()
  if (!rows[0]?.rolsuper) return { url: given, stop: async () => {} }

  const role = `binhyen_test_${randomBytes(4).toString('hex')}`
  const password = randomBytes(18).toString('base64url')
  await run(given, `CREATE ROLE ${role} LOGIN CREATEDB NOSUPERUSER PASSWORD '${password}'`)
  for (const statement of sealedRoleStatements(role, Number(rows[0].number))) await run(given, statement)
  await run(given, `CREATE DATABASE ${role} OWNER ${role}`)
  const address = new URL(given)
  address.username = role
  address.password = password
  address.pathname = `/${role}`
  return {
    url: address.href,
    superuser: given,
    stop: async () => {
      await dropDatabase(given, role)
      await run(given, `DROP ROLE ${role}`)
    },
  }
}

export function withDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

/**
 * Takes a database away. An autovacuum worker that happens to be in it cannot be sent off by an ordinary role; it leaves by
 * itself in a moment.
 */
export async function dropDatabase(
  url: string,
  name: string,
  ask: (statement: string) => Promise<unknown> = (statement) => run(url, statement),
): Promise<void> {
  for (let tries = 0; ; tries += 1)
    try {
      await ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      return
    } catch (fault) {
      if (tries === 40 || !busy.has((fault as { code?: string }).code ?? '')) throw fault
      await pause(250)
    }
}

/** Not allowed to end a process of the server; still in use. */
const busy = new Set(['42501', '55006'])

export async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
