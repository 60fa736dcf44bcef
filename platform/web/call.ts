// The wire: a query is a GET with flat parameters, a command a POST with an Idempotency-Key; problems are thrown as ProblemError.

import type { Command, InputOf, OutputOf, Query } from '../contract/operation.ts'
import { currentLanguage } from './language.ts'
import { noNumberProblem, ProblemError, readProblem, silentProblem } from './problem.ts'
import { signInAddress } from './sign-in-address.ts'
import { addressOf, type Flat, parametersOf, unreadNumbers } from './wire.ts'

/** The address that answers a query; also for links that download. */
export function queryAddress<Op extends Query>(operation: Op, input: InputOf<Op>): string {
  const { address, rest } = addressOf(operation.path, input as Flat)
  return address + parametersOf(rest)
}

async function request(address: string, init: RequestInit, signal?: AbortSignal): Promise<unknown> {
  const language = currentLanguage()
  const patience = AbortSignal.timeout(30_000)
  let response: Response
  try {
    response = await fetch(address, {
      ...init,
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'accept-language': language, ...init.headers },
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ProblemError(silentProblem(patience.aborted ? 'too_slow' : 'offline', language))
  }
  if (response.status === 204) return null
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) {
    if (body === undefined) throw new ProblemError(silentProblem('unreadable', language, response.status))
    return body
  }
  if (response.status === 401) goToSignIn()
  throw new ProblemError(readProblem(body, response.status, language))
}

function goToSignIn(): void {
  const address = signInAddress(window.location)
  if (address) window.location.assign(address)
}

export async function ask<Op extends Query>(
  operation: Op,
  input: InputOf<Op>,
  signal?: AbortSignal,
): Promise<OutputOf<Op>> {
  return (await request(queryAddress(operation, input), { method: 'GET' }, signal)) as OutputOf<Op>
}

/** Sends a command. With `file` (operations that take bytes) the input travels in the query string. */
export async function send<Op extends Command>(
  operation: Op,
  input: InputOf<Op>,
  commandId: string,
  file?: Blob,
): Promise<OutputOf<Op>> {
  const unread = unreadNumbers(input)
  if (unread.length > 0) throw new ProblemError(noNumberProblem(unread, currentLanguage()))
  const { address, rest } = addressOf(operation.path, input as Flat)
  const headers: Record<string, string> = { 'idempotency-key': commandId }
  headers['content-type'] = file ? file.type || 'application/octet-stream' : 'application/json'
  return (await request(file ? address + parametersOf(rest) : address, {
    method: 'POST',
    headers,
    body: file ?? JSON.stringify(input),
  })) as OutputOf<Op>
}
