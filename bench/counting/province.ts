// A province of a hundred communes with fifteen hamlets each, three groups in every hamlet, and drives with as many
// promises as are asked for; rows and tallies agree, as the door keeps them.

import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { rebuildCoverage } from '../../modules/areas/server/public.ts'
import type { prepareGround } from '../signing/ground.ts'

type Db = Awaited<ReturnType<typeof prepareGround>>['db']

const communes = 100
const hamlets = 15
const groups = ['household-heads', 'party-members', 'officials']

/** Answers the id of the province. */
export async function fillProvince(db: Db, entries: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from area_unit where level = 'province' and valid_to is null order by code limit 1`.execute(db)
  const province = rows[0]?.id as string
  await sql`create table hamlet_of (commune_id uuid, hamlet_id uuid, number int)`.execute(db)
  await sql`
    with communes as (
      insert into area_unit (id, code, name, type, level, valid_from)
      select gen_random_uuid(), 'C' || number, 'Xã ' || number, 'xã', 'commune', '2020-01-01'
      from generate_series(1, ${communes}) number returning id, code
    ), placed as (
      insert into area_parent (unit_id, parent_id, valid_from) select id, ${province}, '2020-01-01' from communes
    ), hamlets as (
      insert into area_unit (id, code, name, type, level, valid_from)
      select gen_random_uuid(), code || '-' || number, 'Thôn ' || number, 'thôn', 'village', '2020-01-01'
      from communes cross join generate_series(1, ${hamlets}) number returning id, code
    ), below as (
      insert into area_parent (unit_id, parent_id, valid_from)
      select hamlets.id, communes.id, '2020-01-01' from hamlets join communes on communes.code = split_part(hamlets.code, '-', 1)
      returning unit_id, parent_id
    )
    insert into hamlet_of select parent_id, unit_id, row_number() over () from below`.execute(db)
  await rebuildCoverage(db)
  await sql`
    insert into roster_list (commune_id, id, group_id, hamlet_id, title, as_of, source, searched_at)
    select commune_id, gen_random_uuid(), asked, hamlet_id, 'Danh sách', '2024-01-01', 'Sổ hộ', now()
    from hamlet_of cross join unnest(${groups}::text[]) asked`.execute(db)
  const each = Math.ceil(entries / (communes * hamlets * groups.length))
  await sql`
    insert into roster_entry (commune_id, id, list_id, group_id, hamlet_id, number, name, name_key, name_bag, since)
    select list.commune_id, uuidv7(), list.id, list.group_id, list.hamlet_id, at, 'Trần Văn ' || at,
      'tran van ' || at, at || ' tran van', '2024-01-01'
    from roster_list list join hamlet_of on hamlet_of.hamlet_id = list.hamlet_id
    cross join generate_series(1, ${each}::int) as one (at)`.execute(db)
  await sql`
    insert into roster_count (commune_id, place_id, group_id, on_date, hamlet_id, entries)
    select commune_id, hamlet_id, asked, '2024-01-01', hamlet_id, ${each}
    from hamlet_of cross join unnest(${groups}::text[]) asked`.execute(db)
  await sql`update roster_pulse set beats = beats + 1`.execute(db)
  return province
}

/** A drive in which every `of`th entry of the province has signed, over forty days. */
export async function fillDrive(db: Db, province: string, of: number): Promise<{ id: string; promises: number }> {
  const id = uuidv7()
  await sql`insert into commitment_drive (id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, published_on)
    values (${id}, ${province}, 'Đợt đo', 'Measured drive', 'once', 2024, '2000-01-01', '9000-01-01', '2000-01-01')`.execute(
    db,
  )
  await sql`insert into commitment_drive_group (drive_id, group_id, counterpart, ways)
    select ${id}, asked, 'hamlet', '{ink}' from unnest(${groups}::text[]) asked`.execute(db)
  await sql`insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises)
    select ${id}, asked, 1, '2000-01-01', 'Lời', 'Tôi cam kết', '{không sử dụng}' from unnest(${groups}::text[]) asked`.execute(
    db,
  )
  const made = await sql`
    insert into commitment_promise (commune_id, id, drive_id, entry_id, group_id, text_number, place_id, way, signed_on,
      signed_at, code)
    select entry.commune_id, uuidv7(), ${id}, entry.id, entry.group_id, 1, entry.place_id, 'ink',
      date '2024-03-01' + entry.number % 40, now(), substr(md5(entry.id::text), 1, 16)
    from roster_entry entry join hamlet_of on hamlet_of.hamlet_id = entry.hamlet_id where entry.number % ${of}::int = 0`.execute(
    db,
  )
  await sql`
    insert into commitment_tally (commune_id, drive_id, group_id, place_id, signed_on, signed)
    select commune_id, drive_id, group_id, place_id, signed_on, count(*)
    from commitment_promise where drive_id = ${id} group by 1, 2, 3, 4, 5`.execute(db)
  await sql`insert into commitment_pulse (drive_id, slot, beats)
    select ${id}, slot, 1 from generate_series(0, 15) slot`.execute(db)
  return { id, promises: Number(made.numAffectedRows) }
}

/** Beats of one slot, as a signature gives them: what is kept of that slot has to be read again. */
export async function beat(db: Db, driveId: string, slot: number): Promise<void> {
  await sql`update commitment_pulse set beats = beats + 1 where drive_id = ${driveId} and slot = ${slot}`.execute(db)
}
