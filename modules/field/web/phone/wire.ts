// Talking to the office. Unlike the staff application it never leaves the page: without a session or a network the phone
// works on, and says so.

import type { Command, InputOf, OutputOf, Query } from '../../../../platform/contract/operation.ts'
import { currentLanguage } from '../../../../platform/web/language.ts'
import { ProblemError, readProblem, silentProblem } from '../../../../platform/web/problem.ts'
import { addressOf, type Flat, parametersOf } from '../../../../platform/web/wire.ts'
import { type BundleAnswer, bundlePath } from '../../contract/push.ts'

const patience = 60_000

export async function request(address: string, init: RequestInit): Promise<unknown> {
  const language = currentLanguage()
  const headers = { accept: 'application/json', 'accept-language': language, ...init.headers }
  let response: Response
  try {
    response = await fetch(address, {
      ...init,
      credentials: 'same-origin',
      headers,
      signal: AbortSignal.timeout(patience),
    })
  } catch {
    throw new ProblemError(silentProblem('offline', language))
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok && body !== undefined) return body
  throw new ProblemError(readProblem(body, response.status, language))
}

export async function ask<Op extends Query>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> {
  const { address, rest } = addressOf(operation.path, input as Flat)
  return (await request(address + parametersOf(rest), { method: 'GET' })) as OutputOf<Op>
}

export async function send<Op extends Command>(operation: Op, input: InputOf<Op>, id: string): Promise<OutputOf<Op>> {
  return (await post(operation.path, input, { 'idempotency-key': id })) as OutputOf<Op>
}

export const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> =>
  request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** A sealed bundle to the office, by whoever carries it. */
export const carryIn = (bytes: Uint8Array): Promise<BundleAnswer> =>
  request(bundlePath, {
    method: 'POST',
    body: Uint8Array.from(bytes),
    headers: { 'content-type': 'application/octet-stream' },
  }) as Promise<BundleAnswer>

export const problemOf = (fault: unknown) => (fault instanceof ProblemError ? fault.problem : undefined)
/** Not reached, or reached and not able: sending again later is right. */
export const isSilence = (fault: unknown): boolean => {
  const status = problemOf(fault)?.status
  return status === 0 || (status !== undefined && status >= 500) || status === 429
}
export const isSignedOut = (fault: unknown): boolean => problemOf(fault)?.status === 401
