// What the commune of stay does with a notice: sees that it came, reads it, acknowledges it.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { unseal } from '../../../../platform/server/envelope.ts'
import { answers, carriesOut, type Db } from '../../../../platform/server/slice.ts'
import {
  handOver,
  insideFiles,
  readersNames,
  sayingWhatKeyIsMissing,
  unwrap,
  type Wrapped,
} from '../../../cases/server/public.ts'
import { AcknowledgeNotice, handOverRefusals, ListNotices, ReadNotice } from '../../contract.ts'
import type { NoticeFields } from '../../rules/notice.ts'
import { unitIn, unitsNamed } from '../rows.ts'
import { type Notice, noticesWhere, remindedOf } from './rows.ts'
import { boundTo } from './telling.ts'

const most = 200

/** What waits first, the nearest end before the others; then what is decided, the latest first. */
export const listNotices = answers(ListNotices, async ({ db, person }, { communeId }) => {
  const way = { communeId, readerId: person?.id ?? '', purpose: 'list' }
  const rows = await insideFiles(db, way, (files) =>
    noticesWhere(
      files,
      sql`notice.to_id = ${communeId}`,
      sql`order by notice.state = 'sent' desc, case when notice.state = 'sent' then notice.due_at end, notice.decided_at desc, notice.id
        limit ${most}`,
    ),
  )
  const units = await unitsNamed(
    db,
    rows.flatMap(({ from_id, residence_id, addressed_id }) => [from_id, residence_id, addressed_id]),
  )
  const names = await readersNames(
    db,
    rows.flatMap(({ read_by, decided_by }) => [read_by, decided_by].filter((id) => id !== null)),
  )
  const named = (id: string | null) => (id && names.get(id)) || null
  return {
    waiting: rows.filter(({ state }) => state === 'sent').length,
    rows: rows.map((row) => ({
      ...{ id: row.id, number: row.number, sentAt: row.sent_at, dueAt: row.due_at, state: row.state },
      ...{ from: unitIn(units, row.from_id), residesIn: unitIn(units, row.residence_id) },
      addressed: row.addressed_id ? unitIn(units, row.addressed_id) : null,
      ...{ readBy: named(row.read_by), decidedAt: row.decided_at, decidedBy: named(row.decided_by) },
      ...{ readable: row.readable, demo: row.demo, reminded: remindedOf(row) },
    })),
  }
})

/** Locked, so that of two at once the second sees what the first did. */
async function lockNotice(files: Db, { communeId, id }: { communeId: string; id: string }): Promise<Notice> {
  const [found] = await noticesWhere(
    files,
    sql`notice.id = ${id} and notice.to_id = ${communeId}`,
    sql`for update of notice`,
  )
  if (!found) throw refuse(platformRefusals.not_found)
  if (found.state === 'withdrawn') throw refuse(handOverRefusals.notice_withdrawn, { number: found.number })
  return found
}

export const readNotice = carriesOut(ReadNotice, async ({ db, person, now }, input) => {
  const { communeId, id } = input
  const { notice, fields } = await sayingWhatKeyIsMissing(() =>
    insideFiles(db, { communeId, readerId: person.id, purpose: handOver }, async (files) => {
      const found = await lockNotice(files, input)
      const said = await openNotice(files, found)
      await sql`update handover.notice set read_at = ${now.toISOString()}, read_by = ${person.id}
        where id = ${id} and read_at is null`.execute(files)
      return { notice: found, fields: said }
    }),
  )
  const { paper, ...who } = fields
  return {
    answer: { reader: person.name, person: { ...who, papers: paper ? [paper] : [] } },
    audit: { subject: `case-file:${notice.file_id}`, areaId: communeId, after: { notice: notice.number, read: true } },
  }
})

async function openNotice(files: Db, { id, number }: Notice): Promise<NoticeFields> {
  const { rows } = await sql<Wrapped & { sealed: Buffer }>`
    select wrapped_key as wrapped, master_key as master, sealed from handover.notice_body where notice_id = ${id}`.execute(
    files,
  )
  const [body] = rows
  if (!body) throw refuse(handOverRefusals.notice_forgotten, { number })
  return JSON.parse(unseal(unwrap(body, boundTo(id)), body.sealed, boundTo(id)).toString()) as NoticeFields
}

export const acknowledgeNotice = carriesOut(AcknowledgeNotice, async ({ db, person, now }, input) => {
  const { communeId, id } = input
  const at = now.toISOString()
  const notice = await insideFiles(db, { communeId, readerId: person.id, purpose: handOver }, async (files) => {
    const found = await lockNotice(files, input)
    const { number } = found
    if (found.state === 'acknowledged') throw refuse(handOverRefusals.notice_acknowledged, { number })
    if (found.read_at === null) throw refuse(handOverRefusals.notice_not_read, { number })
    await sql`update handover.notice set state = 'acknowledged', decided_at = ${at}, decided_by = ${person.id}
      where id = ${id}`.execute(files)
    return found
  })
  const late = Date.parse(notice.due_at) < now.getTime()
  return {
    answer: { acknowledgedAt: at, late },
    audit: {
      subject: `case-file:${notice.file_id}`,
      areaId: communeId,
      after: { notice: notice.number, state: 'acknowledged', late },
    },
  }
})
