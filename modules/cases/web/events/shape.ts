// What a kind of event asks for, read from its own schema: the form, the lines of the timeline and their test follow from it.

import type * as z from 'zod/mini'
import { ColleagueId, MomentField, RoleName } from '../../events/kind.ts'
import { type EventKind, eventKinds } from '../../events.ts'

export type Shape =
  | { type: 'text'; most: number }
  | { type: 'day' | 'moment' | 'event' | 'number' | 'flag' | 'any' | 'role' | 'colleague' }
  | { type: 'choice'; of: readonly string[] }
  | { type: 'group' | 'list'; fields: readonly FieldShape[] }
export type FieldShape = { name: string; optional: boolean; shape: Shape }

type Def = {
  type: string
  format?: string
  innerType?: z.ZodMiniType
  element?: z.ZodMiniType
  entries?: Record<string, string>
  shape?: Record<string, z.ZodMiniType>
  checks?: { _zod: { def: { check: string; maximum?: number } } }[]
}
const defOf = (schema: z.ZodMiniType): Def => schema._zod.def as unknown as Def

/** In the order of the schema; what may be noted besides stands last. */
export const fieldsOf = (kind: EventKind): readonly FieldShape[] => {
  const fields = fieldsOfObject(eventKinds[kind].details)
  return [...fields.filter(({ name }) => name !== 'note'), ...fields.filter(({ name }) => name === 'note')]
}

const fieldsOfObject = (schema: z.ZodMiniType): FieldShape[] =>
  Object.entries(defOf(schema).shape ?? {}).map(([name, inner]) => fieldOf(name, inner))

function fieldOf(name: string, schema: z.ZodMiniType): FieldShape {
  const { type, innerType } = defOf(schema)
  const optional = type === 'optional' && innerType !== undefined
  return { name, optional, shape: shapeOf(optional ? innerType : schema) }
}

function shapeOf(schema: z.ZodMiniType): Shape {
  if (schema === MomentField) return { type: 'moment' }
  if (schema === RoleName) return { type: 'role' }
  if (schema === ColleagueId) return { type: 'colleague' }
  const { type, format, entries, element, checks } = defOf(schema)
  if (type === 'enum') return { type: 'choice', of: Object.values(entries ?? {}) }
  if (type === 'boolean') return { type: 'flag' }
  if (type === 'number') return { type: 'number' }
  if (type === 'object') return { type: 'group', fields: fieldsOfObject(schema) }
  if (type === 'array' && element) return { type: 'list', fields: fieldsOfObject(element) }
  if (type !== 'string') return { type: 'any' }
  if (format === 'date') return { type: 'day' }
  if (format === 'uuid') return { type: 'event' }
  const most = checks?.map(({ _zod: { def } }) => def).find(({ check }) => check === 'max_length')?.maximum
  return { type: 'text', most: most ?? 500 }
}

export type Typed = Record<string, unknown>

/** What was typed, as it is sent: what was left empty is left out. */
export function detailsOf(fields: readonly FieldShape[], typed: Typed): Typed {
  const details: Typed = {}
  for (const { name, shape } of fields) {
    const value = sentOf(shape, typed[name])
    if (value !== undefined) details[name] = value
  }
  return details
}

function sentOf(shape: Shape, typed: unknown): unknown {
  switch (shape.type) {
    case 'group': {
      const inner = detailsOf(shape.fields, (typed ?? {}) as Typed)
      return Object.keys(inner).length > 0 ? inner : undefined
    }
    case 'list':
      return ((typed ?? []) as Typed[]).map((row) => detailsOf(shape.fields, row))
    case 'number':
      return typed === undefined || typed === '' ? undefined : Number(typed)
    case 'text':
      return typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : undefined
    default:
      return typed === '' ? undefined : typed
  }
}
