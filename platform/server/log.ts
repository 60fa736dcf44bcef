// The log: one JSON line an event, never a body, a query string, a name or a secret.

import { pino } from 'pino'

export type Log = {
  info(facts: object, text: string): void
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

type Fault = Error & { code?: unknown; severity?: unknown; table?: unknown; constraint?: unknown; routine?: unknown }

/** What is told of a fault. The database repeats values of its rows in message and detail, so there only names are kept. */
export function toldOf(fault: unknown): unknown {
  if (!(fault instanceof Error)) return { type: typeof fault }
  const { name, message, stack = '', code, severity, table, constraint, routine } = fault as Fault
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return severity === undefined
    ? { name, message: message.slice(0, 500), code, frames }
    : { name, code, table, constraint, routine, frames }
}

/** A logger at a level of pino ('info', 'warn', 'silent', …). */
export const openLog = (level: string): Log =>
  pino({
    level,
    base: null,
    serializers: { fault: toldOf },
    redact: { paths: ['password', 'token', 'secret', '*.password', '*.token', '*.secret'], remove: true },
  })
