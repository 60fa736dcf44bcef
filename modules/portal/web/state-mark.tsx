// The state of an item as a mark.

import { Status } from '../../../platform/web/components/status.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { ArticleState } from '../rules.ts'
import { portalWords } from './words.ts'

const marks = { draft: 'nodata', scheduled: 'ontime', published: 'done', withdrawn: 'notmet' } as const
const icons = { draft: 'pen', scheduled: 'clock', published: 'check-c', withdrawn: 'x' } as const

export function StateMark({ state }: { state: ArticleState }) {
  const w = useWords(portalWords)
  return (
    <Status kind={marks[state]} icon={icons[state]}>
      {w[state]}
    </Status>
  )
}
