// "Done" is said of a request only where the file shows that it was: words alone are no statement and no correction.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { RequestKind } from '../../../../rules/retention/requests.ts'
import { retentionRefusals } from '../../contract.ts'
import type { OpenedFile } from '../opened.ts'

type Asked = { kind: RequestKind; person_version: number; taken_at: string }
type Here = { communeId: string; today: string }

export async function refuseUnlessDone(files: Db, here: Here, file: OpenedFile, asked: Asked): Promise<void> {
  switch (asked.kind) {
    case 'statement':
      return refuseUnless(await statementGiven(files, here, file, asked))
    case 'correction':
      return refuseUnless(file.person.version > asked.person_version || (await corrected(files, here, file, asked)))
    case 'restriction':
      return restrict(files, here, file)
    case 'erasure':
      // The decision by two answers it, and with it the file is gone.
      return refuseUnless(false)
    case 'complaint':
      return undefined
  }
}

function refuseUnless(done: boolean): void {
  if (!done) throw refuse(retentionRefusals.not_done_yet)
}

const isThere = async (question: ReturnType<typeof sql<{ there: boolean }>>, files: Db): Promise<boolean> =>
  (await question.execute(files)).rows[0]?.there ?? false

const statementGiven = (files: Db, { communeId }: Here, file: OpenedFile, { taken_at }: Asked) =>
  isThere(
    sql<{
      there: boolean
    }>`select exists (select 1 from cases.issued where commune_id = ${communeId} and file_id = ${file.id}
      and kind = 'statement' and made_at >= ${taken_at}) as there`,
    files,
  )

const corrected = (files: Db, { communeId }: Here, file: OpenedFile, { taken_at }: Asked) =>
  isThere(
    sql<{
      there: boolean
    }>`select exists (select 1 from cases.event where commune_id = ${communeId} and file_id = ${file.id}
      and kind in ('corrected', 'withdrawn') and recorded_at >= ${taken_at}) as there`,
    files,
  )

/** What the law still has to do in a file cannot wait for a wish. */
async function restrict(files: Db, { communeId, today }: Here, file: OpenedFile): Promise<void> {
  const { rows } = await sql`
    update cases.file set restricted_on = coalesce(restricted_on, ${today}::date), version = version + 1
    where commune_id = ${communeId} and id = ${file.id} and settled_on is not null returning id`.execute(files)
  if (rows.length === 0) throw refuse(retentionRefusals.still_needed)
}
