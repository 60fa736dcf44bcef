// What may be told to anybody about a sheet that was printed and whose signature is not recorded: for which drive it was made.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'

export type PrintedSheet = { drive: { vi: string; en: string }; demo: boolean }

export async function printedSheet(db: Db, code: string): Promise<PrintedSheet | undefined> {
  const { rows } = await sql<PrintedSheet>`
    select json_build_object('vi', drive.name_vi, 'en', drive.name_en) as drive, drive.demo
    from paper_sheet sheet join commitment_drive drive on drive.id = sheet.drive_id
    where sheet.code = ${code}`.execute(db)
  return rows[0]
}
