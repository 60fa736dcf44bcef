// Judges an event before it is recorded: by its own shape, its paper, and where the person stood at its moment.

import type { Bilingual } from '../../../platform/contract/words.ts'
import type { LawChoices } from '../../../rules/law/choices.ts'
import { dayOf, isMoment, type Moment } from '../../../rules/law/moment.ts'
import { type EventKind, type EventOf, eventKinds, type FileEvent } from '../events.ts'
import { periodAt } from './course.ts'
import { effectiveEvents, isCorrection } from './effective.ts'
import { ageGroupOn, type PersonFacts } from './facts.ts'
import { afterChecks } from './judge/after.ts'
import { articleThen } from './judge/articles-of-2021.ts'
import { onlyNow, powerOf } from './judge/deciders.ts'
import { dossierChecks } from './judge/dossier.ts'
import { type Refused, refused, type Verdict } from './judge/faults.ts'
import { findingChecks } from './judge/findings.ts'
import { law as article, type Check, type Checks, decree } from './judge/judging.ts'
import { managementChecks } from './judge/management.ts'
import { meanwhileChecks } from './judge/meanwhile.ts'
import { teamChecks } from './judge/team.ts'
import { treatmentChecks } from './judge/treatment.ts'
import { courseOf } from './read.ts'

const checks: Checks = {
  ...findingChecks,
  ...managementChecks,
  ...treatmentChecks,
  ...dossierChecks,
  ...afterChecks,
  ...teamChecks,
  ...meanwhileChecks,
}

const afterTheEnd: readonly EventKind[] = [
  'management-stopped',
  'management-ended',
  'monitoring-ended',
  'off-list',
  'decision-sent',
  'paper-filed',
]

/** Each fault with the article of the law that was in force at the moment of the event. */
export function judge(
  facts: PersonFacts,
  events: readonly FileEvent[],
  event: FileEvent,
  now: Moment,
  law: LawChoices,
): Verdict {
  const verdict = judgeAsNow(facts, events, event, now, law)
  if (verdict.ok || isCorrection(event) || periodAt(event.at) === 'from-2026-07') return verdict
  const { article: found, ...fault } = verdict
  const article = periodAt(event.at) && articleThen(event.kind, fault.fault, found)
  return { ...fault, ...(article && { article }) }
}

function judgeAsNow(
  facts: PersonFacts,
  events: readonly FileEvent[],
  event: FileEvent,
  now: Moment,
  law: LawChoices,
): Verdict {
  const misfit = shapeOf(event)
  if (misfit) return misfit
  if (event.at > now) return refused('in_the_future')
  if (isCorrection(event)) return judgeCorrection(facts, events, event, now, law)
  const others = events.filter(({ id }) => id !== event.id)
  const warnings: Bilingual[] = []
  const paper = judgePaper(others, event, law)
  if (paper) return paper
  const known = effectiveEvents(others, now)
  const course = courseOf(facts, known, event.at, law)
  if (course.over && !afterTheEnd.includes(event.kind)) return refused('after_the_end')
  const period = periodAt(event.at)
  const isNew = period === 'from-2026-07'
  if (!isNew && onlyNow.includes(event.kind)) return refused('not_in_that_law', article('12, 24.7, 28.1b'))
  if (period === undefined) warnings.push(noRules)
  const until = 'until' in event.details ? event.details.until : undefined
  if (until !== undefined && isMoment(until) && until > now) return refused('in_the_future')
  const age = ageGroupOn(facts, dayOf(event.at))
  if (age === 'child' && blockedUnderTwelve.includes(event.kind))
    return refused('under_twelve', article('28.1, 31.6, 36.1'))
  const later = known.filter(({ at }) => at > event.at)
  const judging = { course, later, age, isNew, warn: (words: Bilingual) => void warnings.push(words) }
  return (checks[event.kind] as Check | undefined)?.(judging, event) ?? { ok: true, warnings }
}

const blockedUnderTwelve: readonly EventKind[] = ['managed', 'managed-again', 'management-taken-over']

const noRules: Bilingual = {
  vi: 'Trước 01/01/2022: luật của thời gian đó chưa được ghi ở đây, chỉ lưu lại.',
  en: 'Before 1 January 2022: the law of that time is not on record here; it is only kept.',
}

const givesStatus: Bilingual = {
  vi: 'Sự kiện này cho một trạng thái: rút lại thì trạng thái đó và những gì theo nó không còn.',
  en: 'This event gives a status: withdrawn, that status and what follows from it are gone.',
}

/** The details are those of the kind; a ground that is none of the list has a name of its own. */
function shapeOf({ kind, at, details }: Pick<FileEvent, 'kind' | 'at' | 'details'>): Refused | undefined {
  if (!Object.hasOwn(eventKinds, kind) || !isMoment(at)) return refused('details_not_of_kind')
  const { success, error } = eventKinds[kind].details.safeParse(details)
  if (success) return undefined
  const onGround = error.issues.every(({ path }) => path[0] === 'ground')
  return onGround
    ? refused('ground_not_listed', kind === 'tested' ? decree('56.1') : undefined)
    : refused('details_not_of_kind')
}

function judgePaper(others: readonly FileEvent[], event: FileEvent, law: LawChoices): Refused | undefined {
  const { kind, at, details } = event
  const wanted = eventKinds[kind].paper?.decides || kind === 'custody-decided'
  if (!wanted) return undefined
  const paper = 'paper' in details && typeof details.paper === 'object' ? details.paper : undefined
  const power = powerOf(kind, periodAt(at), law)
  if (!paper) return refused('no_paper', power?.article)
  if (paper.on !== dayOf(at)) return refused('paper_of_another_day')
  if (power && !power.by.includes(paper.by)) return refused('not_their_decision', power.article)
  const twin = others.find(
    (other) =>
      other.kind === kind &&
      'paper' in other.details &&
      typeof other.details.paper === 'object' &&
      other.details.paper.number === paper.number &&
      other.details.paper.on === paper.on,
  )
  return twin && refused('recorded_already', undefined, twin.id)
}

function judgeCorrection(
  facts: PersonFacts,
  events: readonly FileEvent[],
  event: EventOf<'withdrawn'> | EventOf<'corrected'>,
  now: Moment,
  law: LawChoices,
): Verdict {
  const { of } = event.details
  const target = events.find(({ id }) => id === of)
  if (!target || target.id === event.id) return refused('unknown_event', undefined, of)
  const counted = effectiveEvents(events, now)
  const withdrawn = isCorrection(target)
    ? events.some((each) => each.kind === 'withdrawn' && each.details.of === of && each.at <= now)
    : !counted.some(({ id }) => id === of)
  if (withdrawn) return refused('already_withdrawn', undefined, of)
  if (event.kind === 'withdrawn') {
    const { standing, history } = courseOf(facts, events, now, law)
    const gives = standing?.by.id === of || history.some(({ by }) => by === of)
    return { ok: true, warnings: gives ? [givesStatus] : [] }
  }
  if (isCorrection(target)) return refused('details_not_of_kind', undefined, of)
  const current = counted.find(({ id }) => id === of) ?? target
  const { at, details } = event.details
  const corrected = { ...current, at: at ?? current.at, details: details ?? current.details } as FileEvent
  return judge(facts, events, corrected, now, law)
}
