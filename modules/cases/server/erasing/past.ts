// What counts still need of a file that is erased: in which years it was, and through which kinds of status it went. No sex, no
// age, no day, no village: among a few files of a commune those would be somebody again; reports of years that are over hold
// those figures as numbers.

import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { factsOf } from '../../rules/person-facts.ts'
import { readLife } from '../../rules.ts'
import { eventsOf } from '../events.ts'
import { lawOn } from '../law.ts'
import { momentOf } from '../moment.ts'
import { identityOf, keyOf } from '../sealing/person.ts'
import type { Proposal } from './decide.ts'

export async function keepPast(
  files: Db,
  { communeId, fileId }: { communeId: string; fileId: string },
  person: Pick<Proposal, 'personId' | 'wrapped' | 'master'>,
): Promise<void> {
  const statuses = await statusesOf(files, communeId, fileId, person)
  // An id of chance: one that tells its time would lead to the certificate of that moment.
  const id = randomUUID()
  await sql`
    insert into cases.past (commune_id, id, begun_in, settled_in, kept_as, statuses)
    select commune_id, ${id}, extract(year from opened_at at time zone 'Asia/Ho_Chi_Minh'), extract(year from settled_on), kept_as,
      ${statuses}::text[]
    from cases.file where commune_id = ${communeId} and id = ${fileId}`.execute(files)
}

/** Each kind once, in the order of a life. */
async function statusesOf(
  files: Db,
  communeId: string,
  fileId: string,
  { personId, wrapped, master }: Pick<Proposal, 'personId' | 'wrapped' | 'master'>,
): Promise<string[]> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from cases.person where commune_id = ${communeId} and id = ${personId}`.execute(files)
  const sealed = rows[0]?.sealed
  if (!sealed) return []
  const key = { id: personId, wrapped, master }
  const events = await eventsOf(files, communeId, fileId, keyOf(key))
  const now = momentOf(new Date())
  const law = await lawOn(files, now.slice(0, 10))
  const { history, status } = readLife(factsOf(identityOf({ ...key, sealed })), events, now, law.choices)
  return [...new Set([...history, ...(status ? [status] : [])].map(({ kind }) => kind))]
}
