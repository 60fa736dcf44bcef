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
/** Of one between installations the other commune is known by its name alone. */
type Far = Omit<Found, 'from_id' | 'to_id'> & {
  here_id: string
  out: boolean
  name: string
  type: string
  system: string
}

export const listLateSendings = answers(ListLateSendings, async ({ db, scope, now }) => {
  const { found, far } = await overAllThatWaits(db, async (inside) => {
    const { rows } = await sql<Found>`
      select id, number, from_id, to_id, sent_at, due_at, due_at < ${now.toISOString()} as late from handover.sending
      where state = 'sent' and (${within(scope, sql.ref('sending.from_id'))} or ${within(scope, sql.ref('sending.to_id'))})
      order by due_at, id`.execute(inside)
    const { rows: between } = await sql<Far>`
      select id, number, from_id as here_id, true as out, to_name as name, to_type as type, correspondent_id as system, sent_at, due_at,
        due_at < ${now.toISOString()} as late from handover.departure where state = 'sent' and ${within(scope, sql.ref('departure.from_id'))}
      union all
      select id, number, to_id, false, from_name, from_type, correspondent_id, sent_at, due_at, due_at < ${now.toISOString()}
      from handover.arrival where state = 'waiting' and ${within(scope, sql.ref('arrival.to_id'))}`.execute(inside)
    return { found: rows, far: between }
  })
  const [late, lateFar] = [found.filter((row) => row.late), far.filter((row) => row.late)]
  const units = await unitsNamed(db, [
    ...late.flatMap(({ from_id, to_id }) => [from_id, to_id]),
    ...lateFar.map(({ here_id }) => here_id),
  ])
  const facts = (row: Pick<Found, 'id' | 'number' | 'sent_at' | 'due_at'>) => ({
    ...{ id: row.id, number: row.number, sentAt: row.sent_at, dueAt: row.due_at },
  })
  const rows = [
    ...late.map((row) => ({ ...facts(row), from: unitIn(units, row.from_id), to: unitIn(units, row.to_id) })),
    ...lateFar.map(({ here_id, out, name, type, system, ...row }) => {
      const [here, there] = [unitIn(units, here_id), { id: system, name, type }]
      return { ...facts(row), from: out ? here : there, to: out ? there : here }
    }),
  ]
  return {
    onTheirWay: found.length + far.length,
    rows: rows.sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt)),
  }
})

export const countWaiting = answers(CountWaiting, ({ db, scope, now }) =>
  overAllThatWaits(db, async (inside) => {
    const [to, from] = [within(scope, sql.ref('waiting.to_id')), within(scope, sql.ref('waiting.from_id'))]
    const { rows } = await sql<{ in: number; late: number }>`
      select count(*) filter (where ${to})::int as in,
        count(*) filter (where (${to} or ${from}) and due_at < ${now.toISOString()})::int as late
      from (
        select from_id, to_id, due_at from handover.sending where state = 'sent'
        union all select from_id, null, due_at from handover.departure where state = 'sent'
        union all select null, to_id, due_at from handover.arrival where state = 'waiting') as waiting`.execute(inside)
    const { rows: told } = await sql<{ notices: number }>`
      select count(*)::int as notices from handover.notice where state = 'sent' and ${within(scope, sql.ref('notice.to_id'))}`.execute(
      inside,
    )
    return { ...(rows[0] ?? { in: 0, late: 0 }), notices: told[0]?.notices ?? 0 }
  }),
)
