// What the law makes of a file now, and what of it lists need: status, since when, the next time limit.

import { sql } from 'kysely'
import type { Db } from '../../../platform/server/slice.ts'
import { keptAsOf } from '../rules/kept-as.ts'
import type { Life } from '../rules.ts'
import { instantOf } from './moment.ts'

/**
 * Kept with the file in the same transaction as the event, so that lists are never behind. A file is closed when the person's
 * time is over and nothing is left to do; a correction may open it again. Answers the new version.
 */
export async function keepReading(
  files: Db,
  { communeId, fileId }: { communeId: string; fileId: string },
  life: Life,
): Promise<number> {
  const { status, next } = life
  const duties = next.filter(({ optional }) => !optional)
  const [due] = duties.flatMap((step) => step.due ?? []).sort()
  const closedOn = status?.kind === 'ended' && duties.length === 0 ? status.since.slice(0, 10) : null
  const keptAs = keptAsOf(life)
  // Nothing was ever decided and nothing is left to do: it is kept from the last event on.
  const settledOn =
    keptAs === 'nothing-decided' && duties.length === 0
      ? sql`(select max(happened_at at time zone 'Asia/Ho_Chi_Minh')::date from cases.event where commune_id = ${communeId} and file_id = ${fileId})`
      : sql`${closedOn}::date`
  const { rows } = await sql<{ version: number }>`
    update cases.file set kept_as = ${keptAs}, settled_on = ${settledOn},
      restricted_on = case when ${settledOn} is not null then restricted_on end, status = ${status?.kind ?? null}, status_since = ${status ? status.since.slice(0, 10) : null}::date,
      next_due_at = ${due ? instantOf(due) : null}::timestamptz, closed_on = ${closedOn}::date, version = version + 1
    where commune_id = ${communeId} and id = ${fileId} returning version`.execute(files)
  return rows[0]?.version ?? 0
}
