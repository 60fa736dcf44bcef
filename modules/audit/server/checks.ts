// Checks of the chain asked for on the screen: carried out in the background, with progress, taken up again after a restart.

import { sql } from 'kysely'
import type { Db, Parts } from '../../../platform/server/slice.ts'
import type { AuditCheck } from '../contract.ts'
import { sentenceOf } from '../verify-export.mjs'
import type { Signer } from './signer.ts'
import { verifyAudit } from './verify.ts'

type Row = {
  id: string
  asked_at: string
  started_at: string | null
  finished_at: string | null
  checked_until: number
  total: number | null
  result: AuditCheck['result']
}

export async function latestCheck(db: Db): Promise<AuditCheck | undefined> {
  const found = await sql<Row>`
    select id, asked_at, started_at, finished_at, checked_until, total, result from audit_check
    order by asked_at desc limit 1`.execute(db)
  const row = found.rows[0]
  return (
    row && {
      id: row.id,
      askedAt: row.asked_at,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      checkedUntil: row.checked_until,
      total: row.total,
      result: row.result,
    }
  )
}

/** Carries out the oldest check that waits, or that a stopped process left; nothing to do is the usual case. */
export async function carryOutCheck(parts: Pick<Parts, 'db' | 'clock'>, signer: Signer): Promise<void> {
  const { db, clock } = parts
  const waiting = await sql<{ id: string }>`
    update audit_check set started_at = ${clock.now()}, checked_until = 0, total = null
    where id = (select id from audit_check where finished_at is null order by asked_at limit 1) returning id`.execute(
    db,
  )
  const id = waiting.rows[0]?.id
  if (!id) return
  const outcome = await verifyAudit(db, {
    trustedKeys: [signer.publicKey],
    keptHead: signer.keptHead(),
    onProgress: async (until, total) => {
      await sql`update audit_check set checked_until = ${until}, total = ${total} where id = ${id}`.execute(db)
    },
  })
  const result = {
    ...outcome,
    findings: outcome.findings.slice(0, 100).map((finding) => ({
      kind: finding.kind,
      position: finding.position,
      ...(finding.id ? { id: finding.id } : {}),
      sentence: sentenceOf(finding),
    })),
    more: outcome.more + Math.max(0, outcome.findings.length - 100),
  }
  await sql`
    update audit_check set finished_at = ${clock.now()}, checked_until = ${outcome.sealedUntil}, total = ${outcome.sealedUntil},
      result = ${JSON.stringify(result)}::jsonb where id = ${id}`.execute(db)
}
