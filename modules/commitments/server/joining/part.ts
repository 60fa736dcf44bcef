// Two entries that were joined are two again: each has its own promises, also what was signed for the ended one meanwhile.

import { sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Done, Joined } from './join.ts'
import { giveTo, isReplaced, promisesBy, replaceBy, revive, stands } from './promises.ts'
import { bringReasonsBack, setReasonsAside } from './reasons.ts'
import { type Counted, changeTallies } from './tallies.ts'

export async function partPromises(db: Db, joined: Joined, { moved, replaced, carried }: Done): Promise<void> {
  const { kept, ended } = joined
  const meanwhile = await acceptedMeanwhile(db, joined)
  const theirs = new Set([...moved, ...replaced])
  const signed = new Set<string>()
  const counted: Counted[] = []
  // What was accepted last stands; what it took the place of stays replaced.
  for (const promise of await promisesBy(db, kept, [...meanwhile, ...moved])) {
    const own = meanwhile.has(promise.id)
    counted.push(...(await giveTo(db, promise, ended.id)))
    if (own && stands(promise)) signed.add(promise.driveId)
  }
  const back = await promisesBy(db, ended)
  for (const promise of back.filter(stands)) signed.add(promise.driveId)
  for (const promise of back.filter((one) => theirs.has(one.id) && isReplaced(one))) {
    if (signed.has(promise.driveId)) continue
    signed.add(promise.driveId)
    counted.push(...(await revive(db, promise)))
  }
  const copies = new Map(carried.map(({ id, of }) => [id, of]))
  for (const copy of (await promisesBy(db, kept, [...copies.keys()])).filter(stands))
    counted.push(...(await replaceBy(db, copy, copies.get(copy.id) as string, joined)))
  await changeTallies(db, counted)
  await bringReasonsBack(db, kept)
  // What was noted of the other before it was merged, and accepted since.
  await setReasonsAside(db, ended)
}

/** Held since it was signed for the ended entry, or one merged into that before, and accepted for the one that stayed. */
async function acceptedMeanwhile(db: Db, { kept, ended }: Joined): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`
    with recursive theirs as (
      select ${ended.id}::uuid as id
      union select entry.id from roster_entry entry join theirs on entry.merged_into = theirs.id
      where entry.commune_id = ${ended.communeId} and entry.ended_on is not null
    )
    select held.id from commitment_held held
    join commitment_promise promise on promise.commune_id = ${kept.communeId} and promise.id = held.id and promise.entry_id = ${kept.id}
    where held.commune_id = ${ended.communeId} and held.entry_id in (select id from theirs) and held.decision = 'accepted'`.execute(
    db,
  )
  return new Set(found.rows.map(({ id }) => id))
}
