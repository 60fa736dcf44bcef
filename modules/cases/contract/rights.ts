// What a person asks for about the file on them: taken in with its day and deadline, answered or refused, and the statement.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, Text } from '../../../platform/contract/schemas.ts'
import { requestKindIds, requestWayIds } from '../../../rules/retention/requests.ts'
import { HolidaysShown } from './holidays.ts'
import { caseRefusals as no } from './refusals.ts'
import { LengthShown } from './retention.ts'
import { retentionRefusals as kept } from './retention-refusals.ts'

const here = { in: (input: { communeId: string }) => input.communeId }
const opened = { communeId: Id, fileId: Id, openingId: Id }
const Received = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/))
const outcomes = ['done', 'refused', 'passed-on'] as const

export const ListRequests = defineQuery({
  name: 'cases.requests',
  title: { vi: 'Yêu cầu của người đó', en: 'What the person asked for' },
  permission: 'cases.police',
  place: here,
  input: z.object(opened),
  sensitive: true,
  output: z.object({
    rows: z.array(
      z.object({
        id: Id,
        kind: z.enum(requestKindIds),
        way: z.enum(requestWayIds),
        words: z.string(),
        about: z.nullable(z.string()),
        receivedAt: Instant,
        dueAt: Instant,
        takenBy: z.nullable(z.string()),
        outcome: z.nullable(z.enum(outcomes)),
        answeredAt: z.nullable(Instant),
        answeredBy: z.nullable(z.string()),
        answer: z.nullable(z.string()),
        /** What the time for the answer rests on; null where the lengths of today no longer tell. */
        because: z.nullable(LengthShown),
        /** The years of holidays entered here by the time it was taken in: both times were counted by them. */
        holidays: z.array(HolidaysShown),
        /** Null for what was taken in before this was counted. */
        acknowledge: z.nullable(
          z.object({
            dueAt: Instant,
            because: z.nullable(LengthShown),
            told: z.nullable(z.object({ at: Instant, way: z.enum(requestWayIds), by: z.nullable(z.string()) })),
          }),
        ),
        extended: z.nullable(
          z.object({
            firstDueAt: Instant,
            because: z.nullable(LengthShown),
            holidays: z.array(HolidaysShown),
            toldAt: Instant,
            way: z.enum(requestWayIds),
            by: z.nullable(z.string()),
            reason: z.nullable(z.string()),
          }),
        ),
        mayAcknowledge: z.boolean(),
        /** By when it would have to be answered, where its time may still be made longer. */
        mayExtendTo: z.nullable(Instant),
        /** A complaint is decided by those who keep the files; whoever took it in may pass it on to the level above. */
        may: z.nullable(z.enum(['answer', 'pass-on'])),
      }),
    ),
    /** Of whom a complaint may be: those who read the file or wrote in it. */
    colleagues: z.array(z.object({ id: Id, name: z.string() })),
    /** Requests are taken in and answered while the file is open for the rights of the person. */
    forRights: z.boolean(),
  }),
  refusals: [no.not_open, no.key_missing, no.erased],
})

export const TakeRequest = defineCommand({
  name: 'cases.take-request',
  sealsInput: true,
  title: { vi: 'Tiếp nhận yêu cầu của người đó', en: 'Take in a request of the person' },
  permission: 'cases.police',
  place: here,
  input: z.object({
    ...opened,
    id: Id,
    kind: z.enum(requestKindIds),
    way: z.enum(requestWayIds),
    received: Received,
    words: Text(2000),
    aboutId: z.nullable(Id),
  }),
  output: z.object({ id: Id, dueAt: Instant, acknowledgeDueAt: Instant }),
  refusals: [
    no.not_open,
    no.already_recorded,
    no.details_wrong,
    no.sent_away,
    no.key_missing,
    no.erased,
    kept.for_rights_only,
    kept.in_the_future,
  ],
})

/** How and when the person was told; what they were told in words stays on the paper or the portal. */
const notice = { requestId: Id, way: z.enum(requestWayIds), told: Received }

export const AcknowledgeRequest = defineCommand({
  name: 'cases.acknowledge-request',
  sealsInput: true,
  title: { vi: 'Ghi việc đã báo nhận yêu cầu', en: 'Record that a request was acknowledged' },
  permission: 'cases.police',
  place: here,
  input: z.object({ ...opened, ...notice }),
  output: z.object({ acknowledgedAt: Instant, late: z.boolean() }),
  refusals: [
    no.not_open,
    no.details_wrong,
    no.key_missing,
    no.erased,
    kept.for_rights_only,
    kept.answered_already,
    kept.acknowledged_already,
    kept.about_oneself,
    kept.head_answers,
    kept.in_the_future,
    kept.told_too_early,
  ],
})

export const ExtendRequest = defineCommand({
  name: 'cases.extend-request',
  sealsInput: true,
  title: { vi: 'Gia hạn trả lời một yêu cầu', en: 'Give the answer to a request more time' },
  permission: 'cases.police',
  place: here,
  input: z.object({ ...opened, ...notice, reason: Text(1000) }),
  output: z.object({ dueAt: Instant }),
  refusals: [
    no.not_open,
    no.details_wrong,
    no.key_missing,
    no.erased,
    kept.for_rights_only,
    kept.answered_already,
    kept.extended_already,
    kept.extended_too_late,
    kept.about_oneself,
    kept.head_answers,
    kept.in_the_future,
    kept.told_too_early,
  ],
})

export const AnswerRequest = defineCommand({
  name: 'cases.answer-request',
  sealsInput: true,
  title: { vi: 'Trả lời yêu cầu của người đó', en: 'Answer a request of the person' },
  permission: 'cases.police',
  place: here,
  input: z.object({ ...opened, requestId: Id, outcome: z.enum(outcomes), words: Text(2000) }),
  output: z.object({ answeredAt: Instant, late: z.boolean() }),
  refusals: [
    no.not_open,
    no.sent_away,
    no.key_missing,
    no.erased,
    kept.for_rights_only,
    kept.answered_already,
    kept.not_done_yet,
    kept.still_needed,
    kept.about_oneself,
    kept.head_answers,
    kept.only_complaints_pass,
  ],
})

export const GiveStatement = defineCommand({
  name: 'cases.give-statement',
  sealsInput: true,
  title: { vi: 'In bản kê thông tin cho người đó', en: 'Print the statement for the person' },
  permission: 'cases.police',
  place: here,
  input: z.object({ ...opened, id: Id }),
  output: z.object({ serial: z.string(), pdf: z.string() }),
  forgetAnswer: true,
  refusals: [no.not_open, no.already_recorded, no.key_missing, no.erased, kept.for_rights_only],
})
