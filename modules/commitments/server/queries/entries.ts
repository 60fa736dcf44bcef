// Who has signed and who has not, in one commune: a page of the roster with the promise of each.

import { sql } from 'kysely'
import { nameKey } from '../../../../platform/contract/name-key.ts'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { answers, type Handler } from '../../../../platform/server/slice.ts'
import { ListEntries, type Way } from '../../contract.ts'
import { drivesWithin } from '../drives.ts'

type Row = {
  id: string
  number: number | null
  name: string
  address: string
  headcount: number | null
  group_id: string
  hamlet_id: string | null
  signed_on: string | null
  way: Way | null
  code: string | null
}

export const listEntries: Handler = answers(ListEntries, async ({ db, scope, scopeFor }, input) => {
  const { driveId, communeId, on, limit } = input
  const [drive] = await drivesWithin(db, scope, on, driveId)
  const area = await sql<{ id: string; name: string; type: string }>`
    select id, name, type from area_unit where id = ${communeId} and level = 'commune'`.execute(db)
  if (!drive || !area.rows[0]) throw refuse(platformRefusals.not_found)
  const words = input.q ? nameKey(input.q) : null
  const [number, id] = (input.cursor ?? '').split(' ')
  const { rows } = await sql<Row>`
    select entry.id, entry.number, entry.name, entry.address, entry.headcount, entry.group_id, entry.hamlet_id,
      promise.signed_on, promise.way, promise.code
    from roster_entry entry
    join commitment_drive_group asked on asked.drive_id = ${driveId} and asked.group_id = entry.group_id
    left join commitment_promise promise on promise.commune_id = entry.commune_id and promise.entry_id = entry.id
      and promise.drive_id = ${driveId} and promise.void_number = 0 and promise.signed_on <= ${on}::date
    where entry.commune_id = ${communeId} and entry.since <= ${on}::date and (entry.ended_on is null or entry.ended_on > ${on}::date)
      and (${input.group ?? null}::text is null or entry.group_id = ${input.group ?? null})
      and (${input.state ?? null}::text is null or (promise.id is not null) = (${input.state ?? null} = 'signed'))
      and (${words}::text is null or entry.name_key like '%' || ${words} || '%' or entry.number::text = ${words})
      and (${id ?? null}::text is null or (coalesce(entry.number, 2147483647), entry.id) > (${number || 0}::int, ${id ?? null}::uuid))
    order by coalesce(entry.number, 2147483647), entry.id limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const signing = scopeFor('commitments.sign')
  const may = await sql<{ sign: boolean }>`
    select ${signing.everywhere} or exists (select 1 from area_coverage where unit_id = ${communeId}
      and ancestor_id = any(${signing.roots as string[]}::uuid[])) as sign`.execute(db)
  return {
    area: area.rows[0],
    rows: page.map((row) => ({
      id: row.id,
      number: row.number,
      name: row.name,
      address: row.address,
      headcount: row.headcount,
      groupId: row.group_id,
      hamletId: row.hamlet_id,
      signed: row.signed_on && row.way ? { on: row.signed_on, way: row.way, code: row.code ?? '' } : null,
    })),
    ...(rows.length > limit && last ? { next: `${last.number ?? 2147483647} ${last.id}` } : {}),
    may: { sign: (may.rows[0]?.sign ?? false) && drive.state !== 'draft' },
  }
})
