// The points that the law leaves open: how each is answered here, since when, on what ground, and by whom.

import * as z from 'zod/mini'
import { defineCommand, defineQuery } from '../../../platform/contract/operation.ts'
import { Id, Instant, PlainDate, Text } from '../../../platform/contract/schemas.ts'
import { caseRefusals as no } from './refusals.ts'

const Words = z.object({ vi: z.string(), en: z.string() })

export const ListLawPoints = defineQuery({
  name: 'cases.law-points',
  title: { vi: 'Điểm chưa rõ của pháp luật', en: 'Points that the law leaves open' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({}),
  output: z.object({
    today: PlainDate,
    points: z.array(
      z.object({
        id: z.string(),
        question: Words,
        answers: z.array(z.object({ id: z.string(), words: Words })),
        byDefault: z.string(),
        /** The answer that holds today. */
        now: z.string(),
        changes: Words,
        source: Words,
        /** The newest first; those to come among them. */
        history: z.array(
          z.object({
            id: Id,
            answer: z.string(),
            ground: z.string(),
            from: PlainDate,
            by: z.nullable(z.string()),
            at: Instant,
          }),
        ),
      }),
    ),
    /** Files whose reading still rests on the answers of before. */
    /** Some files are still read under the answers of before; how many is nobody's here. */
    rereading: z.boolean(),
  }),
})

export const ChooseLaw = defineCommand({
  name: 'cases.choose-law',
  sealsInput: true,
  title: { vi: 'Chọn cách hiểu một điểm chưa rõ', en: 'Answer a point that the law leaves open' },
  permission: 'settings.manage',
  place: 'nowhere',
  input: z.object({ id: Id, point: Text(60), answer: Text(60), ground: Text(500), from: PlainDate }),
  output: z.object({ id: Id }),
  refusals: [no.point_unknown, no.answer_unknown, no.answer_same, no.already_recorded],
})
