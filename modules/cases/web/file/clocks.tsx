// The clocks of a file: what is left, how much counts, what was left out and why, and every step on demand.

import { useState } from 'react'
import { Button } from '../../../../platform/web/components/button.tsx'
import { Card } from '../../../../platform/web/components/card.tsx'
import { Dialog } from '../../../../platform/web/components/dialog.tsx'
import { Icon } from '../../../../platform/web/components/icon.tsx'
import { Tag } from '../../../../platform/web/components/marks.tsx'
import { Empty } from '../../../../platform/web/components/states.tsx'
import { useLanguage } from '../../../../platform/web/language.ts'
import { useWords } from '../../../../platform/web/words.ts'
import type { Step } from '../../../../rules/law/clock.ts'
import { type Moment, minutesBetween } from '../../../../rules/law/moment.ts'
import type { ClockShown, LifeShown } from '../../contract.ts'
import { Steps } from '../counted.tsx'
import { showMoment } from '../events/shown.tsx'
import { leftWords, longWords, pressingOf, untilWords } from '../left.ts'
import { lawWords } from '../words.ts'
import { fileWords } from './words.ts'

const isFinished = ({ state }: ClockShown): boolean => state === 'done' || state === 'expired'

export function ClocksCard({ life: { clocks }, now }: { life: LifeShown; now: Moment }) {
  const w = useWords(fileWords)
  const language = useLanguage()
  const [counting, setCounting] = useState<ClockShown>()
  const finished = clocks.filter(isFinished)
  const rows = (some: readonly ClockShown[]) =>
    some.map((clock) => <Clock key={clock.id} clock={clock} now={now} onSteps={() => setCounting(clock)} />)
  return (
    <Card title={w.clocks}>
      {clocks.length === 0 && (
        <Empty icon="clock" title={w.noClocks}>
          {w.noClocksWhy}
        </Empty>
      )}
      {rows(clocks.filter((clock) => !isFinished(clock)))}
      {finished.length > 0 && (
        <details className="case-finished">
          <summary>{w.finished(finished.length)}</summary>
          {rows(finished)}
        </details>
      )}
      {counting && (
        <Dialog open tone="sealed" icon="clock" title={counting.what[language]} onClose={() => setCounting(undefined)}>
          <p className="muted">{counting.source[language]}</p>
          {/* The answer carries the steps in a looser shape than the rules that made them. */}
          <Steps steps={counting.run.steps as unknown as Step[]} />
        </Dialog>
      )}
    </Card>
  )
}

function Clock({ clock, now, onSteps }: { clock: ClockShown; now: Moment; onSteps: () => void }) {
  const w = useWords(fileWords)
  const law = useWords(lawWords)
  const long = useWords(leftWords)
  const language = useLanguage()
  const { due, opens, begins, counted, whole, credited, toCheck } = clock
  const pressing = pressingOfClock(clock, now)
  return (
    <div className={`case-clock ${pressing}`}>
      <div className="row">
        <h3>{clock.what[language]}</h3>
        <span className="left">
          {pressing !== 'ontime' && <Icon name={pressing} />}
          <Left clock={clock} now={now} />
        </span>
      </div>
      <Bar clock={clock} />
      <div className="ends">
        <span>{w.from(showMoment(begins))}</span>
        {due && <span>{w.to(showMoment(due))}</span>}
      </div>
      <p>
        {[
          whole > 0 ? w.counted(longWords(counted, long), longWords(whole, long)) : '',
          clock.source[language],
          opens ? w.opens(showMoment(opens)) : '',
          credited ? w.credited(credited) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {clock.bar
        .filter((piece) => !piece.counted)
        .map(({ from, until, why }) => (
          <p key={from}>
            <i className="case-stop" aria-hidden="true" />
            {w.leftOut(longWords(minutesBetween(from, until), long), why && why in law ? law[why as 'detained'] : '')}
          </p>
        ))}
      {clock.why && <p>{clock.why[language]}</p>}
      {toCheck && (
        <p>
          <Tag icon="alert">{w.toCheck}</Tag> {toCheck[language]}
        </p>
      )}
      <Button small quiet className="noprint" onClick={onSteps}>
        {w.howCounted}
      </Button>
    </div>
  )
}

function pressingOfClock({ state, due, kind }: ClockShown, now: Moment): 'late' | 'soon' | 'ontime' {
  if (state === 'late') return 'late'
  return state === 'running' && due ? pressingOf(now, due, kind) : 'ontime'
}

function Left({ clock: { state, due, wasLate }, now }: { clock: ClockShown; now: Moment }) {
  const w = useWords(fileWords)
  const long = useWords(leftWords)
  if (state === 'done') return wasLate ? w.doneLate : w.done
  if (state === 'expired') return w.expired
  return state === 'waits' || !due ? w.waits : untilWords(now, due, long)
}

/** What counted is filled, what did not is hatched, what is to come is empty. */
function Bar({ clock: { bar, whole, counted } }: { clock: ClockShown }) {
  const w = useWords(fileWords)
  const long = useWords(leftWords)
  const lost = bar.reduce((sum, piece) => (piece.counted ? sum : sum + minutesBetween(piece.from, piece.until)), 0)
  const total = Math.max(1, whole + lost)
  return (
    <div className="case-bar" role="img" aria-label={w.counted(longWords(counted, long), longWords(whole, long))}>
      {bar.map(({ from, until, counted: counts }) => (
        <i
          key={from}
          className={counts ? 'run' : 'stop'}
          style={{ width: `${Math.min(100, (100 * minutesBetween(from, until)) / total)}%` }}
        />
      ))}
    </div>
  )
}
