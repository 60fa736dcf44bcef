// Writes audit entries inside the transaction of the change. Sealing into the chain happens later, in the background.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { AuditEntry, Db } from '../../../platform/server/slice.ts'

// A refused text may be part of what was asked; PostgreSQL cannot hold these, and the record must not fail on them.
const storable = (text: string): string => text.replaceAll('\u0000', '\ufffd').toWellFormed()
const json = (value: unknown): string | null => {
  if (value === undefined) return null
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'string') return storable(part)
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [storable(key), inner]))
  })
}

/** The one writer of `audit_entry`: one statement, however many entries. */
export async function recordAudit(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  await sql`
    /* plan once */
    insert into audit_entry (id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after)
    select * from unnest(${entries.map(() => uuidv7())}::uuid[], ${entries.map((entry) => entry.at.toISOString())}::timestamptz[],
      ${entries.map((entry) => entry.personId)}::uuid[], ${entries.map((entry) => entry.actingForId)}::uuid[],
      ${entries.map((entry) => entry.operation)}::text[], ${entries.map((entry) => entry.subject)}::text[],
      ${entries.map((entry) => entry.areaId ?? null)}::uuid[], ${entries.map((entry) => entry.commandId)}::uuid[],
      ${entries.map((entry) => json(entry.before))}::jsonb[], ${entries.map((entry) => json(entry.after))}::jsonb[])`.execute(
    db,
  )
}
