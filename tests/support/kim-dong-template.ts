// Vitest's second global setup: Kim Động is loaded once for the whole run, and every world starts from a copy of it.
import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../platform/database/connect.ts'
import { dropDatabase, run, withDatabase } from '../../platform/testing/database-server.ts'
import { loadKimDong } from '../../programmes/kim-dong-2024/load.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    kimDongTemplate: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { databaseServer, databaseTemplate } = project.getProvidedContext()
  const template = `binhyen_kim_dong_${randomBytes(4).toString('hex')}`
  await run(databaseServer, `CREATE DATABASE ${template} TEMPLATE ${databaseTemplate}`)
  const database = await openDatabase({ url: withDatabase(databaseServer, template), connections: 2 })
  try {
    await loadKimDong(database.db)
  } finally {
    await database.close()
  }
  project.provide('kimDongTemplate', template)
  return () => dropDatabase(databaseServer, template)
}
