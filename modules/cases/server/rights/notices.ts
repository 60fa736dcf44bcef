// What the person is told while a request waits: that it was received, and, once at most, that the answer takes longer.

import { sql } from 'kysely'
import { refuse } from '../../../../platform/contract/refusal.ts'
import { type Context, carriesOut } from '../../../../platform/server/slice.ts'
import { isMoment } from '../../../../rules/law/moment.ts'
import { extendedDue } from '../../../../rules/retention/requests.ts'
import { AcknowledgeRequest, caseRefusals, ExtendRequest, retentionRefusals } from '../../contract.ts'
import { instantOf, momentOf } from '../moment.ts'
import { inOpenedFile } from '../opened.ts'
import { holdsIn } from '../retention/read.ts'
import { keyOf, sealJson } from '../sealing/person.ts'
import { asInstant, countingAt, countingKnown } from './clocks.ts'
import { type RequestRow, refuseOtherPurpose, refuseWhoMayNot, requestsOf } from './requests.ts'

export const acknowledgeRequest = carriesOut(AcknowledgeRequest, async (context, input) => {
  const { communeId, fileId, requestId, way, told } = input
  const keeps = await holdsIn(context, 'cases.keep', communeId)
  const acknowledgedAt = asInstantTold(told, context)
  const { acknowledge_due_at: dueAt } = await inOpenedFile(context, input, async (files, file) => {
    refuseOtherPurpose(file)
    const [found] = await requestsOf(files, communeId, fileId, requestId)
    // Whoever took a complaint in may say so to the person; deciding on it is another matter.
    refuseWhoMayNot(found, context, keeps || found?.taken_by === context.person.id)
    if (found.acknowledged_at !== null) throw refuse(retentionRefusals.acknowledged_already)
    refuseToldTooEarly(found, told)
    await sql`update cases.request set acknowledged_at = ${acknowledgedAt}, acknowledged_way = ${way}, acknowledged_by = ${context.person.id}
      where commune_id = ${communeId} and id = ${requestId}`.execute(files)
    return found
  })
  const late = dueAt !== null && Date.parse(dueAt) < Date.parse(acknowledgedAt)
  return {
    answer: { acknowledgedAt, late },
    audit: {
      subject: `case-file:${fileId}`,
      areaId: communeId,
      after: { request: requestId, acknowledgedAt, way, late },
    },
  }
})

export const extendRequest = carriesOut(ExtendRequest, async (context, input) => {
  const { communeId, fileId, requestId, way, told, reason } = input
  const keeps = await holdsIn(context, 'cases.keep', communeId)
  const counting = countingAt(await countingKnown(context.db), context.now.toISOString())
  const toldAt = asInstantTold(told, context)
  const moved = await inOpenedFile(context, input, async (files, file) => {
    refuseOtherPurpose(file)
    const [found] = await requestsOf(files, communeId, fileId, requestId)
    refuseWhoMayNot(found, context, keeps)
    if (found.extended_at !== null) throw refuse(retentionRefusals.extended_already)
    // The person is told before the first end; afterwards it is late, and more time would only hide it.
    if (Math.max(Date.parse(toldAt), context.now.getTime()) > Date.parse(found.due_at))
      throw refuse(retentionRefusals.extended_too_late, { day: momentOf(found.due_at).slice(0, 10) })
    refuseToldTooEarly(found, told)
    const longer = extendedDue(found.kind, momentOf(found.received_at), momentOf(found.due_at), counting)
    const dueAt = asInstant(longer.at)
    const sealed = sealJson(keyOf(file.person), reason, `extension ${requestId}`)
    await sql`update cases.request set first_due_at = due_at, due_at = ${dueAt}, extended_at = ${context.now.toISOString()},
      extended_by = ${context.person.id}, extended_told_at = ${toldAt}, extended_way = ${way}, extension = ${sealed}
      where commune_id = ${communeId} and id = ${requestId}`.execute(files)
    return { dueAt, firstDueAt: found.due_at }
  })
  return {
    answer: { dueAt: moved.dueAt },
    audit: {
      subject: `case-file:${fileId}`,
      areaId: communeId,
      before: { request: requestId, dueAt: moved.firstDueAt },
      after: { request: requestId, dueAt: moved.dueAt, toldAt, way },
    },
  }
})

function asInstantTold(told: string, { now }: Context): string {
  if (!isMoment(told)) throw refuse(caseRefusals.details_wrong, { fields: 'told' })
  if (told > momentOf(now)) throw refuse(retentionRefusals.in_the_future)
  return new Date(instantOf(told)).toISOString()
}

function refuseToldTooEarly({ received_at }: RequestRow, told: string): void {
  if (told < momentOf(received_at)) throw refuse(retentionRefusals.told_too_early)
}
