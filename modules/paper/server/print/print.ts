// Makes the sheets of a place: one for each entry that has not signed, or the one that it has already. Printing twice is no harm.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { codeFor } from '../../../commitments/server/public.ts'
import { mostSheets, PrintSheets, paperRefusals } from '../../contract.ts'
import { asksOnPaper, driveIn, hasSigned, refuseOtherHamlet, wordingInForce } from '../facts.ts'
import type { Wording } from './content.ts'

type Entry = { id: string; group_id: string; hamlet_id: string | null; text_number: number; sheet_id: string | null }
type Place = { driveId: string; communeId: string; hamletId: string | null; bodyId: string | null }

export const printSheets: Handler = carriesOut(PrintSheets, async ({ db, person, now, today }, input) => {
  const { id, driveId, communeId, hamletId, bodyId, onlyNew } = input
  await refuseOtherHamlet(db, communeId, hamletId)
  const drive = await driveIn(db, driveId, communeId, today)
  if (!drive.open) throw refuse(paperRefusals.drive_not_open)
  const asked = (await unsignedIn(db, input, drive.day)).filter(({ sheet_id }) => !onlyNew || !sheet_id)
  if (asked.length === 0) throw refuse(paperRefusals.nobody_left)
  // Those without a sheet come first, so that printing again goes on where it stopped.
  const some =
    asked.length > mostSheets
      ? [...asked]
          .sort((one, other) => Number(one.sheet_id !== null) - Number(other.sheet_id !== null))
          .slice(0, mostSheets)
      : asked
  await refuseLongWording(db, driveId, some)
  const { ids, fresh } = await storePrint(db, { id, driveId, communeId, hamletId, bodyId }, some, {
    personId: person.id,
    at: now,
  })
  return {
    answer: { id, sheets: ids.length, left: asked.length - some.length },
    audit: {
      subject: `paper-print:${id}`,
      areaId: hamletId ?? communeId,
      after: { driveId, bodyId, sheets: ids.length, fresh },
    },
  }
})

/** One printing, with a sheet for each entry that has none yet. Answers the sheets in their order, and how many are new. */
export async function storePrint(
  db: Db,
  { id, driveId, communeId, hamletId, bodyId }: Place & { id: string },
  entries: readonly Entry[],
  made: { personId: string; at: Date },
): Promise<{ ids: string[]; fresh: number }> {
  const sheets = entries.map((entry) => ({ ...entry, made: uuidv7() }))
  const fresh = sheets.filter(({ sheet_id }) => !sheet_id)
  await sql`
    insert into paper_sheet (commune_id, id, drive_id, entry_id, group_id, text_number, hamlet_id, code, printed_at, printed_by)
    select ${communeId}, made, ${driveId}, entry_id, group_id, text_number, hamlet_id, code, ${made.at}, ${made.personId}
    from unnest(${fresh.map((one) => one.made)}::uuid[], ${fresh.map((one) => one.id)}::uuid[],
      ${fresh.map((one) => one.group_id)}::text[], ${fresh.map((one) => one.text_number)}::int[],
      ${fresh.map((one) => one.hamlet_id)}::uuid[], ${fresh.map((one) => codeFor(one.made))}::text[])
      as fresh (made, entry_id, group_id, text_number, hamlet_id, code)`.execute(db)
  const ids = sheets.map((sheet) => sheet.sheet_id ?? sheet.made)
  await sql`
    insert into paper_print (commune_id, id, drive_id, hamlet_id, body_id, sheet_ids, made_at, made_by)
    values (${communeId}, ${id}, ${driveId}, ${hamletId}, ${bodyId}, ${ids}::uuid[], ${made.at}, ${made.personId})`.execute(
    db,
  )
  return { ids, fresh: fresh.length }
}

/** In the order of the roster. Rows are locked against a second printing that would make a second sheet. */
async function unsignedIn(db: Db, { driveId, communeId, hamletId, bodyId }: Place, day: string): Promise<Entry[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${`paper-print:${driveId} ${communeId}`}))`.execute(db)
  const { rows } = await sql<Entry>`
    select entry.id, entry.group_id, entry.hamlet_id, wording.number as text_number, sheet.id as sheet_id
    from roster_entry entry
    join commitment_group grouped on grouped.id = entry.group_id
    cross join lateral (select ${wordingInForce(driveId, 'entry.group_id', day)} as number) wording
    left join paper_sheet sheet on sheet.commune_id = entry.commune_id and sheet.entry_id = entry.id
      and sheet.drive_id = ${driveId} and sheet.text_number = wording.number and sheet.spent_at is null
    where entry.commune_id = ${communeId} and entry.hamlet_id is not distinct from ${hamletId}::uuid
      and entry.body_id is not distinct from ${bodyId}::uuid
      and ${asksOnPaper(driveId, day)} and not ${hasSigned(driveId)}
    order by grouped.position, coalesce(entry.number, 2147483647), entry.name_key, entry.id`.execute(db)
  return rows
}

/** What does not fit on one sheet is refused here, before anybody carries a stack of half sheets to the doors. */
async function refuseLongWording(db: Db, driveId: string, entries: readonly Entry[]): Promise<void> {
  const { rows } = await sql<Wording & { group: string }>`
    select title, opening, promises, closing, grouped.name_vi as "group"
    from commitment_text wording join commitment_group grouped on grouped.id = wording.group_id
    where wording.drive_id = ${driveId}
      and wording.group_id || ' ' || wording.number = any(${[...new Set(entries.map((one) => `${one.group_id} ${one.text_number}`))]}::text[])`.execute(
    db,
  )
  const { fitsOnSheet, openPrint } = await import('./draw.ts')
  const doc = openPrint('')
  for (const { group, ...text } of rows)
    if (!fitsOnSheet(doc, text)) throw refuse(paperRefusals.wording_too_long, { group })
}
