// What becomes of notices by itself: a commune that was merged is followed, words that were told long ago are destroyed, keys are
// wrapped anew, and nothing stays of somebody who is erased.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../../db/schema.generated.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import { type Rewrap, unwrap, type Wrapped, wrap } from '../../../cases/server/public.ts'
import { keptDays } from '../../rules/notice.ts'
import { overAllThatWaits } from '../waiting.ts'
import { boundTo } from './telling.ts'

/** Answers of how many the words were destroyed. */
export const forgetNotices = (db: Kysely<DB>, now: Date): Promise<number> =>
  overAllThatWaits(db, async (inside) => {
    const until = new Date(now.getTime() - keptDays * 86_400_000).toISOString()
    const { numAffectedRows } = await sql`
      delete from handover.notice_body using handover.notice
      where notice.id = notice_body.notice_id and notice.state = 'acknowledged' and notice.decided_at < ${until}`.execute(
      inside,
    )
    return Number(numAffectedRows ?? 0n)
  })

/** Those that wait at a unit that is over, by the unit that holds its territory now. */
export async function followNotices(inside: Db, { from, heir }: { from: string; heir: string }): Promise<number> {
  const { numAffectedRows } = await sql`
    update handover.notice set to_id = ${heir}, addressed_id = coalesce(addressed_id, to_id)
    where state = 'sent' and to_id = ${from} and from_id <> ${heir}`.execute(inside)
  return Number(numAffectedRows ?? 0n)
}

export const communesToldOf = async (inside: Db): Promise<string[]> => {
  const { rows } = await sql<{ to_id: string }>`
    select distinct to_id from handover.notice where state = 'sent'`.execute(inside)
  return rows.map(({ to_id }) => to_id)
}

export const rekeyNotices: Rewrap = async (inside, current) => {
  const { rows } = await sql<Wrapped & { id: string }>`
    select notice_id as id, wrapped_key as wrapped, master_key as master from handover.notice_body
    where master_key <> ${current} for update`.execute(inside)
  for (const body of rows) {
    const { wrapped, master } = wrap(unwrap(body, boundTo(body.id)), boundTo(body.id))
    await sql`update handover.notice_body set wrapped_key = ${wrapped}, master_key = ${master} where notice_id = ${body.id}`.execute(
      inside,
    )
  }
  return rows.length
}

export const eraseNotices = (inside: Db, fileIds: readonly string[]) =>
  sql`delete from handover.notice_body where notice_id in (
    select id from handover.notice where file_id = any(${fileIds as string[]}::uuid[]))`.execute(inside)
