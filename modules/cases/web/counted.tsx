// When it ends, in large; under it every step that led there.

import type { OutputOf } from '../../../platform/contract/operation.ts'
import type { IconName } from '../../../platform/web/components/icon.tsx'
import { Timeline, type TimelineItem } from '../../../platform/web/components/timeline.tsx'
import { showDay, showWeekday } from '../../../platform/web/day.ts'
import { useLanguage } from '../../../platform/web/language.ts'
import { useWords } from '../../../platform/web/words.ts'
import type { Calendar } from '../../../rules/calendar/working-days.ts'
import { dayBefore, type Interruption, runClock, type Step } from '../../../rules/law/clock.ts'
import { dayOf, type Moment } from '../../../rules/law/moment.ts'
import type { ListDeadlines } from '../contract.ts'
import { lawWords } from './words.ts'

type Limit = OutputOf<typeof ListDeadlines>['rows'][number]
type Words = ReturnType<typeof useLawWords>
const useLawWords = () => useWords(lawWords)

export function Counted({
  limit,
  begins,
  interruptions,
  calendar,
}: {
  limit: Limit
  begins: Moment
  interruptions: readonly Interruption[]
  calendar: Calendar
}) {
  const w = useLawWords()
  if (limit.back)
    return (
      <Until
        words={limit.back === 'within' ? w.notBefore : w.atLeastBy}
        day={dayBefore(limit.span, begins, calendar)}
      />
    )
  // Only management ends when custody lasts longer than what is left of it.
  const run = runClock(
    { kind: limit.kind, span: limit.span, endsWhenOutlasted: limit.endsWhenOutlasted },
    begins,
    interruptions,
    calendar,
  )
  return (
    <>
      {run.state === 'waits' ? (
        <p className="law-end">
          <b>{w.waits}</b> <small>{w.waitsWhy}</small>
        </p>
      ) : (
        <Until
          words={run.state === 'stopped' ? w.stopped : wordsOf(limit, w)}
          day={dayOf(run.at)}
          {...(limit.span.unit === 'hours' && run.state === 'ends' && { time: run.at.slice(11) })}
        />
      )}
      <h3 className="law-steps">{w.steps}</h3>
      <Steps steps={run.steps} />
    </>
  )
}

/** Every step of a count, one under the other. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const w = useLawWords()
  return <Timeline label={w.steps} items={steps.map((step, at) => itemOf(step, at, w))} />
}

const wordsOf = ({ kind, span }: Limit, w: Words): string => {
  if (span.unit === 'hours') return w.byTime
  return { act: w.actBy, term: w.termUntil, limit: w.limitAfter }[kind]
}

function Until({ words, day, time }: { words: string; day: string; time?: string }) {
  const language = useLanguage()
  const [weekday] = showWeekday(day, language).split(',')
  return (
    <p className="law-end" role="status">
      <small>{words}</small>
      <b>
        {time && <span className="num">{time} </span>}
        <span className="num">{showDay(day)}</span>
      </b>
      <small>{weekday}</small>
    </p>
  )
}

/** A moment as people say it; the last minute of a day is the day. */
const said = (moment: Moment): { when: string; whenNote?: string } =>
  moment.endsWith('T23:59') || moment.endsWith('T00:00')
    ? { when: showDay(moment) }
    : { when: showDay(moment), whenNote: moment.slice(11) }

function itemOf(step: Step, at: number, w: Words): TimelineItem {
  const id = String(at)
  const item = (icon: IconName, title: string, moment: Moment, kind?: TimelineItem['kind']): TimelineItem => ({
    id,
    icon,
    title,
    ...said(moment),
    ...(kind && { kind }),
  })
  switch (step.what) {
    case 'starts':
      return item('flag', w.stepStarts, step.at, 'decision')
    case 'first-day':
      return item('calendar', w.stepFirstDay, step.at)
    case 'left-out':
      return item('pause', w.stepLeftOut(w[step.why], longOf(step.minutes, w)), step.from, 'pause')
    case 'restarts':
      return item('again', w.stepRestarts, step.at)
    case 'runs':
      return item('clock', w.stepRuns, step.at)
    case 'free-days':
      return item('calendar', w.stepFree(listOf(step.days)), `${step.days[0]}T00:00`)
    case 'moved':
      return item('arrow-r', w.stepMoved(showDay(step.from)), step.at)
    case 'waits':
      return item('pause', w.stepWaits(w[step.why]), step.at, 'pause')
    case 'outlasted':
      return item('x', w.stepOutlasted, step.at, 'decision')
    case 'year-unknown':
      return item('alert', w.stepYear(step.year), `${step.year}-01-01T00:00`)
    case 'year-not-announced':
      return item('alert', w.stepYearLaw(step.year), `${step.year}-01-01T00:00`)
    case 'year-recalled':
      return item('alert', w.stepYearRecalled(step.year), `${step.year}-01-01T00:00`)
    default:
      return item('check', w.stepEnds, step.at, 'now')
  }
}

const longOf = (minutes: number, w: Words): string =>
  minutes >= 2_880 ? w.days(Math.round(minutes / 1_440)) : w.hoursMinutes(Math.floor(minutes / 60), minutes % 60)

/** Runs of days as runs: 11/07–12/07. */
function listOf(days: readonly string[]): string {
  const short = (day: string) => showDay(day).slice(0, 5)
  const runs: string[][] = []
  for (const day of days) {
    const last = runs.at(-1)?.at(-1)
    if (last && Date.parse(day) - Date.parse(last) === 86_400_000) runs.at(-1)?.push(day)
    else runs.push([day])
  }
  return runs
    .map((run) => (run.length > 1 ? `${short(run[0] ?? '')}–${short(run.at(-1) ?? '')}` : short(run[0] ?? '')))
    .join(', ')
}
