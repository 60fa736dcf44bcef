// Vitest's third global setup, for the journeys: the people of the demonstration can sign in, once for the whole run, since a password is costly to
// keep by design. Every site starts from a copy.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { prepareDemoSignIns } from '../../modules/access/server/public.ts'
import { openDatabase } from '../../platform/database/connect.ts'
import { dropDatabase, run, withDatabase } from '../../platform/testing/database-server.ts'

export type SignIns = readonly { email: string; password: string }[]

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the journeys run; elsewhere a site prepares itself. */
    siteTemplate?: { name: string; signIns: SignIns }
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!project.vitest.projects.some(({ name }) => name === 'journeys')) return undefined
  const { databaseServer, kimDongTemplate } = project.getProvidedContext()
  const name = `binhyen_site_${randomBytes(4).toString('hex')}`
  await run(databaseServer, `CREATE DATABASE ${name} TEMPLATE ${kimDongTemplate}`)
  const data = mkdtempSync(path.join(tmpdir(), 'binhyen-sign-ins-'))
  const database = await openDatabase({ url: withDatabase(databaseServer, name), connections: 2 })
  try {
    project.provide('siteTemplate', {
      name,
      signIns: [...(await prepareDemoSignIns(database.db, { data, today: undefined }))],
    })
  } finally {
    await database.close()
    rmSync(data, { recursive: true, force: true })
  }
  return () => dropDatabase(databaseServer, name)
}
