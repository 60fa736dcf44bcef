// Where one stands against a target: one box a unit, firmest first, and a mark where the target lies.

import './strip.css'
import { defineWords, useWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { type AreaStatus, statusIcon, useStatusWords } from './status.tsx'

const words = defineWords({
  goal: { vi: (n: number) => `chỉ tiêu ${n}`, en: (n: number) => `target ${n}` },
  units: { vi: 'Các đơn vị theo tình trạng', en: 'The units by status' },
})

const firmness: readonly AreaStatus[] = ['kept', 'converted', 'appraising', 'working', 'again', 'lost', 'outside']

export type StripUnit = { id: string; status: AreaStatus; name: string }

export function Strip({ units, goal, label }: { units: readonly StripUnit[]; goal?: number; label?: string }) {
  const w = useWords(words)
  const statusWords = useStatusWords()
  const inOrder = [...units].sort((a, b) => firmness.indexOf(a.status) - firmness.indexOf(b.status))
  const share = goal !== undefined && units.length > 0 ? Math.min(1, goal / units.length) : undefined
  return (
    <div className={share === undefined ? 'strip' : 'strip with-goal'}>
      <ol aria-label={label ?? w.units}>
        {inOrder.map((unit) => (
          <li key={unit.id} className={`st-${unit.status}`} title={`${unit.name}: ${statusWords[unit.status]}`}>
            <Icon name={statusIcon[unit.status]} />
            <span className="sr">
              {unit.name}: {statusWords[unit.status]}
            </span>
          </li>
        ))}
      </ol>
      {share !== undefined && goal !== undefined && (
        <span className={share > 0.8 ? 'goalmark left' : 'goalmark'} style={{ left: `${share * 100}%` }}>
          <span>{w.goal(goal)}</span>
        </span>
      )}
    </div>
  )
}
