// Reads an input by its declared shape, and says in the reader's language what is wrong with each field.

import * as z from 'zod/mini'
import { type FieldError, platformRefusals, Refusal, refuse } from '../contract/refusal.ts'
import type { Language } from '../contract/words.ts'
import { fieldMessage } from './field-message.ts'

/** The parsed input, or a Refusal `platform.invalid_input` that lists every field. */
export function parseInput<S extends z.ZodMiniType>(shape: S, raw: unknown, language: Language): z.output<S> {
  if (typeof raw !== 'object' || raw === null) throw refuse(platformRefusals.not_json)
  const parsed = z.safeParse(shape, raw, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields: FieldError[] = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: fieldMessage(issue, language),
  }))
  throw new Refusal(platformRefusals.invalid_input, { fields })
}
