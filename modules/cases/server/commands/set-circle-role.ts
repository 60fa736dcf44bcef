// Adds a role around a person, renames it, retires it or takes it up again. What was named by it stays readable.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut } from '../../../../platform/server/slice.ts'
import { caseRefusals, SetCircleRole } from '../../contract.ts'

/** Decree 163/2026 Art. 59 names who heads the team. */
const ofTheLaw = 'police'

export const setCircleRole = carriesOut(SetCircleRole, async ({ db, today }, { id, vi, en, retired, version }) => {
  if (retired && id === ofTheLaw) throw refuse(caseRefusals.role_needed)
  const retiredOn = retired ? today : null
  const { rows } =
    version === 0
      ? await sql<{ version: number }>`
          insert into circle_role (id, name_vi, name_en, place, retired_on)
          select ${id}, ${vi}, ${en}, 1 + coalesce(max(place), 0), ${retiredOn}::date from circle_role
          on conflict do nothing returning version`.execute(db)
      : await sql<{ version: number }>`
          update circle_role set name_vi = ${vi}, name_en = ${en}, version = version + 1,
            retired_on = case when ${retired} then coalesce(retired_on, ${retiredOn}::date) end
          where id = ${id} and version = ${version} returning version`.execute(db)
  const [row] = rows
  if (!row) throw refuse(platformRefusals.changed_meanwhile)
  return {
    answer: { version: row.version },
    audit: { subject: `circle-role:${id}`, after: { vi, en, retired } },
  }
})
