// Two entries are one: what the one that ends has signed is the promise of the one that stays. It counts once in each drive.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../../../../platform/server/slice.ts'
import { codeFor } from '../signing/sign-many.ts'
import { type EntryRef, giveTo, type Promised, promisesBy, replaceBy, stands } from './promises.ts'
import { setReasonsAside } from './reasons.ts'
import { type Counted, changeTallies } from './tallies.ts'

export type Joined = { kept: EntryRef; ended: EntryRef; personId: string; on: string }
export type Done = {
  /** Given to the one that stays. */
  moved: string[]
  /** Void since the one that stays has one of that drive, or, in the next commune, a copy. */
  replaced: string[]
  /** Copies in the commune of the one that stays: a promise is on record where it was signed, for ever. */
  carried: { id: string; of: string }[]
}

export async function joinPromises(db: Db, joined: Joined): Promise<{ promises: number; done: Done }> {
  const { kept, ended } = joined
  const signed = new Map((await promisesBy(db, kept)).filter(stands).map(({ driveId, id }) => [driveId, id]))
  const done: Done = { moved: [], replaced: [], carried: [] }
  const counted: Counted[] = []
  for (const promise of (await promisesBy(db, ended)).filter(stands)) {
    const same = signed.get(promise.driveId)
    if (same === undefined && kept.communeId === ended.communeId) {
      counted.push(...(await giveTo(db, promise, kept.id)))
      done.moved.push(promise.id)
      continue
    }
    const copy = same === undefined ? await carry(db, promise, kept) : undefined
    if (copy) {
      counted.push({ ...copy, change: 1 })
      done.carried.push({ id: copy.id, of: promise.id })
    }
    const instead = same ?? copy?.id
    // A drive of the other commune alone: the promise stays what it is, of somebody who is on that roster no more.
    if (instead === undefined) continue
    counted.push(...(await replaceBy(db, promise, instead, joined)))
    done.replaced.push(promise.id)
  }
  await changeTallies(db, counted)
  await setReasonsAside(db, kept)
  return { promises: done.moved.length + done.carried.length, done }
}

/** What was done first, and then once more for what came late. */
export const bothDone = (first: Done, then: Done): Done => ({
  moved: [...first.moved, ...then.moved],
  replaced: [...first.replaced, ...then.replaced],
  carried: [...first.carried, ...then.carried],
})

/** The same promise once more, of the entry that stays, where its commune takes part in the drive. */
async function carry(db: Db, { id, communeId }: Promised, kept: EntryRef): Promise<Promised | undefined> {
  const copyId = uuidv7()
  const made = await sql<Promised>`
    insert into commitment_promise as copy (commune_id, id, drive_id, entry_id, group_id, text_number, place_id, way, signed_on, signed_at,
      recorded_at, recorded_by, device_id, witness, typed_name, meeting_id, file_id, code, countersigned_on, countersigned_by)
    select entry.commune_id, ${copyId}::uuid, promise.drive_id, entry.id, promise.group_id, text_number, entry.place_id, way, signed_on, signed_at,
      promise.recorded_at, promise.recorded_by, device_id, witness, typed_name, meeting_id, file_id, ${codeFor(copyId)}, countersigned_on, countersigned_by
    from commitment_promise promise
    join roster_entry entry on entry.commune_id = ${kept.communeId} and entry.id = ${kept.id}
    join commitment_drive drive on drive.id = promise.drive_id
    join area_coverage reach on reach.ancestor_id = drive.area_id and reach.unit_id = entry.commune_id
    where promise.commune_id = ${communeId} and promise.id = ${id}
    returning id, commune_id as "communeId", entry_id as "entryId", drive_id as "driveId", group_id as "groupId", place_id as "placeId",
      greatest(signed_on, (select since from roster_entry one where one.commune_id = copy.commune_id and one.id = copy.entry_id)) as "countedOn",
      void_number as "voidNumber", voided_reason as "voidedReason"`.execute(db)
  await sql`
    insert into commitment_ink (commune_id, promise_id, ink, shape)
    select ${kept.communeId}, ${copyId}, ink, shape from commitment_ink
    where commune_id = ${communeId} and promise_id = ${id} and ${made.rows.length > 0}`.execute(db)
  return made.rows[0]
}

/** How many promises of each stand, in the order asked. */
export async function signedOfEntries(db: Db, entries: readonly EntryRef[]): Promise<number[]> {
  const found = await sql<{ n: number }>`
    select (select count(*)::int from commitment_promise promise where promise.commune_id = asked.commune_id
      and promise.entry_id = asked.id and promise.void_number = 0) as n
    from unnest(${entries.map(({ communeId }) => communeId)}::uuid[], ${entries.map(({ id }) => id)}::uuid[])
      with ordinality as asked (commune_id, id, at) order by asked.at`.execute(db)
  return found.rows.map(({ n }) => n)
}
