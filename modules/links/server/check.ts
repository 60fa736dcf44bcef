// The public check of a signed promise: that it is genuine, and nothing about the person. The QR of a sheet of paper leads here
// too, before anybody has signed it.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { plainCheckCode } from '../../commitments/contract.ts'
import { meaningOfSealed, type PrintedSheet, printedSheet } from '../../paper/server/public.ts'

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

export type Checking =
  | { state: 'signed'; code: string; promise: Checked }
  | { state: 'not-recorded'; code: string; sheet: PrintedSheet }
  | { state: 'forged' | 'unknown' | 'asked' }

/** A code as somebody typed it, or with the keyed check that a QR carries. */
export async function check(db: Db, typed: string): Promise<Checking> {
  const sealed = meaningOfSealed(typed)
  if (sealed === 'forged') return { state: 'forged' }
  const code = sealed?.code ?? plainCheckCode(typed)
  if (!code) return { state: typed ? 'unknown' : 'asked' }
  const promise = await checkPromise(db, code)
  if (promise) return { state: 'signed', code, promise }
  const sheet = await printedSheet(db, code)
  return sheet ? { state: 'not-recorded', code, sheet } : { state: 'unknown' }
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
