// What the server and the other modules use of the audit: the writer for the one door, the key, the work in the background.

import { sql } from 'kysely'
import { openLog } from '../../../platform/server/log.ts'
import { startChores } from '../../../platform/server/periodic.ts'
import type { Db, Parts } from '../../../platform/server/slice.ts'
import type { Settings } from '../../../platform/settings.ts'
import { auditChores } from './chores.ts'
import { chainEnd } from './sealed-rows.ts'
import { openSigner } from './signer.ts'
import { countUnsealed } from './verify.ts'

export { auditRows, recordAudit } from './record.ts'
export { openSigner, type Signer } from './signer.ts'

/** Seals every two seconds, and carries out checks of the chain; answers the function that stops both. */
export function startSealing(
  parts: Parts,
  settings: Pick<Settings, 'data' | 'logLevel' | 'auditKey'>,
): () => Promise<void> {
  return startChores(parts, auditChores(openSigner(settings)), openLog(settings.logLevel))
}

/** How far the audit is sealed, for whoever shows the state of the product. */
export async function sealingOf(db: Db): Promise<{ sealedUntil: number; unsealed: number }> {
  return { sealedUntil: (await chainEnd(db))?.position ?? 0, unsealed: await countUnsealed(db) }
}

/** Under which hash, and where in the chain, an operation on a subject was sealed; undefined until it is. */
export async function sealOf(
  db: Db,
  { subject, operation }: { subject: string; operation: string },
): Promise<{ position: number; hash: string } | undefined> {
  const found = await sql<{ position: number; hash: string }>`
    select position, encode(hash, 'hex') as hash from audit_sealed
    where subject = ${subject} and operation = ${operation} order by position limit 1`.execute(db)
  return found.rows[0]
}
