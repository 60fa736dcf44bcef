// How the machine is: versions, time, the database, its upgrades, and how far the audit is sealed.

import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { migrationsFolder } from '../../../../platform/database/migrate.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { sealingOf } from '../../../audit/server/public.ts'
import { ShowSystem } from '../../contract.ts'

const manifest = path.resolve(import.meta.dirname, '../../../../package.json')
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }

/** Each upgrade names the part of the product that it belongs to in its first line. */
function partOf(migration: string): string | null {
  const text = readFileSync(path.join(migrationsFolder, migration), 'utf8')
  return /^-- Owner: ([a-z-]+)/.exec(text)?.[1] ?? null
}

type DatabaseFacts = { version: string; bytes: number; connections: number }
type UpgradeFacts = { count: number; last: string | null; lastAt: string | null }

export const showSystem: Handler = answers(ShowSystem, async ({ db, now, today }) => {
  const database = await sql<DatabaseFacts>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*) from pg_stat_activity where datname = current_database()) as connections`.execute(db)
  const upgrades = await sql<UpgradeFacts>`
    select count(*) as count, max(name) as last, max(applied_at) as "lastAt" from schema_migration`.execute(db)
  const upgraded = upgrades.rows[0]!
  return {
    version,
    startedAt: new Date(now.getTime() - process.uptime() * 1000).toISOString(),
    now: now.toISOString(),
    today,
    memoryBytes: process.memoryUsage.rss(),
    database: database.rows[0]!,
    upgrades: { count: upgraded.count, lastAt: upgraded.lastAt, lastPart: upgraded.last && partOf(upgraded.last) },
    audit: await sealingOf(db),
  }
})
