// The words at the door: short, and respectful of whoever opens it.

import { defineWords } from '../../../platform/contract/words.ts'

export const visitWords = defineWords({
  title: { vi: 'Đi phúc tra', en: 'Visits' },
  ask: {
    vi: 'Tự giới thiệu, rồi hỏi: “Bác (anh, chị) có ký bản cam kết này không ạ?” Ghi đúng câu trả lời. Không thuyết phục, không phán xét, không hỏi gì thêm.',
    en: 'Introduce yourself, then ask: “Did you sign this promise?” Write down the answer as it is. Do not persuade, do not judge, ask nothing else.',
  },
  now: { vi: (now: string) => `Nơi này nay thuộc ${now}.`, en: (now: string) => `This place now lies in ${now}.` },
  nowUnknown: {
    vi: 'Nơi này đã thay đổi; chưa ghi nay thuộc đâu.',
    en: 'This place has changed; where it lies now is not on record.',
  },
  waiting: { vi: (n: number) => `Còn phải thăm (${n})`, en: (n: number) => `Still to visit (${n})` },
  done: { vi: (n: number) => `Đã thăm (${n})`, en: (n: number) => `Visited (${n})` },
  number: { vi: (n: number) => `số ${n}`, en: (n: number) => `no. ${n}` },
  standsIn: { vi: 'dự phòng', en: 'stands in' },
  triedTimes: {
    vi: (n: number, most: number, at: string) => `vắng nhà ${n}/${most} lần, lần cuối ${at}`,
    en: (n: number, most: number, at: string) => `not at home ${n} of ${most} times, last at ${at}`,
  },
  confirm: { vi: 'Có, đã ký', en: 'Yes, signed' },
  other: { vi: 'Khác', en: 'Something else' },
  otherTitle: { vi: (name: string) => `${name}: chưa xác nhận`, en: (name: string) => `${name}: not confirmed` },
  confirmed: { vi: 'Đã xác nhận', en: 'Confirmed' },
  denied: { vi: 'Nói là không ký', en: 'Says did not sign' },
  unknown: { vi: 'Không có người này ở địa chỉ', en: 'Not known at this address' },
  silent: { vi: 'Không muốn trả lời', en: 'Does not want to say' },
  away: { vi: 'Vắng nhà', en: 'Not at home' },
  moved: { vi: 'Đã chuyển đi hoặc đã mất', en: 'Moved away or died' },
  awayNote: {
    vi: (most: number) => `Quay lại lần khác; đủ ${most} lần thì thăm người dự phòng.`,
    en: (most: number) => `Come again; after ${most} times the reserve is visited.`,
  },
  movedNote: { vi: 'Thăm người dự phòng.', en: 'The reserve is visited instead.' },
  change: { vi: 'Sửa', en: 'Change' },
  changeOf: { vi: (name: string) => `Sửa: ${name}`, en: (name: string) => `Change: ${name}` },
  back: { vi: 'Quay lại', en: 'Back' },
  finish: { vi: 'Đã thăm xong', en: 'All visits are made' },
  finishAsk: { vi: 'Đã thăm xong cả lô?', en: 'Have all visits been made?' },
  finishWhy: {
    vi: 'Sau khi báo xong, kết quả được tính theo quy tắc và không sửa được nữa.',
    en: 'The result then follows by the rule, and nothing can be changed any more.',
  },
  finished: {
    vi: 'Cảm ơn. Lô đã xong, kết quả đã gửi về nơi lập lô.',
    en: 'Thank you. The lot is finished, and the result went to those who made it.',
  },
  over: { vi: 'Lô này đã xong. Cảm ơn bạn đã đi.', en: 'This lot is finished. Thank you for going.' },
  wrote: { vi: 'Đã ghi.', en: 'Written down.' },
})
