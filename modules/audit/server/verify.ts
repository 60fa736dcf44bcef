// Checks the chain in the database against itself, against the signed heads, and against the head kept on disk.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { chainCheck, type Finding, type Head, headFaults } from '../verify-export.mjs'
import { chainEnd, signedHeads } from './sealed-rows.ts'
import { threadsFor } from './verifying/lookers.ts'
import { walkAlong } from './verifying/walk.ts'

export type Verification = {
  checked: number
  sealedUntil: number
  unsealed: number
  findings: Finding[]
  /** Findings beyond those that are listed. */
  more: number
}
export type VerifyOptions = {
  /** Public keys whose heads are believed. */
  trustedKeys: readonly string[]
  keptHead?: Head
  onProgress?(until: number, total: number): Promise<void>
}

/** Reads the whole chain; other work goes on meanwhile. */
export async function verifyAudit(db: Kysely<DB>, options: VerifyOptions): Promise<Verification> {
  const signed = await signedHeads(db)
  const total = (await chainEnd(db))?.position ?? 0
  const known = options.keptHead && !isAmong(options.keptHead, signed) ? [...signed, options.keptHead] : signed
  const check = chainCheck({ heads: known })
  await walkAlong(db, check, {
    heads: known.map(({ position }) => position),
    threads: threadsFor(total),
    onProgress: async (until) => options.onProgress?.(until, total),
  })
  const outcome = check.finish()
  const findings = [...outcome.findings, ...headFaults(signed, options.trustedKeys), ...lost(signed, options.keptHead)]
  return {
    checked: outcome.checked,
    sealedUntil: outcome.until,
    unsealed: await countUnsealed(db),
    findings: findings.sort((one, other) => one.position - other.position),
    more: outcome.more,
  }
}

/** A head of the same day may have been signed again since, further on; the day itself may not be gone. */
const isAmong = (kept: Head, heads: readonly Head[]) =>
  heads.some((head) => head.day >= kept.day && head.position >= kept.position)

function lost(heads: readonly Head[], kept: Head | undefined): Finding[] {
  if (!kept) return []
  const gone = !heads.some((head) => head.day === kept.day && head.position >= kept.position)
  return gone ? [{ kind: 'head-lost', position: kept.position, day: kept.day }] : []
}

export async function countUnsealed(db: Db): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from audit_unsealed`.execute(db)
  return found.rows[0]?.count ?? 0
}
