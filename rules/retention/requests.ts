// What a person may ask for about the file that is kept on them, how the request came, and by when it is answered.

import { defineNames, keysOf } from '../../platform/contract/words.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { type ClockRun, runClock } from '../law/clock.ts'
import { dayOf, endOf, type Moment } from '../law/moment.ts'
import { acknowledgingRules, answeringRules, type Length, lengthOn, type SetLength } from './lengths.ts'

export const requestKinds = defineNames({
  statement: { vi: 'Bản kê thông tin đang lưu giữ', en: 'Statement of what is held' },
  correction: { vi: 'Chỉnh sửa thông tin', en: 'Correction' },
  complaint: { vi: 'Khiếu nại', en: 'Complaint' },
  erasure: { vi: 'Xóa dữ liệu', en: 'Erasure' },
  restriction: { vi: 'Hạn chế xử lý', en: 'Restriction' },
})
export type RequestKind = keyof typeof requestKinds
export const requestKindIds = keysOf(requestKinds)

export const requestWays = defineNames({
  desk: { vi: 'Trực tiếp tại trụ sở', en: 'At the desk' },
  post: { vi: 'Đơn gửi qua bưu điện', en: 'By post' },
  portal: { vi: 'Cổng dịch vụ công, VNeID', en: 'Public service portal, VNeID' },
  phone: { vi: 'Điện thoại', en: 'By telephone' },
  representative: { vi: 'Người đại diện, người giám hộ', en: 'Through a representative or guardian' },
})
export type RequestWay = keyof typeof requestWays
export const requestWayIds = keysOf(requestWays)

/** The steps that are reminded of; a complaint is acknowledged under another law. */
export const requestActs = {
  'acknowledge-request': {
    what: { vi: 'Báo cho người đó là đã nhận yêu cầu', en: 'Tell the person that their request was received' },
    source: acknowledgingRules['acknowledge-request'].source,
  },
  'answer-request': {
    what: { vi: 'Trả lời yêu cầu của người đó', en: 'Answer a request of the person' },
    source: answeringRules['answer-statement'].source,
  },
}

export type Counted = { at: Moment; because: Length }
/** What was entered here: lengths on a ground, and holidays. */
export type Counting = { set: readonly SetLength[]; calendar: Calendar }
type Clock = (kind: RequestKind, received: Moment, counting: Counting) => Counted

/** By when the person is told that it came in. All three go by the rules of the day on which it came. */
export const acknowledgeDue: Clock = (kind, received, { set, calendar }) =>
  counted(
    lengthOn(kind === 'complaint' ? 'acknowledge-complaint' : 'acknowledge-request', dayOf(received), set),
    received,
    calendar,
  )

export const answerDue: Clock = (kind, received, { set, calendar }) =>
  counted(lengthOn(`answer-${kind}`, dayOf(received), set), received, calendar)

/** By when, once its time was made longer; counted from the first end. */
export const extendedDue = (
  kind: RequestKind,
  received: Moment,
  firstEnd: Moment,
  { set, calendar }: Counting,
): Counted => counted(lengthOn(`extend-${kind}`, dayOf(received), set), firstEnd, calendar)

/** The clock of a request, for whoever shows how it was counted. */
export const requestRun = ({ span }: Pick<Length, 'span'>, from: Moment, calendar: Calendar): ClockRun =>
  runClock({ kind: 'act', span }, from, [], calendar)

function counted(because: Length, from: Moment, calendar: Calendar): Counted {
  const run = requestRun(because, from, calendar)
  // Nothing interrupts it, so it has an end.
  return { at: run.state === 'ends' ? run.at : endOf(dayOf(from)), because }
}
