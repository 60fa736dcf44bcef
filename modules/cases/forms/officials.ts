// How an office and its signer stand on paper (Decree 30/2020/ND-CP), and on which law a paper of a day rests.

import type { Decider } from '../../../rules/law/deciders.ts'
import { periodOn } from '../../../rules/law/periods.ts'
import type { Head } from './form.ts'
import type { SignedPost } from './signing.ts'

/** Where the file is kept: "xã Hiệp Cường", "tỉnh Hưng Yên". */
export type Place = { commune: string; province: string }

/**
 * Whose page it is: the office above, the office itself, the code after the number; and who speaks in it, in full and as
 * above a signature.
 */
/** `headPost`: the kind of post that leads it, where it is an office of the commune. */
export type Office = {
  parent?: string
  name?: string
  code?: string
  decider?: string
  signs?: SignedPost
  headPost?: 'police' | 'chair'
}

const capitals = (text: string): string => text.toLocaleUpperCase('vi')

/**
 * Under the law of before the chair decided what the police decide now, and some of it is decided by the province: the page then
 * is theirs. `by`: who decided, where that is known.
 */
export function officeOf(
  head: Head,
  code: string | undefined,
  by: Decider | undefined,
  place: Place & { centre?: string | undefined },
): Office {
  const { commune, province } = place
  if (head === 'police' && by === 'provincial-police')
    return {
      parent: 'BỘ CÔNG AN',
      ...named(`Công an ${province}`, code?.replace('CAX', 'CAT')),
      ...speaks('Giám đốc', `Công an ${province}`, 'Giám đốc'),
    }
  if (head === 'chair' || (head === 'police' && by === 'chair'))
    return {
      parent: capitals(`Ủy ban nhân dân ${province}`),
      ...named(`Ủy ban nhân dân ${commune}`, code?.replace('CAX', 'UBND')),
      ...speaks('Chủ tịch', `Ủy ban nhân dân ${commune}`, 'Chủ tịch', 'Ủy ban nhân dân'),
      headPost: 'chair',
    }
  if (head === 'police')
    return {
      parent: capitals(`Công an ${province}`),
      ...named(`Công an ${commune}`, code),
      ...speaks('Trưởng', `Công an ${commune}`, 'Trưởng Công an'),
      headPost: 'police',
    }
  if (head === 'other') return centre(place.centre, code)
  return { ...(code && { code }) }
}
const named = (name: string, code: string | undefined): Office => ({ name: capitals(name), ...(code && { code }) })
const speaks = (title: string, office: string, post: string, together?: string): Office => ({
  decider: capitals(`${title} ${office}`),
  signs: { post: capitals(post), ...(together && { collective: capitals(together) }) },
})

/** A reform school has a rector, everything else that treats a head; the name may be missing. */
function centre(name: string | undefined, code: string | undefined): Office {
  const [title, post] = /^trường/i.test(name ?? '') ? ['Hiệu trưởng', 'Hiệu trưởng'] : ['Trưởng', 'Trưởng cơ sở']
  const called = name ?? 'cơ sở ……………………'
  const office = title === 'Trưởng' && !/^cơ sở/i.test(called) ? `cơ sở ${called}` : called
  return { ...(name ? named(name, code) : code && { code }), ...speaks(title, office, post) }
}

const laws = {
  now: 'Luật Phòng, chống ma túy số 120/2025/QH15 ngày 10 tháng 12 năm 2025',
  before: 'Luật Phòng, chống ma túy số 73/2021/QH14 ngày 30 tháng 3 năm 2021',
  decree:
    'Nghị định số 163/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật Phòng, chống ma túy',
  users:
    'Nghị định số 105/2021/NĐ-CP ngày 04 tháng 12 năm 2021 của Chính phủ quy định chi tiết và hướng dẫn thi hành một số điều của Luật Phòng, chống ma túy',
  rehabilitation:
    'Nghị định số 116/2021/NĐ-CP ngày 21 tháng 12 năm 2021 của Chính phủ quy định chi tiết một số điều của Luật Phòng, chống ma túy, Luật Xử lý vi phạm hành chính về cai nghiện ma túy và quản lý sau cai nghiện ma túy',
  tiers:
    'Nghị định số 184/2025/NĐ-CP ngày 01 tháng 7 năm 2025 của Chính phủ về phân định thẩm quyền khi tổ chức chính quyền địa phương 02 cấp',
} as const

/** The law that was in force on the day of the paper; before 2022 none is on record. */
export function lawOn(day: string, about: 'users' | 'rehabilitation'): string[] {
  switch (periodOn(day)?.id) {
    case 'from-2026-07':
      return [laws.now, laws.decree]
    case 'from-2025-07':
      return [laws.before, laws[about], laws.tiers]
    case 'from-2025-03':
    case 'from-2022':
      return [laws.before, laws[about]]
    default:
      return []
  }
}

/** Form numbers are those of the decree of 2026: a paper of an earlier day bears none. */
export const bearsNumber = (day: string): boolean => periodOn(day)?.id === 'from-2026-07'

/** Decree 30: a zero before days under 10 and before January and February, and before no other month. */
export function longDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `ngày ${date} tháng ${month === '01' || month === '02' ? month : Number(month)} năm ${year}`
}
export const shortDay = (day: string): string => day.split('-').reverse().join('/')
