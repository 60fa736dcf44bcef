// The public check of a signed promise: that it is genuine, and nothing about the person.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'

export type Checked = {
  drive: { vi: string; en: string }
  group: { vi: string; en: string }
  commune: string
  signedOn: string
  textNumber: number
  title: string
  promises: string[]
  countersigned: boolean
  voidedOn: string | null
  demo: boolean
}

export async function checkPromise(db: Db, code: string): Promise<Checked | undefined> {
  const { rows } = await sql<Checked>`
    select json_build_object('vi', drive.name_vi, 'en', drive.name_en) as drive,
      json_build_object('vi', kind.name_vi, 'en', kind.name_en) as "group", commune.name as commune,
      promise.signed_on as "signedOn", promise.text_number as "textNumber", wording.title, wording.promises,
      promise.countersigned_on is not null as countersigned, promise.voided_on as "voidedOn", drive.demo
    from commitment_promise promise
    join commitment_drive drive on drive.id = promise.drive_id
    join commitment_group kind on kind.id = promise.group_id
    join area_unit commune on commune.id = promise.commune_id
    join commitment_text wording on wording.drive_id = promise.drive_id and wording.group_id = promise.group_id
      and wording.number = promise.text_number
    where promise.code = ${code} order by promise.void_number limit 1`.execute(db)
  return rows[0]
}
