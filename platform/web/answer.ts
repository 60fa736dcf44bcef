// Asking from a screen: the answer, whether it is on its way, or the problem; never a spinner without an end.

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf, Query } from '../contract/operation.ts'
import { ask } from './call.ts'
import { useLanguage } from './language.ts'
import { type Problem, ProblemError, silentProblem } from './problem.ts'

export type Answer<T> = {
  answer: T | undefined
  /** True only while there is nothing to show yet. */
  loading: boolean
  /** True while a newer answer is on its way behind the one shown. */
  refreshing: boolean
  problem: Problem | undefined
  /** When the answer shown arrived, for "as of". */
  asOf: Date | undefined
  again: () => void
}

export type AskOptions = {
  /** False: do not ask yet. */
  when?: boolean
  /** Keep the last answer on screen while the input changes (lists, sliders). */
  keep?: boolean
  /** Ask again by itself every so many seconds (long work). */
  everySeconds?: number
}

/** Tells a problem from a defect of our own code, which must not be dressed up as "no connection". */
export function problemOf(error: Error | null, language: 'vi' | 'en'): Problem | undefined {
  if (!error) return undefined
  return error instanceof ProblemError ? error.problem : silentProblem('unreadable', language)
}

export function useAnswer<Op extends Query>(
  operation: Op,
  input: InputOf<Op>,
  options: AskOptions = {},
): Answer<OutputOf<Op>> {
  const language = useLanguage()
  const query = useQuery({
    queryKey: [operation.name, input, language],
    queryFn: ({ signal }) => ask(operation, input, signal),
    enabled: options.when ?? true,
    placeholderData: options.keep ? keepPreviousData : undefined,
    refetchInterval: options.everySeconds ? options.everySeconds * 1000 : false,
  })
  return {
    answer: query.data as OutputOf<Op> | undefined,
    loading: query.isLoading,
    refreshing: query.isFetching && !query.isLoading,
    problem: problemOf(query.error, language),
    asOf: query.dataUpdatedAt ? new Date(query.dataUpdatedAt) : undefined,
    again: () => void query.refetch(),
  }
}
