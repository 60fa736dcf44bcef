// "Can you tell how these were signed?": asked of the head, answered in words, closed by the level above. No accusation, no score.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Text, Version } from '../../../platform/contract/schemas.ts'
import { verificationRefusals as refusals } from './refusals.ts'
import { Names, Saved } from './shapes.ts'

const Question = {
  id: z.string(),
  commune: z.string(),
  place: z.string(),
  placeType: z.string(),
  group: Names,
  found: z.array(
    z.object({
      pattern: z.enum(['one-hour', 'overnight', 'one-device', 'same-ink']),
      signatures: z.int(),
      of: z.int(),
      minutes: z.nullable(z.int()),
      day: z.nullable(z.string()),
    }),
  ),
  askedOn: z.string(),
  state: z.enum(['asked', 'answered', 'closed']),
  demo: z.boolean(),
}

export const ListQuestions = defineQuery({
  name: 'verification.questions',
  title: { vi: 'Câu hỏi về cách lấy chữ ký', en: 'Questions how signatures were taken' },
  permission: 'commitments.decide',
  place: 'scope',
  input: z.object({ driveId: Id }),
  output: z.object({ rows: z.array(z.object(Question)) }),
})

export const ShowQuestion = defineQuery({
  name: 'verification.question',
  title: { vi: 'Một câu hỏi về cách lấy chữ ký', en: 'A question how signatures were taken' },
  permission: 'commitments.decide',
  place: 'record',
  input: z.object({ id: Id }),
  output: z.object({
    ...Question,
    drive: z.object({ id: z.string(), name: Names }),
    answer: z.nullable(z.object({ text: z.string(), on: z.string(), by: z.nullable(z.string()) })),
    closing: z.nullable(z.object({ text: z.string(), on: z.string(), by: z.nullable(z.string()) })),
    version: z.int(),
    may: z.object({ answer: z.boolean(), close: z.boolean() }),
  }),
})

export const AnswerQuestion = defineCommand({
  name: 'verification.answer',
  title: { vi: 'Trả lời câu hỏi về cách lấy chữ ký', en: 'Answer how signatures were taken' },
  permission: 'commitments.decide',
  place: 'record',
  input: z.object({ id: Id, version: Version, answer: Text(2_000) }),
  output: Saved,
  refusals: [refusals.question_answered],
})

export const CloseQuestion = defineCommand({
  name: 'verification.closeQuestion',
  title: { vi: 'Khép lại câu hỏi về cách lấy chữ ký', en: 'Close a question how signatures were taken' },
  permission: 'verification.manage',
  place: 'record',
  input: z.object({ id: Id, version: Version, closing: Text(2_000) }),
  output: Saved,
  refusals: [refusals.not_answered, refusals.question_closed, refusals.own_level],
})
