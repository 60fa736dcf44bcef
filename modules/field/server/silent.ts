// Devices that have been silent for days: what was signed there is not in the figures yet.

import { sql } from 'kysely'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { silentDays } from '../contract/devices.ts'

/**
 * By hamlet (or commune, or body) in reach: the silent devices that hold a copy of it, by their ids, for one may hold several. Wiped
 * and withdrawn devices do not count, nor those that began anew.
 */
export async function silentDevices(db: Db, scope: Scope, now: Date): Promise<Map<string, string[]>> {
  const bound = new Date(now.getTime() - silentDays * 86_400_000)
  const { rows } = await sql<{ place_id: string; devices: string[] }>`
    select copy.place_id, array_agg(device.id order by device.id) as devices
    from field_copy copy join field_device device on device.id = copy.device_id
    where device.seen_at < ${bound} and device.wipe_ordered_at is null and device.wiped_at is null and device.withdrawn_at is null
      and not exists (select 1 from field_device later where later.replaces_id = device.id)
      and ${within(scope, sql.ref('copy.unit_id'))}
    group by copy.place_id order by copy.place_id`.execute(db)
  return new Map(rows.map(({ place_id, devices }) => [place_id, devices]))
}
