// What stands in place of a list that comes page by page: refused, loading, nothing in it; else the list itself.

import type { ReactNode } from 'react'
import type { Pages } from '../pages.ts'
import { Loading, Offline, Refused } from './states.tsx'

type From = Pick<Pages<unknown, unknown>, 'rows' | 'problem' | 'loading' | 'asOf' | 'again'>

/** Rows that were read stay in sight when the next question fails: under the moment they are of, or above the reason. */
export function Listed({
  from,
  lines = 6,
  empty,
  children,
}: {
  from: From
  lines?: number
  empty: ReactNode
  children: ReactNode
}) {
  if (from.rows.length > 0)
    return (
      <>
        {from.problem?.status === 0 && <Offline asOf={from.asOf} />}
        {children}
        {from.problem && from.problem.status !== 0 && <Refused problem={from.problem} onAgain={from.again} />}
      </>
    )
  if (from.problem) return <Refused problem={from.problem} onAgain={from.again} />
  return from.loading ? <Loading lines={lines} /> : empty
}
