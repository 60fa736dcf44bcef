// Somebody is erased: a pack on its way holds their key, and words about a return are sealed with it. That a file went from
// commune to commune stays on record.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { eraseNotices } from './notices/keeping.ts'

export const handOversOfErased = {
  async onItsWay(files: Db, fileIds: readonly string[]): Promise<boolean> {
    const { rows } = await sql`
      select 1 from handover.sending where state = 'sent' and file_id = any(${fileIds}::uuid[])
      union all select 1 from handover.departure where state = 'sent' and file_id = any(${fileIds}::uuid[]) limit 1`.execute(
      files,
    )
    return rows.length > 0
  },
  async erase(inside: Db, fileIds: readonly string[]): Promise<void> {
    await sql`delete from handover.pack where sending_id in (
      select id from handover.sending where file_id = any(${fileIds}::uuid[]))`.execute(inside)
    await eraseNotices(inside, fileIds)
    await sql`update handover.sending set note = null where file_id = any(${fileIds}::uuid[])`.execute(inside)
    await sql`update handover.departure set note = null where file_id = any(${fileIds}::uuid[])`.execute(inside)
  },
}
