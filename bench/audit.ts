// How many entries of the audit the check of the whole chain gets through in a second, with a million of them and with ten
// million; what it holds in memory; and that one changed among them is found and named each time.

import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../db/schema.generated.ts'
import { openSigner } from '../modules/audit/server/signer.ts'
import type { Verification } from '../modules/audit/server/verify.ts'
import { openDatabase } from '../platform/database/connect.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { migrate } from '../platform/database/migrate.ts'
import { type Chain, grow, noChain } from './audit/chain.ts'
import { atLeast, atMost, type Bench, rounded } from './figure.ts'

const few = 1_000_000
const many = 10 * few
const leastPerSecond = 200_000
const leastShare = 0.9
const mostMegabytes = 300

export const bench: Bench = {
  name: 'audit',
  run: async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'binhyen-bench-'))
    // Started by root, the server runs as another account, which has to pass through.
    chmodSync(folder, 0o711)
    const embedded = await startEmbedded({ data: path.join(folder, 'data') })
    const database = await openDatabase({ url: embedded.url, statementTimeout: 0 })
    try {
      await migrate(embedded.url)
      await leaveOutOtherWays(database.db)
      const signer = openSigner({ data: folder })
      const measured = async (chain: Chain, times: number) => {
        await sql`vacuum (freeze, analyze) audit_sealed`.execute(database.db)
        const checks: Check[] = []
        for (let turn = 0; turn < times; turn += 1) checks.push(await checkApart(embedded.url, signer.publicKey))
        for (const { outcome } of checks) expectSound(outcome, chain.entries)
        checks.push(
          await checkWithOneChanged(database.db, chain.entries, () => checkApart(embedded.url, signer.publicKey)),
        )
        const quickest = Math.min(...checks.map(({ ms }) => ms))
        const perSecond = chain.entries / (quickest / 1000)
        console.log(
          `${chain.entries} entries: ${rounded(perSecond, 0)}/s, ${checks.map(({ cpu }) => Math.round(cpu)).join(', ')} ms of our processor`,
        )
        return { perSecond, mb: Math.max(...checks.map(({ mb }) => mb)) }
      }
      const first = await grow(database.db, signer, noChain, few, many)
      const atFew = await measured(first, 2)
      const whole = await grow(database.db, signer, first, many, many)
      const atMany = await measured(whole, 1)
      return [
        atLeast('verify_per_s', rounded(atFew.perSecond, 0), 'entries/s', leastPerSecond),
        atLeast('verify_10m_per_s', rounded(atMany.perSecond, 0), 'entries/s', leastPerSecond),
        atLeast('per_s_at_10m_over_1m', rounded(atMany.perSecond / atFew.perSecond, 2), 'ratio', leastShare),
        atMost('peak_mb', rounded(atMany.mb, 0), 'MB', mostMegabytes),
      ]
    } finally {
      await database.close()
      await embedded.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** The check goes by position alone: the other ways into the table would only make ten million entries slow to bring in. */
async function leaveOutOtherWays(db: Kysely<DB>): Promise<void> {
  await sql`drop index audit_sealed_at, audit_sealed_person, audit_sealed_subject, audit_sealed_area, audit_sealed_operation`.execute(
    db,
  )
}

type Check = { ms: number; cpu: number; mb: number; outcome: Verification }

async function checkApart(url: string, publicKey: string): Promise<Check> {
  const program = path.join(import.meta.dirname, 'audit', 'one-check.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [program, url, publicKey])
  return JSON.parse(stdout) as Check
}

function expectSound(outcome: Verification, entries: number): void {
  if (outcome.checked !== entries || outcome.sealedUntil !== entries || outcome.findings.length > 0)
    throw new Error(`a sound chain of ${entries} entries came to ${JSON.stringify(outcome)}`)
}

/** A word of one entry is changed, and put back afterwards. */
async function checkWithOneChanged(db: Kysely<DB>, entries: number, check: () => Promise<Check>): Promise<Check> {
  const position = Math.floor(entries * 0.7)
  const found = await sql<{ id: string; subject: string }>`
    select id, subject from audit_sealed where position = ${position}`.execute(db)
  const { id, subject } = found.rows[0]!
  await sql`update audit_sealed set subject = subject || 'x' where id = ${id}`.execute(db)
  const checked = await check()
  await sql`update audit_sealed set subject = ${subject} where id = ${id}`.execute(db)
  const [finding, ...more] = checked.outcome.findings
  if (checked.outcome.checked !== entries || finding?.kind !== 'changed' || finding.id !== id || more.length > 0)
    throw new Error(`one changed entry at ${position} came to ${JSON.stringify(checked.outcome)}`)
  return checked
}
