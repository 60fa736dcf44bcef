// Words of the settings' screen.

import { defineWords } from '../../../platform/web/words.ts'

export const settingsWords = defineWords({
  title: { vi: 'Cài đặt', en: 'Settings' },
  forms: { vi: 'Biểu mẫu hồ sơ', en: 'Forms of the files' },
  risks: { vi: 'Mức rủi ro của phúc tra', en: 'Risks of verification' },
  history: { vi: 'Lịch sử thay đổi', en: 'History of changes' },
  changed: {
    vi: (who: string, when: string) => `${who} đổi lúc ${when}`,
    en: (who: string, when: string) => `Changed by ${who}, ${when}`,
  },
  neverChanged: { vi: 'Chưa ai đổi, đang dùng giá trị ban đầu', en: 'Never changed: the starting value holds' },
  save: { vi: 'Lưu cài đặt', en: 'Save the setting' },
  saved: { vi: 'Đã lưu cài đặt.', en: 'The setting is saved.' },
  meanwhile: {
    vi: (who: string) =>
      `${who} đã lưu giá trị khác trong lúc bạn gõ. Bạn đang xem bản của mình; lưu lần nữa là thay bản kia.`,
    en: (who: string) =>
      `${who} saved another value while you typed. You still see yours; saving again replaces theirs.`,
  },
  somebody: { vi: 'Người khác', en: 'Somebody else' },
  theirs: { vi: 'Lấy bản mới', en: 'Take the new one' },
  organisation: { vi: 'Cơ quan chủ trì', en: 'The organisation' },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  nameWhy: {
    vi: 'Hiện ở chân các trang công khai.',
    en: 'Shown at the foot of the public pages.',
  },
  address: { vi: 'Địa chỉ liên hệ', en: 'Address' },
  retention: { vi: 'Lưu giữ', en: 'How long things are kept' },
  commandDays: { vi: 'Số ngày nhớ một lần gửi', en: 'Days for which a sent command is remembered' },
  commandDaysWhy: {
    vi: 'Trong thời gian này, gửi lại cùng một việc vẫn chỉ tính một lần. Từ 30 đến 730 ngày.',
    en: 'Within this time, sending the same work again still counts once. From 30 to 730 days.',
  },
  fileCounts: { vi: 'Số liệu hồ sơ người', en: 'Counts of files of persons' },
  least: { vi: 'Che các số nhỏ hơn', en: 'Hide counts below' },
  leastWhy: {
    vi: 'Số từ 1 đến dưới ngưỡng này không hiện cho lãnh đạo, kèm các số có thể giúp tính ra. Từ 3 đến 50.',
    en: 'Counts from 1 to below this are not shown to leads, nor what would let them be computed. From 3 to 50.',
  },
  numberNeeded: { vi: 'Cần một số nguyên.', en: 'A whole number is needed.' },
})

export const systemWords = defineWords({
  title: { vi: 'Tình trạng hệ thống', en: 'State of the system' },
  version: { vi: 'Phiên bản', en: 'Version' },
  started: { vi: 'Chạy từ', en: 'Running since' },
  clock: { vi: 'Đồng hồ máy chủ', en: 'The server’s clock' },
  today: { vi: (day: string) => `hôm nay là ${day}`, en: (day: string) => `today is ${day}` },
  memory: { vi: 'Bộ nhớ đang dùng', en: 'Memory in use' },
  database: { vi: 'Cơ sở dữ liệu', en: 'Database' },
  connections: { vi: (n: string) => `${n} kết nối`, en: (n: string) => `${n} connections` },
  upgrades: { vi: 'Nâng cấp dữ liệu', en: 'Upgrades of the data' },
  times: { vi: (n: string) => `${n} lần`, en: (n: string) => n },
  last: {
    vi: (when: string, part: string) => `gần nhất ${when}${part && `, phần ${part}`}`,
    en: (when: string, part: string) => `the last one ${when}${part && `, for ${part}`}`,
  },
  audit: { vi: 'Nhật ký đã niêm phong', en: 'Audit sealed' },
  entries: { vi: (n: string) => `${n} mục`, en: (n: string) => `${n} entries` },
  unsealed: { vi: (n: string) => `chưa niêm phong ${n}`, en: (n: string) => `${n} not sealed yet` },
  openAudit: { vi: 'Mở nhật ký', en: 'Open the audit' },
})
