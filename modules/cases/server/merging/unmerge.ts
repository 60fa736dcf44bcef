// Takes a merge back: both files stand again as they stood, and what was entered since goes to the file that somebody chose.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { answers, carriesOut, type Db } from '../../../../platform/server/slice.ts'
import { caseRefusals, type Identity, ListMerges, mergeRefusals, UnmergeFiles } from '../../contract.ts'
import { aboutOf, unmergedIdentity } from '../../rules/merging.ts'
import { maySame } from '../../rules/same-person.ts'
import { oneAtATime, storeWords } from '../commands/begin.ts'
import { eventsOf, type KeptEvent, storeEvent } from '../events.ts'
import { momentOf } from '../moment.ts'
import { inOpenedFile, sayingWhatKeyIsMissing } from '../opened.ts'
import { readersNames } from '../readers.ts'
import { keepReading } from '../reading.ts'
import { keepPairs } from '../same/pairs.ts'
import { insideFiles } from '../sealing/inside.ts'
import { indexKey } from '../sealing/keys.ts'
import { identityOf, keyOf, openJson, type SealedPerson, wordsOf } from '../sealing/person.ts'
import { byFolio, refuseNotPolice, wholeOf } from './both.ts'
import { holdVersion, writeIdentity } from './merge.ts'

type Merge = {
  id: string
  goneId: string
  number: string
  at: string
  by: string
  lastFolio: number
  sealed: Buffer
}

/** Those that are in force, the last one first. */
async function mergesOf(files: Db, communeId: string, keptId: string): Promise<Merge[]> {
  const { rows } = await sql<Merge>`
    select merge.id, merge.gone_id as "goneId", file.number, merge.merged_at as at, merge.merged_by as by,
      merge.last_folio as "lastFolio", merge.sealed
    from cases.merge join cases.file on file.commune_id = merge.commune_id and file.id = merge.gone_id
    where merge.commune_id = ${communeId} and merge.kept_id = ${keptId} and merge.unmerged_at is null
    order by merge.merged_at desc, merge.last_folio desc`.execute(files)
  return rows
}

/** Entered after the merge; what is about another event goes where that one goes. */
const sinceOf = (events: readonly KeptEvent[], { lastFolio }: Merge): KeptEvent[] =>
  byFolio(events).filter(({ folio, from }) => folio > lastFolio && !from)

export const listMerges = answers(ListMerges, async (context, input) => {
  await refuseNotPolice(context, input.communeId)
  const rows = await inOpenedFile(context, input, async (files, { id, person }) => {
    const merges = await mergesOf(files, input.communeId, id)
    if (merges.length === 0) return []
    const events = await eventsOf(files, input.communeId, id, keyOf(person))
    return merges.map((merge, at) => ({ merge, last: at === 0, since: at === 0 ? sinceOf(events, merge) : [] }))
  })
  const names = await readersNames(
    context.db,
    rows.map(({ merge }) => merge.by),
  )
  return {
    rows: rows.map(({ merge: { id, number, at, by }, last, since }) => ({
      ...{ id, number, at, last },
      by: names.get(by) ?? null,
      since: since.map((event) => ({
        ...{ id: event.id, folio: event.folio, kind: event.kind, at: event.at },
        with: aboutOf(event) ?? null,
      })),
    })),
  }
})

export const unmergeFiles = carriesOut(UnmergeFiles, async (context, input) => {
  const { communeId, fileId, mergeId } = input
  await refuseNotPolice(context, communeId)
  const now = momentOf(context.now)
  const way = { communeId, readerId: context.person.id, purpose: 'opened' }
  const done = await sayingWhatKeyIsMissing(() =>
    insideFiles(context.db, way, async (files) => {
      const kept = await wholeOf(files, context, input)
      await oneAtATime(files, communeId)
      await holdVersion(files, communeId, fileId, input.version)
      const merge = await mergeToTakeBack(files, communeId, fileId, mergeId)
      const gone = await goneOf(files, communeId, merge.goneId)
      const goes = whatGoes(kept.events, merge, input.toGone)
      await sql`
        update cases.merge set unmerged_at = ${context.now.toISOString()}, unmerged_by = ${context.person.id}
        where commune_id = ${communeId} and id = ${mergeId}`.execute(files)
      await sql`update cases.file set merged_into = null where commune_id = ${communeId} and id = ${merge.goneId}`.execute(
        files,
      )
      for (const event of goes.filter(({ from }) => !from))
        await storeEvent(files, {
          ...{ communeId, fileId: merge.goneId, key: gone.key, event },
          by: event.recordedBy,
          at: new Date(event.recordedAt),
        })
      await letGo(files, { communeId, fileId, goneId: merge.goneId, at: context.now }, goes)
      const was = openJson(kept.key, merge.sealed, `merge ${mergeId}`) as { before: Identity; after: Identity }
      const identity = unmergedIdentity(kept.identity, was)
      await writeIdentity(files, communeId, kept, identity)
      await storeWords(files, communeId, gone.person.id, wordsOf(await indexKey(files), gone.identity))
      const ids = new Set(goes.map(({ id }) => id))
      const stays = kept.events.filter(({ id }) => !ids.has(id))
      const back = await eventsOf(files, communeId, merge.goneId, gone.key)
      await keepReading(files, { communeId, fileId: merge.goneId }, { identity: gone.identity, events: back, now })
      const version = await keepReading(files, { communeId, fileId }, { identity, events: stays, now })
      const reasons = maySame(identity, gone.identity) ?? []
      await keepPairs(files, communeId, [{ one: fileId, other: merge.goneId, reasons }], context.now, context.person.id)
      return { version, number: merge.number, goneId: merge.goneId, events: ids.size }
    }),
  )
  return {
    answer: { version: done.version, number: done.number },
    audit: [fileId, done.goneId].map((id) => ({
      subject: `case-file:${id}`,
      areaId: communeId,
      after: { unmerged: mergeId, events: done.events },
    })),
  }
})

async function mergeToTakeBack(files: Db, communeId: string, fileId: string, mergeId: string): Promise<Merge> {
  const merges = await mergesOf(files, communeId, fileId)
  const [last] = merges
  if (!last || !merges.some(({ id }) => id === mergeId)) throw refuse(mergeRefusals.no_merge)
  if (last.id !== mergeId) throw refuse(mergeRefusals.unmerge_later_first, { number: last.number })
  return last
}

async function goneOf(files: Db, communeId: string, goneId: string) {
  const { rows } = await sql<SealedPerson & { erasedOn: string | null }>`
    select person.id, person.wrapped_key as wrapped, person.master_key as master, person.sealed, person.erased_on as "erasedOn"
    from cases.file join cases.person on person.commune_id = file.commune_id and person.id = file.person_id
    where file.commune_id = ${communeId} and file.id = ${goneId} for no key update of file`.execute(files)
  const [person] = rows
  if (!person?.sealed) throw refuse(caseRefusals.erased, { day: person?.erasedOn ?? undefined })
  return { person, key: keyOf(person), identity: identityOf(person) }
}

/** What came from the file that comes back, what somebody chose of the rest, and what is about any of it. */
function whatGoes(events: readonly KeptEvent[], merge: Merge, toGone: readonly string[]): KeptEvent[] {
  const since = new Set(sinceOf(events, merge).map(({ id }) => id))
  const copies = events.filter(({ from }) => from?.fileId === merge.goneId).map(({ id }) => id)
  const going = new Set([...copies, ...toGone.filter((id) => since.has(id))])
  for (let before = -1; before !== going.size; ) {
    before = going.size
    for (const event of events) if (since.has(event.id) && going.has(aboutOf(event) ?? '')) going.add(event.id)
  }
  const parted = events.find((event) => {
    const about = aboutOf(event)
    return about !== undefined && going.has(event.id) && !going.has(about) && events.some(({ id }) => id === about)
  })
  if (parted) throw refuse(mergeRefusals.unmerge_split, { folio: parted.folio })
  return byFolio(events).filter(({ id }) => going.has(id))
}

/** Each stands in the file that comes back: only so does the database let it go here. */
async function letGo(
  files: Db,
  { communeId, fileId, goneId, at }: { communeId: string; fileId: string; goneId: string; at: Date },
  events: readonly KeptEvent[],
): Promise<void> {
  const ids = events.map(({ id }) => id)
  await sql`
    insert into cases.moved_event (commune_id, from_file_id, event_id, to_file_id, folio, moved_at)
    select ${communeId}, ${fileId}, id, ${goneId}, folio, ${at.toISOString()}
    from unnest(${ids}::uuid[], ${events.map(({ folio }) => folio)}::int[]) as going (id, folio)
    on conflict do nothing`.execute(files)
  await sql`
    delete from cases.event where commune_id = ${communeId} and file_id = ${fileId} and id = any(${ids}::uuid[])`.execute(
    files,
  )
}
