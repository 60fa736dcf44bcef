// Who has signed and who has not, in one commune or hamlet: a page of the roster with the promise of each.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import type { Scope } from '../../../../platform/server/rights.ts'
import { answers, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { ListEntries, type UnsignedReason, type Way } from '../../contract.ts'
import type { Counterpart, HeldOver } from '../../rules/countersigning.ts'
import { drivesWithin } from '../drives.ts'
import { heldOver, waitsFor } from '../following/held-over.ts'
import { workdayOf } from '../following/workday.ts'

type Row = {
  id: string
  number: number | null
  name: string
  address: string
  headcount: number | null
  group_id: string
  hamlet_id: string | null
  promise_id: string | null
  signed_on: string | null
  countersigned_on: string | null
  counterpart: Counterpart
  held: HeldOver | null
  way: Way | null
  code: string | null
  reason: UnsignedReason | null
  visit_again_on: string | null
}

export const listEntries: Handler = answers(ListEntries, async ({ db, scope, scopeFor, person, today }, input) => {
  const { driveId, communeId, hamletId, on, limit, state } = input
  const [drive] = await drivesWithin(db, scope, on, driveId)
  const area = await sql<{ id: string; name: string; type: string }>`
    select id, name, type from area_unit
    where id = ${hamletId ?? communeId} and level = ${hamletId ? 'village' : 'commune'}`.execute(db)
  if (!drive || !area.rows[0]) throw refuse(platformRefusals.not_found)
  const may = await mayHere(db, scopeFor, hamletId ?? communeId)
  // Reasons serve those who come again, as long as they can: nobody above, and nobody once the drive is over.
  const reasons = may.reasons && drive.state === 'open'
  const reader = { personId: person?.id ?? null, scopeFor, workday: workdayOf(sql`${driveId}::uuid`, today) }
  const place = {
    communeId: sql.ref('entry.commune_id'),
    hamletId: sql.ref('entry.hamlet_id'),
    bodyId: sql.ref('entry.body_id'),
  }
  const words = input.q ? nameKey(input.q) : null
  const [number, id] = (input.cursor ?? '').split(' ')
  const { rows } = await sql<Row>`
    select entry.id, entry.number, entry.name, entry.address, entry.headcount, entry.group_id, entry.hamlet_id,
      promise.id as promise_id, promise.signed_on, promise.countersigned_on, promise.way, promise.code, noted.reason, noted.visit_again_on,
      asked.counterpart, case when promise.countersigned_on is null and asked.countersign and promise.id is not null
        then ${heldOver(reader, place)} end as held
    from roster_entry entry
    join commitment_drive_group asked on asked.drive_id = ${driveId} and asked.group_id = entry.group_id
    left join commitment_promise promise on promise.commune_id = entry.commune_id and promise.entry_id = entry.id
      and promise.drive_id = ${driveId} and promise.void_number = 0 and promise.signed_on <= ${on}::date
    left join commitment_unsigned noted on ${reasons} and promise.id is null and noted.commune_id = entry.commune_id
      and noted.drive_id = ${driveId} and noted.entry_id = entry.id
    where entry.commune_id = ${communeId} and entry.since <= ${on}::date and (entry.ended_on is null or entry.ended_on > ${on}::date)
      and (${hamletId ?? null}::uuid is null or entry.hamlet_id = ${hamletId ?? null}::uuid)
      and (${input.bodyId ?? null}::uuid is null or entry.body_id = ${input.bodyId ?? null}::uuid)
      and (${input.group ?? null}::text is null or entry.group_id = ${input.group ?? null})
      and (${state ?? null}::text is null
        or case ${state ?? null}::text when 'signed' then promise.id is not null when 'unsigned' then promise.id is null
          else noted.entry_id is not null end)
      and (${words}::text is null or entry.name_key like '%' || ${words} || '%' or entry.number::text = ${words})
      and (${id ?? null}::text is null or (coalesce(entry.number, 2147483647), entry.id) > (${number || 0}::int, ${id ?? null}::uuid))
    order by coalesce(entry.number, 2147483647), entry.id limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    area: area.rows[0],
    rows: page.map(entryOf),
    ...(rows.length > limit && last ? { next: `${last.number ?? 2147483647} ${last.id}` } : {}),
    may: { ...may, sign: may.sign && drive.state !== 'draft', reasons },
  }
})

const entryOf = (row: Row) => ({
  id: row.id,
  number: row.number,
  name: row.name,
  address: row.address,
  headcount: row.headcount,
  groupId: row.group_id,
  hamletId: row.hamlet_id,
  signed:
    row.promise_id && row.signed_on && row.way
      ? {
          id: row.promise_id,
          on: row.signed_on,
          way: row.way,
          code: row.code ?? '',
          countersignedOn: row.countersigned_on,
          waits: row.held && waitsFor(row.counterpart, row.held),
        }
      : null,
  note: row.reason ? { reason: row.reason, visitAgainOn: row.visit_again_on } : null,
})

/** What the reader may do in the place; reasons are for those whose right to sign is of this commune or hamlet, not above. */
async function mayHere(db: Db, scopeFor: (permission: string) => Scope, placeId: string) {
  const signing = scopeFor('commitments.sign')
  const { rows } = await sql<{ sign: boolean; reasons: boolean }>`
    select ${signing.everywhere} or coalesce(bool_or(over.ancestor_id = any(${signing.roots as string[]}::uuid[])), false) as sign,
      coalesce(bool_or(over.ancestor_id = any(${signing.roots as string[]}::uuid[]) and unit.level in ('commune', 'village')), false)
        as reasons
    from area_coverage over join area_unit unit on unit.id = over.ancestor_id where over.unit_id = ${placeId}`.execute(
    db,
  )
  return rows[0] ?? { sign: false, reasons: false }
}
