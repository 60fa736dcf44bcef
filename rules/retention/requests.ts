// What a person may ask for about the file that is kept on them, how the request came, and by when it is answered.

import { defineNames, keysOf } from '../../platform/contract/words.ts'
import { runClock } from '../law/clock.ts'
import { dayOf, endOf, type Moment } from '../law/moment.ts'
import { type Length, lengthOn, type SetLength } from './lengths.ts'

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

/** By when it is to be answered, by the rules of the day on which it came. */
export function answerDue(
  kind: RequestKind,
  received: Moment,
  set: readonly SetLength[],
): { at: Moment; because: Length } {
  const because = lengthOn(`answer-${kind}`, dayOf(received), set)
  const run = runClock({ kind: 'act', span: because.span }, received, [])
  // Nothing interrupts it, so it has an end.
  return { at: run.state === 'ends' ? run.at : endOf(dayOf(received)), because }
}
