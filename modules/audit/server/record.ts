// Writes audit entries inside the transaction of the change. Sealing into the chain happens later, in the background.

import { type RawBuilder, sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { AuditEntry, Db } from '../../../platform/server/slice.ts'
import { plainArray } from '../../../platform/server/write.ts'
import { canonical } from '../verify-export.mjs'

// A refused text may be part of what was asked; PostgreSQL cannot hold these, and the record must not fail on them.
const storable = (text: string): string => text.replaceAll('\u0000', '\ufffd').toWellFormed()
const escaped = /\\u(0000|d[89a-f])/
const storablePart = (_: string, part: unknown): unknown => {
  if (typeof part === 'string') return storable(part)
  if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).map(([key, inner]) => [storable(key), inner]))
}
/** As it will be sealed. JSON writes what cannot be stored as an escape: only then it is written again, part by part. */
const json = (value: unknown): string | null => {
  if (value === undefined) return null
  const text = JSON.stringify(value)
  return canonical(JSON.parse(escaped.test(text) ? JSON.stringify(value, storablePart) : text))
}

/** The one writer of entries, which wait for their seal from now on: one statement, however many. */
export async function recordAudit(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length > 0) await sql`/* plan once */ ${auditRows(entries)}`.execute(db)
}

/** The same as an `insert` that becomes a part of another statement. */
export const auditRows = (entries: readonly AuditEntry[]): RawBuilder<unknown> => sql`
  insert into audit_unsealed (id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after)
  select * from unnest(${plainArray(entries.map(() => uuidv7()))}::uuid[], ${plainArray(entries.map((entry) => entry.at.toISOString()))}::timestamptz[],
    ${plainArray(entries.map((entry) => entry.personId))}::uuid[], ${plainArray(entries.map((entry) => entry.actingForId))}::uuid[],
    ${entries.map((entry) => entry.operation)}::text[], ${entries.map((entry) => entry.subject)}::text[],
    ${plainArray(entries.map((entry) => entry.areaId ?? null))}::uuid[], ${plainArray(entries.map((entry) => entry.commandId))}::uuid[],
    ${entries.map((entry) => json(entry.before))}::json[], ${entries.map((entry) => json(entry.after))}::json[])`
