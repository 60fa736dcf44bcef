// Forgets what lists said once their time is over: the key goes, and with it every copy of what it sealed.

import { sql } from 'kysely'
import type { Chore } from '../../../../platform/server/periodic.ts'
import type { Parts } from '../../../../platform/server/slice.ts'
import { insideFiles } from '../sealing/inside.ts'
import { communesWithFiles, insideWatch } from '../sealing/watching.ts'

/** One that was never finished has begun some files: they stay, and it counts as done. */
export async function forgetLists({ db, clock }: Pick<Parts, 'db' | 'clock'>): Promise<void> {
  const now = clock.now().toISOString()
  const readerId = 'forget'
  for (const communeId of await insideWatch(db, { readerId, purpose: 'watch' }, communesWithFiles))
    await insideFiles(db, { communeId, readerId, purpose: 'forget' }, async (files) => {
      await sql`
        delete from cases.import_row row using cases.import one
        where one.commune_id = ${communeId} and row.commune_id = one.commune_id and row.import_id = one.id
          and one.keep_until <= ${now} and one.wrapped_key is not null and row.outcome <> 'entered'`.execute(files)
      await sql`
        update cases.import set wrapped_key = null, master_key = null, sealed_file = null, sealed_plan = null,
          state = case when state in ('running', 'done') then 'done' else 'cancelled' end,
          finished_at = coalesce(finished_at, ${now}), version = version + 1
        where commune_id = ${communeId} and keep_until <= ${now} and wrapped_key is not null`.execute(files)
    })
}

export const listChores: readonly Chore[] = [{ name: 'forget-person-lists', everySeconds: 600, run: forgetLists }]
