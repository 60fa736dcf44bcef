// Saved views: each person keeps their own; nobody else sees them.

import { sql } from 'kysely'
import { answers, carriesOut } from '../../../platform/server/slice.ts'
import { DropView, ListViews, SaveView } from '../contract.ts'

export const listViews = answers(ListViews, async ({ db, person }, { screen }) => {
  const found = await sql<{ id: string; name: string; search: { text: string } }>`
    select id, name, search from saved_view where person_id = ${person?.id} and screen = ${screen} order by name`.execute(
    db,
  )
  return { rows: found.rows.map((row) => ({ id: row.id, name: row.name, search: row.search.text })) }
})

export const saveView = carriesOut(SaveView, async ({ db, person }, { id, screen, name, search }) => {
  await sql`
    insert into saved_view (id, person_id, screen, name, search)
    values (${id}, ${person.id}, ${screen}, ${name}, ${JSON.stringify({ text: search })}::jsonb)`.execute(db)
  return { answer: { id }, audit: { subject: `saved-view:${id}`, after: { screen, name } } }
})

export const dropView = carriesOut(DropView, async ({ db, person }, { id }) => {
  const dropped = await sql`delete from saved_view where id = ${id} and person_id = ${person.id}`.execute(db)
  return {
    answer: { dropped: dropped.numAffectedRows === 1n },
    audit: { subject: `saved-view:${id}`, after: { dropped: dropped.numAffectedRows === 1n } },
  }
})
