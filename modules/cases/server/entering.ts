// Enters whole files at once, as they come from somewhere else: a demonstration, a list of before.

import type { Db } from '../../../platform/server/slice.ts'
import type { Identity } from '../contract.ts'
import type { FileEvent } from '../events.ts'
import { storeFile, storePerson } from './commands/begin.ts'
import { storeEvent } from './events.ts'
import { instantOf, momentOf } from './moment.ts'
import { keepReading } from './reading.ts'
import { enterKept, type KeptWith } from './retention/enter.ts'
import { notePairs } from './same/pairs.ts'
import { insideFiles } from './sealing/inside.ts'
import { indexKey } from './sealing/keys.ts'
import { keyOf, sealNewPerson, wordsOf } from './sealing/person.ts'

export type WholeFile = {
  id: string
  personId: string
  identity: Identity
  events: readonly FileEvent[]
  kept?: KeptWith
}

type Entering = { communeId: string; by: string; now: Date; demo: boolean }

/** In one transaction; each keeps the time of its first event as the time when it was begun. */
export async function enterFiles(db: Db, entering: Entering, files: readonly WholeFile[]): Promise<void> {
  const { communeId, by, now } = entering
  await insideFiles(db, { communeId, readerId: by, purpose: 'enter' }, async (inside) => {
    const index = await indexKey(inside)
    for (const file of files) {
      const at = file.events[0] ? new Date(instantOf(file.events[0].at)) : now
      await enterFile(inside, index, { ...entering, at }, file)
    }
    const written = files.map(({ id, identity }) => ({ fileId: id, identity }))
    await notePairs(inside, index, { communeId, at: now }, written)
  })
}

/** Answers its number. `at`: when it was begun. */
export async function enterFile(
  inside: Db,
  index: Buffer,
  { communeId, by, now, at, demo }: Entering & { at: Date },
  { id, personId, identity, events, kept }: WholeFile,
): Promise<string> {
  const person = sealNewPerson(personId, identity)
  await storePerson(inside, communeId, person, wordsOf(index, identity), demo)
  const number = await storeFile(inside, { communeId, id, personId, at, demo })
  for (const event of events)
    await storeEvent(inside, { communeId, fileId: id, key: keyOf(person), event, by, at: now })
  await enterKept(inside, { communeId, fileId: id, personId, key: keyOf(person), by }, kept ?? {})
  await keepReading(inside, { communeId, fileId: id }, { identity, events, now: momentOf(now) })
  return number
}
