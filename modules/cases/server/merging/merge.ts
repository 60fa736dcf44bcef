// Two files are of one person: one is kept with all that happened, the other becomes a pointer to it, with its own papers as they
// were. Both stand as one from the same moment on; there is never a time in which both are open.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { caseRefusals, type Identity, MergeFiles, type MergeTake } from '../../contract.ts'
import { mergedIdentity, twinsOf } from '../../rules/merging.ts'
import { oneAtATime, storeWords } from '../commands/begin.ts'
import type { KeptEvent } from '../events.ts'
import { instantOf, momentOf } from '../moment.ts'
import { keepReading } from '../reading.ts'
import { indexKey } from '../sealing/keys.ts'
import { sealJson, wordsOf } from '../sealing/person.ts'
import { byFolio, inBoth, lastFolioOf, type Whole } from './both.ts'

export const mergeFiles = carriesOut(MergeFiles, async (context, input) => {
  const { communeId, id, keptId, goneId, take } = input
  const done = await inBoth(context, input, async (files, kept, gone) => {
    await oneAtATime(files, communeId)
    await holdVersion(files, communeId, keptId, input.keptVersion)
    await holdVersion(files, communeId, goneId, input.goneVersion)
    const known = await sql`select 1 from cases.merge where commune_id = ${communeId} and id = ${id}`.execute(files)
    if (known.rows.length > 0) throw refuse(caseRefusals.already_recorded)
    return mergeInto(files, { communeId, id, take, by: context.person.id, now: context.now }, kept, gone)
  })
  return {
    answer: { id, ...done },
    audit: [
      { subject: `case-file:${keptId}`, areaId: communeId, after: { merge: id, merged: goneId, events: done.moved } },
      { subject: `case-file:${goneId}`, areaId: communeId, after: { merge: id, mergedInto: keptId } },
    ],
  }
})

type Merging = { communeId: string; id: string; take: MergeTake; by: string; now: Date }

/** Both are locked, or nobody else can have them yet. */
export async function mergeInto(
  files: Db,
  { communeId, id, take, by, now }: Merging,
  kept: Whole,
  gone: Whole,
): Promise<{ version: number; moved: number; twins: number }> {
  const at = now.toISOString()
  const [keptId, goneId] = [kept.file.id, gone.file.id]
  const twins = twinsOf(kept.events, gone.events)
  const moving = byFolio(gone.events).filter((event) => !twins.has(event.id))
  const identity = mergedIdentity(kept.identity, gone.identity, take)
  await copyEvents(files, communeId, kept, goneId, moving)
  await writeIdentity(files, communeId, kept, identity)
  await point(files, communeId, { keptId, gone, day: momentOf(now).slice(0, 10), at })
  await sql`
    insert into cases.merge (commune_id, id, kept_id, gone_id, merged_at, merged_by, last_folio, sealed)
    values (${communeId}, ${id}, ${keptId}, ${goneId}, ${at}, ${by}, ${lastFolioOf(kept.events) + moving.length},
      ${sealJson(kept.key, { before: kept.identity, after: identity }, `merge ${id}`)})`.execute(files)
  const read = { identity, events: [...kept.events, ...moving], now: momentOf(now) }
  const version = await keepReading(files, { communeId, fileId: keptId }, read)
  return { version, moved: moving.length, twins: twins.size }
}

/** Two who write at once: the second waits here, and then sees that the file is another one. */
export async function holdVersion(files: Db, communeId: string, fileId: string, version: number): Promise<void> {
  const { rows } = await sql<{ version: number }>`
    select version from cases.file where commune_id = ${communeId} and id = ${fileId} and merged_into is null for no key update`.execute(
    files,
  )
  if (rows[0]?.version !== version) throw refuse(platformRefusals.changed_meanwhile)
}

/** Sealed anew with the key of the person kept, under the next numbers; what they were stays with them. */
async function copyEvents(
  files: Db,
  communeId: string,
  { file, key, events }: Whole,
  goneId: string,
  moving: readonly KeptEvent[],
): Promise<void> {
  let folio = lastFolioOf(events)
  for (const event of moving) {
    folio += 1
    await sql`
      insert into cases.event (commune_id, file_id, id, folio, kind, happened_at, recorded_at, recorded_by, sealed, from_file_id, from_folio)
      values (${communeId}, ${file.id}, ${event.id}, ${folio}, ${event.kind}, ${instantOf(event.at)}, ${event.recordedAt},
        ${event.recordedBy}, ${sealJson(key, event.details, `event ${event.id}`)}, ${goneId}, ${event.folio})`.execute(
      files,
    )
  }
}

export async function writeIdentity(
  files: Db,
  communeId: string,
  { file, key }: Pick<Whole, 'file' | 'key'>,
  identity: Identity,
): Promise<void> {
  const { id } = file.person
  await sql`update cases.person set sealed = ${sealJson(key, identity, `person ${id}`)}, version = version + 1
    where commune_id = ${communeId} and id = ${id}`.execute(files)
  await sql`delete from cases.person_word where commune_id = ${communeId} and person_id = ${id}`.execute(files)
  await storeWords(files, communeId, id, wordsOf(await indexKey(files), identity))
}

/** The other file: found no more, open for nobody, in no list of work. */
async function point(
  files: Db,
  communeId: string,
  { keptId, gone, day, at }: { keptId: string; gone: Whole; day: string; at: string },
): Promise<void> {
  const { id, person } = gone.file
  await sql`delete from cases.person_word where commune_id = ${communeId} and person_id = ${person.id}`.execute(files)
  await sql`
    update cases.file set merged_into = ${keptId}, status = null, status_since = null, next_due_at = null, settled_on = null,
      kept_as = null, closed_on = ${day}::date, version = version + 1 where commune_id = ${communeId} and id = ${id}`.execute(
    files,
  )
  await sql`
    update cases.opening set closed_at = ${at} where commune_id = ${communeId} and file_id = ${id} and closed_at is null`.execute(
    files,
  )
}
