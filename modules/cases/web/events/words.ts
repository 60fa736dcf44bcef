// Words of entering an event and of reading one.

import { defineWords } from '../../../../platform/web/words.ts'

export const eventWords = defineWords({
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  notRecorded: { vi: 'Chưa ghi', en: 'Not recorded' },
  choose: { vi: 'Chọn', en: 'Choose' },
  needed: { vi: 'Cần ghi ô này.', en: 'This is needed.' },
  wrong: { vi: 'Chưa đúng.', en: 'This is not right.' },
  add: { vi: 'Thêm', en: 'Add' },
  takeAway: { vi: 'Bỏ', en: 'Take away' },
  group: { vi: 'Nhóm', en: 'Group' },
  kind: { vi: 'Sự việc', en: 'Event' },
  when: { vi: 'Xảy ra lúc', en: 'Happened at' },
  whenWhy: {
    vi: 'Lúc việc xảy ra, không phải lúc ghi. Mọi thời hạn tính từ đây.',
    en: 'When it happened, not when it is entered. All time limits are counted from it.',
  },
  forms: { vi: (forms: string) => `Mẫu ${forms}`, en: (forms: string) => `Form ${forms}` },
  decides: {
    vi: 'Trạng thái pháp lý thay đổi theo văn bản này: cần số, ngày ký và người có thẩm quyền.',
    en: 'A status in law follows from this paper: its number, day and who decided are needed.',
  },
  folio: { vi: (n: number) => `bút lục ${n}`, en: (n: number) => `folio ${n}` },
  paperIs: {
    vi: (number: string, day: string, by: string) => `số ${number}, ngày ${day}, ${by}`,
    en: (number: string, day: string, by: string) => `no. ${number} of ${day}, ${by}`,
  },
  noEvents: { vi: 'Chưa có sự việc nào để chọn.', en: 'There is no event to choose yet.' },
  emptyStays: { vi: 'Để trống: giữ như đã ghi.', en: 'Left empty: it stays as it was.' },
  emptyUnknown: { vi: 'Để trống nếu chưa có.', en: 'Left empty while there is none.' },
  accountWhy: {
    vi: 'Chỉ người có quyền với hồ sơ ở xã này. Người được chọn mở được hồ sơ này trong phần của họ.',
    en: 'Only people with a right to files here. Whoever is chosen may open this file, as much of it as is theirs.',
  },
  noAccount: { vi: 'Không dùng phần mềm', en: 'Does not use the software' },
  anAccount: { vi: 'một tài khoản', en: 'an account' },
})
