// OpenAPI 3.1 of every declared operation, made from the same shapes that the door parses with.

import * as z from 'zod/mini'
import type { Operation } from '../contract/operation.ts'
import { platformRefusals } from '../contract/refusal.ts'

type Json = Record<string, unknown>
const jsonSchema = (shape: z.ZodMiniType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' }) as Json
  return schema
}

/** The document for `/api/openapi.json`; `url` is the server's public address. */
export function openApi(operations: readonly Operation[], version: string, url: string): Json {
  const paths: Record<string, Json> = {}
  for (const operation of operations)
    paths[operation.path] = { ...paths[operation.path], [verbOf(operation)]: describe(operation) }
  return {
    openapi: '3.1.0',
    info: { title: 'Bình Yên', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'binhyen.session_token' } },
      schemas: { Problem: problemSchema },
    },
  }
}

const verbOf = (operation: Operation): 'get' | 'post' => (operation.kind === 'query' ? 'get' : 'post')

function describe(operation: Operation): Json {
  const input = jsonSchema(operation.input, 'input')
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!)
  const asParameters = operation.kind === 'query' || operation.bytes
  const names = asParameters ? Object.keys((input.properties as Json) ?? {}) : inPath
  const required = new Set((input.required as string[] | undefined) ?? [])
  const parameters: Json[] = names.map((name) => ({
    name,
    in: inPath.includes(name) ? 'path' : 'query',
    required: inPath.includes(name) || required.has(name),
    schema: (input.properties as Record<string, Json>)[name] ?? {},
  }))
  if (operation.kind === 'command')
    parameters.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    })
  return {
    operationId: operation.name,
    tags: [operation.name.split('.')[0]],
    summary: operation.title.vi,
    description: `${operation.title.en}\n\nPermission: \`${operation.permission}\``,
    ...(operation.permission === 'public' ? { security: [] } : {}),
    parameters,
    ...(operation.kind === 'command' ? { requestBody: bodyOf(operation.bytes, input) } : {}),
    responses: responsesOf(operation),
  }
}

const bodyOf = (bytes: number | undefined, input: Json): Json =>
  bytes
    ? {
        required: true,
        content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary', maxLength: bytes } } },
      }
    : { required: true, content: { 'application/json': { schema: input } } }

function responsesOf(operation: Operation): Json {
  const responses: Record<string, Json> = {
    200: { description: 'OK', content: { 'application/json': { schema: jsonSchema(operation.output, 'output') } } },
  }
  const possible = [...Object.values(platformRefusals), ...(operation.refusals ?? [])]
  for (const status of new Set(possible.map((refusal) => refusal.status)))
    responses[status] = {
      description: possible
        .filter((refusal) => refusal.status === status)
        .map((refusal) => `\`${refusal.code}\`: ${refusal.en}`)
        .join('\n\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  return responses
}

const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457 problem details; `code` names the refusal',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
  },
}
