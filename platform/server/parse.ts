// Reads an input by its declared shape, and says in the reader's language what is wrong with each field.

import { en, vi } from 'zod/locales'
import * as z from 'zod/mini'
import { type FieldError, platformRefusals, Refusal } from '../contract/refusal.ts'
import type { Language } from '../contract/words.ts'

const locales = { vi: vi().localeError, en: en().localeError }

const plain: Record<string, Record<Language, string>> = {
  control_characters: {
    vi: 'Có ký tự điều khiển không nhìn thấy được. Hãy gõ lại hoặc dán dạng văn bản thuần.',
    en: 'There are invisible control characters. Type it again, or paste as plain text.',
  },
  missing: { vi: 'Cần điền ô này.', en: 'This field is needed.' },
  date: { vi: 'Ngày không có thật hoặc không đúng dạng.', en: 'The date does not exist or is ill-formed.' },
}

type Issue = z.core.$ZodIssue
function messageOf(issue: Issue, language: Language): string {
  if (issue.code === 'custom' && issue.params?.refusal) {
    const own = plain[String(issue.params.refusal)]
    if (own) return own[language]
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return plain.missing![language]
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) return plain.missing![language]
  if (issue.code === 'invalid_format' && issue.input === '') return plain.missing![language]
  if (issue.code === 'too_big' && issue.origin === 'string')
    return language === 'vi' ? `Dài quá ${issue.maximum} ký tự.` : `Longer than ${issue.maximum} characters.`
  if (issue.code === 'invalid_format' && issue.format === 'date') return plain.date![language]
  const message = locales[language](issue as never)
  return typeof message === 'string' ? message : (message?.message ?? issue.message)
}

/** The parsed input, or a Refusal `platform.invalid_input` that lists every field. */
export function parseInput<S extends z.ZodMiniType>(shape: S, raw: unknown, language: Language): z.output<S> {
  const parsed = z.safeParse(shape, raw, { reportInput: true })
  if (parsed.success) return parsed.data
  const fields: FieldError[] = parsed.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: messageOf(issue, language),
  }))
  throw new Refusal(platformRefusals.invalid_input, { fields })
}
