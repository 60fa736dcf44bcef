// What other modules' screens may show of obstacles: the mark of where one stands.

import type * as z from 'zod/mini'
import { Status } from '../../../platform/web/components/status.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { StateShown } from '../contract.ts'
import { obstacleWords } from './words.ts'

export function ObstacleMark({ state }: { state: z.output<typeof StateShown> }) {
  const w = useWords(obstacleWords)
  if (state.kind === 'removed') return <Status kind="done">{w.removed}</Status>
  if (state.kind === 'answered')
    return (
      <Status kind="ontime" icon="talk">
        {w.answered}
      </Status>
    )
  if (state.time === 'late') return <Status kind="late">{w.late(state.days)}</Status>
  if (state.time === 'soon') return <Status kind="soon">{w.soon(state.days)}</Status>
  return <Status kind="ontime">{state.time === 'ontime' ? w.ontime(state.days) : w.open(state.days)}</Status>
}
