// Meetings of a programme, the latest first, with what waits to become work.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { programmeBySlug, programmeToday } from '../../../programme/server/public.ts'
import { ListMeetings } from '../../contract.ts'
import { visible } from '../reach.ts'
import { hasWaiting, type MeetingRow, meetingRows } from '../rows.ts'

export const listMeetings = answers(ListMeetings, async (context, input) => {
  const { db, scope } = context
  const programme = await programmeBySlug(db, input.programme)
  if (!programme) throw refuse(platformRefusals.not_found)
  const on = input.on ?? programmeToday(programme, context.today)
  const all = sql<boolean>`meeting.programme_id = ${programme.id} and ${visible(scope)}
    and ${input.waiting ? hasWaiting(on) : sql<boolean>`true`}`
  // A programme has dozens of meetings, so words are compared here, where the key needs no column.
  const found = matching(await meetingRows(db, all, on, 5000), input.q)
  const start = input.cursor ? found.findIndex((row) => row.id === input.cursor) + 1 : 0
  const rows = found.slice(start, start + input.limit)
  const manage = context.scopeFor('meetings.manage')
  return {
    on,
    rows,
    total: found.length,
    next: start + rows.length < found.length ? (rows.at(-1)?.id ?? null) : null,
    may: { call: await mayCall(context.db, manage.everywhere, manage.roots, programme.areaId) },
  }
})

function matching(rows: readonly MeetingRow[], typed: string | undefined): MeetingRow[] {
  const words = nameKey(typed ?? '')
    .split(' ')
    .filter((word) => word !== '')
  return rows.filter((row) => {
    const key = nameKey(`${row.title} ${row.place} ${row.chair?.title.vi ?? ''} ${row.area.name}`)
    return words.every((word) => key.includes(word))
  })
}

async function mayCall(
  db: Parameters<typeof programmeBySlug>[0],
  everywhere: boolean,
  roots: readonly string[],
  areaId: string,
): Promise<boolean> {
  if (everywhere) return true
  const found: { rows: unknown[] } = await sql`
    select 1 from area_coverage where (ancestor_id = ${areaId} and unit_id = any(${roots as string[]}::uuid[]))
      or (unit_id = ${areaId} and ancestor_id = any(${roots as string[]}::uuid[])) limit 1`.execute(db)
  return found.rows.length > 0
}
