// What was said in two ways: the list for the office, and the choice of a person.

import { sql } from 'kysely'
import type { OutputOf } from '../../../../platform/contract/operation.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { type Scope, within } from '../../../../platform/server/rights.ts'
import { answers, carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { type CorrectedField, type Fact, ListConflicts, Settle } from '../../contract/correct.ts'
import { fieldRefusals } from '../../contract/refusals.ts'
import { settleAgreed } from './correct.ts'
import { entryForChange, refuseReplaced, writeFact } from './entry.ts'

const mostConflicts = 500

type Listed = OutputOf<typeof ListConflicts>['conflicts'][number]
type Row = Omit<Listed, 'record'> & Record<Exclude<CorrectedField, 'number' | 'name'>, Fact>

export const listConflicts: Handler = answers(ListConflicts, async ({ db, scope }) => {
  const { rows } = await sql<Row>`
    select conflict.commune_id as "communeId", conflict.entry_id as "entryId", conflict.field,
      coalesce(body.name, hamlet.name, commune.name) as place,
      entry.number, entry.name, entry.address, entry.headcount, entry.ended_reason as ended, entry.changed_at as "recordAt",
      changer.name as "recordBy", conflict.said
    from (
      select open.commune_id, open.entry_id, open.field, min(open.said_at) as since,
        json_agg(json_build_object('id', open.id, 'value', open.said, 'at', open.said_at, 'person', person.name,
          'device', device.name, 'reason', open.reason) order by open.said_at, open.id) as said
      from field_conflict open join person on person.id = open.person_id
      left join field_device device on device.id = open.device_id
      where open.settled_at is null
      group by open.commune_id, open.entry_id, open.field
    ) conflict
    join roster_entry entry on entry.commune_id = conflict.commune_id and entry.id = conflict.entry_id
    join area_unit commune on commune.id = entry.commune_id
    left join area_unit hamlet on hamlet.id = entry.hamlet_id
    left join area_body body on body.id = entry.body_id
    left join person changer on changer.id = entry.changed_by
    where ${within(scope, sql`coalesce(entry.hamlet_id, entry.commune_id)`)}
    order by conflict.since, conflict.entry_id, conflict.field limit ${mostConflicts}`.execute(db)
  return {
    conflicts: rows.map(({ address, headcount, ended, ...row }) => ({
      ...row,
      record: { name: row.name, number: row.number, address, headcount, ended }[row.field],
    })),
  }
})

export async function countConflicts(db: Db, scope: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct (conflict.entry_id, conflict.field))::int as count
    from field_conflict conflict join roster_entry entry on entry.commune_id = conflict.commune_id and entry.id = conflict.entry_id
    where conflict.settled_at is null and ${within(scope, sql`coalesce(entry.hamlet_id, entry.commune_id)`)}`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

export const settle: Handler = carriesOut(
  Settle,
  async ({ db, person, now, today }, { communeId, entryId, field, shown, take }) => {
    const entry = await entryForChange(db, communeId, entryId)
    if (!entry) throw refuse(platformRefusals.not_found)
    const { rows } = await sql<{ id: string; said: Fact; at: string }>`
      select id, said, said_at as at from field_conflict
      where commune_id = ${communeId} and entry_id = ${entryId} and field = ${field} and settled_at is null
        and id = any(${shown}::uuid[]) for update`.execute(db)
    const taken = rows.find(({ id }) => id === take)
    if (rows.length === 0 || (take && !taken)) throw refuse(fieldRefusals.conflict_settled)
    const before = entry.facts[field]
    if (taken) {
      refuseReplaced(entry)
      await writeFact(db, entry, field, taken.said, { personId: person.id, now, today, at: taken.at })
    }
    await sql`
      update field_conflict set settled_at = ${now}, settled_by = ${person.id},
        outcome = case when id = ${take}::uuid then 'taken' else 'dropped' end
      where commune_id = ${communeId} and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db)
    await settleAgreed(db, entry, field, entry.facts[field])
    return {
      answer: { record: entry.facts[field] },
      audit: {
        subject: `roster-entry:${entryId}`,
        areaId: entry.placeId,
        before: { [field]: before },
        after: { [field]: entry.facts[field], dropped: rows.filter(({ id }) => id !== take).map(({ said }) => said) },
      },
    }
  },
  ({ db }, { communeId, entryId }) => placeOfEntry(db, communeId, entryId),
)

async function placeOfEntry(db: Db, communeId: string, entryId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select coalesce(hamlet_id, commune_id) as id from roster_entry
    where commune_id = ${communeId} and id = ${entryId}`.execute(db)
  return rows[0]?.id
}
