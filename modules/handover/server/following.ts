// A receiving commune that was merged or renamed while something was on its way to it: what waits goes to the one that holds
// its territory now. Where it was divided nothing moves, and the sender is shown that a choice is needed.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'
import { heirsOn, unitsById } from '../../areas/server/public.ts'
import { communesToldOf, followNotices } from './notices/keeping.ts'
import { overAllThatWaits } from './waiting.ts'

/** Answers how many sendings were readdressed. */
export async function followReceivers(db: Kysely<DB>, today: string): Promise<number> {
  return overAllThatWaits(db, async (inside) => {
    const { rows } = await sql<{ id: string; to_id: string; from_id: string }>`
      select id, to_id, from_id from handover.sending where state = 'sent' order by id for update`.execute(inside)
    const units = await unitsById(inside, [
      ...new Set([...rows.map(({ to_id }) => to_id), ...(await communesToldOf(inside))]),
    ])
    let moved = 0
    for (const unit of units.filter(({ validTo }) => validTo !== null && validTo <= today)) {
      const heirs = await heirsOn(inside, unit, today)
      const [heir] = heirs
      if (!heir || heirs.length > 1) continue
      // What would come back to whom it came from waits for the sender to take it back.
      const ids = rows.filter(({ to_id, from_id }) => to_id === unit.id && from_id !== heir.id).map(({ id }) => id)
      // The pack goes along, by its reference.
      await sql`update handover.sending set to_id = ${heir.id}, addressed_id = coalesce(addressed_id, to_id)
        where id = any(${ids}::uuid[])`.execute(inside)
      moved += ids.length + (await followNotices(inside, { from: unit.id, heir: heir.id }))
    }
    return moved
  })
}
