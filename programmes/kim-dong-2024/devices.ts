// Two invented phones for the office to look at: one in touch today, one silent for four days with something still on it. Phones live
// by the real clock while the demonstration stands still, so they are dated anew each time the demonstration starts.

import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/server/slice.ts'
import { hamletId } from './hamlets.ts'
import { areaId, demoId, personId } from './ids.ts'

const hour = 3_600_000
const day = 24 * hour

const devices = [
  { who: 'xa', name: 'Máy tổ dân phố (minh họa)', placeId: areaId('12280'), unseen: hour, waiting: 0 },
  { who: 'thon', name: 'Máy thôn Đông (minh họa)', placeId: hamletId('12322', 'Đông'), unseen: 4 * day, waiting: 6 },
] as const

export async function dateDevices(db: Db, now: Date): Promise<void> {
  for (const { who, name, placeId, unseen, waiting } of devices) {
    const id = demoId(`device:${who}`)
    const seenAt = new Date(now.getTime() - unseen)
    await sql`
      insert into field_device (id, person_id, name, secret, enrolled_at, seen_at, waiting)
      select ${id}, id, ${name}, ${randomBytes(32)}, ${seenAt}, ${seenAt}, ${waiting} from person where id = ${personId(who)} and demo
      on conflict (id) do update set seen_at = excluded.seen_at
        where field_device.wipe_ordered_at is null and field_device.withdrawn_at is null`.execute(db)
    await sql`
      insert into field_copy (device_id, place_id, unit_id, pulled_at)
      select id, ${placeId}, ${placeId}, ${seenAt} from field_device where id = ${id} and withdrawn_at is null
      on conflict (device_id, place_id) do update set pulled_at = excluded.pulled_at`.execute(db)
  }
}
