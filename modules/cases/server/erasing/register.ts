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
  let again = 0
  const communes = await insideWatch(db, watch, communesWithFiles)
  // A person moves with the id that they have: an older back-up may hold them in another commune.
  for (const entry of entries) for (const communeId of communes) if (await eraseAgain(db, communeId, entry)) again += 1
  const known = new Set(entries.map(({ digest }) => digest))
  const missing = (await allCertificates(db)).filter(({ digest }) => !known.has(digest))
  if (missing.length > 0) append(file, missing)
  return { again, written: missing.length, damaged }
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

/** Answers whether the person was still there. */
async function eraseAgain(db: Db, communeId: string, entry: Sealed): Promise<boolean> {
  const { personId, decidedAt, certificate } = entry
  const there = await insideFiles(db, { communeId, ...register }, async (files) => {
    const { rows } = await sql`
      select 1 from cases.person where commune_id = ${communeId} and id = ${personId} and erased_on is null`.execute(
      files,
    )
    return rows.length > 0
  })
  if (!there) return false
  await keepingHere(db, { work: 'erase', by: certificate }, async (inside) => {
    await sql`delete from cases.erasure where commune_id = ${communeId} and person_id = ${personId} and decided_at is null`.execute(
      inside,
    )
    if (communeId === entry.communeId) await keepCertificate(inside, entry)
    const on = new Date(Date.parse(decidedAt) + 7 * 3_600_000).toISOString().slice(0, 10)
    await destroyPerson(inside, { communeId, personId, on })
  })
  return true
}

/** Where another certificate has its number meanwhile, the person is erased all the same, and the file keeps this one. */
const keepCertificate = (inside: Db, entry: Sealed) =>
  sql`insert into cases.erasure (commune_id, id, person_id, ground, proposed_at, proposed_by, decision, decided_at, decided_by,
      certificate, destroyed, master_keys, previous, digest)
    values (${entry.communeId}, ${entry.id}, ${entry.personId}, ${entry.ground}, ${entry.proposedAt}, ${entry.proposedBy},
      'erase', ${entry.decidedAt}, ${entry.decidedBy}, ${entry.certificate}, ${JSON.stringify(entry.destroyed)},
      ${entry.masterKeys}, ${entry.previous === '' ? null : Buffer.from(entry.previous, 'hex')}, ${Buffer.from(entry.digest, 'hex')})
    on conflict do nothing`.execute(inside)
