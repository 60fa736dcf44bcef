// The log: one JSON line an event, never a body, a query string, a name or a secret.

import { pino } from 'pino'

export type Log = {
  info(facts: object, text: string): void
  warn(facts: object, text: string): void
  error(facts: object, text: string): void
}

/** A logger at a level of pino ('info', 'warn', 'silent', …). */
export const openLog = (level: string): Log =>
  pino({
    level,
    base: null,
    redact: { paths: ['password', 'token', 'secret', '*.password', '*.token', '*.secret'], remove: true },
  })
