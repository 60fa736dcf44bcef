// How far the result is: counted and drawn; hatched while nobody has reported; said openly where evidence is missing.

import { Bar } from '../../../platform/web/components/bar.tsx'
import { Status } from '../../../platform/web/components/status.tsx'
import { showNumber } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { Task } from './shown.ts'
import { sharedWords, statusWords } from './words.ts'

/** "5/7 thôn" */
export function useCounted(): (task: Task) => string | undefined {
  const language = useLanguage()
  return ({ progress }) =>
    progress
      ? [`${showNumber(progress.done, language)}/${showNumber(progress.total, language)}`, progress.unit]
          .filter(Boolean)
          .join(' ')
      : undefined
}

export function ResultCell({ task }: { task: Task }) {
  const s = useWords(statusWords)
  const w = useWords(sharedWords)
  const counted = useCounted()(task)
  const { progress } = task
  if (task.evidence === 'missing' && !progress)
    return (
      <Status kind="nodata" icon="help">
        {s.evidenceMissing}
      </Status>
    )
  return (
    <>
      {counted ? `${task.expectedResult}: ${counted}` : task.expectedResult}
      {progress && <Bar thin share={progress.from === 'none' ? undefined : progress.done / progress.total} />}
      {task.evidence === 'missing' ? (
        <Status kind="nodata" icon="help">
          {s.evidenceMissing}
        </Status>
      ) : (
        (progress === null || progress.from === 'none') &&
        task.lane === 'new' && <span className="sub">{w.notReported}</span>
      )}
    </>
  )
}
