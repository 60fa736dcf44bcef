// The programme of the demonstration: who leads it, its phases, and the day that it opens with.

import { sql } from 'kysely'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, demoId, programmeId } from './ids.ts'

/** The day on which the demonstration is looked at when it opens. */
export const opensOn = '2024-11-15'

const phases = [
  ['launch', 'Phát động, triển khai kế hoạch', 'Launch of the plan', '2024-02-27', '2024-03-31'],
  ['conversion', 'Chuyển hóa và giữ vững địa bàn', 'Converting and keeping areas', '2024-04-01', '2024-11-30'],
  ['closing', 'Thẩm định, công nhận, tổng kết', 'Appraisal, recognition, closing', '2024-12-01', '2024-12-31'],
] as const

export async function loadProgramme(db: Db): Promise<void> {
  await sql`
    insert into programme (id, slug, name_vi, name_en, area_id, starts_on, ends_on, opens_on, demo, public)
    values (${programmeId}, 'kim-dong-2024', 'Kim Động 2024', 'Kim Động 2024', ${areaId('331')}, '2024-02-27', '2024-12-31',
      ${opensOn}, true, true) on conflict (id) do nothing`.execute(db)
  for (const [key, vi, en, from, to] of phases)
    await sql`
      insert into programme_phase (id, programme_id, name_vi, name_en, starts_on, ends_on)
      values (${demoId(`phase:${key}`)}, ${programmeId}, ${vi}, ${en}, ${from}, ${to}) on conflict (id) do nothing`.execute(
      db,
    )
}
