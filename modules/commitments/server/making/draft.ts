// A drive while it is drafted: nobody signs, nobody below sees it, everything can still change.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { ChangeDrive, CreateDrive, driveRefusals } from '../../contract/drives.ts'
import { mayDraft } from '../../rules/stages.ts'
import { areaOfDrive, checkContent, driveToChange, storeGroups } from './store.ts'

export const createDrive: Handler = carriesOut(CreateDrive, async ({ db, person }, input) => {
  const { id, areaId, renewsId, nameVi, nameEn, recurs, year, opensOn, closesOn } = input
  await checkContent(db, input)
  if (renewsId) {
    const earlier = await sql`select 1 from commitment_drive
      where id = ${renewsId} and area_id = ${areaId} and published_on is not null`.execute(db)
    if (earlier.rows.length === 0) throw refuse(driveRefusals.renews_elsewhere)
  }
  // It belongs to the programme of its area; a drive of a demonstration is itself one.
  await sql`
    insert into commitment_drive (id, programme_id, area_id, name_vi, name_en, recurs, year, opens_on, closes_on, renews_id, demo, recorded_by)
    select ${id}, programme.id, ${areaId}, ${nameVi}, ${nameEn}, ${recurs}, ${year}, ${opensOn}::date, ${closesOn}::date,
      ${renewsId ?? null}::uuid, coalesce(programme.demo, false), ${person.id}
    from (values (1)) as one left join lateral (
      select id, demo from programme where exists (select 1 from area_coverage where ancestor_id = programme.area_id and unit_id = ${areaId})
      order by starts_on desc, id limit 1) programme on true`.execute(db)
  await storeGroups(db, id, input, person.id)
  return {
    answer: { id, version: 1 },
    audit: { subject: `commitment-drive:${id}`, areaId, after: { nameVi, opensOn, closesOn, renewsId } },
  }
})

export const changeDrive: Handler = carriesOut(
  ChangeDrive,
  async ({ db, person, today }, input) => {
    const { id, nameVi, nameEn, recurs, year, opensOn, closesOn } = input
    const drive = await driveToChange(db, id, input.version, today)
    const no = mayDraft(drive)
    if (no) throw refuse(driveRefusals[no])
    await checkContent(db, input)
    const version = drive.version + 1
    await sql`
      update commitment_drive set name_vi = ${nameVi}, name_en = ${nameEn}, recurs = ${recurs}, year = ${year},
        opens_on = ${opensOn}::date, closes_on = ${closesOn}::date, version = ${version} where id = ${id}`.execute(db)
    await storeGroups(db, id, input, person.id)
    return {
      answer: { id, version },
      audit: { subject: `commitment-drive:${id}`, areaId: drive.areaId, after: { nameVi, opensOn, closesOn } },
    }
  },
  areaOfDrive,
)
