// The compulsory dossier: by the right path, for nobody the law spares, with its ground, read before it is sent, in time.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import { cited } from '../../../../rules/law/deadline.ts'
import type { DossierGround } from '../../../../rules/law/grounds.ts'
import type { Moment } from '../../../../rules/law/moment.ts'
import type { FileEvent } from '../../events.ts'
import type { Running } from '../course.ts'
import { isOpen, type OpenDuty } from '../duties.ts'
import { type Refused, refused } from './faults.ts'
import { type Check, type Checks, decree, type Judging, law, protects } from './judging.ts'

/** The acts in which a ground lies, where one event shows it; to leave something undone shows only as time passes. */
const actOf: Partial<Record<DossierGround, (event: FileEvent) => boolean>> = {
  quit: ({ kind }) => kind === 'treatment-quit',
  'used-in-rehabilitation': (event) => event.kind === 'tested' && event.details.result === 'positive',
  'treatment-ended-for-breach': (event) => event.kind === 'treatment-ended' && event.details.why === 'breach',
  'refused-monitoring': (event) => event.kind === 'breach-recorded' && event.details.of === 'monitoring',
  'broke-law-again': ({ kind }) => kind === 'breach-recorded',
  'third-breach': (event) => event.kind === 'breach-recorded' && event.details.of === 'other',
}

/** What is done by taking somebody to a centre or school. */
const isCarriedOut = (standing: Running | undefined): standing is Running =>
  standing !== undefined && ['compulsory', 'public', 'reform-school'].includes(standing.kind)

const hasDossier =
  (article: Bilingual): Check =>
  ({ course }) =>
    course.standing?.kind === 'dossier' ? undefined : refused('no_standing', article)

export const dossierChecks: Checks = {
  'dossier-opened': (judging, { at, details }) => {
    const { course, age, later } = judging
    const { standing, addiction } = course
    if (age === 'child') return refused('under_twelve', law('36.1'))
    if (age === 'minor' && details.path === 'adult') return refused('adult_path_for_minor', law('36'))
    if (age === 'adult' && details.path === 'minor') return refused('minor_path_for_adult', law('35'))
    if (age === 'unknown') return refused('age_unknown', law('35, 36'))
    const spared = protects(judging, at)
    if (spared) return spared
    if (standing?.kind === 'dossier' || standing?.kind === 'compulsory')
      return refused('term_overlaps', law('35.3'), standing.by.id)
    if (!addiction) {
      const after = later.find((each) => each.kind === 'determination-result' && each.details.result === 'addicted')
      return after ? refused('before_its_ground', law('35.3'), after.id) : refused('not_addicted', law('35.1, 36.1'))
    }
    return groundMissing(judging, at, details.ground)
  },
  'dossier-notice': ({ course, age, isNew }, { details }) => {
    if (course.standing?.kind !== 'dossier') return refused('no_standing', decree('102.1'))
    // The law of 2021 gave the right to read the dossier, not a copy of it.
    if (isNew && !details.copy) return refused('no_copy', decree('102.1, 105.1'))
    return age === 'minor' && details.to === 'person' ? refused('parents_missing', decree('105.1')) : undefined
  },
  'dossier-read': hasDossier(decree('102.3')),
  'dossier-sent': (judging, { at }) => {
    const { course } = judging
    if (course.standing?.kind !== 'dossier') return refused('no_standing', law('35.3d'))
    const spared = protects(judging, at)
    if (spared) return spared
    const read = course.duties.findLast(({ id, begins }) => id === 'read' && begins >= (course.standing?.since ?? ''))
    if (!read) return refused('no_notice', law('35.3c, 36.2c'))
    if (isOpen(read) && read.due !== undefined && read.due >= at)
      return refused('reading_time_not_over', law('35.3c, 35.3d, 36.2c, 36.2d'), read.because.id)
    return limitOver(judging, at)
  },
  'court-asked': hasDossier(decree('102.5')),
  'court-answered': hasDossier(decree('102.5')),
  'court-decided': (judging, { at, details }) => {
    const { course, isNew } = judging
    const { standing } = course
    if (standing?.kind !== 'dossier') return limitOver(judging, at) ?? refused('no_standing', law('35.8, 36.8'))
    const sent = course.events.some((event) => event.kind === 'dossier-sent' && event.at >= standing.since)
    if (!sent) return refused('not_sent', law('35.3d, 36.2d'))
    if (details.outcome === 'refused') return undefined
    const { months } = details
    if (isNew && months !== undefined && months !== 24 && months !== 36) return refused('term_outside_law', law('29.1'))
    const [least, most] = standing.minor ? [6, 12] : [12, 24]
    if (!isNew && months !== undefined && (months < least || months > most))
      return refused(
        'term_outside_law',
        cited(standing.minor ? 'Luật 73/2021/QH14, Điều 33.3' : 'Luật Xử lý vi phạm hành chính, Điều 95'),
      )
    return protects(judging, at) ?? limitOver(judging, at)
  },
  'dossier-closed': ({ course }) =>
    course.standing?.kind === 'dossier' || course.duties.some((duty) => duty.id === 'close-dossier' && isOpen(duty))
      ? undefined
      : refused('no_standing', law('35.3')),
  'custody-decided': (judging, { at }) => {
    const { course } = judging
    const making =
      course.standing?.kind === 'dossier' || course.duties.some((duty) => duty.id === 'open-dossier' && isOpen(duty))
    return making ? protects(judging, at) : refused('no_standing', law('37.1'))
  },
  'custody-ended': ({ course }) =>
    course.custody && course.custody.until === undefined ? undefined : refused('no_standing', law('37.1')),
  'carried-out': (judging, { at }) => {
    const { standing } = judging.course
    if (!isCarriedOut(standing)) return refused('no_standing', decree('95, 106, 107'))
    return standing.kind === 'compulsory' ? protects(judging, at) : undefined
  },
  'execution-changed': ({ course: { standing } }, { details }) => {
    if (!isCarriedOut(standing)) return refused('no_standing', law('39'))
    if (details.change === 'goes-on')
      return standing.suspendedBy ? undefined : refused('not_suspended', law('39.1, 39.3'))
    if (details.change === 'postponed' && standing.begun) return refused('already_begun', law('39.1'))
    if (details.change === 'suspended' && !standing.begun) return refused('not_begun', law('39.3'))
    return undefined
  },
}

/**
 * The ground that is named has to stand open: one that was answered by a treatment, decided about or closed is gone, and that of
 * another act is another. What an older law left undone has no time limit on record that could have passed.
 */
function groundMissing(judging: Judging, at: Moment, ground: DossierGround): Refused | undefined {
  const { course, later, isNew, warn } = judging
  const covers = ({ id, grounds }: OpenDuty) => id === 'limit' && grounds?.includes(ground) === true
  const limit = course.duties.findLast((duty) => covers(duty) && (isOpen(duty) || (duty.passed && !duty.closedBy)))
  if (limit) return limitOver(judging, at, limit)
  const undone = ground === 'not-registered' ? 'register' : ground === 'not-begun' ? 'begin' : undefined
  if (!isNew || course.duties.some((duty) => duty.id === undone && isOpen(duty) && !duty.deadline)) {
    warn({
      vi: 'Chưa ghi căn cứ lập hồ sơ, hoặc thời hạn theo luật cũ chưa có trong tay.',
      en: 'The ground is not recorded, or the time limit of the older law is not on record.',
    })
    return undefined
  }
  const after = later.find((event) => actOf[ground]?.(event))
  return after ? refused('before_its_ground', law('35.1, 36.1'), after.id) : refused('no_ground', law('35.1, 36.1'))
}

const lastLimit = ({ course }: Judging) => course.duties.findLast((duty) => duty.id === 'limit' && isOpen(duty))

/** After three months nothing may be decided; while somebody evades it the limitation has no end (L120 Art. 35.4, 36.3). */
function limitOver(judging: Judging, at: Moment, limit = lastLimit(judging)): Refused | undefined {
  return limit?.due !== undefined && limit.due < at
    ? refused('limitation_over', law('35.4, 36.3'), limit.because.id)
    : undefined
}
