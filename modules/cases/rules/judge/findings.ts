// Findings and determinations: on a ground of the closed list, minors with their parents, no child under 12.

import { cited } from '../../../../rules/law/deadline.ts'
import type { StatusKind } from '../life.ts'
import { refused } from './faults.ts'
import { type Checks, decree, law, needs } from './judging.ts'

/** A test by plan is for those already managed, in treatment or after it (L120 Art. 23.1 c–e, D163 Art. 61.1b). */
const byPlan: readonly StatusKind[] = [
  'managed',
  'home',
  'private',
  'public',
  'reform-school',
  'substitution',
  'compulsory',
  'after',
]

export const findingChecks: Checks = {
  'verification-opened': (_, { details }) => (details.ground ? undefined : refused('no_ground', decree('56.1'))),
  tested: ({ course, age, isNew, warn }, { details }) => {
    const article = isNew ? decree('56.1') : cited('Nghị định 105/2021/NĐ-CP, Điều 38.1')
    if (!details.ground) return refused('no_ground', article)
    const kind = course.standing?.kind
    if (details.ground === 'plan' && (!kind || !byPlan.includes(kind))) return refused('ground_not_listed', article)
    const { hadBy } = details
    const inCare = kind !== undefined && kind !== 'managed' && kind !== 'ended'
    if (hadBy && hadBy !== 'fining-authority' && !inCare) return refused('not_their_decision', law('23.2'))
    if (isNew && !hadBy)
      warn({
        vi: 'Chưa ghi ai yêu cầu xét nghiệm (Luật, Điều 23.2).',
        en: 'Who had the test done is not recorded (Law, Art. 23.2).',
      })
    if (details.result === 'refused') return undefined
    if ((age === 'minor' || age === 'child') && details.sample !== 'urine' && details.parentsPresent !== true)
      return refused('parents_missing', isNew ? decree('56.6') : cited('Nghị định 105/2021/NĐ-CP, Điều 46.4'))
    if (details.sample === 'urine' && details.sameSexOfficer !== true)
      warn({
        vi: 'Chưa ghi cán bộ cùng giới giám sát lấy mẫu nước tiểu (Nghị định, Điều 56.5).',
        en: 'That an officer of the same sex watched is not recorded (Decree, Art. 56.5).',
      })
    return undefined
  },
  'determination-asked': ({ age }, { details }) => {
    if (age === 'child') return refused('under_twelve', law('31.6'))
    return details.ground ? undefined : refused('no_ground', law('31.1'))
  },
  'determination-told': (judging) =>
    judging.age === 'child'
      ? refused('under_twelve', law('31.6'))
      : needs(judging, (event) => event.kind === 'determination-result', law('31.4')),
  'determination-result': ({ age }, { at, details }) => {
    if (age === 'child') return refused('under_twelve', law('31.6'))
    return details.toldAt !== undefined && details.toldAt < at ? refused('before_its_ground', law('31.4')) : undefined
  },
}
