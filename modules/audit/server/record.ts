// Writes audit entries inside the transaction of the change. Sealing into the chain happens later, in the background.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { AuditEntry, Db } from '../../../platform/server/slice.ts'

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

/** The one writer of `audit_entry`. */
export async function recordAudit(db: Db, entries: readonly AuditEntry[]): Promise<void> {
  for (const entry of entries)
    await sql`
      insert into audit_entry (id, at, person_id, acting_for_id, operation, subject, area_id, command_id, before, after)
      values (${uuidv7()}, ${entry.at}, ${entry.personId}, ${entry.actingForId}, ${entry.operation}, ${entry.subject},
        ${entry.areaId ?? null}, ${entry.commandId}, ${json(entry.before)}::jsonb, ${json(entry.after)}::jsonb)`.execute(
      db,
    )
}
