// The certificates of a commune as a chain: each carries a digest over itself and over the one before, so that none can be
// changed or left out unnoticed. Ids and numbers only.

import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { ErasureGround } from '../../contract.ts'

/** What was destroyed, as numbers; `persons` are the ids under which the one person was kept. */
export type Destroyed = {
  files: string[]
  persons: string[]
  events: number
  words: number
  holds: number
  requests: number
}
export type Certified = {
  communeId: string
  id: string
  personId: string
  certificate: string
  ground: ErasureGround
  proposedAt: string
  proposedBy: string
  decidedAt: string
  decidedBy: string
  destroyed: Destroyed
  masterKeys: string[]
  /** Hexadecimal; empty for the first of a commune. */
  previous: string
}
export type Sealed = Certified & { digest: string }

export function digestOf(entry: Certified): string {
  const { destroyed } = entry
  const words = [
    ...[entry.communeId, entry.id, entry.personId, entry.certificate, entry.ground],
    ...[entry.proposedAt, entry.proposedBy, entry.decidedAt, entry.decidedBy],
    ...[destroyed.files, destroyed.persons, destroyed.events, destroyed.words, destroyed.holds, destroyed.requests],
    ...[entry.masterKeys, entry.previous],
  ]
  return createHash('sha256').update(JSON.stringify(words)).digest('hex')
}

type Row = {
  commune_id: string
  id: string
  person_id: string
  certificate: string
  ground: ErasureGround
  proposed_at: string
  proposed_by: string
  decided_at: string
  decided_by: string
  destroyed: Destroyed
  master_keys: string[]
  previous: Buffer | null
  digest: Buffer
}

/** The certificates that one sees from where one stands: of a commune inside the files, of all as their keeper. */
export async function certificates(inside: Db, id?: string): Promise<Sealed[]> {
  const { rows } = await sql<Row>`
    select commune_id, id, person_id, certificate, ground, proposed_at, proposed_by, decided_at, decided_by, destroyed,
      master_keys, previous, digest
    from cases.erasure where digest is not null ${id ? sql`and id = ${id}` : sql``} order by commune_id, certificate`.execute(
    inside,
  )
  return rows.map((row) => ({
    communeId: row.commune_id,
    id: row.id,
    personId: row.person_id,
    certificate: row.certificate,
    ground: row.ground,
    proposedAt: new Date(row.proposed_at).toISOString(),
    proposedBy: row.proposed_by,
    decidedAt: new Date(row.decided_at).toISOString(),
    decidedBy: row.decided_by,
    destroyed: row.destroyed,
    masterKeys: row.master_keys,
    previous: row.previous?.toString('hex') ?? '',
    digest: row.digest.toString('hex'),
  }))
}

export type ChainFault = { certificate: string; fault: 'changed' | 'parted' }

/** Pure: each certificate that is not what it was, or that does not follow the one before it in its commune. */
export function faultsOfChain(entries: readonly Sealed[]): ChainFault[] {
  const last = new Map<string, string>()
  return entries.flatMap((entry): ChainFault[] => {
    const before = last.get(entry.communeId) ?? ''
    last.set(entry.communeId, entry.digest)
    if (digestOf(entry) !== entry.digest) return [{ certificate: entry.certificate, fault: 'changed' }]
    return entry.previous === before ? [] : [{ certificate: entry.certificate, fault: 'parted' }]
  })
}

/** XDT-2026-0001: the year of Viet Nam, and the next number of the commune in it. */
export async function nextCertificate(
  files: Db,
  communeId: string,
  now: Date,
): Promise<{ number: string; previous: string }> {
  const year = new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear()
  const { rows } = await sql<{ next: number; previous: Buffer | null }>`
    select coalesce(max(split_part(certificate, '-', 3)::int) filter (where certificate like ${`XDT-${year}-%`}), 0) + 1 as next,
      (array_agg(digest order by certificate desc))[1] as previous
    from cases.erasure where commune_id = ${communeId} and digest is not null`.execute(files)
  const { next = 1, previous = null } = rows[0] ?? {}
  return { number: `XDT-${year}-${String(next).padStart(4, '0')}`, previous: previous?.toString('hex') ?? '' }
}
