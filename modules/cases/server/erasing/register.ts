// The register of erasures outside the database: a file beside the master key, which has to come along wherever a back-up shall be
// read again. Before anything is served, whoever it names is erased anew in a database that is older than the erasing.

import { sql } from 'kysely'
import { readPrivate, writePrivate } from '../../../../platform/private-files.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { insideFiles } from '../sealing/inside.ts'
import { keepingHere } from '../sealing/keeping.ts'
import { communesWithFiles, insideWatch } from '../sealing/watching.ts'
import { certificates, digestOf, type Sealed } from './chain.ts'
import { destroyPerson } from './destroy.ts'

export type Reapplied = {
  /** Persons who were erased again. */
  again: number
  /** Entries that were written into the file. */
  written: number
  /** Lines that are not what was written: they are left as they are and nothing is done by them. */
  damaged: number
}

/** Both ways: what the file knows and the database does not is erased again, what the database knows is written into the file. */
export async function keepErasures(db: Db, file: string): Promise<Reapplied> {
  const { entries, damaged } = readRegister(file)
  // A person moves with the id that they have, and files are merged: an older back-up may hold them elsewhere, or twice.
  const byPerson = new Map(
    entries.flatMap((entry) => [entry.personId, ...entry.destroyed.persons].map((id) => [id, entry] as const)),
  )
  let again = 0
  for (const communeId of await insideWatch(db, watch, communesWithFiles))
    for (const personId of await stillThere(db, communeId, [...byPerson.keys()])) {
      await eraseAgain(db, { communeId, personId }, byPerson.get(personId) as Sealed)
      again += 1
    }
  return { again, written: await writeErasures(db, file), damaged }
}

/** Writes what the file does not know yet; answers how many entries that were. */
export async function writeErasures(db: Db, file: string): Promise<number> {
  const known = new Set(readRegister(file).entries.map(({ digest }) => digest))
  const missing = (await allCertificates(db)).filter(({ digest }) => !known.has(digest))
  if (missing.length > 0) append(file, missing)
  return missing.length
}

/** Of every commune that keeps files. */
export async function allCertificates(db: Db): Promise<Sealed[]> {
  const found: Sealed[] = []
  for (const communeId of await insideWatch(db, watch, communesWithFiles))
    found.push(...(await insideFiles(db, { communeId, ...register }, (files) => certificates(files))))
  return found
}
const watch = { readerId: 'register', purpose: 'count' } as const
const register = { readerId: 'register', purpose: 'erasures' }

function readRegister(file: string): { entries: Sealed[]; damaged: number } {
  const lines = (readPrivate(file) ?? '').split('\n').filter((line) => line !== '')
  const entries = lines.flatMap((line) => entryOf(line) ?? [])
  return { entries, damaged: lines.length - entries.length }
}

function entryOf(line: string): Sealed | undefined {
  try {
    const entry = JSON.parse(line) as Sealed
    return digestOf(entry) === entry.digest ? entry : undefined
  } catch {
    return undefined
  }
}

/** Whole or not at all: the file is written beside and put in its place. */
function append(file: string, entries: readonly Sealed[]): void {
  const before = readPrivate(file) ?? ''
  const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
  writePrivate(file, `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${lines}`)
}

const stillThere = (db: Db, communeId: string, personIds: readonly string[]): Promise<string[]> =>
  insideFiles(db, { communeId, ...register }, async (files) => {
    const { rows } = await sql<{ id: string }>`
      select id from cases.person
      where commune_id = ${communeId} and id = any(${personIds}::uuid[]) and wrapped_key is not null`.execute(files)
    return rows.map(({ id }) => id)
  })

const eraseAgain = (db: Db, { communeId, personId }: { communeId: string; personId: string }, entry: Sealed) =>
  keepingHere(db, { work: 'erase', by: entry.certificate }, async (inside) => {
    await sql`delete from cases.erasure where commune_id = ${communeId} and person_id = ${personId} and decided_at is null`.execute(
      inside,
    )
    if (communeId === entry.communeId && personId === entry.personId) await keepCertificate(inside, entry)
    const on = new Date(Date.parse(entry.decidedAt) + 7 * 3_600_000).toISOString().slice(0, 10)
    await destroyPerson(inside, { communeId, personId, on })
  })

/** Where another certificate has its number meanwhile, the person is erased all the same, and the file keeps this one. */
const keepCertificate = (inside: Db, entry: Sealed) =>
  sql`insert into cases.erasure (commune_id, id, person_id, ground, proposed_at, proposed_by, decision, decided_at, decided_by,
      certificate, destroyed, master_keys, previous, digest)
    values (${entry.communeId}, ${entry.id}, ${entry.personId}, ${entry.ground}, ${entry.proposedAt}, ${entry.proposedBy},
      'erase', ${entry.decidedAt}, ${entry.decidedBy}, ${entry.certificate}, ${JSON.stringify(entry.destroyed)},
      ${entry.masterKeys}, ${entry.previous === '' ? null : Buffer.from(entry.previous, 'hex')}, ${Buffer.from(entry.digest, 'hex')})
    on conflict do nothing`.execute(inside)
