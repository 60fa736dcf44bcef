// A slice is what one module plugs into the server: handlers for the operations of its contract.

import type { Kysely, RawBuilder, Transaction } from 'kysely'
import type { DB } from '../../db/schema.generated.ts'
import type { Command, OutputOf, ParsedInputOf, Query } from '../contract/operation.ts'
import type { RefusalKind } from '../contract/refusal.ts'
import type { Language } from '../contract/words.ts'
import type { Clock, PlainDate } from './clock.ts'
import type { Person, Right, Scope } from './rights.ts'
import type { Write } from './write.ts'

export type Db = Kysely<DB> | Transaction<DB>

/** What every handler is given. `person` is absent only in operations with the permission `public`. */
export type Context = {
  db: Db
  person: Person | undefined
  rights: readonly Right[]
  /** The reach of the operation's own permission. */
  scope: Scope
  /** What the person holds and this session does not (platform/server/withheld.ts). */
  withheld: readonly Right[]
  /** The reach of another permission, for the abilities that travel with an answer. */
  scopeFor(permission: string): Scope
  today: PlainDate
  now: Date
  language: Language
}
export type SignedInContext = Context & { person: Person; commandId: string; bytes: Uint8Array }

/** What a change leaves in the audit; a command cannot answer without it. */
export type AuditNote = {
  /** The record that changed, as `task:0192…`. */
  subject: string
  areaId?: string | null
  before?: unknown
  after?: unknown
}

type AreaOf<I> = (context: Context, input: I) => Promise<string | readonly string[] | undefined>

export type QueryHandler = {
  operation: Query
  areaOf?: AreaOf<never>
  handle: (context: Context, input: never) => Promise<unknown>
}
export type CommandHandler = {
  operation: Command
  areaOf?: AreaOf<never>
  handle: (
    context: SignedInContext,
    input: never,
  ) => Promise<{ answer: unknown; audit: AuditNote | readonly AuditNote[] }>
}
/** One of the calls that are carried out together; each still has its own person, rights and command id. */
export type TogetherCall = {
  /** Its place among the inputs that were considered. */ at: number
  person: Person
  commandId: string
}
/** Calls with the same key (the commune that is written to) wait for one another, others need not; weight counts rows. */
type InLane = { key: string; weight: number }
type Outcome<A> = { answer: A; audit: AuditNote | readonly AuditNote[] }
type Considered<K, A> = {
  /** One SQL expression of type json: all that must be known to judge the calls. It is asked with what the door itself asks. */
  question: RawBuilder<K>
  /** Judges those that may go on, in order, by what is known; the writes become one statement with those of the door. */
  judge(
    context: Pick<Context, 'today' | 'now'>,
    known: K,
    calls: readonly TogetherCall[],
  ): { outcomes: readonly Outcome<A>[]; writes: readonly Write[] }
}
export type TogetherHandler = {
  operation: Command
  laneOf: (input: never) => InLane
  consider: (inputs: readonly never[]) => Considered<unknown, unknown>
}
export type Handler = QueryHandler | CommandHandler | TogetherHandler

/** Binds a query to its handler; `areaOf` is needed when its place is `'record'` and answers undefined for "no such record". */
export function answers<Op extends Query>(
  operation: Op,
  handle: (context: Context, input: ParsedInputOf<Op>) => Promise<OutputOf<Op>>,
  areaOf?: AreaOf<ParsedInputOf<Op>>,
): Handler {
  return { operation, handle, areaOf } as Handler
}

/** Binds a command to its handler. It runs inside the transaction that also holds the audit entry. */
export function carriesOut<Op extends Command>(
  operation: Op,
  handle: (
    context: SignedInContext,
    input: ParsedInputOf<Op>,
  ) => Promise<{ answer: OutputOf<Op>; audit: AuditNote | readonly AuditNote[] }>,
  areaOf?: AreaOf<ParsedInputOf<Op>>,
): Handler {
  return { operation, handle, areaOf } as Handler
}

/**
 * Binds a command that many send at once: calls that wait go together (platform/server/together.ts), in one question and one
 * statement that writes. Its place is named by its input. Throwing refuses the whole group, which is then carried out call
 * by call, so that one bad call harms nobody else.
 */
export function carriesOutTogether<Op extends Command, K>(
  operation: Op,
  laneOf: (input: ParsedInputOf<Op>) => InLane,
  consider: (inputs: readonly ParsedInputOf<Op>[]) => Considered<K, OutputOf<Op>>,
): Handler {
  return { operation, laneOf, consider } as Handler
}

export type Slice = {
  module: string
  handlers: readonly Handler[]
  /** Database constraints that carry the name of a refusal. */
  constraints?: Record<string, RefusalKind>
  /** How often its operations are called is told to no monitor: whoever counts calls would count what they are about. */
  uncounted?: true
}

/** Who is asking and what they may do; the access module supplies it. */
export type Authority = {
  personOf(headers: Headers): Promise<Person | undefined>
  /** What the person may in the session they ask from. */
  rightsOf(db: Db, person: Person, today: PlainDate): Promise<readonly Right[]>
  /** What they hold and may not in that session; without it nothing is withheld. */
  withheldOf?(db: Db, person: Person, today: PlainDate): Promise<readonly Right[]>
}

export type AuditEntry = AuditNote & {
  operation: string
  personId: string
  actingForId: string | null
  commandId: string | null
  at: Date
}
/** The audit module's writer; called inside the transaction of the change. */
export type RecordAudit = (db: Db, entries: readonly AuditEntry[]) => Promise<void>

export type Parts = {
  db: Kysely<DB>
  /** For calls that go together (platform/database/connect.ts). */
  byKey: Kysely<DB>
  authority: Authority
  recordAudit: RecordAudit
  /** The same as an `insert` that becomes a part of another statement. */
  auditRows: (entries: readonly AuditEntry[]) => RawBuilder<unknown>
  clock: Clock
}
