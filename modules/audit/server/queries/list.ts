// Lists the audit with the first changes of each entry, so that the screen shows a difference without asking again.

import { sql } from 'kysely'
import { unitName } from '../../../../platform/contract/unit-name.ts'
import type { Language } from '../../../../platform/contract/words.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { type AuditRow, ListAudit } from '../../contract.ts'
import { changesBetween } from '../../rules.ts'
import { isoInstant } from '../sealed-rows.ts'
import type { Titles } from '../titles.ts'
import { cursorOf, pageOfEntries } from './page-of-entries.ts'

const changesShown = 12

type EntryRow = {
  id: string
  at: string
  person_id: string
  person: string | null
  acting_for_id: string | null
  acting_for: string | null
  operation: string
  subject: string
  area_id: string | null
  area_name: string | null
  area_type: string | null
  position: number | null
  before: unknown
  after: unknown
}

export const listAudit = (titles: Titles): Handler =>
  answers(ListAudit, async ({ db, scope, language }, { cursor, limit, ...filters }) => {
    const page = await pageOfEntries(scope, filters, { cursor, limit }).execute(db)
    const most = Math.max(1, limit)
    const shown = page.rows.slice(0, most)
    const last = shown.at(-1)
    return {
      rows: (
        await entriesOf(
          db,
          shown.map((row) => row.id),
        )
      ).map((row) => describe(row, titles, language)),
      ...(page.rows.length > most && last ? { next: cursorOf(last) } : {}),
    }
  })

/** The entries with the names of people and places, newest first. */
export async function entriesOf(db: Db, ids: readonly string[]): Promise<EntryRow[]> {
  const found = await sql<EntryRow>`
    select entry.id, ${isoInstant('entry.at')} as at, entry.person_id, person.name as person, entry.acting_for_id,
      lender.name as acting_for, entry.operation, entry.subject, entry.area_id,
      area_unit.name as area_name, area_unit.type as area_type, entry.position, entry.before, entry.after
    from audit_entry entry
    left join person on person.id = entry.person_id
    left join person lender on lender.id = entry.acting_for_id
    left join area_unit on area_unit.id = entry.area_id
    where entry.id = any(${ids as string[]}::uuid[])
    order by entry.at desc, entry.id desc`.execute(db)
  return found.rows
}

/** Who worked on the command line, or tried to sign in with an address that nobody has. */
const unknownPerson: Record<Language, string> = { vi: 'Không qua tài khoản', en: 'Without an account' }

const areaIn = ({ area_name, area_type }: EntryRow, language: Language): string | undefined =>
  area_name === null ? undefined : unitName({ type: area_type ?? '', name: area_name }, language)

export function describe(row: EntryRow, titles: Titles, language: Language, most = changesShown): AuditRow {
  const changes = changesBetween(row.before, row.after)
  return {
    id: row.id,
    at: row.at,
    person: { id: row.person_id, name: row.person ?? unknownPerson[language] },
    actingFor: row.acting_for_id ? { id: row.acting_for_id, name: row.acting_for ?? row.acting_for_id } : null,
    operation: { name: row.operation, title: titles(row.operation) },
    subject: row.subject,
    area: row.area_id ? { id: row.area_id, name: areaIn(row, language) ?? row.area_id } : null,
    position: row.position,
    changes: changes.slice(0, most),
    moreChanges: Math.max(0, changes.length - most),
  }
}
