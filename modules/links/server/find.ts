// What the page of a link shows: nothing that does not stand on the slip.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { type LinkState, maskedName, stateOfLink } from '../rules/link.ts'
import { factsOf } from './make.ts'
import { tokenHash } from './secret.ts'

type Wording = {
  number: number
  effectiveOn: string
  title: string
  opening: string
  promises: string[]
  closing: string
}
export type FoundLink = {
  communeId: string
  id: string
  driveId: string
  entryId: string
  hamletId: string | null
  madeBy: string
  codeHash: Buffer | null
  wrongCodes: number
  promiseId: string | null
  state: LinkState
  drive: { vi: string; en: string; demo: boolean }
  place: string
  masked: string
  number: number | null
  ways: string[]
  /** The words in force on the day that the drive works on. */
  text: Wording | undefined
}
type Row = {
  commune_id: string
  id: string
  drive_id: string
  entry_id: string
  hamlet_id: string | null
  made_by: string
  code_hash: Buffer | null
  wrong_codes: number
  promise_id: string | null
  expires_at: Date
  used_at: Date | null
  outcome: string | null
  withdrawn_at: Date | null
  name_vi: string
  name_en: string
  demo: boolean
  commune: string
  hamlet: string | null
  entry: string
  number: number | null
  ways: string[]
  text: Wording | null
}

/** `forUpdate`: somebody signs, and whoever comes a moment later waits to hear of it. */
export async function findLink(
  db: Db,
  token: string,
  { now, today, forUpdate = false }: { now: Date; today: string; forUpdate?: boolean },
): Promise<FoundLink | undefined> {
  const { rows } = await sql<Row>`
    select link.commune_id, link.id, link.drive_id, link.entry_id, link.hamlet_id, link.made_by, link.code_hash, link.wrong_codes,
      link.promise_id, link.expires_at, link.used_at, link.outcome, link.withdrawn_at, drive.name_vi, drive.name_en, drive.demo,
      commune.name as commune, hamlet.name as hamlet, entry.name as entry, entry.number, asked.ways,
      (select to_jsonb(wording) from (
        select number, effective_on as "effectiveOn", title, opening, promises, closing from commitment_text
        where drive_id = link.drive_id and group_id = entry.group_id
        order by effective_on <= coalesce(case when drive.demo then programme.opens_on end, ${today}::date) desc,
          case when effective_on <= coalesce(case when drive.demo then programme.opens_on end, ${today}::date) then number else -number end desc
        limit 1) wording) as text
    from commitment_link link
    join roster_entry entry on entry.commune_id = link.commune_id and entry.id = link.entry_id
    join commitment_drive drive on drive.id = link.drive_id
    join commitment_drive_group asked on asked.drive_id = link.drive_id and asked.group_id = entry.group_id
    join area_unit commune on commune.id = link.commune_id
    left join area_unit hamlet on hamlet.id = link.hamlet_id
    left join programme on programme.id = drive.programme_id
    where link.token_hash = ${tokenHash(token)} ${forUpdate ? sql`for update of link` : sql``}`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  return {
    communeId: row.commune_id,
    id: row.id,
    driveId: row.drive_id,
    entryId: row.entry_id,
    hamletId: row.hamlet_id,
    madeBy: row.made_by,
    codeHash: row.code_hash,
    wrongCodes: row.wrong_codes,
    promiseId: row.promise_id,
    state: stateOfLink(factsOf(row), now),
    drive: { vi: row.name_vi, en: row.name_en, demo: row.demo },
    place: [row.hamlet, row.commune].filter(Boolean).join(', '),
    masked: maskedName(row.entry),
    number: row.number,
    ways: row.ways,
    text: row.text ?? undefined,
  }
}
