// The team around a managed person: whom the law wants on it. One that lacks somebody is taken, and what it lacks is said.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import { cited } from '../../../../rules/law/deadline.ts'
import { type Checks, decree } from './judging.ts'

/** By the ids of the roles that the product starts with (D163 Art. 59). */
const wanted: Readonly<Record<string, Bilingual>> = {
  police: { vi: 'Công an cấp xã, tổ trưởng', en: 'the commune police as its head' },
  village: { vi: 'đại diện thôn, tổ dân phố', en: 'a representative of the village' },
  family: { vi: 'gia đình', en: 'the family' },
  organisation: { vi: 'đoàn thể', en: 'a mass organisation' },
  'social-worker': { vi: 'cộng tác viên công tác xã hội', en: 'a social worker' },
}
const ofMinors = ['teacher', 'youth-union']

export const teamChecks: Checks = {
  'team-named': ({ course, age, isNew, warn }, { details }) => {
    if (course.standing?.kind !== 'managed') return undefined
    const roles = new Set(details.members.map(({ role }) => role))
    const missing = Object.entries(wanted).flatMap(([role, words]) => (roles.has(role) ? [] : [words]))
    const said = (language: 'vi' | 'en') => missing.map((words) => words[language]).join(', ')
    if (isNew && missing.length > 0)
      warn({
        vi: `Tổ quản lý còn thiếu: ${said('vi')} (Nghị định, Điều 59).`,
        en: `The team still lacks: ${said('en')} (Decree, Art. 59).`,
      })
    if (age === 'minor' && !ofMinors.some((role) => roles.has(role))) {
      const article = isNew ? decree('61.2') : cited('Nghị định 105/2021/NĐ-CP, Điều 44.3')
      warn({
        vi: `Người chưa thành niên: cần giáo viên hoặc Đoàn Thanh niên cùng tham gia (${article.vi}).`,
        en: `A minor: a teacher or the youth union takes part (${article.en}).`,
      })
    }
    return undefined
  },
}
