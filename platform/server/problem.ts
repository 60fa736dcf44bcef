// Refusals and faults become RFC 9457 problems, in the reader's language; database errors are translated in one place.

import { randomUUID } from 'node:crypto'
import { platformRefusals, Refusal, type RefusalKind, sentenceOf } from '../contract/refusal.ts'
import type { Language } from '../contract/words.ts'

export type Problem = {
  type: string
  title: string
  status: number
  detail: string
  code: string
  fields?: { path: string; message: string }[]
  [extra: string]: unknown
}
export type Constraints = Record<string, RefusalKind>
type DatabaseFault = { code: string; constraint?: string }

const isDatabaseFault = (fault: unknown): fault is DatabaseFault =>
  typeof fault === 'object' && fault !== null && typeof (fault as DatabaseFault).code === 'string'

const away = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08003', '53300'])

/** What the pool says, without a code, when no connection came free in time. */
const noConnection = 'timeout exceeded when trying to connect'

/** Text that no shape could know to be wrong: a zero byte, a made-up cursor with a day or an id that does not exist. */
const unreadable = new Set(['22021', '22P02', '22P05', '22007', '22008', '22003'])

/** The refusal that a thrown thing stands for; undefined for a fault of ours. */
export function refusalOf(fault: unknown, constraints: Constraints): Refusal | undefined {
  if (fault instanceof Refusal) return fault
  if (fault instanceof Error && fault.message === noConnection) return new Refusal(platformRefusals.database_away)
  if (!isDatabaseFault(fault)) return undefined
  const named = fault.constraint ? constraints[fault.constraint] : undefined
  if (named) return new Refusal(named)
  if (fault.code === '40001' || fault.code === '40P01') return new Refusal(platformRefusals.changed_meanwhile)
  if (fault.code === '23505' && fault.constraint?.endsWith('_pkey')) return new Refusal(platformRefusals.id_taken)
  if (unreadable.has(fault.code)) return new Refusal(platformRefusals.invalid_input)
  if (away.has(fault.code)) return new Refusal(platformRefusals.database_away)
  return undefined
}

/** The problem document of a refusal. */
export function problemOf(refusal: Refusal, language: Language): Problem {
  const detail = sentenceOf(refusal.kind, refusal.values, language)
  const fields = refusal.fields ?? (refusal.field ? [{ path: refusal.field, message: detail }] : undefined)
  return {
    ...refusal.extra,
    type: `/problems/${refusal.kind.code}`,
    title: detail,
    status: refusal.kind.status,
    detail,
    code: refusal.kind.code,
    ...(fields ? { fields } : {}),
  }
}

/** A fault of ours: the reader gets an incident number that the log repeats, and nothing else. */
export function faultProblem(language: Language): { problem: Problem; incident: string } {
  const incident = randomUUID().slice(0, 8)
  return { incident, problem: problemOf(new Refusal(platformRefusals.broken, { values: { incident } }), language) }
}
