// A drive to sign in: eight households of the town Lương Bằng, two wordings, open in November 2024; and signatures for it.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type Ink, inkToText, Sign } from '../../modules/commitments/contract.ts'
import type { Somebody, World } from './world.ts'

export type SigningPlace = { communeId: string; hamletId?: string | undefined; entries: string[]; driveId: string }

export async function openDrive({ database: { db } }: World): Promise<SigningPlace> {
  const commune = await sql<{ id: string }>`
    select id from area_unit where code = '12280' and level = 'commune'`.execute(db)
  const communeId = commune.rows[0]?.id as string
  const [driveId, listId] = [uuidv7(), uuidv7()]
  const entries = Array.from({ length: 8 }, () => uuidv7())
  await sql`insert into commitment_drive (id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, published_on)
    values (${driveId}, ${communeId}, 'Đợt', 'Drive', 'once', 2024, '2024-11-01', '2024-11-30', '2024-10-30')`.execute(
    db,
  )
  await sql`insert into commitment_drive_group values
    (${driveId}, 'household-heads', 'hamlet', '{ink,paper,phone-code}', false)`.execute(db)
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises) values
    (${driveId}, 'household-heads', 1, '2024-11-01', 'Bản 1', 'Tôi cam kết', '{không sử dụng}'),
    (${driveId}, 'household-heads', 2, '2024-11-10', 'Bản 2', 'Tôi cam kết', '{không sử dụng}')`.execute(db)
  await sql`insert into roster_list (commune_id, id, group_id, title, as_of, source)
    values (${communeId}, ${listId}, 'household-heads', 'Danh sách', '2024-10-01', 'Sổ hộ')`.execute(db)
  await sql`
    insert into roster_entry (commune_id, id, list_id, group_id, number, name, name_key, name_bag, since)
    select ${communeId}, id, ${listId}, 'household-heads', number, 'Trần Văn A', 'tran van a', 'a tran van', '2024-10-01'
    from unnest(${entries}::uuid[]) with ordinality as entry (id, number)`.execute(db)
  return { communeId, entries, driveId }
}

const wave: Ink = [
  Array.from({ length: 30 }, (_, at): [number, number] => [100 + at * 20, 300 + Math.round(80 * Math.sin(at))]),
]

export type GivenSignature = Partial<{
  id: string
  /** Which of the eight. */
  entry: number
  signedAt: string
  ink: Ink | null
  textNumber: number
  way: 'ink' | 'paper' | 'meeting'
}>

export const signatureFor = (place: SigningPlace, given: GivenSignature = {}) => ({
  id: given.id ?? uuidv7(),
  entryId: place.entries[given.entry ?? 0] as string,
  textNumber: given.textNumber ?? 2,
  way: given.way ?? ('ink' as const),
  signedAt: given.signedAt ?? '2024-11-12T09:00:00+07:00',
  ...(given.ink === null ? {} : { ink: inkToText(given.ink ?? wave) }),
})
export type GivenFor = ReturnType<typeof signatureFor>

export const sendSignatures = (place: SigningPlace, who: Somebody, signatures: GivenFor[], id?: string) =>
  who.send(
    Sign,
    { driveId: place.driveId, communeId: place.communeId, hamletId: place.hamletId ?? null, signatures },
    id ? { id } : {},
  )

/** What the tallies say beside what the records say; the two must always be the same. */
export async function tallyOf({ database }: World, { driveId }: SigningPlace) {
  const { rows } = await sql<{ tallied: number; records: number }>`
    select (select coalesce(sum(signed), 0)::int from commitment_tally where drive_id = ${driveId}) as tallied,
      (select count(*)::int from commitment_promise where drive_id = ${driveId} and void_number = 0) as records`.execute(
    database.db,
  )
  return rows[0] as { tallied: number; records: number }
}
