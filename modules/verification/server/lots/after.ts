// What becomes of a lot besides its result: withdrawn with a reason that stays on record; what was done after it failed.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { FollowUpLot, WithdrawLot } from '../../contract/lots.ts'
import { verificationRefusals } from '../../contract/refusals.ts'
import { areaOfLot, lotById, openLot, workdayOf } from './find.ts'

export const withdrawLot: Handler = carriesOut(
  WithdrawLot,
  async ({ db, today }, { id, version, reason }) => {
    const lot = await openLot(db, { id, version })
    const on = await workdayOf(db, lot, today)
    await sql`update verification_lot set withdrawn_on = ${on}::date, withdrawn_reason = ${reason}, version = version + 1
      where commune_id = ${lot.communeId} and id = ${id}`.execute(db)
    return {
      answer: { id, version: version + 1 },
      audit: { subject: `verification-lot:${id}`, areaId: lot.hamletId ?? lot.communeId, after: { withdrawn: reason } },
    }
  },
  areaOfLot,
)

export const followUpLot: Handler = carriesOut(
  FollowUpLot,
  async ({ db, person, today }, { id, version, what }) => {
    const lot = await lotById(db, id, { lock: true })
    if (lot.outcome !== 'failed') throw refuse(verificationRefusals.not_failed)
    if (lot.followUp !== null) throw refuse(verificationRefusals.followed_already)
    if (lot.version !== version) throw refuse(platformRefusals.changed_meanwhile)
    const on = await workdayOf(db, lot, today)
    await sql`update verification_lot set follow_up = ${what}, followed_up_on = ${on}::date, followed_up_by = ${person.id},
      version = version + 1 where commune_id = ${lot.communeId} and id = ${id}`.execute(db)
    return {
      answer: { id, version: version + 1 },
      audit: { subject: `verification-lot:${id}`, areaId: lot.hamletId ?? lot.communeId, after: { followUp: what } },
    }
  },
  areaOfLot,
)
