// Watching over the reading: questions about odd readings, where readers live, what the keeper of the machine did.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { CountParameter, Id, Instant, Text } from '../../../platform/contract/schemas.ts'
import { readingRuleIds } from '../rules/reading/rules.ts'
import { caseRefusals as no } from './refusals.ts'

const here = { in: (input: { communeId: string }) => input.communeId }
export const questionOutcomes = ['explained', 'passed-on'] as const

export const QuestionRow = z.object({
  id: Id,
  commune: z.object({ id: Id, name: z.string(), type: z.string() }),
  rule: z.enum(readingRuleIds),
  reader: z.object({ id: Id, name: z.nullable(z.string()) }),
  /** Of the file, where it is about one; never whose it is. */
  fileNumber: z.nullable(z.string()),
  openings: z.int(),
  since: Instant,
  until: Instant,
  foundAt: Instant,
  looked: z.nullable(
    z.object({ outcome: z.enum(questionOutcomes), reason: z.string(), by: z.nullable(z.string()), at: Instant }),
  ),
  mayAnswer: z.boolean(),
})
export type QuestionRow = z.output<typeof QuestionRow>

export const ListReadingQuestions = defineQuery({
  name: 'cases.reading-questions',
  title: { vi: 'Câu hỏi về việc đọc hồ sơ', en: 'Questions about the reading of files' },
  permission: 'cases.watch',
  place: 'scope',
  input: z.object({ show: z._default(z.enum(['open', 'all']), 'open'), limit: z._default(CountParameter(200), 100) }),
  sensitive: true,
  output: z.object({ rows: z.array(QuestionRow), open: z.int() }),
  refusals: [no.key_missing],
})

export const AnswerReadingQuestion = defineCommand({
  name: 'cases.answer-question',
  sealsInput: true,
  title: { vi: 'Ghi kết quả xem một câu hỏi', en: 'Say what came of a question' },
  permission: 'cases.watch',
  place: here,
  input: z.object({ communeId: Id, id: Id, outcome: z.enum(questionOutcomes), reason: Text(500) }),
  output: z.object({ lookedAt: Instant }),
  refusals: [no.review_own, no.reviewed_already, no.key_missing],
})

export const SetReaderHome = defineCommand({
  name: 'cases.set-reader-home',
  sealsInput: true,
  title: { vi: 'Ghi nơi ở của một người đọc hồ sơ', en: 'Say where a reader of files lives' },
  permission: 'cases.watch',
  place: here,
  input: z.object({ communeId: Id, readerId: Id, hamlet: Text(100) }),
  output: z.object({ readerId: Id }),
})

export const keepingWorks = ['backup', 'rekey', 'restore', 'erase', 'other'] as const

export const ListKeepings = defineQuery({
  name: 'cases.keepings',
  title: { vi: 'Việc của người giữ máy đối với hồ sơ', en: 'What the keeper of the machine did with the files' },
  permission: 'cases.watch',
  place: 'nowhere',
  input: z.object({ limit: z._default(CountParameter(200), 100) }),
  sensitive: true,
  output: z.object({
    works: z.array(
      z.object({
        id: Id,
        work: z.enum(keepingWorks),
        by: z.string(),
        begunAt: Instant,
        endedAt: z.nullable(Instant),
      }),
    ),
    sessions: z.array(
      z.object({
        id: Id,
        role: z.string(),
        application: z.string(),
        address: z.string(),
        firstSeen: Instant,
        lastSeen: Instant,
      }),
    ),
  }),
})
