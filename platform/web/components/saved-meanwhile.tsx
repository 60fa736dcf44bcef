// Somebody saved the same record while it was being written: what was typed is kept, and can be saved over theirs.

import type { ReactNode } from 'react'
import type { Problem } from '../problem.ts'
import { defineWords, useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Note } from './page.tsx'

const words = defineWords({ saveOver: { vi: 'Lưu đè bản mới', en: 'Save over it' } })

/** `onTake` is told the version that stands now, which the next sending is to name. */
export function SavedMeanwhile({
  problem,
  onTake,
  children,
}: {
  problem: Problem | undefined
  onTake: (version: number) => void
  children: ReactNode
}) {
  const w = useWords(words)
  const current = problem?.extra.current
  if (typeof current !== 'number') return null
  return (
    <Note icon="again" tone="late">
      {children}{' '}
      <Button small onClick={() => onTake(current)}>
        {w.saveOver}
      </Button>
    </Note>
  )
}
