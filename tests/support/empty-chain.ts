// An audit with nothing in it, in a database of its own and with keys of its own, anew for each test.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { openSigner, type Signer } from '../../modules/audit/server/signer.ts'
import { freshDatabase, type TestDatabase } from '../../platform/testing/database.ts'

export let database: TestDatabase
export let data: string
export let signer: Signer

/** Said once in a file of tests. */
export function emptyChain(): void {
  beforeAll(async () => {
    database = await freshDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'binhyen-audit-'))
    signer = openSigner({ data })
    await sql`truncate audit_sealed, audit_unsealed, audit_head`.execute(database.db)
    return () => rmSync(data, { recursive: true })
  })
}
