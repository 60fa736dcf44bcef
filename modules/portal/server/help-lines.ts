// The places that help, in the order of the portal.

import { sql } from 'kysely'
import type * as z from 'zod/mini'
import type { Db } from '../../../platform/server/slice.ts'
import type { HelpLine as HelpLineShape } from '../contract.ts'

export type HelpLine = z.output<typeof HelpLineShape>

export async function helpLines(db: Db): Promise<HelpLine[]> {
  const found = await sql<HelpLine>`
    select id, kind, number, title_vi as "titleVi", title_en as "titleEn", note_vi as "noteVi", note_en as "noteEn", placeholder
    from help_line order by position`.execute(db)
  return found.rows
}
