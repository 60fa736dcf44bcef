// A long list asked for page by page: rows so far, whether more wait, and how to get them.

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf, Query } from '../contract/operation.ts'
import { problemOf } from './answer.ts'
import { ask } from './call.ts'
import { useLanguage } from './language.ts'
import type { Problem } from './problem.ts'

export type Pages<Row, First> = {
  rows: readonly Row[]
  /** The first page whole, for totals and "as of". */
  first: First | undefined
  loading: boolean
  problem: Problem | undefined
  asOf: Date | undefined
  more: boolean
  /** Hand it to the table's `onEnd`. */
  askMore: () => void
  again: () => void
}

/** `read` says where the rows and the next cursor stand in one answer. */
export function usePages<Op extends Query, Row>(
  operation: Op,
  input: Omit<InputOf<Op>, 'cursor'>,
  read: { rows: (answer: OutputOf<Op>) => readonly Row[]; next: (answer: OutputOf<Op>) => string | null | undefined },
): Pages<Row, OutputOf<Op>> {
  const language = useLanguage()
  const query = useInfiniteQuery({
    queryKey: [operation.name, 'pages', input, language],
    queryFn: ({ signal, pageParam }) => ask(operation, { ...input, cursor: pageParam } as InputOf<Op>, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => read.next(last) ?? undefined,
    placeholderData: keepPreviousData,
  })
  const pages = (query.data?.pages ?? []) as OutputOf<Op>[]
  return {
    rows: pages.flatMap((page) => read.rows(page)),
    first: pages[0],
    loading: query.isLoading,
    problem: problemOf(query.error, language),
    asOf: query.dataUpdatedAt ? new Date(query.dataUpdatedAt) : undefined,
    more: query.hasNextPage,
    askMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    again: () => void query.refetch(),
  }
}
