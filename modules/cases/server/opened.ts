// A file that its reader has opened: the only way to what is in it.

import { sql } from 'kysely'
import { Refusal, refuse } from '../../../platform/contract/refusal.ts'
import type { Context, Db } from '../../../platform/server/slice.ts'
import { caseRefusals, type PurposeId } from '../contract.ts'
import { viewIn, wayOf } from './reach.ts'
import { insideFiles, type Way } from './sealing/inside.ts'
import { MasterKeyMissing } from './sealing/keys.ts'
import { saidOfOpening } from './sealing/openings.ts'
import type { SealedPerson } from './sealing/person.ts'
import { wordsKey } from './sealing/statement.ts'

export type OpenedFile = {
  id: string
  number: string
  status: string | null
  openedAt: string
  closedOn: string | null
  onItsWay: boolean
  demo: boolean
  version: number
  person: SealedPerson & { version: number }
  opening: { purpose: PurposeId; ground: string; openedAt: string; until: string; actingForId: string | null }
}
type Opened = { communeId: string; fileId: string; openingId: string }

/** A helper reaches their teams only, unless it was opened in an emergency: then whoever opened it reaches it for the time of it. */
async function wayIn(context: Context, { communeId, openingId }: Opened): Promise<Way> {
  const way = wayOf(context, communeId, await viewIn(context, communeId), 'opened')
  if (!way.team) return way
  const { team: _, ...whole } = way
  const emergency = await insideFiles(context.db, whole, async (files) => {
    const { rows } = await sql`select 1 from cases.opening where commune_id = ${communeId} and id = ${openingId}
      and reader_id = ${way.readerId} and purpose = 'emergency'`.execute(files)
    return rows.length > 0
  })
  return emergency ? whole : way
}

/** The work is done for the purpose of the opening; without one that is open now, and the reader's own, it is refused. */
export async function inOpenedFile<T>(
  context: Context,
  { communeId, fileId, openingId }: Opened,
  work: (files: Db, file: OpenedFile) => Promise<T>,
): Promise<T> {
  const way = await wayIn(context, { communeId, fileId, openingId })
  return sayingWhatKeyIsMissing(() =>
    insideFiles(context.db, way, async (files) =>
      work(files, await openedIn(files, context, { communeId, fileId, openingId })),
    ),
  )
}

/** Inside the files already: where two are open at once. */
export async function openedIn(
  files: Db,
  context: Context,
  { communeId, fileId, openingId }: Opened,
): Promise<OpenedFile> {
  const { rows } = await sql<Row>`
    select file.id, file.number, file.status, file.opened_at, file.closed_on, file.sent_away is not null as on_its_way,
      file.demo, file.version,
      person.id as person_id, person.wrapped_key, person.master_key, person.sealed, person.erased_on, person.version as person_version,
      opening.purpose, opening.sealed as said, opening.opened_at as began_at, opening.until, opening.acting_for_id
    from cases.opening
    join cases.file on file.commune_id = opening.commune_id and file.id = opening.file_id and file.merged_into is null
    join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
    where opening.commune_id = ${communeId} and opening.id = ${openingId} and opening.file_id = ${fileId}
      and opening.reader_id = ${context.person?.id ?? ''} and opening.closed_at is null
      and opening.until > ${context.now.toISOString()}`.execute(files)
  const row = rows[0]
  if (!row) throw refuse(caseRefusals.not_open)
  if (!row.sealed || !row.wrapped_key || !row.master_key)
    throw refuse(caseRefusals.erased, { day: row.erased_on ?? undefined })
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    openedAt: row.opened_at,
    closedOn: row.closed_on,
    onItsWay: row.on_its_way,
    demo: row.demo,
    version: row.version,
    person: {
      id: row.person_id,
      wrapped: row.wrapped_key,
      master: row.master_key,
      sealed: row.sealed,
      version: row.person_version,
    },
    opening: {
      purpose: row.purpose,
      ground: saidOfOpening(await wordsKey(files), openingId, row.said).ground,
      openedAt: row.began_at,
      until: row.until,
      actingForId: row.acting_for_id,
    },
  }
}

type Row = {
  id: string
  number: string
  status: string | null
  opened_at: string
  closed_on: string | null
  on_its_way: boolean
  demo: boolean
  version: number
  person_id: string
  wrapped_key: Buffer | null
  master_key: string | null
  sealed: Buffer | null
  erased_on: string | null
  person_version: number
  purpose: PurposeId
  said: Buffer | null
  began_at: string
  until: string
  acting_for_id: string | null
}

/** A database that came without its key says so by name; nobody's file is read, none is damaged. */
export async function sayingWhatKeyIsMissing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (!(fault instanceof MasterKeyMissing)) throw fault
    throw new Refusal(caseRefusals.key_missing, { values: { key: fault.masterId } })
  }
}
