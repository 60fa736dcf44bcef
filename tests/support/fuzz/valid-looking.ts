// Inputs that look valid, made by walking the declared shape: whatever an operation asks for, it gets something of that kind.

import fc from 'fast-check'
import * as z from 'zod/mini'

type Json = Record<string, unknown>
/** Ids for a field: `path` is where it stands, such as `grant.areaId` or `items[].taskId`. */
export type Ids = ((path: string) => fc.Arbitrary<string>) & {
  /** Texts that stand in the database under the name of the field. */
  texts?: (path: string) => readonly string[]
  /** What the records that were chosen say under the name of the field. */
  known?: (path: string) => unknown
}

/** Mostly the day of the demonstration, on which most things are possible; some before, some after. */
const days = [
  '2024-11-15',
  '2024-11-15',
  '2024-11-15',
  '2024-03-15',
  '2024-10-01',
  '2024-11-20',
  '2024-12-31',
  '2025-01-15',
]
/** What the inputs themselves say tells of no record. */
export const phrases = ['Rà soát địa bàn', 'Họp giao ban', 'x', 'Báo cáo tháng 11', 'Kim Động']

export function validLooking(shape: z.ZodMiniType, ids: Ids): fc.Arbitrary<unknown> {
  const schema = schemas.get(shape) ?? (z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any' }) as Json)
  schemas.set(shape, schema)
  return walk(schema, '', ids, schema)
}
/** Written down once for each shape, which is asked about for every person and every kind of input. */
const schemas = new WeakMap<z.ZodMiniType, Json>()

function walk(schema: Json, path: string, ids: Ids, root: Json): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === 'string') return walk(resolve(schema.$ref, root), path, ids, root)
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return often(ids.known?.(path), schema.enum, fc.constantFrom(...schema.enum))
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined
  if (choices) {
    const likely = likelyOf(choices, ids.known?.(path))
    return fc.oneof(
      ...choices.map((choice) => ({ weight: choice === likely ? 9 : 1, arbitrary: walk(choice, path, ids, root) })),
    )
  }
  if (Array.isArray(schema.allOf))
    return walk(Object.assign({}, ...(schema.allOf as Json[]), { ...schema, allOf: undefined }), path, ids, root)
  switch (schema.type) {
    case 'object':
      return anObject(schema, path, ids, root)
    case 'array':
      return fc.array(walk((schema.items ?? {}) as Json, `${path}[]`, ids, root), {
        minLength: Number(schema.minItems ?? 0),
        maxLength: Math.max(Number(schema.minItems ?? 0), 1),
      })
    case 'string':
      return aString(schema, path, ids)
    case 'integer':
    case 'number':
      return aNumber(schema, path, ids.known?.(path))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return anything(path, ids)
  }
}

/** Now and then what stands on record already, where the field takes it. */
const often = <T>(known: unknown, takes: readonly T[], otherwise: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  takes.includes(known as T) ? fc.oneof(fc.constant(known as T), otherwise) : otherwise

/** Nothing is said of what is not on record; of what is, something. */
function likelyOf(choices: readonly Json[], known: unknown): Json | undefined {
  if (known === undefined) return undefined
  return choices.find(({ type }) => (type === 'null') === (known === null))
}

const resolve = (ref: string, root: Json): Json =>
  ref
    .replace(/^#\/?/, '')
    .split('/')
    .filter(Boolean)
    .reduce((at, name) => (at[name] ?? {}) as Json, root)

function anObject(schema: Json, path: string, ids: Ids, root: Json): fc.Arbitrary<unknown> {
  const required = (schema.required ?? []) as string[]
  // Where a page begins is no business of whoever asks: the first one holds what the others hold. A device must say how
  // far it has read: some have read next to nothing, some a lot.
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>).filter(
    ([name]) => name !== 'cursor' || required.includes('cursor'),
  )
  const model = (of: [string, Json][]) =>
    Object.fromEntries(of.map(([name, inner]) => [name, walk(inner, path ? `${path}.${name}` : name, ids, root)]))
  const needed = properties.filter(([name]) => required.includes(name))
  const all = fc.record(model(properties), { requiredKeys: needed.map(([name]) => name) })
  const made = needed.length === properties.length ? all : fc.oneof(fc.record(model(needed)), all)
  const dates = properties.filter(([, inner]) => isDate(inner)).map(([name]) => name)
  return dates.length < 2
    ? made
    : fc.tuple(made, fc.nat(4)).map(([given, chance]) => (chance > 0 ? inOrder(given, dates) : given))
}

const isDate = (schema: Json): boolean =>
  schema.format === 'date' || ((schema.anyOf ?? []) as Json[]).some(({ format }) => format === 'date')

/** What begins stands before what ends, in the order in which a shape names its days. */
function inOrder(given: Json, dates: readonly string[]): Json {
  const there = dates.filter((name) => typeof given[name] === 'string')
  const sorted = there.map((name) => String(given[name])).sort()
  return { ...given, ...Object.fromEntries(there.map((name, at) => [name, sorted[at]])) }
}

function aString(schema: Json, path: string, ids: Ids): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return ids(path)
  if (/\\d\{2\}T/.test(String(schema.pattern)))
    return fc.constantFrom(
      ...['2024-11-15T08:00', '2024-11-14T09:30', new Date(Date.now() - 3_600_000).toISOString().slice(0, 16)],
    )
  if (path === 'cursor')
    return fc.constantFrom('1', ...[Date.parse('2024-11-14'), Date.now()].map((at) => `1.${at.toString(36)}`))
  if (schema.format === 'date') return fc.constantFrom(...days)
  if (schema.format === 'date-time') return fc.constantFrom(...days.map((day) => `${day}T08:00:00+07:00`))
  if (schema.format === 'email') return fc.nat(9999).map((number) => `ai-do-${number}@demo.example`)
  const most = Number(schema.maxLength ?? 200)
  const onRecord = ids.known?.(path)
  const known = [...(typeof onRecord === 'string' ? Array(9).fill(onRecord) : []), ...(ids.texts?.(path) ?? [])].map(
    (text) => text.slice(0, most),
  )
  const made =
    typeof schema.pattern === 'string' ? matching(schema.pattern) : phrase(Number(schema.minLength ?? 0), most)
  const least = Number(schema.minLength ?? 0)
  const fitting = known.filter(
    (text) =>
      text.trim().length >= least && (typeof schema.pattern !== 'string' || new RegExp(schema.pattern, 'u').test(text)),
  )
  return fitting.length === 0
    ? made
    : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: made })
}

/** Unicode classes are beyond the generator; a plain word serves as well. */
function matching(pattern: string): fc.Arbitrary<string> {
  const made =
    patterns.get(pattern) ??
    (/\\p\{/.test(pattern) ? fc.constantFrom('12280', 'A1') : fc.stringMatching(new RegExp(pattern)))
  patterns.set(pattern, made)
  return made
}
/** To take a pattern apart costs more than a hundred words made from it. */
const patterns = new Map<string, fc.Arbitrary<string>>()

const phrase = (least: number, most: number): fc.Arbitrary<string> =>
  fc.constantFrom(...phrases.map((text) => text.slice(0, most))).filter((text) => text.length >= least)

function aNumber(schema: Json, path: string, known: unknown): fc.Arbitrary<number> {
  if (/version$/i.test(path)) return fc.constantFrom(...Array(5).fill(typeof known === 'number' ? known : 1), 1, 2)
  const least = Number(
    schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : Number(schema.exclusiveMinimum) + 1),
  )
  const most = Math.min(Number(schema.maximum ?? 2100), least + 2100)
  const lowest = Math.ceil(least)
  const between = fc.integer({ min: lowest, max: Math.max(lowest, Math.floor(most)) })
  return typeof known === 'number' && known >= least && known <= most ? fc.oneof(fc.constant(known), between) : between
}

/** A shape that cannot be written down (a parameter that is turned into something else): one of many things it may be. */
const anything = (path: string, ids: Ids): fc.Arbitrary<unknown> =>
  fc.oneof(fc.constantFrom('1', '20', 'true', 'false', '2024-11-15'), ids(path), fc.constantFrom(...phrases))

/** Takes away what the shape does not accept, as long as something remains; undefined when it needs what is wrong. */
export function mended(shape: z.ZodMiniType, raw: unknown): unknown {
  let given = raw
  for (let turn = 0; turn < 8; turn += 1) {
    const parsed = z.safeParse(shape, given)
    if (parsed.success) return given
    const names = new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? '')))
    if (typeof given !== 'object' || given === null || names.has('')) return undefined
    const left = Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name)))
    if (Object.keys(left).length === Object.keys(given).length) return undefined
    given = left
  }
  return undefined
}
