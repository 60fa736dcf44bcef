// What is worth knowing of an opening, found while it is made: reader and person are compared here and nowhere else.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Context, Db } from '../../../../platform/server/slice.ts'
import { factsOfReading, type PersonRead } from '../../rules/reading/facts.ts'
import { type ReadingFact, readingRuleIds, readingRules } from '../../rules/reading/rules.ts'
import { readersNames } from '../readers.ts'
import { identityOf } from '../sealing/person.ts'
import { storeQuestion } from './asking.ts'

export type ReaderNow = { id: string; name: string; mayRecord: boolean }
export type OpenedNow = { number: string; facts: ReadingFact[] }
type Row = {
  number: string
  closed: boolean
  person_id: string
  wrapped_key: Buffer | null
  master_key: string | null
  sealed: Buffer | null
}

/** Asked outside the files, for inside there is nobody but the persons. */
export async function readerNow({ db, person, scopeFor }: Context): Promise<ReaderNow> {
  const id = person?.id ?? ''
  const { everywhere, roots } = scopeFor('cases.record')
  return { id, name: (await readersNames(db, [id])).get(id) ?? '', mayRecord: everywhere || roots.length > 0 }
}

/** Undefined where there is no such file. */
export async function openedNow(
  files: Db,
  { communeId, fileId }: { communeId: string; fileId: string },
  reader: ReaderNow,
): Promise<OpenedNow | undefined> {
  const { rows } = await sql<Row>`
    select file.number, file.closed_on is not null as closed, person.id as person_id, person.wrapped_key, person.master_key, person.sealed
    from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
    where file.commune_id = ${communeId} and file.id = ${fileId}`.execute(files)
  const [row] = rows
  if (!row) return undefined
  const homes = await sql<{ communeId: string; hamlet: string }>`
    select commune_id as "communeId", hamlet from cases.reader_home where reader_id = ${reader.id}`.execute(files)
  const facts = factsOfReading(
    { ...reader, home: homes.rows[0] },
    { person: personIn(row), communeId, closed: row.closed },
  )
  return { number: row.number, facts }
}

const personIn = ({ person_id, wrapped_key, master_key, sealed }: Row): PersonRead | undefined =>
  wrapped_key && master_key && sealed
    ? identityOf({ id: person_id, wrapped: wrapped_key, master: master_key, sealed })
    : undefined

/** What one opening asks by itself is asked in the same breath; what many together ask, the watch finds. */
export async function askAtOnce(
  files: Db,
  opening: { communeId: string; id: string; readerId: string; at: string } & OpenedNow,
): Promise<void> {
  const rules = readingRuleIds.filter((id) => {
    const rule = readingRules[id]
    return rule.when === 'opened' && opening.facts.includes(rule.fact)
  })
  const { communeId, id: about, readerId, number: fileNumber, at } = opening
  for (const rule of rules)
    await storeQuestion(files, {
      ...{ communeId, id: uuidv7(), rule, about, readerId, fileNumber, openings: 1, since: at, until: at },
      foundAt: at,
    })
}
