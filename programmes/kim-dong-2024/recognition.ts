// Decisions on record for Kim Động. The six units that Plan 60 asks to keep were recognised before the plan: that is a fact,
// the number of the decision is not known here. Everything after is invented, marked so, and never published as fact.

import { sql } from 'kysely'
import type { Db } from '../../platform/server/slice.ts'
import { areaId, communesMergedOn, demoId } from './ids.ts'

const plan60 = 'Kế hoạch 60/KH-UBND ngày 07/3/2024 (nhóm 6 xã phải giữ vững)'
const unknownDay = 'Số và ngày của quyết định chưa có trong hồ sơ; 20/12/2023 là ngày tạm ghi.'
/** Units recognised before the plan. */
const keptByPlan = ['12301', '12304', '12313', '12307', '12325', '12310']

const yearEnd: { area: string; number: string; outcome: 'kept' | 'recognised'; reason: string }[] = [
  { area: areaId('12301'), number: '2101/QĐ-UBND', outcome: 'kept', reason: 'Giữ vững năm 2024' },
  { area: areaId('12304'), number: '2102/QĐ-UBND', outcome: 'kept', reason: 'Giữ vững năm 2024' },
  { area: areaId('12313'), number: '2103/QĐ-UBND', outcome: 'kept', reason: 'Giữ vững năm 2024' },
  {
    area: areaId('12325', communesMergedOn),
    number: '2104/QĐ-UBND',
    outcome: 'kept',
    reason: 'Giữ vững năm 2024 sau khi nhập Vũ Xá và Nhân La',
  },
  { area: areaId('12319'), number: '2105/QĐ-UBND', outcome: 'recognised', reason: 'Chuyển hóa đạt trong năm 2024' },
]

export async function loadRecognition(db: Db): Promise<void> {
  for (const code of keptByPlan)
    await sql`
      insert into recognition_decision (id, area_id, outcome, number, decided_on, effective_on, issuer, criteria_version,
        reason, source, public)
      values (${demoId(`recognition:${code}:2023`)}, ${areaId(code)}, 'recognised', '', '2023-12-20', '2023-12-20', '',
        '3122/2010', ${unknownDay}, ${plan60}, true) on conflict (id) do nothing`.execute(db)
  for (const each of yearEnd)
    await sql`
      insert into recognition_decision (id, area_id, outcome, number, decided_on, effective_on, issuer, criteria_version,
        reason, demo)
      values (${demoId(`recognition:${each.area}:2024`)}, ${each.area}, ${each.outcome}, ${each.number}, '2024-12-20',
        '2024-12-20', 'UBND huyện Kim Động', '3122/2010', ${`${each.reason} (minh họa)`}, true) on conflict (id) do nothing`.execute(
      db,
    )
}
