// What comes in and what is on its way for a commune, the nearest end first; then what is decided, the latest first.

import { sql } from 'kysely'
import { answers } from '../../../../platform/server/slice.ts'
import { insideFiles } from '../../../cases/server/public.ts'
import { ListSendings } from '../../contract.ts'
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
    return { rows, reminded, counts: counted[0] ?? { in: 0, out: 0, done: 0 } }
  })
  const units = await unitsNamed(db, unitsOf(found.rows))
  return { rows: found.rows.map((row) => rowShown(row, communeId, units, found.reminded)), counts: found.counts }
})
