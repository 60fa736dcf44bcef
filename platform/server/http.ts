// HTTP: one route per declared operation, limits on what comes in, and problems on what goes wrong.

import { Hono, type Context as HttpContext, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { platformRefusals, Refusal } from '../contract/refusal.ts'
import { languageOf } from '../contract/words.ts'
import { type Request, throughTheDoor, whoMay } from './door.ts'
import { sentAnswer } from './kept-answer.ts'
import type { Log } from './log.ts'
import { operationSeconds } from './metrics.ts'
import { type Constraints, faultProblem, problemOf, refusalOf } from './problem.ts'
import type { Handler, Parts, Slice } from './slice.ts'

const jsonLimit = 1024 * 1024

/** The routes of all slices, to be mounted on the server's root. */
export function operationRoutes(parts: Parts, slices: readonly Slice[], log: Log): Hono {
  const routes = new Hono()
  const constraints: Constraints = Object.assign({}, ...slices.map((slice) => slice.constraints ?? {}))
  const answerFault = problemAnswer(constraints, log)
  routes.onError((fault, http) => answerFault(fault, http))
  for (const { handler, counted } of slices.flatMap(handlersOf)) {
    const { operation } = handler
    const path = operation.path.replace(/\{(\w+)\}/g, ':$1')
    if (operation.kind === 'query')
      routes.get(path, (http) => answerHttp(parts, handler, http, { raw: questionOf(http), counted }))
    else if (operation.bytes)
      routes.post(path, onlyForThoseWhoMay(parts, handler), limited(operation.bytes), async (http) =>
        answerHttp(parts, handler, http, {
          ...{ raw: questionOf(http), counted },
          bytes: new Uint8Array(await http.req.arrayBuffer()),
        }),
      )
    else
      routes.post(path, jsonLimited, async (http) =>
        answerHttp(parts, handler, http, { raw: await jsonOf(http), counted }),
      )
  }
  return routes
}

const handlersOf = ({ handlers, uncounted }: Slice) => handlers.map((handler) => ({ handler, counted: !uncounted }))

/** A file fills memory: it is read only for somebody who may send one. The door asks again, as it asks everybody. */
function onlyForThoseWhoMay(parts: Parts, handler: Handler): MiddlewareHandler {
  return async (http, next) => {
    await whoMay(parts, handler, http.req.raw.headers)
    await next()
  }
}

/** Refuses a body that is larger, before it is read where its length is declared, else while it streams in. */
export function limited(limit: number): MiddlewareHandler {
  const tooLarge = (): never => {
    throw new Refusal(platformRefusals.too_large, { values: { limit: Math.round(limit / 1024 / 1024) } })
  }
  const whileItStreams = bodyLimit({ maxSize: limit, onError: tooLarge })
  // The declared length holds, since the server takes no byte more; to look at the body would cost each request a stream.
  return (http, next) => {
    const declared = http.req.header('content-length')
    if (declared === undefined || http.req.header('transfer-encoding')) return whileItStreams(http, next)
    return Number(declared) > limit ? tooLarge() : next()
  }
}

/** For every address that takes JSON: more is refused while it streams in. */
export const jsonLimited = limited(jsonLimit)

/** Turns whatever was thrown into an answer; faults are logged with their incident number. */
export function problemAnswer(constraints: Constraints, log: Log) {
  return (fault: unknown, http: HttpContext): Response => {
    const language = languageOf(http.req.header('accept-language'))
    const refusal = refusalOf(fault, constraints)
    const { problem, incident } = refusal
      ? { problem: problemOf(refusal, language), incident: '' }
      : faultProblem(language)
    if (!refusal) log.error({ incident, path: http.req.path, fault }, 'fault')
    return http.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      ...(refusal?.values.seconds ? { 'retry-after': String(refusal.values.seconds) } : {}),
      // Whether something is there is different for each reader.
      'cache-control': 'no-store',
    })
  }
}

async function answerHttp(
  parts: Parts,
  handler: Handler,
  http: HttpContext,
  { counted, ...given }: Pick<Request, 'raw' | 'bytes'> & { counted: boolean },
): Promise<Response> {
  const stop = counted ? operationSeconds.startTimer({ operation: handler.operation.name }) : undefined
  try {
    const answer = await throughTheDoor(parts, handler, {
      headers: http.req.raw.headers,
      language: languageOf(http.req.header('accept-language')),
      commandId: http.req.header('idempotency-key'),
      ...given,
    })
    if (answer.repeated) http.header('idempotent-replayed', 'true')
    http.header('cache-control', 'no-store')
    const { body, length, encoding } = sentAnswer(answer.body, takesGzip(http.req.header('accept-encoding')))
    if (encoding) http.header('content-encoding', encoding)
    http.header('vary', 'accept-encoding')
    // With its length known, a small answer is left alone by the compression, which would make a stream of it.
    return http.body(body, 200, { 'content-type': 'application/json', 'content-length': String(length) })
  } finally {
    stop?.()
  }
}

const takesGzip = (accepted: string | undefined): boolean =>
  accepted !== undefined && /(^|[\s,])gzip\s*(?=,|$)/i.test(accepted)

/** Path and query parameters as one object; a repeated key becomes a list. */
function questionOf(http: HttpContext): Record<string, unknown> {
  const question: Record<string, unknown> = {}
  for (const [key, values] of Object.entries(http.req.queries())) question[key] = values.length > 1 ? values : values[0]
  return { ...question, ...http.req.param() }
}

async function jsonOf(http: HttpContext): Promise<unknown> {
  const type = http.req.header('content-type') ?? ''
  if (!type.startsWith('application/json')) throw new Refusal(platformRefusals.not_json)
  try {
    const body: unknown = await http.req.json()
    return body !== null && typeof body === 'object' ? { ...body, ...http.req.param() } : body
  } catch (fault) {
    if (fault instanceof Refusal) throw fault
    throw new Refusal(platformRefusals.not_json)
  }
}
