// Says honestly how far the audit is sealed, what was signed last, and what the last check of the chain found.

import { sql } from 'kysely'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ShowAuditState } from '../../contract.ts'
import { latestCheck } from '../checks.ts'
import { chainEnd, isoInstant } from '../sealed-rows.ts'

type LastHead = { day: string; position: number; hash: string; signedAt: string; publicKey: string }

export const showAuditState: Handler = answers(ShowAuditState, async ({ db, scope }) => {
  const unsealed = await sql<{ count: number; since: string | null }>`
    select count(*) as count, min(at) as since from audit_unsealed`.execute(db)
  const heads = await sql<{ count: number }>`select count(*) as count from audit_head`.execute(db)
  return {
    sealedUntil: (await chainEnd(db))?.position ?? 0,
    unsealed: unsealed.rows[0]?.count ?? 0,
    unsealedSince: unsealed.rows[0]?.since ?? null,
    head: await lastHead(db),
    signedDays: heads.rows[0]?.count ?? 0,
    check: (await latestCheck(db)) ?? null,
    may: { check: scope.everywhere, export: scope.everywhere },
  }
})

async function lastHead(db: Db): Promise<LastHead | null> {
  const found = await sql<LastHead>`
    select day, position, encode(hash, 'hex') as hash, ${isoInstant('signed_at')} as "signedAt", public_key as "publicKey"
    from audit_head order by day desc limit 1`.execute(db)
  return found.rows[0] ?? null
}
