// What comes in and what is on its way for a commune, the nearest end first; then what is decided, the latest first.

import { sql } from 'kysely'
import { answers, type Db } from '../../../../platform/server/slice.ts'
import { insideFiles } from '../../../cases/server/public.ts'
import { ListSendings, type SendingRow } from '../../contract.ts'
import { arrivalShown, arrivalsWhere, departureShown, departuresWhere } from '../far/rows.ts'
import { remindersOf, rowShown, sendingsWhere, unitsNamed, unitsOf } from '../rows.ts'

const mostDecided = 300

export const listSendings = answers(ListSendings, async ({ db, person }, { communeId, show }) => {
  const found = await insideFiles(db, { communeId, readerId: person?.id ?? '', purpose: 'list' }, async (files) => {
    const where = {
      in: sql`state = 'sent' and to_id = ${communeId}`,
      out: sql`state = 'sent' and from_id = ${communeId}`,
      done: sql`state <> 'sent' and (to_id = ${communeId} or from_id = ${communeId})`,
    }[show]
    const order = show === 'done' ? sql`order by decided_at desc, id limit ${mostDecided}` : sql`order by due_at, id`
    const rows = await sendingsWhere(files, where, order)
    const { rows: counted } = await sql<{ in: number; out: number; done: number }>`
      select count(*) filter (where state = 'sent' and to_id = ${communeId})::int as in,
        count(*) filter (where state = 'sent' and from_id = ${communeId})::int as out,
        count(*) filter (where state <> 'sent')::int as done
      from handover.sending where to_id = ${communeId} or from_id = ${communeId}`.execute(files)
    const reminded = await remindersOf(
      files,
      rows.map(({ id }) => id),
    )
    const far = await farOf(files, show)
    return { rows, reminded, far, counts: sumOf(counted[0] ?? none, far.counts) }
  })
  const units = await unitsNamed(db, [...unitsOf(found.rows), communeId])
  const { departures, arrivals } = found.far
  const all = [
    ...found.rows.map((row) => rowShown(row, communeId, units, found.reminded)),
    ...departures.map((row) => departureShown(row, units)),
    ...arrivals.map((row) => arrivalShown(row, units)),
  ]
  const byTime = (one: SendingRow, other: SendingRow) =>
    show === 'done'
      ? Date.parse(other.decidedAt ?? '') - Date.parse(one.decidedAt ?? '')
      : Date.parse(one.dueAt) - Date.parse(other.dueAt)
  return { rows: all.sort(byTime), counts: found.counts }
})

const none = { in: 0, out: 0, done: 0 }
type Counts = typeof none
const sumOf = (one: Counts, other: Counts): Counts => ({
  in: one.in + other.in,
  out: one.out + other.out,
  done: one.done + other.done,
})

/** Those between installations; of a commune that is open one sees its own. */
async function farOf(files: Db, show: 'in' | 'out' | 'done') {
  const latest = sql`order by row.decided_at desc, row.id limit ${mostDecided}`
  const departures =
    show === 'in'
      ? []
      : await departuresWhere(files, show === 'out' ? sql`row.state = 'sent'` : sql`row.state <> 'sent'`, latest)
  const arrivals =
    show === 'out'
      ? []
      : await arrivalsWhere(files, show === 'in' ? sql`row.state = 'waiting'` : sql`row.state <> 'waiting'`, latest)
  const { rows } = await sql<Counts>`
    select (select count(*)::int from handover.arrival where state = 'waiting') as in,
      (select count(*)::int from handover.departure where state = 'sent') as out,
      (select count(*)::int from handover.arrival where state <> 'waiting')
        + (select count(*)::int from handover.departure where state <> 'sent') as done`.execute(files)
  return { departures, arrivals, counts: rows[0] ?? none }
}
