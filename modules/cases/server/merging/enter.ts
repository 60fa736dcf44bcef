// Merges two files that come from somewhere else, as they are entered: a demonstration. Nobody has opened them.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { MergeTake } from '../../contract.ts'
import { eventsOf } from '../events.ts'
import { insideFiles } from '../sealing/inside.ts'
import { identityOf, keyOf, type SealedPerson } from '../sealing/person.ts'
import type { Whole } from './both.ts'
import { mergeInto } from './merge.ts'

const ofTheKept: MergeTake = {
  ...{ name: 'kept', birth: 'kept', sex: 'kept', residence: 'kept', stay: 'kept', phone: 'kept' },
  ...{ otherNames: 'both', papers: 'both', circumstances: 'both' },
}

type Entering = { communeId: string; id: string; keptId: string; goneId: string; by: string; now: Date }

/** In one transaction; of what both say of the person, what the kept file says stands. */
export async function enterMerge(db: Db, { communeId, id, keptId, goneId, by, now }: Entering): Promise<void> {
  await insideFiles(db, { communeId, readerId: by, purpose: 'enter' }, async (files) => {
    const [kept, gone] = [await wholeEntered(files, communeId, keptId), await wholeEntered(files, communeId, goneId)]
    await mergeInto(files, { communeId, id, take: ofTheKept, by, now }, kept, gone)
  })
}

async function wholeEntered(files: Db, communeId: string, fileId: string): Promise<Whole> {
  const { rows } = await sql<SealedPerson>`
    select person.id, person.wrapped_key as wrapped, person.master_key as master, person.sealed
    from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
    where file.commune_id = ${communeId} and file.id = ${fileId}`.execute(files)
  const [person] = rows
  if (!person) throw new Error(`there is no file ${fileId}`)
  const key = keyOf(person)
  const events = await eventsOf(files, communeId, fileId, key)
  return { file: { id: fileId, person }, key, identity: identityOf(person), events }
}
