// The phases of a programme on one line of time, with the day in view.

import { Card } from '../../../platform/web/components/card.tsx'
import { daysBetween, showPeriod } from '../../../platform/web/format.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { Overview } from './stand-card.tsx'
import { programmeWords } from './words.ts'

export function Phases({ overview }: { overview: Overview }) {
  const w = useWords(programmeWords)
  const language = useLanguage()
  const { phases, on } = overview
  if (phases.length === 0) return null
  return (
    <Card title={w.phases} padded>
      <ol className="pg-phases">
        {phases.map((phase) => {
          const here = phase.startsOn <= on && on <= phase.endsOn
          const length = daysBetween(phase.startsOn, phase.endsOn) + 1
          const gone = Math.min(1, Math.max(0, (daysBetween(phase.startsOn, on) + 1) / length))
          return (
            <li key={phase.id} aria-current={here ? 'step' : undefined}>
              <span className="pg-bar" aria-hidden="true">
                <i style={{ width: `${gone * 100}%` }} />
              </span>
              <b className="pg-phase">
                {phase.name[language]}
                {here && <small className="pg-here">{w.now}</small>}
              </b>
              <span className="muted t13">{showPeriod(phase.startsOn, phase.endsOn, language)}</span>
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
