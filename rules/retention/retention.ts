// Off the list is not erased: at which stage a file stands on a day, from when and why. Pure; the database says what is known
// of the file, the rules how long, and holds what must not be erased although its time is over.

import type { Bilingual } from '../../platform/contract/words.ts'
import { addDays } from '../calendar/working-days.ts'
import { addMonths } from '../law/moment.ts'
import { type Length, lengthOn, type SetLength } from './lengths.ts'

/** By the furthest that the law went with the person; the longest is meant where nobody read it yet. */
export const keptAsNames = {
  'nothing-decided': { vi: 'Không có quyết định nào', en: 'Nothing was decided' },
  user: { vi: 'Quản lý người sử dụng', en: 'Management of a user' },
  rehabilitation: { vi: 'Cai nghiện tự nguyện, điều trị thay thế', en: 'Voluntary rehabilitation, substitution' },
  compulsory: { vi: 'Cai nghiện bắt buộc', en: 'Compulsory rehabilitation' },
} satisfies Record<string, Bilingual>
export type KeptAs = keyof typeof keptAsNames

export type KeptFile = {
  keptAs: KeptAs | null
  /** Since when nothing is left to do; null while something is. */
  settledOn: string | null
  /** Restricted before its time, as the person asked. */
  restrictedOn: string | null
  erasedOn: string | null
}
export type Hold = { id: string; from: string; until: string | null }

export const stages = {
  open: { vi: 'Đang dùng', en: 'In use' },
  ended: { vi: 'Đã xong, còn trong danh sách', en: 'Done, still in the list' },
  restricted: { vi: 'Lưu hạn chế', en: 'Restricted' },
  due: { vi: 'Đến hạn xóa danh tính', en: 'Due for erasing' },
  erased: { vi: 'Đã xóa danh tính', en: 'Erased' },
} satisfies Record<string, Bilingual>
export type RetentionStage = keyof typeof stages

export type Retention = {
  stage: RetentionStage
  /** From when it is, or will be, out of the ordinary list; absent while the end is not known. */
  restrictedFrom?: string
  /** From when who it is of is to be erased. */
  dueFrom?: string
  erasedOn?: string
  /** Its time is over, and these keep it. */
  heldBy: readonly Hold[]
  /** The lengths all this rests on, in the order of time. */
  because: readonly Length[]
}

export function retentionOf(
  file: KeptFile,
  today: string,
  holds: readonly Hold[],
  set: readonly SetLength[],
): Retention {
  const { erasedOn, settledOn, restrictedOn, keptAs } = file
  if (erasedOn) return { stage: 'erased', erasedOn, heldBy: [], because: [] }
  // The rules of today are for every file that is still there, whenever it was closed.
  const grace = lengthOn('grace', today, set)
  const kept = lengthOn(`keep-${keptAs ?? 'compulsory'}`, today, set)
  const because = [grace, kept]
  if (!settledOn) return { stage: 'open', heldBy: [], because }
  const byRule = dayAfter(settledOn, grace)
  const restrictedFrom = restrictedOn && restrictedOn < byRule ? restrictedOn : byRule
  const afterKeeping = dayAfter(settledOn, kept)
  // What is not restricted yet is not erased.
  const dueFrom = later(afterKeeping, restrictedFrom)
  const standing = holds.filter((hold) => isHeld(hold, today))
  const stage =
    today < restrictedFrom ? 'ended' : today < dueFrom || standing.length > 0 ? 'restricted' : ('due' as const)
  return { stage, restrictedFrom, dueFrom, heldBy: today < dueFrom ? [] : standing, because }
}

const later = (one: string, other: string): string => (one.localeCompare(other) > 0 ? one : other)

export const isHeld = ({ from, until }: Hold, today: string): boolean =>
  from <= today && (until === null || today <= until)

/** The day after the last of so many. The first day is not counted. */
function dayAfter(day: string, { span: { count, unit } }: Length): string {
  return addDays(unit === 'months' ? addMonths(day, count) : addDays(day, count), 1)
}
