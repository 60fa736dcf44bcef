// What happens to a drive after drafting: it is published, given more days or a new wording, and closed.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Db, type Handler } from '../../../../platform/server/slice.ts'
import { CloseDrive, driveRefusals, ProlongDrive, PublishDrive, RewordGroup } from '../../contract/drives.ts'
import { mayClose, mayProlong, mayPublish, mayReword } from '../../rules/stages.ts'
import { forgetReasonsOf } from '../unsigned/forget.ts'
import { areaOfDrive, type DriveRecord, driveToChange } from './store.ts'

/** The version moves with every change; kept figures are counted anew by it. */
function saved(drive: DriveRecord, before: unknown, after: unknown) {
  return {
    answer: { id: drive.id, version: drive.version + 1 },
    audit: { subject: `commitment-drive:${drive.id}`, areaId: drive.areaId, before, after },
  }
}

export const publishDrive: Handler = carriesOut(
  PublishDrive,
  async ({ db, today }, { id, version }) => {
    const drive = await driveToChange(db, id, version, today)
    const no = mayPublish(drive)
    if (no) throw refuse(driveRefusals[no], { day: drive.workday })
    await sql`update commitment_drive set published_on = ${drive.workday}::date, version = version + 1 where id = ${id}`.execute(
      db,
    )
    return saved(drive, null, { publishedOn: drive.workday })
  },
  areaOfDrive,
)

export const prolongDrive: Handler = carriesOut(
  ProlongDrive,
  async ({ db, today }, { id, version, closesOn }) => {
    const drive = await driveToChange(db, id, version, today)
    const no = mayProlong(drive, closesOn)
    if (no) throw refuse(driveRefusals[no], { day: drive.workday }, 'closesOn')
    await sql`update commitment_drive set closes_on = ${closesOn}::date, version = version + 1 where id = ${id}`.execute(
      db,
    )
    return saved(drive, { closesOn: drive.closesOn }, { closesOn })
  },
  areaOfDrive,
)

export const closeDrive: Handler = carriesOut(
  CloseDrive,
  async ({ db, today }, { id, version }) => {
    const drive = await driveToChange(db, id, version, today)
    const no = mayClose(drive)
    if (no) throw refuse(driveRefusals[no])
    await sql`update commitment_drive set closed_on = ${drive.workday}::date, version = version + 1 where id = ${id}`.execute(
      db,
    )
    await forgetReasonsOf(db, id)
    return saved(drive, null, { closedOn: drive.workday })
  },
  areaOfDrive,
)

export const rewordGroup: Handler = carriesOut(
  RewordGroup,
  async ({ db, person, today }, input) => {
    const { id, groupId, effectiveOn, title, opening, promises, closing } = input
    const drive = await driveToChange(db, id, input.version, today)
    const latest = await latestText(db, id, groupId)
    if (!latest) throw refuse(driveRefusals.group_unknown, {}, 'groupId')
    const no = mayReword({ ...drive, textsFrom: latest.effective_on }, effectiveOn)
    if (no) throw refuse(driveRefusals[no], { day: laterOf(latest.effective_on, drive.workday) }, 'effectiveOn')
    const number = latest.number + 1
    await sql`
      insert into commitment_text (drive_id, group_id, number, effective_on, title, opening, promises, closing, recorded_by)
      values (${id}, ${groupId}, ${number}, ${effectiveOn}::date, ${title}, ${opening}, ${promises}::text[], ${closing}, ${person.id})`.execute(
      db,
    )
    await sql`update commitment_drive set version = version + 1 where id = ${id}`.execute(db)
    return saved(drive, { groupId, number: latest.number }, { groupId, number, effectiveOn })
  },
  areaOfDrive,
)

const laterOf = (one: string, other: string): string => (one > other ? one : other)

async function latestText(db: Db, driveId: string, groupId: string) {
  const { rows } = await sql<{ number: number; effective_on: string }>`
    select number, effective_on from commitment_text where drive_id = ${driveId} and group_id = ${groupId}
    order by number desc limit 1`.execute(db)
  return rows[0]
}
