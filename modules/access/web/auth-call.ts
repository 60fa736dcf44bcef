// Asking the sign-in: plain requests below /api/auth, with problems of the same shape as everywhere.

import { useCallback, useRef, useState } from 'react'
import { currentLanguage } from '../../../platform/web/language.ts'
import { type Problem, readProblem, silentProblem } from '../../../platform/web/problem.ts'

export type Asked<T> = { ok: true; answer: T } | { ok: false; problem: Problem }

export async function askAuth<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Asked<T>> {
  const language = currentLanguage()
  let response: Response
  try {
    response = await fetch(`/api/auth${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': language,
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
      },
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
      signal: AbortSignal.timeout(30_000),
    })
  } catch {
    return { ok: false, problem: silentProblem('offline', language) }
  }
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return { ok: true, answer: answer as T }
  return { ok: false, problem: readProblem(answer, response.status, language) }
}

export type AuthDeed<T> = {
  send: (body?: unknown) => Promise<Asked<T>>
  sending: boolean
  problem: Problem | undefined
  clear: () => void
}

/** One deed of a form; a second press while the first is under way does nothing. */
export function useAuthDeed<T = Record<string, never>>(path: string): AuthDeed<T> {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const busy = useRef(false)
  const send = useCallback(
    async (body?: unknown): Promise<Asked<T>> => {
      if (busy.current) return { ok: false, problem: silentProblem('too_slow', currentLanguage()) }
      busy.current = true
      setSending(true)
      const asked = await askAuth<T>('POST', path, body)
      busy.current = false
      setSending(false)
      setProblem(asked.ok ? undefined : asked.problem)
      return asked
    },
    [path],
  )
  return { send, sending, problem, clear: useCallback(() => setProblem(undefined), []) }
}
