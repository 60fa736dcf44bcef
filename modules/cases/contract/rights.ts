// What a person asks for about the file on them: taken in with its day and deadline, answered or refused, and the statement.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, Text } from '../../../platform/contract/schemas.ts'
import { requestKindIds, requestWayIds } from '../../../rules/retention/requests.ts'
import { caseRefusals as no } from './refusals.ts'
import { retentionRefusals as kept } from './retention-refusals.ts'

const here = { in: (input: { communeId: string }) => input.communeId }
const opened = { communeId: Id, fileId: Id, openingId: Id }
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
    received: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)),
    words: Text(2000),
    aboutId: z.nullable(Id),
  }),
  output: z.object({ id: Id, dueAt: Instant }),
  refusals: [
    no.not_open,
    no.already_recorded,
    no.details_wrong,
    no.key_missing,
    no.erased,
    kept.for_rights_only,
    kept.in_the_future,
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
