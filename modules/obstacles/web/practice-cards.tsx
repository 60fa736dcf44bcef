// Good practice as short texts: what it is called, how it is done, from which unit it came.

import type * as z from 'zod/mini'
import { showDay } from '../../../platform/web/format.ts'
import { Go } from '../../../platform/web/route.tsx'
import { useWords } from '../../../platform/web/words.ts'
import type { Practice } from '../contract.ts'
import { useUnitTitle } from './shown.ts'
import { obstacleWords } from './words.ts'

export function Practices({ rows, linked }: { rows: readonly z.output<typeof Practice>[]; linked?: boolean }) {
  const w = useWords(obstacleWords)
  const unitTitle = useUnitTitle()
  return (
    <ul className="practice-list">
      {rows.map((row) => (
        <li key={row.id}>
          <h2>{row.title}</h2>
          <p>{row.text}</p>
          <p className="muted t13">
            {unitTitle(row.area)} · {showDay(row.sharedOn)}
            {linked && row.obstacleId && (
              <>
                {' · '}
                <Go to={`/obstacles/${row.obstacleId}`}>{w.fromObstacle}</Go>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
