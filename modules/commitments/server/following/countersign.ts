// The counterpart signs too: a batch of one place at once. Only groups whose drive asks for it; done twice is done once.

import { sql } from 'kysely'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { Countersign } from '../../contract/following.ts'
import { drivesKnown } from '../signing/drives.ts'

export const countersign: Handler = carriesOut(Countersign, async ({ db, person, today }, input) => {
  const { driveId, communeId, ids } = input
  const drive = (await drivesKnown(db, [input], today))(driveId, communeId)
  const { rows } = await sql<{ id: string }>`
    update commitment_promise promise
    set countersigned_on = greatest(promise.signed_on, ${drive?.workday ?? today}::date), countersigned_by = ${person.id},
      changed_xid = pg_current_xact_id()
    from commitment_drive_group asked
    where promise.commune_id = ${communeId} and promise.id = any(${ids}::uuid[]) and promise.drive_id = ${driveId}
      and promise.void_number = 0 and promise.countersigned_on is null
      and asked.drive_id = promise.drive_id and asked.group_id = promise.group_id and asked.countersign
    returning promise.id`.execute(db)
  return {
    answer: { countersigned: rows.length },
    audit: {
      subject: `commitment-drive:${driveId}`,
      areaId: communeId,
      after: { countersigned: rows.map(({ id }) => id) },
    },
  }
})
