// Begins a file: who it is of is sealed at once, the words by which the person is found are hashed, a number is given.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { BeginFile, caseRefusals, doubtsOf } from '../../contract.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { likelySame } from '../same/candidates.ts'
import { keepPairs } from '../same/pairs.ts'
import { insideFiles } from '../sealing/inside.ts'
import { indexKey } from '../sealing/keys.ts'
import { type SealedPerson, sealNewPerson, wordsOf } from '../sealing/person.ts'

export const beginFile = carriesOut(BeginFile, async ({ db, person, now }, input) => {
  const { communeId, id, personId, identity, although } = input
  const way = { communeId, readerId: person.id, purpose: 'begin' }
  const number = await sayingWhatKeyIsMissing(() =>
    insideFiles(db, way, async (files) => {
      await oneAtATime(files, communeId)
      await refuseTwice(files, input)
      const index = await indexKey(files)
      const same = await likelySame(files, communeId, index, [{ key: 0, identity }])
      if (same.length > 0 && !although) {
        const numbers = same.slice(0, mostNamed).map((other) => other.number)
        throw refuse(caseRefusals.likely_same, { numbers: numbers.join(', ') })
      }
      await storePerson(files, communeId, sealNewPerson(personId, identity), wordsOf(index, identity))
      const given = await storeFile(files, { communeId, id, personId, at: now })
      // Looked at, and somebody else: remembered, so that nobody is asked again.
      const apart = same.map(({ fileId, reasons }) => ({ one: id, other: fileId, reasons }))
      await keepPairs(files, communeId, apart, now, person.id)
      return given
    }),
  )
  return {
    answer: { id, number, version: 1, doubts: doubtsOf(identity) },
    audit: { subject: `case-file:${id}`, areaId: communeId, after: { number } },
  }
})

const mostNamed = 5

/** One after the other in a commune: numbers follow, and two who begin the same person's file meet. */
export async function oneAtATime(files: Db, communeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`case files of ${communeId}`}))`.execute(files)
}

async function refuseTwice(
  files: Db,
  { communeId, id, personId }: { communeId: string; id: string; personId: string },
) {
  const found = await sql`
    select 1 from cases.file where commune_id = ${communeId} and id = ${id}
    union all select 1 from cases.person where commune_id = ${communeId} and id = ${personId}`.execute(files)
  if (found.rows.length > 0) throw refuse(caseRefusals.already_recorded)
}

export async function storePerson(
  files: Db,
  communeId: string,
  { id, wrapped, master, sealed }: SealedPerson,
  words: readonly Buffer[],
  demo = false,
): Promise<void> {
  await sql`insert into cases.person (commune_id, id, wrapped_key, master_key, sealed, demo)
    values (${communeId}, ${id}, ${wrapped}, ${master}, ${sealed}, ${demo})`.execute(files)
  await storeWords(files, communeId, id, words)
}

export async function storeWords(files: Db, communeId: string, personId: string, words: readonly Buffer[]) {
  await sql`insert into cases.person_word (commune_id, word, person_id)
    select ${communeId}, word, ${personId} from unnest(${words}::bytea[]) as word`.execute(files)
}

/** HC-2026-0031: the year of Viet Nam, and the next number of the commune in it. */
export async function nextNumber(files: Db, communeId: string, at: Date): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    select 'HC-' || year || '-' || lpad(next, greatest(4, length(next)), '0') as number
    from to_char(${at.toISOString()}::timestamptz at time zone 'Asia/Ho_Chi_Minh', 'YYYY') as year
    cross join lateral (select (1 + cases.last_number(${communeId}, year))::text as next) as numbered`.execute(files)
  return rows[0]?.number ?? ''
}

export async function storeFile(
  files: Db,
  {
    communeId,
    id,
    personId,
    at,
    demo = false,
  }: { communeId: string; id: string; personId: string; at: Date; demo?: boolean },
): Promise<string> {
  const number = await nextNumber(files, communeId, at)
  await sql`insert into cases.file (commune_id, id, person_id, opened_at, demo, number)
    values (${communeId}, ${id}, ${personId}, ${at.toISOString()}, ${demo}, ${number})`.execute(files)
  return number
}
