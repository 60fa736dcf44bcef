// A visit is written down, and when all are made the lot passes or fails by the rule alone.

import { sql } from 'kysely'
import { platformRefusals, refuse } from '../../../../platform/contract/refusal.ts'
import { zone } from '../../../../platform/server/clock.ts'
import { carriesOut, type Handler } from '../../../../platform/server/slice.ts'
import { beatPulses } from '../../../commitments/server/public.ts'
import { verificationRefusals } from '../../contract/refusals.ts'
import { FinishVisits, RecordVisit, type VisitOutcome } from '../../contract/visits.ts'
import { judge, mayRecord, progressOf } from '../../rules/result.ts'
import { type DrawnItem, drawnOf, isOver, type Lot, workdayOf } from '../lots/find.ts'
import { ownLot } from './visits.ts'

/** Three knocks within a minute are one try. */
const hoursBetweenTries = 3

export const recordVisit: Handler = carriesOut(RecordVisit, async ({ db, person, today, now }, input) => {
  const { lotId, position, outcome } = input
  const lot = await ownLot(db, lotId, person.id, { lock: true })
  refuseUnlessUnderWay(lot)
  const drawn = await drawnOf(db, lot)
  const item = drawn.find((each) => each.position === position)
  if (!item) throw refuse(platformRefusals.not_found)
  const next = afterVisit(item, outcome, lot.tries, now)
  const wrong = mayRecord(drawn, lot.sample, position, next.outcome)
  if (wrong) throw refuse(verificationRefusals[wrong])
  await sql`
    update verification_item set outcome = ${next.outcome}, tries = ${next.tries}, tried_at = ${next.triedAt}::timestamptz,
      visited_on = ${next.outcome ? await workdayOf(db, lot, today) : null}::date, visited_by = ${person.id}
    where commune_id = ${lot.communeId} and lot_id = ${lotId} and position = ${position}`.execute(db)
  return {
    answer: { outcome: next.outcome, tries: next.tries },
    audit: {
      subject: `verification-lot:${lotId}`,
      areaId: lot.hamletId ?? lot.communeId,
      before: { position, outcome: item.outcome, tries: item.tries },
      after: { position, outcome: next.outcome, tries: next.tries },
    },
  }
})

function refuseUnlessUnderWay(lot: Lot): void {
  if (!lot.drawnAt) throw refuse(verificationRefusals.not_drawn)
  if (isOver(lot)) throw refuse(verificationRefusals.lot_over)
}

/** Nobody at home is one more try, and only the last of them an outcome; taken back, the tries stay. */
function afterVisit(
  item: DrawnItem,
  outcome: VisitOutcome | null,
  most: number,
  now: Date,
): { outcome: VisitOutcome | null; tries: number; triedAt: string | null } {
  const { tries, triedAt } = item
  if (outcome !== 'away') return { outcome, tries, triedAt }
  if (tries >= most) return { outcome: 'away', tries, triedAt }
  const last = triedAt ? new Date(triedAt) : undefined
  if (last && now.getTime() - last.getTime() < hoursBetweenTries * 3_600_000)
    throw refuse(verificationRefusals.tried_just_now, { time: timeOf(last), hours: hoursBetweenTries })
  return { outcome: tries + 1 >= most ? 'away' : null, tries: tries + 1, triedAt: now.toISOString() }
}

const timeOf = (instant: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  )

export const finishVisits: Handler = carriesOut(FinishVisits, async ({ db, person, today }, { lotId }) => {
  const lot = await ownLot(db, lotId, person.id, { lock: true })
  refuseUnlessUnderWay(lot)
  const drawn = await drawnOf(db, lot)
  const judged = judge(drawn, lot.sample, lot.allowed)
  if (!judged) {
    const { waiting } = progressOf(drawn, lot.sample)
    throw refuse(verificationRefusals.visits_missing, { count: waiting })
  }
  const { outcome, wrong } = judged
  await sql`
    update verification_lot set outcome = ${outcome}, wrong = ${wrong}, decided_on = ${await workdayOf(db, lot, today)}::date,
      version = version + 1
    where commune_id = ${lot.communeId} and id = ${lotId}`.execute(db)
  // Coverage carries the result from now on.
  await beatPulses(db, [lot])
  return {
    answer: { outcome, wrong, allowed: lot.allowed },
    audit: { subject: `verification-lot:${lotId}`, areaId: lot.hamletId ?? lot.communeId, after: judged },
  }
})
