// How long files of persons are kept, and by when a request of the person is answered: as data with its source. Where the
// official text was not seen, an administrator enters the length that was checked, from a day on.

import { type Bilingual, keysOf } from '../../platform/contract/words.ts'
import type { Span } from '../law/clock.ts'

export type LengthRule = {
  what: Bilingual
  /** What its time is counted from. */
  begins: Bilingual
  span: Span
  source: Bilingual
  toCheck?: Bilingual
}

const closed: Bilingual = {
  vi: 'ngày kết thúc; nếu chưa từng có quyết định, ngày của sự việc cuối cùng',
  en: 'the day it ended; where nothing was ever decided, the day of the last event',
}
const received: Bilingual = { vi: 'ngày nhận yêu cầu', en: 'the day the request was received' }
const firstEnd: Bilingual = { vi: 'hạn trả lời ban đầu', en: 'the first time limit for the answer' }
const ofTheMinistry: Bilingual = {
  vi: 'Nghị định 163/2026/NĐ-CP, Điều 64, dẫn đến quy định của Bộ Công an về lưu trữ',
  en: 'Decree 163/2026/ND-CP, Art. 64, which refers to rules of the Ministry of Public Security on archives',
}
const notSeen: Bilingual = {
  vi: 'Chưa thấy quy định của Bộ Công an: con số là tạm, cần đối chiếu rồi nhập lại.',
  en: 'The rules of the Ministry were not seen: the figure is provisional, to be checked and entered.',
}
const ofTheDecree: Bilingual = {
  vi: 'Luật 91/2025/QH15; Nghị định 356/2025/NĐ-CP',
  en: 'Law 91/2025/QH15; Decree 356/2025/ND-CP',
}
const secondHand: Bilingual = {
  vi: 'Con số theo bản tóm tắt, chưa thấy nguyên văn: cần đối chiếu.',
  en: 'The figure is from a summary, the text itself was not seen: to be checked.',
}

const fromMemory: Bilingual = {
  vi: 'Điều luật ghi theo trí nhớ, chưa đối chiếu nguyên văn.',
  en: 'The article is from memory and was not compared with the text.',
}

const months = (count: number): Span => ({ count, unit: 'months' })
const days = (count: number): Span => ({ count, unit: 'days' })

export const keepingRules = {
  grace: {
    what: { vi: 'Còn trong danh sách thường sau khi kết thúc', en: 'Stays in the ordinary list after its end' },
    begins: closed,
    span: days(30),
    source: {
      vi: 'Luật 120/2025/QH15, Điều 27.3, 48.3, 48.4: đưa ra khỏi danh sách',
      en: 'Law 120/2025/QH15, Art. 27.3, 48.3, 48.4: taken off the list',
    },
    toCheck: {
      vi: 'Luật không ghi số ngày để hoàn tất giấy tờ trước khi hạn chế: cần đối chiếu.',
      en: 'The Law gives no number of days for finishing papers before a file is restricted: to be checked.',
    },
  },
  'keep-nothing-decided': {
    what: { vi: 'Giữ hồ sơ không có quyết định nào', en: 'A file in which nothing was decided is kept' },
    begins: closed,
    span: months(12),
    source: ofTheMinistry,
    toCheck: notSeen,
  },
  'keep-user': {
    what: { vi: 'Giữ hồ sơ quản lý người sử dụng', en: 'A file on the management of a user is kept' },
    begins: closed,
    span: months(60),
    source: ofTheMinistry,
    toCheck: notSeen,
  },
  'keep-rehabilitation': {
    what: { vi: 'Giữ hồ sơ cai nghiện tự nguyện, điều trị thay thế', en: 'A file on voluntary treatment is kept' },
    begins: closed,
    span: months(120),
    source: ofTheMinistry,
    toCheck: notSeen,
  },
  'keep-compulsory': {
    what: { vi: 'Giữ hồ sơ cai nghiện bắt buộc', en: 'A file on compulsory rehabilitation is kept' },
    begins: closed,
    span: months(240),
    source: ofTheMinistry,
    toCheck: notSeen,
  },
} satisfies Record<string, LengthRule>

/** By when the person is told that their request came in, and when an answer follows. */
export const acknowledgingRules = {
  'acknowledge-request': {
    what: { vi: 'Báo đã nhận yêu cầu', en: 'Acknowledge a request' },
    begins: received,
    span: { count: 2, unit: 'working-days' },
    source: ofTheDecree,
    toCheck: secondHand,
  },
  'acknowledge-complaint': {
    what: { vi: 'Thông báo thụ lý khiếu nại', en: 'Give notice that a complaint is taken on' },
    begins: received,
    span: days(10),
    source: { vi: 'Luật Khiếu nại 02/2011/QH13, Điều 27', en: 'Law on Complaints 02/2011/QH13, Art. 27' },
    toCheck: fromMemory,
  },
} satisfies Record<string, LengthRule>

export const answeringRules = {
  'answer-statement': {
    what: { vi: 'Cung cấp bản kê thông tin', en: 'Give a statement of what is held' },
    begins: received,
    span: days(10),
    source: ofTheDecree,
    toCheck: secondHand,
  },
  'answer-correction': {
    what: { vi: 'Chỉnh sửa thông tin', en: 'Correct what is wrong' },
    begins: received,
    span: days(10),
    source: ofTheDecree,
    toCheck: secondHand,
  },
  'answer-restriction': {
    what: { vi: 'Hạn chế xử lý', en: 'Restrict' },
    begins: received,
    span: days(15),
    source: ofTheDecree,
    toCheck: secondHand,
  },
  'answer-erasure': {
    what: { vi: 'Xóa, hủy dữ liệu', en: 'Erase' },
    begins: received,
    span: days(20),
    source: ofTheDecree,
    toCheck: secondHand,
  },
  'answer-complaint': {
    what: { vi: 'Giải quyết khiếu nại lần đầu', en: 'Decide on a complaint, first time' },
    begins: received,
    span: days(30),
    source: { vi: 'Luật Khiếu nại 02/2011/QH13, Điều 28', en: 'Law on Complaints 02/2011/QH13, Art. 28' },
    toCheck: {
      vi: 'Luật tính từ ngày thụ lý, vùng sâu và vụ phức tạp dài hơn: cần đối chiếu.',
      en: 'The Law counts from the day it is taken on, longer for remote places and complex cases: to be checked.',
    },
  },
} satisfies Record<string, LengthRule>

/** How much longer an answer may take, once, with a reason that the person is told. */
export const extendingRules = {
  'extend-statement': {
    what: { vi: 'Gia hạn cung cấp bản kê', en: 'More time for a statement' },
    begins: firstEnd,
    span: days(10),
    source: ofTheDecree,
    toCheck: secondHand,
  },
  'extend-correction': {
    what: { vi: 'Gia hạn chỉnh sửa', en: 'More time for a correction' },
    begins: firstEnd,
    span: days(10),
    source: ofTheDecree,
    toCheck: secondHand,
  },
  'extend-restriction': {
    what: { vi: 'Gia hạn hạn chế xử lý', en: 'More time to restrict' },
    begins: firstEnd,
    span: days(15),
    source: ofTheDecree,
    toCheck: secondHand,
  },
  'extend-erasure': {
    what: { vi: 'Gia hạn xóa, hủy dữ liệu', en: 'More time to erase' },
    begins: firstEnd,
    span: days(20),
    source: ofTheDecree,
    toCheck: secondHand,
  },
  'extend-complaint': {
    what: { vi: 'Kéo dài giải quyết khiếu nại phức tạp', en: 'More time for a complex complaint' },
    begins: firstEnd,
    span: days(15),
    source: { vi: 'Luật Khiếu nại 02/2011/QH13, Điều 28', en: 'Law on Complaints 02/2011/QH13, Art. 28' },
    toCheck: fromMemory,
  },
} satisfies Record<string, LengthRule>

export const lengthRules = { ...keepingRules, ...acknowledgingRules, ...answeringRules, ...extendingRules }
export type LengthRuleId = keyof typeof lengthRules
export const lengthRuleIds = keysOf(lengthRules)
export const lengthUnits = ['hours', 'days', 'working-days', 'months'] as const

/** A length that an administrator entered: from a day on, on a ground. */
export type SetLength = { rule: LengthRuleId; from: string; span: Span; ground: string }
/** The length that holds, and whether it still has to be checked: one that was entered on a ground has been. */
export type Length = { rule: LengthRuleId; span: Span; source: Bilingual; toCheck?: Bilingual }

export function lengthOn(rule: LengthRuleId, day: string, set: readonly SetLength[]): Length {
  const held = set
    .filter((each) => each.rule === rule && each.from <= day)
    .reduce<SetLength | undefined>((last, each) => (last && last.from > each.from ? last : each), undefined)
  if (held) return { rule, span: held.span, source: { vi: held.ground, en: held.ground } }
  const { span, source, toCheck }: LengthRule = lengthRules[rule]
  return { rule, span, source, ...(toCheck && { toCheck }) }
}
