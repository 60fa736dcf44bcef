// Why two files, or two rows, may be of one person, in words.

import type { Bilingual } from '../../../../platform/contract/words.ts'
import type { SameReason } from '../../rules/same-person.ts'

export const reasonNames: Record<SameReason, Bilingual> = {
  same_paper: { vi: 'cùng số giấy tờ', en: 'the same paper number' },
  same_name: { vi: 'cùng họ tên', en: 'the same name' },
  without_marks: { vi: 'họ tên giống khi bỏ dấu', en: 'the same name without marks' },
  other_order: { vi: 'họ tên đảo thứ tự', en: 'the name turned round' },
  short_form: { vi: 'họ tên viết tắt', en: 'the name in short' },
  middle_missing: { vi: 'thiếu tên đệm', en: 'the middle name missing' },
  other_name: { vi: 'trùng tên gọi khác', en: 'one of the other names' },
  same_birth: { vi: 'cùng ngày sinh', en: 'the same day of birth' },
  same_birth_year: { vi: 'cùng năm sinh', en: 'the same year of birth' },
  near_birth_year: { vi: 'năm sinh lệch 1', en: 'a year of birth one apart' },
  birth_unknown: { vi: 'chưa rõ năm sinh', en: 'a year of birth unknown' },
}

/** "cùng họ tên, năm sinh lệch 1" */
export const reasonsSaid = (reasons: readonly string[], language: 'vi' | 'en'): string =>
  reasons.map((reason) => reasonNames[reason as SameReason]?.[language] ?? reason).join(', ')
