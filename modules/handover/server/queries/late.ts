// Late hand-overs within reach, over many communes at once: what waits, and nothing of whom.

import { sql } from 'kysely'
import { within } from '../../../../platform/server/rights.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { CountWaiting, ListLateSendings } from '../../contract.ts'
import { unitIn, unitsNamed } from '../rows.ts'
import { overAllThatWaits } from '../waiting.ts'

type Found = {
  id: string
  number: string
  from_id: string
  to_id: string
  sent_at: string
  due_at: string
  late: boolean
}

export const listLateSendings = answers(ListLateSendings, async ({ db, scope, now }) => {
  const found = await overAllThatWaits(db, async (inside) => {
    const { rows } = await sql<Found>`
      select id, number, from_id, to_id, sent_at, due_at, due_at < ${now.toISOString()} as late from handover.sending
      where state = 'sent' and (${within(scope, sql.ref('sending.from_id'))} or ${within(scope, sql.ref('sending.to_id'))})
      order by due_at, id`.execute(inside)
    return rows
  })
  const late = found.filter((row) => row.late)
  const units = await unitsNamed(
    db,
    late.flatMap(({ from_id, to_id }) => [from_id, to_id]),
  )
  return {
    onTheirWay: found.length,
    rows: late.map((row) => ({
      ...{ id: row.id, number: row.number, sentAt: row.sent_at, dueAt: row.due_at },
      from: unitIn(units, row.from_id),
      to: unitIn(units, row.to_id),
    })),
  }
})

export const countWaiting = answers(CountWaiting, ({ db, scope, now }) =>
  overAllThatWaits(db, async (inside) => {
    const [to, from] = [within(scope, sql.ref('sending.to_id')), within(scope, sql.ref('sending.from_id'))]
    const { rows } = await sql<{ in: number; late: number }>`
      select count(*) filter (where ${to})::int as in,
        count(*) filter (where (${to} or ${from}) and due_at < ${now.toISOString()})::int as late
      from handover.sending where state = 'sent'`.execute(inside)
    const { rows: told } = await sql<{ notices: number }>`
      select count(*)::int as notices from handover.notice where state = 'sent' and ${within(scope, sql.ref('notice.to_id'))}`.execute(
      inside,
    )
    return { ...(rows[0] ?? { in: 0, late: 0 }), notices: told[0]?.notices ?? 0 }
  }),
)
