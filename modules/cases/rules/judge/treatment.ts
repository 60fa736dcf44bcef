// Rehabilitation and substitution treatment: after a determination, as registered, one at a time, for as long as the law says.

import { addDays } from '../../../../rules/calendar/working-days.ts'
import { cited } from '../../../../rules/law/deadline.ts'
import { dayOf } from '../../../../rules/law/moment.ts'
import type { FileEvent } from '../../events.ts'
import { inTreatment, isUnsettled } from '../course.ts'
import type { StatusKind } from '../life.ts'
import { type Refused, refused } from './faults.ts'
import { type Check, type Checks, decree, type Judging, law, protects } from './judging.ts'

const decided =
  (form: StatusKind): Check =>
  (judging, event) =>
    judgeForm(judging, event, form)
const standsIn =
  (article: string): Check =>
  ({ course }) =>
    inTreatment(course.standing) || course.standing?.kind === 'compulsory'
      ? undefined
      : refused('no_standing', law(article))

export const treatmentChecks: Checks = {
  registered: ({ course, age, isNew, warn }, event) => {
    const { form, parentsAgree } = event.details
    if (age === 'child') return refused('under_twelve', law('31.6'))
    if (age === 'minor' && parentsAgree !== true) return refused('parents_missing', decree('89.3b'))
    if (age === 'adult' && form === 'reform-school') return refused('minor_path_for_adult', law('28.1b'))
    const settledOnly = form === 'home' || form === 'private' || form === 'substitution'
    if (isNew && settledOnly && isUnsettled(course, event.at)) return refused('only_public_centre', law('31.6, 34.1'))
    if (course.duties.some(({ id, passed }) => id === 'register' && passed))
      warn({
        vi: 'Đăng ký sau khi đã hết 24 giờ (Nghị định, Điều 4.7).',
        en: 'Registered after the 24 hours (Decree, Art. 4.7).',
      })
    return undefined
  },
  'home-decided': decided('home'),
  'private-decided': decided('private'),
  'public-decided': decided('public'),
  'reform-school-decided': decided('reform-school'),
  'substitution-decided': decided('substitution'),
  'treatment-begun': (judging, { at }) => {
    const { standing } = judging.course
    if (!standing || (!inTreatment(standing) && standing.kind !== 'compulsory'))
      return refused('no_standing', decree('92, 96, 108'))
    if (standing.begun) return refused('already_begun')
    return standing.kind === 'compulsory' ? protects(judging, at) : undefined
  },
  'three-stages-done': ({ course: { standing } }) => {
    if (standing?.kind !== 'private') return refused('no_standing', law('33.4'))
    return standing.begun ? undefined : refused('not_begun', law('33.4'))
  },
  'treatment-quit': ({ course }) => (inTreatment(course.standing) ? undefined : refused('no_standing', decree('4.9'))),
  'treatment-ended': ({ course }) =>
    inTreatment(course.standing) ? undefined : refused('no_standing', decree('4.10')),
  'breach-recorded': ({ course: { standing, watched } }) =>
    watched || standing?.kind === 'home' || standing?.kind === 'substitution'
      ? undefined
      : refused('no_standing', law('47.2–47.4')),
  'release-notice': standsIn('42'),
  'treatment-completed': (judging, { at }) => {
    const { standing, completed } = judging.course
    if (!standing || (!inTreatment(standing) && standing.kind !== 'compulsory'))
      return completed ? undefined : refused('no_standing', law('29.3'))
    if (standing.kind === 'substitution' && !standing.term) return undefined
    if (!standing.term) return refused('not_begun', law('29.3'))
    const { end } = standing.term
    // The certificate is given within the last 24 hours (D163 Art. 93.4, 94.3, 97.2, 123.2).
    return end === undefined || dayOf(at) < addDays(dayOf(end), -1)
      ? refused('term_not_over', law('29.3'), standing.by.id)
      : undefined
  },
  'commitment-signed': ({ age }, { details }) =>
    details.which === 'B2' && age === 'minor' && details.parentsConfirm !== true
      ? refused('parents_missing', law('32.4'))
      : undefined,
}

function judgeForm(judging: Judging, event: FileEvent, form: StatusKind): Refused | undefined {
  const { course, age, later } = judging
  const { standing, addiction, registered } = course
  if (age === 'child') return refused('under_twelve', law('28.1'))
  if (form === 'reform-school' && age === 'adult') return refused('minor_path_for_adult', law('28.1b'))
  if (standing?.kind === 'dossier') return refused('dossier_open', law('35.3'), standing.by.id)
  if (standing?.kind === 'compulsory' || standing?.kind === 'after')
    return refused('term_overlaps', law('29'), standing.by.id)
  if (inTreatment(standing) && standing.kind === form) return refused('term_overlaps', law('29'), standing.by.id)
  if (!addiction) {
    const after = later.find((each) => each.kind === 'determination-result' && each.details.result === 'addicted')
    return after ? refused('before_its_ground', law('31.6'), after.id) : refused('not_addicted', law('31.6'))
  }
  if (registered?.details.form !== form) {
    const after = later.find((each) => each.kind === 'registered' && each.details.form === form)
    return after
      ? refused('before_its_ground', decree('91.1'), after.id)
      : refused('not_registered', decree('89, 91.1'))
  }
  return judgeMonths(judging, event)
}

/** Six to twelve months under the law of 2021; under that of 2025 the law itself says how many. */
function judgeMonths({ isNew }: Judging, { details }: FileEvent): Refused | undefined {
  const months = 'months' in details ? details.months : undefined
  if (isNew)
    return months === undefined || months === 24 || months === 36 ? undefined : refused('term_outside_law', law('29.1'))
  return months !== undefined && (months < 6 || months > 12)
    ? refused('term_outside_law', cited('Luật 73/2021/QH14, Điều 30.2, 31.1'))
    : undefined
}
