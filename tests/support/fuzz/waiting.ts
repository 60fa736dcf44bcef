// What waits in each commune for somebody to decide on, of which the demonstration has little or none.

import { type Kysely, sql } from 'kysely'
import type { DB } from '../../../db/schema.generated.ts'
import { areaId, personId } from '../../../programmes/kim-dong-2024/ids.ts'

export async function leaveWaiting(db: Kysely<DB>): Promise<void> {
  // A few households of each commune, in their order; and of those who signed, their promises.
  const few = sql`(
    select *, row_number() over (partition by commune_id order by hamlet_id nulls first, number, id) as place
    from roster_entry where group_id = 'household-heads' and ended_on is null)`
  const signed = sql`(
    select *, row_number() over (partition by commune_id order by signed_at, id) as place from commitment_promise where void_number = 0)`
  await sql`
    insert into roster_pair (commune_id, id, one_id, other_commune_id, other_id, reasons, decision, decided_at, decided_by)
    select one.commune_id, gen_random_uuid(), least(one.id, other.id), one.commune_id, greatest(one.id, other.id), '{name}',
      case when one.place > 2 then 'apart' end, case when one.place > 2 then now() end, case when one.place > 2 then ${personId('xa')}::uuid end
    from ${few} one join ${few} other on other.commune_id = one.commune_id and other.place = one.place + 1
    where one.place <= 4 on conflict do nothing`.execute(db)
  await sql`
    insert into field_conflict (commune_id, id, entry_id, field, base, said, said_at, person_id, reason)
    select commune_id, gen_random_uuid(), id, 'address', to_jsonb(address), '"Xóm Đình"', now(), ${personId('huyen')}, 'office_decides'
    from ${few} few where place <= 3`.execute(db)
  const signature = sql`jsonb_build_object('id', gen_random_uuid(), 'entryId', promise.entry_id, 'textNumber', promise.text_number,
    'way', 'paper', 'signedAt', '2024-11-13T09:00:00+07:00', 'witness', '')`
  const entry = sql`join roster_entry entry on entry.commune_id = promise.commune_id and entry.id = promise.entry_id`
  await sql`
    insert into commitment_held (commune_id, id, drive_id, entry_id, hamlet_id, reason, signature, person_id)
    select promise.commune_id, gen_random_uuid(), promise.drive_id, promise.entry_id, entry.hamlet_id, 'signed_already', ${signature},
      ${personId('huyen')} from ${signed} promise ${entry} where promise.place <= 2`.execute(db)
  await sql`
    insert into field_kept (commune_id, id, hamlet_id, device_id, person_id, reason, input)
    select promise.commune_id, gen_random_uuid(), entry.hamlet_id, device.id, device.person_id, 'device_wiped', jsonb_build_object(
      'driveId', promise.drive_id, 'communeId', promise.commune_id, 'hamletId', entry.hamlet_id, 'signatures', jsonb_build_array(${signature}))
    from ${signed} promise ${entry} cross join (select * from field_device order by id limit 1) device
    where promise.place between 3 and 4`.execute(db)
  await sql`
    update verification_item item set outcome = 'confirmed', visited_on = '2024-11-15', visited_by = lot.verifier_id
    from verification_lot lot where lot.id = item.lot_id and lot.outcome is null and item.outcome is null
      and item.position <= lot.sample`.execute(db)
  await sql`
    insert into verification_question (commune_id, id, drive_id, group_id, place_id, hamlet_id, found, asked_on, answer, answered_on, answered_by)
    select distinct on (lot.place_id, answered) lot.commune_id, gen_random_uuid(), lot.drive_id, lot.group_id, lot.place_id, lot.hamlet_id, question.found,
      question.asked_on, case when answered then 'Ký tại nhà văn hóa' end, case when answered then '2024-11-14'::date end,
      case when answered then ${personId('ngocthanh')}::uuid end
    from verification_lot lot cross join verification_question question cross join lateral (select lot.verifier_id is not null and lot.outcome is null as answered) state
    on conflict do nothing`.execute(db)
  for (const code of ['12280', '12322']) {
    await sql`
      with gone as (
        insert into person (id, name, email, disabled_on)
        values (gen_random_uuid(), 'Người đã nghỉ', ${`da-nghi-${code}@demo.example`}, '2024-11-01') returning id)
      insert into access_grant (id, person_id, role_id, area_id, valid_from, reason)
      select gen_random_uuid(), id, 'commune-officer', ${areaId(code)}, '2020-01-01', 'fuzz' from gone`.execute(db)
  }
}
