// Whose files stand in a register, and by which events: told from the kinds and times of events, which are not sealed; only a file in
// which something was corrected or withdrawn is looked into.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import { addDays } from '../../../../rules/calendar/working-days.ts'
import type { EventKind } from '../../events.ts'
import type { Register } from '../../registers/register.ts'
import { type Days, entriesOf, type Noted } from '../../registers/rows.ts'
import { effectiveEvents } from '../../rules/effective.ts'
import { eventsOf } from '../events.ts'
import { instantOf, momentOf } from '../moment.ts'
import { keyOf } from '../sealing/person.ts'

type Found = { fileId: string; at: string; eventId: string }
type FileOf = { id: string; person_id: string; wrapped_key: Buffer; master_key: string; events: KeptNote[] }
type KeptNote = { id: string; kind: EventKind; happened_at: string }
const corrections: readonly EventKind[] = ['withdrawn', 'corrected']

/** What is restricted, erased, merged or handed over stands in no register. In the order in which it happened. */
export async function rowsFor(
  files: Db,
  { communeId, register, days, now }: { communeId: string; register: Register; days: Days; now: string },
): Promise<Found[]> {
  const kinds = [...register.begins, ...(register.ends ?? []), ...corrections]
  const after = instantOf(`${addDays(days.until, 1)}T00:00`)
  const { rows } = await sql<FileOf>`
    select file.id, person.id as person_id, person.wrapped_key, person.master_key, (
      select json_agg(json_build_object('id', event.id, 'kind', event.kind, 'happened_at', event.happened_at)
        order by event.happened_at, event.folio)
      from cases.event where event.commune_id = ${communeId} and event.file_id = file.id and event.kind = any(${kinds}::text[])
    ) as events
    from cases.file join cases.person on person.commune_id = ${communeId} and person.id = file.person_id
    where file.commune_id = ${communeId} and file.merged_into is null and file.restricted_on is null
      and person.sealed is not null and (file.closed_on is null or file.closed_on >= ${days.from}::date)
      and exists (select 1 from cases.event where event.commune_id = ${communeId} and event.file_id = file.id
        and event.kind = any(${[...register.begins]}::text[]) and (event.happened_at < ${after}::timestamptz or exists (
          select 1 from cases.event mended where mended.commune_id = ${communeId} and mended.file_id = file.id and mended.kind = 'corrected')))`.execute(
    files,
  )
  const found: Found[] = []
  for (const file of rows)
    for (const { begun } of entriesOf(register, await countingIn(files, communeId, file, now), days))
      found.push({ fileId: file.id, eventId: begun.id, at: begun.at })
  return found.sort((one, other) => (one.at + one.eventId < other.at + other.eventId ? -1 : 1))
}

async function countingIn(files: Db, communeId: string, file: FileOf, now: string): Promise<Noted[]> {
  if (file.events.some(({ kind }) => corrections.includes(kind))) {
    const key = keyOf({ id: file.person_id, wrapped: file.wrapped_key, master: file.master_key })
    return effectiveEvents(await eventsOf(files, communeId, file.id, key), now)
  }
  return file.events
    .map(({ id, kind, happened_at }) => ({ id, kind, at: momentOf(new Date(happened_at)) }))
    .filter(({ at }) => at <= now)
}
