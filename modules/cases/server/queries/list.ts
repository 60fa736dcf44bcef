// The files of a commune, those first whose next time limit comes first. Costs grow with the rows shown.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { Id } from '../../../../platform/contract/schemas.ts'
import { answers } from '../../../../platform/server/slice.ts'
import { caseRefusals, ListFiles, mostCounted, whichFiles } from '../../contract.ts'
import { sayingWhatKeyIsMissing } from '../opened.ts'
import { viewIn, wayOf } from '../reach.ts'
import { type KeptRow, rowShown } from '../rows.ts'
import { insideFiles } from '../sealing/inside.ts'
import { rowsFor } from './page.ts'

/** The rules of the rows hold a helper to the files of their teams: said in the question too, these few are looked up instead of all being tried. */
export const ofTeams = sql`and id = any((select string_to_array(current_setting('cases.team_files', true), ',')::uuid[])::uuid[])`

export const listFiles = answers(ListFiles, async (context, { communeId, show, cursor, limit }) => {
  const { db, now } = context
  const reach = await viewIn(context, communeId)
  const law = reach?.view.law ?? false
  // An order by time limits would tell of them too, and so would the cursor.
  const due = law ? sql`coalesce(next_due_at, 'infinity')` : sql`'infinity'::timestamptz`
  const way = { ...wayOf(context, communeId, reach, 'list'), plannedOnce: true }
  return sayingWhatKeyIsMissing(() =>
    insideFiles(db, way, async (files) => {
      const at = now.toISOString()
      // What is restricted stands in no ordinary list, and is counted in none.
      const ordinary = sql`commune_id = ${communeId} and merged_into is null and restricted_on is null ${way.team ? ofTeams : sql``}`
      const which = {
        open: sql`closed_on is null`,
        late: sql`closed_on is null and ${due} < ${at}`,
        closed: sql`closed_on is not null`,
      }
      const { at: lastDue, id: lastId } = placeIn(cursor)
      const after = lastId ? sql`and (${due}, id) > (${lastDue}::timestamptz, ${lastId}::uuid)` : sql``
      const rows = await sql<KeptRow>`/* plan once */
        select file.id, file.number, file.status, file.status_since, file.next_due_at, file.closed_on, file.demo,
          person.id as person_id, person.wrapped_key, person.master_key, person.sealed
        from (
          select * from cases.file where ${ordinary} and ${which[show]} ${after}
          order by ${due}, id limit ${rowsFor(limit)}
        ) as file
        join cases.person on person.commune_id = ${communeId} and person.id = file.person_id
        order by ${due}, file.id`.execute(files)
      const counts = await sql<{ open: number; late: number; closed: number }>`/* plan once */
        select ${sql.join(
          whichFiles.map(
            (each) => sql`(select count(*)::int from (
              select 1 from cases.file where ${ordinary} and ${which[each]} limit ${sql.lit(mostCounted)}) as seen) as ${sql.ref(each)}`,
          ),
        )}`.execute(files)
      const page = rows.rows.slice(0, limit)
      const last = rows.rows.length > limit ? page.at(-1) : undefined
      return {
        rows: page.map((row) => rowShown(row, law)),
        next: last ? `${(law && last.next_due_at) || 'infinity'} ${last.id}` : null,
        law,
        counts: counts.rows[0] ?? { open: 0, late: 0, closed: 0 },
      }
    }),
  )
})

/** The last row that was shown: when its next time limit is, and which one it is. */
function placeIn(cursor: string | undefined): { at?: string; id?: string } {
  if (!cursor) return {}
  const [, at = '', id] = /^(infinity|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z) (\S{36})$/.exec(cursor) ?? []
  if (Id.safeParse(id).success && (at === 'infinity' || !Number.isNaN(Date.parse(at)))) return { at, id }
  throw refuse(caseRefusals.cursor_unreadable)
}
