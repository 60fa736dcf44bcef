// Shows one entry whole: what was before, what was after, and its seal.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ShowAuditEntry } from '../../contract.ts'
import type { Titles } from '../titles.ts'
import { describe, entriesOf } from './list.ts'

type Seal = { command_id: string | null; hash: string | null; previous_hash: string | null }

export const showAuditEntry = (titles: Titles): Handler =>
  answers(
    ShowAuditEntry,
    async ({ db, language }, { id }) => {
      const [row] = await entriesOf(db, [id])
      const seal = await sql<Seal>`
        select command_id, encode(hash, 'hex') as hash, encode(previous_hash, 'hex') as previous_hash
        from audit_entry where id = ${id}`.execute(db)
      if (!row) throw refuse(platformRefusals.not_found)
      const { moreChanges: _, ...entry } = describe(row, titles, language, Number.POSITIVE_INFINITY)
      return {
        ...entry,
        command: seal.rows[0]?.command_id ?? null,
        hash: seal.rows[0]?.hash ?? null,
        previousHash: seal.rows[0]?.previous_hash ?? null,
        before: textOf(row.before),
        after: textOf(row.after),
      }
    },
    async ({ db, scope }, { id }) => {
      const area = await areaOf(db, id)
      // An entry without a place is for people who see everything.
      return area === null ? (scope.everywhere ? [] : undefined) : area
    },
  )

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value, null, 2)

/** Undefined when there is no such entry, null when it has no place. */
async function areaOf(db: Db, id: string): Promise<string | null | undefined> {
  const found = await sql<{ area_id: string | null }>`select area_id from audit_entry where id = ${id}`.execute(db)
  return found.rows[0]?.area_id
}
