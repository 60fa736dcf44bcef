// A drive of its own for each run, in which household heads sign with ink.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../platform/server/slice.ts'
import { areaId } from '../programmes/kim-dong-2024/ids.ts'

export async function openDrive(db: Db): Promise<string> {
  const driveId = uuidv7()
  await sql`insert into commitment_drive (id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, published_on)
    values (${driveId}, ${areaId('331')}, 'Đợt thử', 'Shaken drive', 'once', 2024, '2000-01-01', '9000-01-01', '2000-01-01')`.execute(
    db,
  )
  await sql`insert into commitment_drive_group (drive_id, group_id, counterpart, ways)
    values (${driveId}, 'household-heads', 'hamlet', '{ink}')`.execute(db)
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises)
    values (${driveId}, 'household-heads', 1, '2000-01-01', 'Lời', 'Tôi cam kết', '{không sử dụng}')`.execute(db)
  return driveId
}
