// What comes next: what, by when, who, on which form, with which papers. Never who is guilty, never a score.

import { acts } from '../../../rules/law/acts.ts'
import { deadlineOf } from '../../../rules/law/deadlines.ts'
import { addMonths, dayOf, type Moment } from '../../../rules/law/moment.ts'
import type { ClockOf } from './clocks.ts'
import { type Course, periodAt } from './course.ts'
import { isOpen, type OpenDuty } from './duties.ts'
import { ageOn, birthdayOf, sparedSince } from './facts.ts'
import type { NextStep, PaperNeeded } from './life.ts'
import { ofMinors, paperNeeded } from './papers-needed.ts'
import { isHeldBack } from './protections.ts'
import { formsOfStep } from './step-forms.ts'

export function stepsOf(course: Course, clocks: readonly ClockOf[]): NextStep[] {
  const steps: NextStep[] = []
  for (const { clock, duty } of clocks) {
    const { state } = clock
    if (state === 'done' || state === 'expired' || clock.kind !== 'act') continue
    if (duty ? isHeldBack(course, duty.id) : clock.deadline === 'verification') continue
    const deadline = duty?.deadline ?? deadlineOf(clock.deadline)
    const forms = duty ? formsOfStep(course, duty.id, deadline.forms) : deadline.forms
    steps.push({
      id: duty?.id ?? clock.deadline,
      what: clock.what,
      because: clock.since,
      begins: clock.begins,
      ...(clock.due !== undefined && { due: clock.due }),
      ...(clock.opens !== undefined && { opens: clock.opens }),
      state,
      by: deadline.by,
      ...(forms && { forms }),
      papers: duty ? papersOf(course, duty) : [],
      source: clock.source,
      ...(clock.toCheck && { toCheck: clock.toCheck }),
    })
  }
  for (const duty of course.duties)
    if (duty.act && isOpen(duty) && !isHeldBack(course, duty.id)) steps.push(stepOfAct(course, duty))
  steps.push(...derived(course))
  return steps.sort(inOrder)
}

/** By when; what is to be done at once stands by when it was asked for, what may be done stands last. */
const keyOf = ({ optional, due, begins }: NextStep): string => (optional ? '9999' : (due ?? begins))
const inOrder = (one: NextStep, other: NextStep): number => {
  const [first, second] = [keyOf(one), keyOf(other)]
  return first === second ? (one.id < other.id ? -1 : 1) : first < second ? -1 : 1
}

function stepOfAct(course: Course, duty: OpenDuty): NextStep {
  const act = duty.act as NonNullable<OpenDuty['act']>
  const forms = formsOfStep(course, duty.id, act.forms)
  return {
    id: duty.id,
    what: act.what,
    because: duty.because.id,
    begins: duty.begins,
    ...(duty.id === 'end' && { due: duty.begins }),
    state: 'open',
    by: act.by,
    ...(forms && { forms }),
    papers: papersOf(course, duty),
    source: act.source,
    ...(act.toCheck && { toCheck: act.toCheck }),
  }
}

/** Steps that follow from where somebody stands now, rather than from one event. */
function derived(course: Course): NextStep[] {
  const { standing, history, events, watched, now, facts } = course
  const steps: NextStep[] = []
  const isNew = periodAt(now) === 'from-2026-07'
  const add = (id: keyof typeof acts, because: string, begins: Moment, optional?: true) => {
    const { before, ...act } = acts[id]
    const asThen = isNew ? undefined : before
    steps.push({ id, because, begins, state: 'open', papers: [], ...act, ...asThen, ...(optional && { optional }) })
  }
  const listed = events.findLast(({ kind }) => kind === 'listed')
  if (listed && !standing && history.length === 0 && !events.some(({ kind }) => kind === 'off-list'))
    add('find-decision', listed.id, listed.at)
  const detained = course.away.some(
    (away) => away.kind === 'detained' && (away.until === undefined || away.until > now),
  )
  if (standing?.kind === 'managed' && standing.suspendedBy && !detained)
    add('resume', standing.suspendedBy, releasedAt(course) ?? standing.since)
  const age = ageOn(facts, dayOf(now))
  if (standing?.kind === 'compulsory' && standing.minor && age !== undefined && age >= 18) {
    // Only where three months or more are left (L120 Art. 36.4).
    const end = standing.term?.end
    if (end === undefined || addMonths(dayOf(now), 3) <= dayOf(end))
      add('move-at-18', standing.by.id, `${birthdayOf(facts, 18)}T00:00`)
  }
  const spared = sparedSince(facts, dayOf(now), course.law)
  if (spared !== undefined && standing && (standing.kind === 'dossier' || standing.kind === 'compulsory')) {
    const known = `${spared}T00:00`
    const begins = known > standing.since ? known : standing.since
    if (standing.kind === 'dossier') add('close-spared', standing.by.id, begins)
    else if (!standing.suspendedBy) add('spare', standing.by.id, begins)
  }
  if (watched && !watched.breach) {
    const months = age !== undefined && age < 18 ? 6 : 12
    if (addMonths(dayOf(watched.since), months) <= dayOf(now)) add('lift-monitoring', watched.by.id, now, true)
  }
  return steps
}

/** When the last custody was over. */
const releasedAt = ({ away, now }: Course): Moment | undefined =>
  away
    .flatMap(({ kind, until }) => (kind === 'detained' && until !== undefined && until <= now ? [until] : []))
    .sort()
    .at(-1)

function papersOf(course: Course, duty: OpenDuty): PaperNeeded[] {
  const minor = course.standing?.minor || isMinor(course)
  const wanted = duty.spec.papers ?? []
  const kinds = duty.id === 'open-dossier' || duty.id === 'send' ? [...wanted, ...(minor ? ofMinors : [])] : wanted
  return kinds.map((kind) => paperNeeded(course, kind))
}

const isMinor = ({ facts, now }: Course): boolean => (ageOn(facts, dayOf(now)) ?? 99) < 18
