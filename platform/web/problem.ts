// What went wrong with a request, as one shape for screens: the server's RFC 9457 problem, or our own words for no answer.

import type { FieldError } from '../contract/refusal.ts'
import type { Language } from '../contract/words.ts'

export type Problem = {
  /** 0 when no answer came. */
  status: number
  /** `module.refusal`, or `offline`, `too_slow`, `unreadable`. */
  code: string
  title: string
  detail?: string
  fields: readonly FieldError[]
  /** Facts for the screen, for example what somebody else saved meanwhile. */
  extra: Readonly<Record<string, unknown>>
}

export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

const silent = {
  offline: {
    vi: ['Không có mạng.', 'Máy chủ chưa trả lời. Nội dung bạn gõ vẫn còn nguyên.'],
    en: ['No connection.', 'The server did not answer. What you typed is still here.'],
  },
  too_slow: {
    vi: ['Chờ quá lâu.', 'Máy chủ chưa trả lời sau 30 giây. Hãy thử lại.'],
    en: ['This takes too long.', 'No answer came within 30 seconds. Try again.'],
  },
  unreadable: {
    vi: ['Máy chủ trả lời không đọc được.', 'Hãy thử lại; nếu vẫn vậy, báo người quản trị.'],
    en: ['The answer cannot be read.', 'Try again; if it stays so, tell the administrator.'],
  },
} as const

/** A problem that the server did not name itself. */
export function silentProblem(code: keyof typeof silent, language: Language, status = 0): Problem {
  const [title, detail] = silent[code][language]
  return { status, code, title, detail, fields: [], extra: {} }
}

const known = new Set(['type', 'title', 'status', 'detail', 'code', 'fields', 'instance'])

const noNumber = {
  vi: [
    'Có ô chưa phải là số.',
    'Chưa gửi gì đi. Hãy sửa ô được chỉ rồi gửi lại.',
    'Ghi một số, không kèm chữ hay dấu khác.',
  ],
  en: [
    'A field holds no number.',
    'Nothing was sent. Correct the field that is marked and send again.',
    'Write a number, without words or other signs.',
  ],
} as const

/** Refused before it is sent: fields that need a number and hold something else. */
export function noNumberProblem(paths: readonly string[], language: Language): Problem {
  const [title, detail, message] = noNumber[language]
  return { status: 422, code: 'no_number', title, detail, fields: paths.map((path) => ({ path, message })), extra: {} }
}

/** Reads a problem body; anything else becomes `unreadable`. */
export function readProblem(body: unknown, status: number, language: Language): Problem {
  if (typeof body !== 'object' || body === null) return silentProblem('unreadable', language, status)
  const given = body as Record<string, unknown>
  if (typeof given.title !== 'string') return silentProblem('unreadable', language, status)
  return {
    status,
    code: typeof given.code === 'string' ? given.code : 'unreadable',
    title: given.title,
    // A refusal of one sentence stands in both places; it is read out once.
    detail: typeof given.detail === 'string' && given.detail !== given.title ? given.detail : undefined,
    fields: Array.isArray(given.fields) ? (given.fields as FieldError[]) : [],
    extra: Object.fromEntries(Object.entries(given).filter(([name]) => !known.has(name))),
  }
}

/** The message that belongs next to one field of a form. */
export function fieldProblem(problem: Problem | undefined, path: string): string | undefined {
  return problem?.fields.find((field) => field.path === path)?.message
}

/** Nothing reached the server, or it was away: sending the very same command again is safe. */
export function mayTryAgain(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 502 || problem.status === 503 || problem.status === 504
}
