// The spine: an operation is declared once, here, and server, web, tests and OpenAPI all read the declaration.

import type * as z from 'zod/mini'
import type { RefusalKind } from './refusal.ts'
import type { Bilingual } from './words.ts'

/**
 * Where the operation happens, so that the door can ask "may they, here?".
 * - `{ in: (input) => areaIds }`: the input names the area(s); every one must be in reach.
 * - `'record'`: the server looks the area up from the record that the input names (`areaOf` beside the handler).
 * - `'scope'`: a list; the handler must filter by the scope it is given, inside its SQL.
 * - `'nowhere'`: a thing without a place (own profile, roles); the permission must be held everywhere unless it is `signed-in`.
 */
export type Place<I> = { in(input: I): string | readonly string[] } | 'record' | 'scope' | 'nowhere'

/** `public` needs no sign-in, `signed-in` any person, everything else is a permission such as `tasks.assign`. */
export type Permission = 'public' | 'signed-in' | `${string}.${string}`

type Declaration<I extends z.ZodMiniType, O extends z.ZodMiniType> = {
  /** `module.verb`, also the path unless `path` says otherwise. */
  name: `${string}.${string}`
  /** What it does, in the words of its user; stands in the API reference. */
  title: Bilingual
  permission: Permission
  place: Place<z.output<I>>
  input: I
  output: O
  /** The refusals this operation may answer with, besides those of the platform. */
  refusals?: readonly RefusalKind[]
  /** Another path than `/api/<module>/<verb>`; `{name}` places are taken from the input. */
  path?: `/api/${string}`
  /** Reads and exports that must themselves stand in the audit. */
  sensitive?: boolean
}

export type Query<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> = Declaration<
  I,
  O
> & {
  kind: 'query'
  path: `/api/${string}`
}
export type Command<I extends z.ZodMiniType = z.ZodMiniType, O extends z.ZodMiniType = z.ZodMiniType> = Declaration<
  I,
  O
> & {
  kind: 'command'
  path: `/api/${string}`
  /** Set when the body is a file: its size limit in bytes. The input then comes from the query string. */
  bytes?: number
  /** Answers holding a secret (a one-time link) are never kept for repeats. */
  forgetAnswer?: boolean
  /** What is sent may name somebody whose name must not be guessed: what is kept of it to know a repeat is a keyed hash. */
  sealsInput?: boolean
  worksOffline?: boolean
}
export type Operation = Query | Command
export type InputOf<Op extends Operation> = z.input<Op['input']>
export type ParsedInputOf<Op extends Operation> = z.output<Op['input']>
export type OutputOf<Op extends Operation> = z.output<Op['output']>

const pathOf = (name: string): `/api/${string}` => `/api/${name.replace('.', '/')}`

/** Declares a question: reads only, answered to GET with flat query parameters. */
export function defineQuery<I extends z.ZodMiniType, O extends z.ZodMiniType>(
  declaration: Declaration<I, O>,
): Query<I, O> {
  return { ...declaration, kind: 'query', path: declaration.path ?? pathOf(declaration.name) }
}

/** Declares a change: POST with a JSON body and an `Idempotency-Key`; sending twice is normal and changes nothing. */
export function defineCommand<I extends z.ZodMiniType, O extends z.ZodMiniType>(
  declaration: Declaration<I, O> & Pick<Command, 'bytes' | 'forgetAnswer' | 'sealsInput' | 'worksOffline'>,
): Command<I, O> {
  return { ...declaration, kind: 'command', path: declaration.path ?? pathOf(declaration.name) }
}
