// What other modules note in the register: which record a document governs.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'

/** `subject` as `plan-version:0192…`; noting it twice changes nothing. */
export async function noteGoverned(db: Db, documentId: string, subject: string): Promise<void> {
  await sql`
    insert into document_link (document_id, subject, relation) values (${documentId}, ${subject}, 'governs')
    on conflict do nothing`.execute(db)
}
