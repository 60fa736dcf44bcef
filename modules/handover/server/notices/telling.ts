// Tells the commune of stay, and takes it back with the hand-over: what it says lies in the box of that commune alone.

import { sql } from 'kysely'
import { v5 as uuidv5 } from 'uuid'
import { newKey, seal } from '../../../../platform/server/envelope.ts'
import type { Db } from '../../../../platform/server/slice.ts'
import type { Identity } from '../../../cases/contract.ts'
import { handOver, insideFiles, instantOf, momentOf, wrap } from '../../../cases/server/public.ts'
import { isTold, type NoticeFields, noticeFields } from '../../rules/notice.ts'
import { answerDue } from '../../rules.ts'

export const boundTo = (id: string): string => `notice ${id}`

type Telling = {
  sendingId: string
  fromId: string
  toId: string
  stayId: string | null
  fileId: string
  identity: Identity
  residence: string
  stay: string
  by: string
  now: Date
  demo: boolean
}

/** In the transaction of the sending. */
export async function tellStay(db: Db, told: Telling): Promise<void> {
  const { sendingId, fromId, stayId, fileId, by, now } = told
  if (!isTold(stayId, told)) return
  const id = uuidv5('notice of stay', sendingId)
  const due = instantOf(answerDue(momentOf(now)))
  await insideFiles(db, { communeId: fromId, readerId: by, purpose: handOver }, (files) =>
    sql`insert into handover.notice (id, number, sending_id, from_id, to_id, residence_id, file_id, sent_at, sent_by, due_at, demo)
      select ${id}, 'TB-' || to_char(${now.toISOString()}::timestamptz at time zone 'Asia/Ho_Chi_Minh', 'YYYY') || '-'
        || (select lpad(next, greatest(4, length(next)), '0') from (select nextval('handover.notice_number')::text as next) as numbered),
        ${sendingId}, ${fromId}, ${stayId}, ${told.toId}, ${fileId}, ${now.toISOString()}, ${by}, ${due}::timestamptz, ${told.demo}`.execute(
      files,
    ),
  )
  const fields: NoticeFields = noticeFields(told.identity, {
    residence: told.residence || told.identity.residence,
    stay: told.stay,
  })
  const key = newKey()
  const { wrapped, master } = wrap(key, boundTo(id))
  const sealed = seal(key, Buffer.from(JSON.stringify(fields)), boundTo(id))
  await insideFiles(db, { communeId: stayId, readerId: by, purpose: handOver }, (files) =>
    sql`insert into handover.notice_body (notice_id, to_id, wrapped_key, master_key, sealed)
      values (${id}, ${stayId}, ${wrapped}, ${master}, ${sealed})`.execute(files),
  )
}

type Ended = { communeId: string; sendingId: string; by: string; now: Date }

/** The file does not go: nobody is told of a move that was not. What was read stays on record, its words do not. */
export async function takeNoticeBack(db: Db, { communeId, sendingId, by, now }: Ended): Promise<void> {
  const { rows } = await insideFiles(db, { communeId, readerId: by, purpose: handOver }, (files) =>
    sql<{ id: string; to_id: string }>`
      update handover.notice set state = 'withdrawn', decided_at = ${now.toISOString()}, decided_by = ${by}
      where sending_id = ${sendingId} and state <> 'withdrawn' returning id, to_id`.execute(files),
  )
  for (const { id, to_id } of rows)
    await insideFiles(db, { communeId: to_id, readerId: by, purpose: handOver }, (files) =>
      sql`delete from handover.notice_body where notice_id = ${id}`.execute(files),
    )
}
