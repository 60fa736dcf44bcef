// The files that a commune still keeps, for whoever takes them over once that commune is no more: numbers, masked names, and where
// each person resides; and which communes keep any.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { maskedName } from '../contract.ts'
import { identityOf, type SealedPerson } from './sealing/person.ts'
import { communesWithFiles, insideWatch } from './sealing/watching.ts'

export const communesThatKeep = (db: Db, readerId: string): Promise<string[]> =>
  insideWatch(db, { readerId, purpose: 'watch' }, communesWithFiles)

/**
 * A pointer goes along with its file, one that was erased stays as a number, one that is to be erased is decided on first, and one
 * on its way to another installation waits for its receipt.
 */
const kept = sql`file.handed_over is null and file.sent_away is null and file.merged_into is null and not exists (
  select from cases.erasure where erasure.commune_id = file.commune_id and erasure.person_id = file.person_id and decided_at is null)`

export async function countKept(files: Db, communeId: string): Promise<number> {
  const { rows } = await sql<{ files: number }>`
    select count(*)::int as files from cases.file
    join cases.person on person.commune_id = file.commune_id and person.id = file.person_id and person.sealed is not null
    where file.commune_id = ${communeId} and ${kept}`.execute(files)
  return rows[0]?.files ?? 0
}

type Row = SealedPerson & { file_id: string; number: string; demo: boolean }

export async function filesKept(files: Db, communeId: string, most: number) {
  const { rows } = await sql<Row>`
    select file.id as file_id, file.number, file.demo, person.id, person.wrapped_key as wrapped, person.master_key as master,
      person.sealed
    from cases.file
    join cases.person on person.commune_id = file.commune_id and person.id = file.person_id and person.sealed is not null
    where file.commune_id = ${communeId} and ${kept} order by file.number limit ${most}`.execute(files)
  return rows.map(({ file_id, number, demo, ...person }) => {
    const { name, residence } = identityOf(person)
    return { id: file_id, number, name: maskedName(name), residence, demo }
  })
}

/** Taken over, a file is as restricted as it was. */
export async function keepRestricted(
  files: Db,
  { communeId, fileId, on }: { communeId: string; fileId: string; on: string | null },
): Promise<void> {
  if (on)
    await sql`update cases.file set restricted_on = ${on}::date where commune_id = ${communeId} and id = ${fileId}`.execute(
      files,
    )
}
export async function restrictedOn(files: Db, communeId: string, fileId: string): Promise<string | null> {
  const { rows } = await sql<{ on: string | null }>`
    select restricted_on as on from cases.file where commune_id = ${communeId} and id = ${fileId}`.execute(files)
  return rows[0]?.on ?? null
}
