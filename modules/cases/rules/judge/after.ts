// Post-rehabilitation, electronic monitoring, leaving the list: after the completion, not before their time.

import { dayBefore } from '../../../../rules/law/clock.ts'
import { cited } from '../../../../rules/law/deadline.ts'
import { deadlineOf } from '../../../../rules/law/deadlines.ts'
import { addMonths, dayOf } from '../../../../rules/law/moment.ts'
import type { FileEvent } from '../../events.ts'
import { inTreatment, isUnsettled } from '../course.ts'
import { refused } from './faults.ts'
import { type Checks, decree, law, needs, wants } from './judging.ts'

const isCompletion = (event: FileEvent): boolean => event.kind === 'treatment-completed'

export const afterChecks: Checks = {
  'after-decided': (judging) => {
    const { standing, completed, afterWaiting } = judging.course
    if (judging.age === 'child') return refused('under_twelve', law('42'))
    if (afterWaiting) return refused('term_overlaps', law('42'), afterWaiting.id)
    if (inTreatment(standing) || standing?.kind === 'compulsory') return undefined
    if (standing && standing.kind !== 'ended') return refused('term_overlaps', law('42'), standing.by.id)
    return completed ? undefined : wants(judging, isCompletion, law('42.1, 42.2'))
  },
  'after-certified': ({ course: { standing, history, calendar }, isNew }, { at }) => {
    if (standing?.kind !== 'after')
      return standing === undefined && history.at(-1)?.kind === 'after'
        ? undefined
        : refused('no_standing', decree('138'))
    const end = standing.term?.end
    if (end === undefined) return refused('term_not_over', decree('138'), standing.by.id)
    if (!isNew)
      return dayOf(at) < dayOf(end)
        ? refused('term_not_over', cited('Luật 73/2021/QH14, Điều 43.3a'), standing.by.id)
        : undefined
    const from = dayBefore(deadlineOf('certify').clock.span, end, calendar)
    return dayOf(at) < from ? refused('too_early_to_close', decree('138'), standing.by.id) : undefined
  },
  'off-list': (judging, { at, details }) => {
    const { standing } = judging.course
    const article = law('27.3, 48.3, 48.4')
    if (details.reason === 'died') return needs(judging, (event) => event.kind === 'died', article)
    if (details.reason === 'missing') return needs(judging, (event) => event.kind === 'declared-missing', article)
    if (details.reason === 'prison') return needs(judging, (event) => event.kind === 'imprisoned', article)
    if (details.reason === 'moved') return needs(judging, (event) => event.kind === 'moved', article)
    if (details.reason === 'institution')
      return needs(judging, (event) => event.kind === 'sent-to-institution' || event.kind === 'court-decided', article)
    if (details.reason === 'completed' && judging.course.timesCompleted === 0)
      return needs(judging, isCompletion, article)
    if (details.reason === 'addicted')
      return needs(
        judging,
        (event) => event.kind === 'determination-result' && event.details.result === 'addicted',
        article,
      )
    const end = standing?.term?.end
    const runs = standing && standing.kind !== 'ended' && (end === undefined || dayOf(at) < dayOf(end))
    return details.reason === 'served' && runs ? refused('term_not_over', article, standing.by.id) : undefined
  },
  'monitoring-asked': ({ age }) => (age === 'adult' ? refused('minor_path_for_adult', decree('15.2')) : undefined),
  'monitoring-decided': ({ course, age }, event) => {
    const { standing, watched, events, afterWaiting } = course
    const beside = standing?.kind === 'home' || standing?.kind === 'substitution' || standing?.kind === 'after'
    if (!beside && !afterWaiting) return refused('monitoring_without_treatment', law('12.1'))
    if (age === 'child') return refused('under_twelve', decree('15'))
    const since = standing?.since ?? ''
    const asked = events.some((each) => each.kind === 'monitoring-asked' && each.at >= since)
    const withoutHome = (standing?.kind === 'after' || afterWaiting !== undefined) && isUnsettled(course, event.at)
    if (age === 'minor' && !asked && !withoutHome) return refused('monitoring_of_minor', decree('15.2'))
    // A breach in substitution treatment is answered by a new decision of two years (D163 Art. 25.6).
    if (watched && !(standing?.kind === 'substitution' && watched.breach))
      return refused('term_overlaps', decree('15'), watched.by.id)
    return undefined
  },
  'monitoring-fitted': ({ course }) => (course.watched ? undefined : refused('no_standing', decree('17.1'))),
  'monitoring-lifted': ({ course: { watched }, age }, { at }) => {
    if (!watched) return refused('no_standing', decree('20.3'))
    if (watched.breach) return refused('monitoring_breached', decree('20.3'))
    const months = age === 'minor' ? 6 : 12
    return dayOf(at) < addMonths(dayOf(watched.since), months)
      ? refused('too_early_to_lift', decree('20.3'), watched.by.id)
      : undefined
  },
  'monitoring-ended': ({ course }) =>
    course.watched || course.duties.some(({ id }) => id === 'end-monitoring')
      ? undefined
      : refused('no_standing', decree('20.4')),
}
