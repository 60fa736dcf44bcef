// How the machine is: versions, time, the database, the migrations, and how far the audit is sealed.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { sealingOf } from '../../../audit/server/public.ts'
import { ShowSystem } from '../../contract.ts'

const manifest = path.resolve(import.meta.dirname, '../../../../package.json')
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }

type DatabaseFacts = { version: string; bytes: number; connections: number }
type MigrationFacts = { count: number; last: string | null; lastAt: string | null }

export const showSystem: Handler = answers(ShowSystem, async ({ db, now, today }) => {
  const database = await sql<DatabaseFacts>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*) from pg_stat_activity where datname = current_database()) as connections`.execute(db)
  const migrations = await sql<MigrationFacts>`
    select count(*) as count, max(name) as last, max(applied_at) as "lastAt" from schema_migration`.execute(db)
  return {
    version,
    startedAt: new Date(now.getTime() - process.uptime() * 1000).toISOString(),
    now: now.toISOString(),
    today,
    memoryBytes: process.memoryUsage.rss(),
    database: database.rows[0]!,
    migrations: migrations.rows[0]!,
    audit: await sealingOf(db),
  }
})
