// Notices as a commune sees them: those that came in, or that of one hand-over.

import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../../platform/server/slice.ts'
import type { NoticeRow } from '../../contract.ts'

export type Notice = {
  id: string
  number: string
  sending_id: string
  from_id: string
  to_id: string
  addressed_id: string | null
  residence_id: string
  file_id: string
  sent_at: string
  due_at: string
  state: NoticeRow['state']
  read_at: string | null
  read_by: string | null
  decided_at: string | null
  decided_by: string | null
  head_told_at: string | null
  province_told_at: string | null
  readable: boolean
  demo: boolean
}

export async function noticesWhere(files: Db, where: RawBuilder<unknown>, rest = sql``): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    select notice.*, exists (select from handover.notice_body body where body.notice_id = notice.id) as readable
    from handover.notice where ${where} ${rest}`.execute(files)
  return rows
}

/** Who was reminded that it is late. */
export const remindedOf = ({ head_told_at: head, province_told_at: province }: Notice): NoticeRow['reminded'] => [
  ...(head ? [{ level: 'head' as const, at: head }] : []),
  ...(province ? [{ level: 'province' as const, at: province }] : []),
]
