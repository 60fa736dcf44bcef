// A whole file on its way to another commune: read with all that is in it, left behind as a stub, taken in. Each step happens in
// the files of one commune; whoever calls them does so in one transaction, for the purpose `hand-over`.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../platform/contract/refusal.ts'
import type { Db } from '../../../platform/server/slice.ts'
import type { Moment } from '../../../rules/law/moment.ts'
import { caseRefusals, eventRefusals, type Identity, ruleOfFiles } from '../contract.ts'
import type { FileEvent } from '../events.ts'
import { factsOf } from '../rules/person-facts.ts'
import { judgeEvent, type Life, readLife } from '../rules.ts'
import { nextNumber, oneAtATime, storeWords } from './commands/begin.ts'
import { eventsOf, type KeptEvent, storeEvent } from './events.ts'
import { lawOn } from './law.ts'
import { instantOf, momentOf } from './moment.ts'
import { type Beside, besideOf, takeBesideIn } from './moving-beside.ts'
import { keepReading } from './reading.ts'
import { likelySame } from './same/candidates.ts'
import { notePairs } from './same/pairs.ts'
import { indexKey, wrap } from './sealing/keys.ts'
import { identityOf, keyOf, openJson, type SealedPerson, sealJson, wordsOf } from './sealing/person.ts'

/** The purpose for which stubs are seen too. */
export const handOver = 'hand-over'

/** All of a file, in the clear: only ever sealed or in memory. */
export type MovingFile = {
  id: string
  number: string
  openedAt: string
  demo: boolean
  /** The key goes along: what is sealed with it elsewhere can still be read, and erased. */
  person: { id: string; key: string; version: number; identity: Identity }
  events: readonly KeptEvent[]
  beside: Beside
}
type At = { communeId: string; fileId: string }
type Locked = { whole: MovingFile; version: number }

/** Locks the file: who writes to it waits until this is done. */
export const lockWhole = (files: Db, at: At): Promise<Locked> => readWhole(files, at, sql`for update of file`)

export async function readWhole(files: Db, at: At, locking = sql``): Promise<Locked> {
  const { communeId, fileId } = at
  const { rows } = await sql<FileRow>`
    select file.number, file.opened_at, file.demo, file.version, person.id, person.wrapped_key as wrapped,
      person.master_key as master, person.sealed, person.version as person_version, person.erased_on
    from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
    where file.commune_id = ${communeId} and file.id = ${fileId} and file.handed_over is null ${locking}`.execute(files)
  const row = rows[0]
  if (!row) throw refuse(platformRefusals.not_found)
  const { id, wrapped, master, sealed } = row
  if (!wrapped || !master || !sealed) throw refuse(caseRefusals.erased, { day: row.erased_on ?? undefined })
  const person: SealedPerson = { id, wrapped, master, sealed }
  const key = keyOf(person)
  return {
    version: row.version,
    whole: {
      ...{ id: fileId, number: row.number, openedAt: row.opened_at, demo: row.demo },
      person: { id, key: key.toString('base64'), version: row.person_version, identity: identityOf(person) },
      events: await eventsOf(files, communeId, fileId, key),
      beside: await besideOf(files, at),
    },
  }
}
type FileRow = {
  number: string
  opened_at: string
  demo: boolean
  version: number
  id: string
  wrapped: Buffer | null
  master: string | null
  sealed: Buffer | null
  person_version: number
  erased_on: string | null
}

/** Under the answers of the day to what the law leaves open. */
export async function lifeOf(
  db: Db,
  { person, events }: Pick<MovingFile, 'person' | 'events'>,
  now: Date,
): Promise<Life> {
  const { choices } = await lawOn(db, momentOf(now).slice(0, 10))
  return readLife(factsOf(person.identity), events, momentOf(now), choices)
}

/** Seals a few words about the person for a place outside the files; whoever erases the person erases them. */
export const sealedWith = ({ person: { key } }: MovingFile, words: string, bound: string): Buffer =>
  sealJson(Buffer.from(key, 'base64'), words, bound)
export const openedWith = (person: SealedPerson, sealed: Buffer, bound: string): string =>
  openJson(keyOf(person), sealed, bound) as string

/** Enters an event that the work of handing over makes, where the law allows it; answers the file as it is then. */
export async function addEvent(
  files: Db,
  at: At,
  { whole }: Locked,
  { event, by, now }: { event: FileEvent; by: string; now: Date },
): Promise<Locked> {
  const { events, person } = whole
  const law = await lawOn(files, momentOf(now).slice(0, 10))
  const verdict = judgeEvent(factsOf(person.identity), events, event, momentOf(now), law.choices)
  if (!verdict.ok) throw refuse(eventRefusals[verdict.fault], { article: verdict.article ?? ruleOfFiles })
  const folio = await storeEvent(files, { ...at, key: Buffer.from(person.key, 'base64'), event, by, at: now })
  const kept = { ...event, folio, recordedAt: now.toISOString(), recordedBy: by } as KeptEvent
  const all = inOrder([...events, kept])
  const read = { identity: person.identity, events: all, now: momentOf(now), law }
  const version = await keepReading(files, at, read)
  return { whole: { ...whole, events: all }, version }
}
const inOrder = (events: readonly KeptEvent[]): KeptEvent[] =>
  [...events].sort((one, other) => (one.at === other.at ? one.folio - other.folio : one.at < other.at ? -1 : 1))

/**
 * The sender keeps the number, and who read the file after it was sealed (db/migrations/0060_far_hand_over.sql); within one
 * installation all that goes along, for it is sealed until the last moment.
 */
export async function leaveStub(
  files: Db,
  { communeId, fileId }: At,
  sendingId: string,
  sealedAt = 'infinity',
): Promise<void> {
  await sql`select cases.leave_stub(${communeId}, ${fileId}, ${sendingId}, ${sealedAt}::timestamptz)`.execute(files)
}

/** From now on it is read and not written to; or it may be written to again. The file is locked already. */
export async function keepAsSent(files: Db, { communeId, fileId }: At, departureId: string | null): Promise<void> {
  await sql`update cases.file set sent_away = ${departureId}, version = version + 1
    where commune_id = ${communeId} and id = ${fileId}`.execute(files)
}

/** Numbers of files of this commune that may be of the same person. */
export async function alikeIn(files: Db, communeId: string, { person }: Pick<MovingFile, 'person'>): Promise<string[]> {
  const asked = [{ key: 0, identity: person.identity }]
  return (await likelySame(files, communeId, await indexKey(files), asked)).map(({ number }) => number)
}

/** Takes a file in: as it was, under a number of this commune; one that was here before takes its old number again. */
export async function takeIn(files: Db, communeId: string, whole: MovingFile, now: Date): Promise<{ number: string }> {
  await oneAtATime(files, communeId)
  await takePersonIn(files, communeId, whole)
  const number = await takeFileIn(files, communeId, whole)
  const at = { communeId, fileId: whole.id }
  for (const event of whole.events) await storeMovedEvent(files, at, whole, event)
  await takeBesideIn(files, at, { beside: whole.beside, from: whole.number, now })
  await keepReading(files, at, { identity: whole.person.identity, events: whole.events, now: momentOf(now) })
  const written = [{ fileId: whole.id, identity: whole.person.identity }]
  await notePairs(files, await indexKey(files), { communeId, at: now }, written)
  return { number }
}

/** Whether somebody else is kept here under the id of this person: what comes from elsewhere must not become theirs. */
export async function isSomebodyElse(files: Db, communeId: string, { person }: MovingFile): Promise<boolean> {
  const { rows } = await sql<SealedPerson>`
    select id, wrapped_key as wrapped, master_key as master, sealed from cases.person
    where commune_id = ${communeId} and id = ${person.id} and sealed is not null`.execute(files)
  return rows[0] !== undefined && keyOf(rows[0]).toString('base64') !== person.key
}

async function takePersonIn(files: Db, communeId: string, { person, demo }: MovingFile): Promise<void> {
  const key = Buffer.from(person.key, 'base64')
  const { wrapped, master } = wrap(key, `person ${person.id}`)
  const sealed = sealJson(key, person.identity, `person ${person.id}`)
  // The person may be known here by another file; that one is sealed with the same key.
  await sql`
    insert into cases.person (commune_id, id, wrapped_key, master_key, sealed, version, demo)
    values (${communeId}, ${person.id}, ${wrapped}, ${master}, ${sealed}, ${person.version}, ${demo})
    on conflict (commune_id, id) do update set wrapped_key = excluded.wrapped_key, master_key = excluded.master_key,
      sealed = excluded.sealed, version = greatest(cases.person.version + 1, excluded.version)`.execute(files)
  await sql`delete from cases.person_word where commune_id = ${communeId} and person_id = ${person.id}`.execute(files)
  await storeWords(files, communeId, person.id, wordsOf(await indexKey(files), person.identity))
}

async function takeFileIn(files: Db, communeId: string, whole: MovingFile): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    update cases.file set handed_over = null, person_id = ${whole.person.id}, version = version + 1
    where commune_id = ${communeId} and id = ${whole.id} and handed_over is not null returning number`.execute(files)
  if (rows[0]) return rows[0].number
  const number = await nextNumber(files, communeId, new Date(whole.openedAt))
  await sql`
    insert into cases.file (commune_id, id, person_id, number, opened_at, demo)
    values (${communeId}, ${whole.id}, ${whole.person.id}, ${number}, ${whole.openedAt}, ${whole.demo})`.execute(files)
  return number
}

/** Folio, who recorded it and when stay as they were. */
async function storeMovedEvent(
  files: Db,
  { communeId, fileId }: At,
  { person }: MovingFile,
  event: KeptEvent,
): Promise<void> {
  const sealed = sealJson(Buffer.from(person.key, 'base64'), event.details, `event ${event.id}`)
  await sql`
    insert into cases.event (commune_id, file_id, id, folio, kind, happened_at, recorded_at, recorded_by, sealed)
    values (${communeId}, ${fileId}, ${event.id}, ${event.folio}, ${event.kind}, ${instantOf(event.at)}, ${event.recordedAt},
      ${event.recordedBy}, ${sealed})`.execute(files)
}

/** The event that says so in the file, from the sending on; it closes the time limit that the move began. */
export const withHandOver = (
  whole: MovingFile,
  { id, at, to, note, by, now }: { id: string; at: Moment; to: string; note: string; by: string; now: Date },
): MovingFile => ({
  ...whole,
  events: inOrder([
    ...whole.events,
    {
      ...{ id, kind: 'file-handed-over', at, details: { to, note } },
      folio: 1 + Math.max(0, ...whole.events.map(({ folio }) => folio)),
      ...{ recordedAt: now.toISOString(), recordedBy: by },
    },
  ]),
})
