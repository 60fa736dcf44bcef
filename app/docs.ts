// `npm run docs` writes docs/reference and db/TABLES.md from the code; tests/docs.test.ts fails when they are behind.

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Hono } from 'hono'
import { openDatabase } from '../platform/database/connect.ts'
import { migrate } from '../platform/database/migrate.ts'
import { startThrowAway } from '../platform/database/throw-away.ts'
import { openLog } from '../platform/server/log.ts'
import { readSettings } from '../platform/settings.ts'
import { commandsPage } from './docs/commands-page.ts'
import { declared } from './docs/declared.ts'
import { operationsPage, permissionsPage, refusalsPage } from './docs/operations-page.ts'
import { routesPage } from './docs/routes-page.ts'
import { settingsPage } from './docs/settings-page.ts'
import { tablesPage } from './docs/tables-page.ts'
import { runProgram } from './program.ts'
import { buildSite } from './server.ts'

const checkout = path.resolve(import.meta.dirname, '..')

/** The pages of docs/reference by file name. */
export async function referencePages(site: Hono): Promise<Record<string, string>> {
  return {
    'operations.md': operationsPage(),
    'routes.md': routesPage(site),
    'refusals.md': refusalsPage((await declared()).refusals),
    'permissions.md': permissionsPage(),
    'settings.md': settingsPage(),
    'commands.md': commandsPage(),
  }
}

async function write(): Promise<undefined> {
  const scratch = await startThrowAway()
  try {
    await migrate(scratch.url)
    const database = await openDatabase(scratch.url)
    const settings = readSettings({})
    const product = {
      settings,
      secret: 'x'.repeat(32),
      database: { ...database, url: scratch.url, embedded: undefined, migrated: [] },
    }
    const { site } = await buildSite(product, openLog('silent'))
    const pages = Object.entries(await referencePages(site)).map(
      ([name, text]) => [`docs/reference/${name}`, text] as const,
    )
    for (const [file, text] of [...pages, ['db/TABLES.md', await tablesPage(database.db)] as const]) put(file, text)
    await database.close()
  } finally {
    await scratch.stop()
  }
  return undefined
}

function put(file: string, text: string): void {
  const target = path.join(checkout, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, text)
  console.log(file)
}

if (import.meta.main) await runProgram(write)
