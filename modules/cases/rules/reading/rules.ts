// Patterns of reading that the auditor is asked to look at: data, each with its reason. A question, never an accusation: there
// is a good reason for most of what they find. They stand in the program, for whoever is watched must not set them.

import type { Bilingual } from '../../../../platform/contract/words.ts'

type ReadingRule = { title: Bilingual; why: Bilingual } & (
  | { when: 'opened'; fact: ReadingFact }
  | { when: 'night'; from: number; to: number; least: number }
  | { when: 'week'; of: 'closed' | 'idle'; least: number }
)

/** What is found when a file is opened; only the fact is kept. */
export const readingFacts = ['own-file', 'own-name', 'neighbour', 'closed', 'may-record'] as const
export type ReadingFact = (typeof readingFacts)[number]

export const readingRules = {
  'own-file': {
    title: { vi: 'Có thể là hồ sơ của chính mình', en: 'May be one’s own file' },
    why: {
      vi: 'Họ tên người đọc trùng với họ tên trong hồ sơ. Ai có hồ sơ thì được trả lời theo quyền của người đó, không tự đọc.',
      en: 'The reader is called as the person is. Whoever has a file is answered by their rights, they do not read it themselves.',
    },
    when: 'opened',
    fact: 'own-file',
  },
  'own-name': {
    title: {
      vi: 'Cùng họ và tên đệm, hoặc cùng họ hiếm',
      en: 'Same family and middle name, or the same rare family name',
    },
    why: {
      vi: 'Có thể là người nhà. Người thân không xử lý hồ sơ của nhau.',
      en: 'May be a relative. Relatives do not work on one another’s files.',
    },
    when: 'opened',
    fact: 'own-name',
  },
  neighbour: {
    title: { vi: 'Cùng thôn, tổ dân phố', en: 'Same hamlet' },
    why: {
      vi: 'Người đọc sống cùng thôn với người có hồ sơ; có thể chỉ là công việc, cũng có thể là tò mò.',
      en: 'The reader lives in the hamlet of the person; it may be work, it may be curiosity.',
    },
    when: 'opened',
    fact: 'neighbour',
  },
  night: {
    title: { vi: 'Mở nhiều hồ sơ ban đêm', en: 'Many files at night' },
    why: {
      vi: 'Từ 50 hồ sơ trở lên trong một đêm, từ 22 giờ đến 5 giờ: công việc hằng ngày không cần nhiều như vậy.',
      en: 'Fifty files or more in one night, from 22 to 5 o’clock: daily work does not need as many.',
    },
    ...{ when: 'night', from: 22, to: 5, least: 50 },
  },
  closed: {
    title: { vi: 'Mở nhiều hồ sơ đã kết thúc', en: 'Many closed files' },
    why: {
      vi: 'Từ 5 hồ sơ đã kết thúc trở lên trong một tuần: hồ sơ đã kết thúc ít khi còn việc phải làm.',
      en: 'Five closed files or more in a week: little is left to do in a closed file.',
    },
    ...{ when: 'week', of: 'closed', least: 5 },
  },
  idle: {
    title: { vi: 'Mở mà không có việc gì theo sau', en: 'Opened, and nothing followed' },
    why: {
      vi: 'Từ 5 hồ sơ trở lên trong một tuần được mở để làm một việc, nhưng sau 3 ngày chưa ghi gì.',
      en: 'Five files or more in a week were opened to do something, and after three days nothing was entered.',
    },
    ...{ when: 'week', of: 'idle', least: 5 },
  },
} as const satisfies Record<string, ReadingRule>
export type ReadingRuleId = keyof typeof readingRules
export const readingRuleIds = Object.keys(readingRules) as [ReadingRuleId, ...ReadingRuleId[]]

/** Purposes that are there to do something in the file, and how long it may take. */
export const purposesThatAct: readonly string[] = ['decide', 'check', 'determine', 'treat', 'court', 'after', 'move']
export const hoursToAct = 72

/**
 * Family names that so many people bear that sharing one says nothing (together nine in ten); without marks. Middle names that
 * half of all people bear are no sign either.
 */
export const commonSurnames = new Set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh dao doan mai trinh luong truong'.split(
    ' ',
  ),
)
export const commonMiddles = new Set(['', 'van', 'thi'])
