// What is wrong with one field, in the reader's language: plain sentences, none of a library's own.

import type * as z from 'zod/mini'
import type { Bilingual, Language } from '../contract/words.ts'

type Issue = z.core.$ZodIssue

/** What a shape of ours names by itself (`params.refusal`). */
const named: Record<string, Bilingual> = {
  control_characters: {
    vi: 'Có ký tự điều khiển không nhìn thấy được. Hãy gõ lại hoặc dán dạng văn bản thuần.',
    en: 'There are invisible control characters. Type it again, or paste as plain text.',
  },
  date: { vi: 'Ngày không có thật hoặc không đúng dạng.', en: 'The date does not exist or is ill-formed.' },
}
const missing: Bilingual = { vi: 'Cần điền ô này.', en: 'This field is needed.' }
const illFormed: Bilingual = { vi: 'Không đúng dạng.', en: 'This is not in the right form.' }
const notOffered: Bilingual = {
  vi: 'Giá trị này không có trong danh sách.',
  en: 'This value is not one of those that are offered.',
}
const formats: Record<string, Bilingual> = {
  date: named.date as Bilingual,
  datetime: {
    vi: 'Thời điểm không có thật hoặc không đúng dạng.',
    en: 'The moment does not exist or is ill-formed.',
  },
  email: { vi: 'Địa chỉ thư điện tử không đúng dạng.', en: 'The e-mail address is not in the right form.' },
}
const types: Record<string, Bilingual> = {
  number: { vi: 'Cần một số.', en: 'A number is needed.' },
  int: { vi: 'Cần một số nguyên.', en: 'A whole number is needed.' },
  boolean: { vi: 'Cần trả lời có hoặc không.', en: 'Yes or no is needed.' },
}

export const fieldMessage = (issue: Issue, language: Language): string => sentenceOf(issue, language)[language]

function sentenceOf(issue: Issue, language: Language): Bilingual {
  switch (issue.code) {
    case 'custom':
      return named[String(issue.params?.refusal)] ?? illFormed
    case 'invalid_type':
      return isLeftOut(issue.input) ? missing : (types[issue.expected] ?? illFormed)
    case 'invalid_value':
      return isLeftOut(issue.input) ? missing : notOffered
    case 'invalid_format':
      return issue.input === '' ? missing : (formats[issue.format] ?? illFormed)
    case 'too_small':
    case 'too_big':
      return sizeSentence(issue, language)
    default:
      return illFormed
  }
}

const isLeftOut = (input: unknown): boolean => input === undefined || input === ''

function sizeSentence(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, language: Language): Bilingual {
  const small = issue.code === 'too_small'
  const limit = Number(small ? issue.minimum : issue.maximum)
  const count = limit.toLocaleString(language)
  if (issue.origin === 'string') {
    if (!small) return { vi: `Dài quá ${count} ký tự.`, en: `Longer than ${count} characters.` }
    return limit === 1 ? missing : { vi: `Cần ít nhất ${count} ký tự.`, en: `At least ${count} characters are needed.` }
  }
  if (issue.origin === 'array' || issue.origin === 'set') {
    if (!small) return { vi: `Nhiều nhất ${count} mục.`, en: `${count} entries at most.` }
    return limit === 1 ? missing : { vi: `Cần ít nhất ${count} mục.`, en: `At least ${count} entries are needed.` }
  }
  if (issue.inclusive === false)
    return small
      ? { vi: `Phải lớn hơn ${count}.`, en: `It must be more than ${count}.` }
      : { vi: `Phải nhỏ hơn ${count}.`, en: `It must be less than ${count}.` }
  return small
    ? { vi: `Phải từ ${count} trở lên.`, en: `It must be ${count} or more.` }
    : { vi: `Không quá ${count}.`, en: `It must be ${count} or less.` }
}
