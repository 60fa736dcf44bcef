// The seal of the audit, set at once: nobody runs the chores of a journey's site, and a draw waits for it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'
import { openSigner } from '../../modules/audit/server/public.ts'
import { sealAudit } from '../../modules/audit/server/seal.ts'

export async function sealNow(db: Kysely<DB>): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'binhyen-seal-'))
  await sealAudit(db, openSigner({ data }), new Date())
  rmSync(data, { recursive: true, force: true })
}
