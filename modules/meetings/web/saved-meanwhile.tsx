// Somebody saved the meeting while it was being written: what was typed is kept, and can be saved over theirs.

import { Button } from '../../../platform/web/components/button.tsx'
import { Note } from '../../../platform/web/components/page.tsx'
import type { Problem } from '../../../platform/web/problem.ts'
import { useWords } from '../../../platform/web/words.ts'
import { meetingFormWords } from './words.ts'

export function SavedMeanwhile({
  problem,
  onTake,
}: {
  problem: Problem | undefined
  onTake: (version: number) => void
}) {
  const f = useWords(meetingFormWords)
  const current = problem?.extra.current
  if (typeof current !== 'number') return null
  return (
    <Note icon="again" tone="late">
      {f.changed}{' '}
      <Button small onClick={() => onTake(current)}>
        {f.saveOver}
      </Button>
    </Note>
  )
}
