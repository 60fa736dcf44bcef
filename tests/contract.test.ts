// What must hold of every operation of the product, whoever declared it.

import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Declared, declared } from '../app/docs/declared.ts'
import { slices } from '../app/slices.ts'
import { titlesOf } from '../modules/audit/server/titles.ts'
import type { Operation } from '../platform/contract/operation.ts'
import { openApi } from '../platform/server/openapi.ts'
import { permissions } from '../rules/roles.ts'

const root = path.resolve(import.meta.dirname, '..')
type Json = Record<string, unknown>

const handlers = slices.flatMap((slice) => slice.handlers.map((handler) => ({ slice, handler })))
const operations: Operation[] = handlers.map(({ handler }) => handler.operation)
const names = operations.map((operation) => operation.name)

const prefixOf = (name: string): string => name.split('.')[0] ?? ''
/** What the contracts of the modules declare. */
let told: Declared
beforeAll(async () => {
  told = await declared()
})

test('there are operations at all', () => {
  expect(operations.length).toBeGreaterThan(20)
})

test('names and paths are unique', () => {
  expect(names).toEqual([...new Set(names)])
  const routes = operations.map(({ kind, path: route }) => `${kind} ${route.replace(/\{\w+\}/g, '{}')}`)
  expect(routes).toEqual([...new Set(routes)])
})

test('every declared operation has a handler, and every handler a declaration', () => {
  const missing = told.operations.map((operation) => operation.name).filter((name) => !names.includes(name))
  const strange = names.filter((name) => !told.operations.some((operation) => operation.name === name))
  expect({ missing, strange }).toEqual({ missing: [], strange: [] })
})

test('what is sent about a person of a file leaves no trace by which a name could be guessed', () => {
  const plain = operations.filter(
    (operation) => /^(cases|handover)\./.test(operation.name) && operation.kind === 'command' && !operation.sealsInput,
  )
  expect(plain.map(({ name }) => name)).toEqual([])
})

test('every module with a slice is plugged in', () => {
  const built = globSync('modules/*/server/slice.ts', { cwd: root }).map((file) => file.split('/')[1]!)
  expect(slices.map((slice) => slice.module).toSorted()).toEqual(built.toSorted())
})

test.each(handlers.map(({ slice, handler }) => [handler.operation.name, slice, handler] as const))(
  '%s is declared whole',
  (name, slice, handler) => {
    const { operation } = handler
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z][a-zA-Z-]*$/)
    // A prefix is of one module, most often its own name.
    const sharing = slices.filter((each) =>
      each.handlers.some(({ operation }) => prefixOf(operation.name) === prefixOf(name)),
    )
    expect(sharing).toEqual([slice])
    expect([operation.title.vi.trim(), operation.title.en.trim()]).not.toContain('')
    expect(['public', 'signed-in', ...Object.keys(permissions)]).toContain(operation.permission)
    // A record's place is looked up by the server; nothing else may pretend to.
    expect('areaOf' in handler && handler.areaOf !== undefined).toBe(operation.place === 'record')
    if (operation.kind === 'command') expect(operation.permission).not.toBe('public')
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    const input = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as { properties?: Json }
    expect(Object.keys(input.properties ?? {})).toEqual(expect.arrayContaining(inPath))
    expect(shapeless(z.toJSONSchema(operation.output, { io: 'output', unrepresentable: 'any' }) as Json)).toEqual(
      asStored[name] ?? [],
    )
  },
)

test.each(
  operations.filter((operation) => operation.kind === 'query').map((operation) => [operation.name, operation] as const),
)('%s takes a flat question, as a query string is', (_, operation) => {
  const { properties = {} } = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Json>
  }
  expect(Object.entries(properties).filter(([, schema]) => schema.type === 'object')).toEqual([])
})

/** Parts that are handed on as they were stored: checking every corner of a boundary with each map would cost more than the map. */
const asStored: Record<string, string[]> = {
  // A geometry of GeoJSON, as it was brought in.
  'areas.map': ['$.units[].boundary'],
  'home.show': ['$.units[].boundary'],
  'recognition.map': ['$.units[].boundary'],
  // Each kind of event has details of its own, checked by its schema when they are entered (modules/cases/events.ts).
  'cases.one': ['$.events[].details.*'],
  'cases.one-in-emergency': ['$.events[].details.*'],
  'cases.merge-look': ['$.events[].details.*'],
}

/** Places in a schema that would let anything through: `{}`, or no type and no alternatives. */
function shapeless(schema: unknown, at = '$'): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties, items, prefixItems, additionalProperties, anyOf, allOf, oneOf, ...rest } = schema as Json
  const parts = [...list(anyOf), ...list(allOf), ...list(oneOf), ...list(prefixItems)]
  const says = ['type', 'const', 'enum', '$ref', 'not'].some((key) => key in rest)
  return [
    ...(says || parts.length > 0 ? [] : [at]),
    ...Object.entries((properties as Json | undefined) ?? {}).flatMap(([key, part]) => shapeless(part, `${at}.${key}`)),
    ...parts.flatMap((part) => shapeless(part, at)),
    ...(items === undefined ? [] : shapeless(items, `${at}[]`)),
    ...(typeof additionalProperties === 'object' ? shapeless(additionalProperties, `${at}.*`) : []),
  ]
}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

describe('refusals', () => {
  test('each has a code of its own, a status of its kind and a sentence in both languages', () => {
    const all = told.refusals
    const codes = all.map((refusal) => refusal.code)
    expect(codes).toEqual([...new Set(codes)])
    expect(
      all.filter(({ status, vi, en }) => status < 400 || status > 599 || !/[.?!]$/.test(vi) || !/[.?!]$/.test(en)),
    ).toEqual([])
  })

  test('the values in a sentence are the same in both languages', () => {
    const places = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].toSorted()
    expect(told.refusals.filter(({ vi, en }) => places(vi).join() !== places(en).join())).toEqual([])
  })

  test('each is used: declared by an operation, carried by a constraint, or thrown where there is no operation', () => {
    const used = new Set(operations.flatMap((operation) => operation.refusals ?? []).map((refusal) => refusal.code))
    for (const slice of slices) for (const refusal of Object.values(slice.constraints ?? {})) used.add(refusal.code)
    const rest = told.refusals.map(({ code }) => code).filter((code) => !used.has(code))
    const text = globSync('{modules/*,platform,app}/{server,cli.ts,site}/**/*.ts', { cwd: root })
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.join(root, file), 'utf8'))
      .join('\n')
    expect(rest.filter((code) => !new RegExp(`\\b${code.split('.')[1]}\\b`).test(text))).toEqual([])
  })
})

test('what is written to the audit has a title in both languages, operation or not', () => {
  const written = globSync('{modules,app}/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(path.join(root, file), 'utf8').matchAll(/(?:\boperation: |\bnote\([^()]*)'([a-z]+\.[A-Za-z]+)'/g),
    ])
    .map(([, name]) => name as string)
  expect(written.length).toBeGreaterThan(5)
  const title = titlesOf(() => operations)
  expect([...new Set(written)].filter((name) => title(name).vi === name)).toEqual([])
})

describe('OpenAPI', () => {
  const document = openApi(operations, '0.1.0', 'https://binhyen.example') as {
    openapi: string
    paths: Record<string, Record<string, Json>>
    components: { schemas: Json; securitySchemes: Json }
  }
  const described = Object.entries(document.paths).flatMap(([route, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({ route, verb, operation })),
  )

  test('it is 3.1 and has every operation once', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(described.map(({ operation }) => operation.operationId).toSorted()).toEqual(names.toSorted())
  })

  test('every place in a path is a required parameter, and no parameter stands twice', () => {
    for (const { route, operation } of described) {
      const parameters = operation.parameters as { name: string; in: string; required: boolean; schema: Json }[]
      const inPath = [...route.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
      expect(parameters.filter((each) => each.in === 'path' && each.required).map((each) => each.name)).toEqual(inPath)
      const keys = parameters.map((each) => `${each.in} ${each.name}`)
      expect(keys).toEqual([...new Set(keys)])
    }
  })

  test('every reference leads to a part of the document', () => {
    const text = JSON.stringify(document)
    const wanted = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1]!)
    const lost = wanted.filter((place) => {
      const found = place.split('/').reduce<unknown>((part, key) => (part as Json | undefined)?.[key], document)
      return found === undefined
    })
    expect(lost).toEqual([])
  })

  test('every answer has a description and a shape, and a change says how it is made once', () => {
    for (const { verb, operation } of described) {
      const responses = operation.responses as Record<string, { description: string; content: Json }>
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['200', '401', '403', '404', '422']))
      expect(Object.values(responses).filter((each) => !each.description || !each.content)).toEqual([])
      const headers = (operation.parameters as { name: string; in: string }[]).filter((each) => each.in === 'header')
      expect(headers.map((each) => each.name)).toEqual(verb === 'post' ? ['Idempotency-Key'] : [])
    }
  })

  test('every operation is found under the prefix of its name', () => {
    const wrong = described.filter(({ operation }) => {
      const tags = operation.tags as string[]
      return tags.length !== 1 || tags[0] !== prefixOf(operation.operationId as string)
    })
    expect(wrong).toEqual([])
  })
})
