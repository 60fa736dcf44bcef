// Devices that have been silent for days: what was signed there is not in the figures yet.

import { sql } from 'kysely'
import { type Scope, within } from '../../../platform/server/rights.ts'
import type { Db } from '../../../platform/server/slice.ts'
import { silentDays } from '../contract/devices.ts'

export type SilentDevices = { placeId: string; devices: number; silent: number; longestUnseen: string | null }

/** For each hamlet (or commune, or body) in reach of which a device holds a copy. Wiped and withdrawn devices do not count, nor those that began anew. */
export async function silentDevices(db: Db, scope: Scope, now: Date): Promise<SilentDevices[]> {
  const bound = new Date(now.getTime() - silentDays * 86_400_000)
  const { rows } = await sql<SilentDevices>`
    select copy.place_id as "placeId", count(*)::int as devices,
      (count(*) filter (where device.seen_at < ${bound}))::int as silent,
      min(device.seen_at) filter (where device.seen_at < ${bound}) as "longestUnseen"
    from field_copy copy join field_device device on device.id = copy.device_id
    where device.wipe_ordered_at is null and device.withdrawn_at is null
      and not exists (select 1 from field_device later where later.replaces_id = device.id) and ${within(scope, sql.ref('copy.unit_id'))}
    group by copy.place_id order by copy.place_id`.execute(db)
  return rows
}
