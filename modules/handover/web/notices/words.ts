// Words of the notice to the commune of stay.

import { defineWords } from '../../../../platform/web/words.ts'

export const noticeWords = defineWords({
  title: { vi: 'Thông báo nơi ở', en: 'Notices of stay' },
  why: {
    vi: 'Người có hồ sơ ở xã khác đang ở tại xã này. Nơi giữ hồ sơ không đổi; thông báo chỉ có họ tên, năm sinh, một giấy tờ và địa chỉ.',
    en: 'Somebody whose file is with another commune stays here. Who keeps the file does not change; the notice holds a name, a birth, one paper and the addresses.',
  },
  none: { vi: 'Chưa có thông báo nơi ở nào', en: 'No notice of stay came in' },
  notice: { vi: 'Thông báo', en: 'Notice' },
  between: { vi: 'Nơi báo, nơi cư trú', en: 'Sent by, residence' },
  from: { vi: (unit: string) => `Từ ${unit}`, en: (unit: string) => `From ${unit}` },
  residesIn: { vi: (unit: string) => `hồ sơ chuyển về ${unit}`, en: (unit: string) => `the file goes to ${unit}` },
  addressed: { vi: (unit: string) => `ghi gửi cho ${unit}`, en: (unit: string) => `addressed to ${unit}` },
  result: { vi: 'Hạn xác nhận', en: 'To be acknowledged' },
  acknowledged: { vi: 'Đã xác nhận', en: 'Acknowledged' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  sent: { vi: 'Chờ xác nhận', en: 'Waits to be acknowledged' },
  read: { vi: 'Đọc', en: 'Read' },
  readTitle: { vi: (number: string) => `Thông báo ${number}`, en: (number: string) => `Notice ${number}` },
  readWhy: {
    vi: 'Việc đọc được ghi vào nhật ký với tên của bạn.',
    en: 'That you read it is in the audit with your name.',
  },
  acknowledge: { vi: 'Xác nhận đã nhận', en: 'Acknowledge' },
  acknowledgedDone: { vi: 'Đã xác nhận thông báo.', en: 'The notice is acknowledged.' },
  forgotten: { vi: 'nội dung đã hủy', en: 'its words are destroyed' },
  keptFor: {
    vi: (days: number) => `Nội dung được hủy ${days} ngày sau khi xác nhận.`,
    en: (days: number) => `Its words are destroyed ${days} days after it was acknowledged.`,
  },
  name: { vi: 'Họ tên', en: 'Name' },
  born: { vi: 'Sinh, giới tính', en: 'Born, sex' },
  notSaid: { vi: 'không rõ', en: 'not known' },
  paper: { vi: 'Giấy tờ', en: 'Paper' },
  residence: { vi: 'Nơi cư trú', en: 'Residence' },
  stay: { vi: 'Nơi ở', en: 'Stays at' },
  toCheck: { vi: 'cần đối chiếu', en: 'to be checked' },
  waits: {
    vi: (number: string, when: string) => `${number}, chờ xác nhận, hạn ${when}`,
    en: (number: string, when: string) => `${number}, waits to be acknowledged by ${when}`,
  },
  toldAt: {
    vi: (number: string, when: string) => `${number}, đã xác nhận ${when}`,
    en: (number: string, when: string) => `${number}, acknowledged ${when}`,
  },
  takenBack: { vi: (number: string) => `${number}, đã rút`, en: (number: string) => `${number}, withdrawn` },
})
