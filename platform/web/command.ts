// Sending a change from a form: the command id is minted once for what was typed and kept over retries, so twice is once.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { v7 } from 'uuid'
import type { Command, InputOf, OutputOf } from '../contract/operation.ts'
import { problemOf } from './answer.ts'
import { send } from './call.ts'
import { useLanguage } from './language.ts'
import { mayTryAgain, type Problem, ProblemError } from './problem.ts'

export type Sent<T> = { ok: true; answer: T } | { ok: false; problem: Problem }

export type Sending<Op extends Command> = {
  /** Never throws: look at `ok`. On success every answer on screen is asked again. */
  send: (input: InputOf<Op>, file?: Blob) => Promise<Sent<OutputOf<Op>>>
  sending: boolean
  problem: Problem | undefined
  /** Forget the problem shown, for example when the form is closed. */
  clear: () => void
}

export function useCommand<Op extends Command>(operation: Op): Sending<Op> {
  const queries = useQueryClient()
  const language = useLanguage()
  const attempt = useRef<{ typed: string; file: Blob | undefined; commandId: string } | undefined>(undefined)
  const mutation = useMutation({
    mutationFn: (work: { input: InputOf<Op>; commandId: string; file: Blob | undefined }) =>
      send(operation, work.input, work.commandId, work.file),
    retry: (count, error) => count < 2 && error instanceof ProblemError && error.problem.status >= 502,
    retryDelay: (count) => 400 * 2 ** count,
  })
  const { mutateAsync, reset } = mutation

  const submit = useCallback(
    async (input: InputOf<Op>, file?: Blob): Promise<Sent<OutputOf<Op>>> => {
      const typed = JSON.stringify(input)
      const same = attempt.current?.typed === typed && attempt.current.file === file
      const commandId = same && attempt.current ? attempt.current.commandId : v7()
      attempt.current = { typed, file, commandId }
      try {
        const answer = await mutateAsync({ input, commandId, file })
        attempt.current = undefined
        void queries.invalidateQueries()
        return { ok: true, answer }
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        // A refusal is an answer: the next press of the button is a new command.
        if (!mayTryAgain(error.problem)) attempt.current = undefined
        return { ok: false, problem: error.problem }
      }
    },
    [mutateAsync, queries],
  )

  return { send: submit, sending: mutation.isPending, problem: problemOf(mutation.error, language), clear: reset }
}
