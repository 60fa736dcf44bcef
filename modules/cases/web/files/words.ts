// Words of the list of files, and of beginning one.

import { defineWords } from '../../../../platform/web/words.ts'

export const filesWords = defineWords({
  title: { vi: 'Hồ sơ người', en: 'Files of persons' },
  sealed: { vi: 'Hồ sơ mật', en: 'Sealed' },
  why: {
    vi: 'Tên được che trong danh sách. Muốn đọc một hồ sơ phải nêu mục đích; mỗi lượt mở được ghi lại.',
    en: 'Names are masked in the list. To read a file one says what for; every opening is recorded.',
  },
  commune: { vi: 'Xã', en: 'Commune' },
  chooseCommune: { vi: 'Chọn xã', en: 'Choose a commune' },
  chooseCommuneWhy: {
    vi: 'Quyền của bạn gồm nhiều xã; hồ sơ được xem theo từng xã.',
    en: 'Your rights cover several communes; files are looked at one commune at a time.',
  },
  noCommune: { vi: 'Quyền của bạn không gồm xã nào', en: 'Your rights cover no commune' },
  registers: { vi: 'Sổ, danh sách', en: 'Registers' },
  keeping: { vi: 'Lưu giữ đến hạn', en: 'Due in keeping' },
  begin: { vi: 'Lập hồ sơ', en: 'Begin a file' },
  pairs: { vi: 'Có thể trùng', en: 'May be the same' },
  bringIn: { vi: 'Nhập danh sách', en: 'Bring in a list' },
  views: { vi: 'Xem hồ sơ nào', en: 'Which files' },
  open: { vi: 'Đang theo dõi', en: 'Open' },
  late: { vi: 'Trễ hạn', en: 'Late' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
  file: { vi: 'Hồ sơ', en: 'File' },
  status: { vi: 'Trạng thái', en: 'Status' },
  next: { vi: 'Hạn gần nhất', en: 'Next time limit' },
  closedOn: { vi: 'Kết thúc ngày', en: 'Closed on' },
  noStatus: { vi: 'Chưa có quyết định đang hiệu lực', en: 'No decision in force' },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `since ${day}` },
  nothingDue: { vi: 'Không có hạn nào đang chạy', en: 'No time limit runs' },
  by: { vi: (when: string) => `trước ${when}`, en: (when: string) => `by ${when}` },
  demo: { vi: 'minh họa', en: 'invented' },
  find: { vi: 'Tìm hồ sơ', en: 'Find a file' },
  findLabel: {
    vi: 'Họ tên, năm sinh, số giấy tờ, số hồ sơ hoặc mã bản',
    en: 'Name, year of birth, number of a paper or file, code of a copy',
  },
  copy: {
    vi: (code: string, form: string, who: string, at: string) => `Bản ${code}: ${form}, ${who} lập ${at}`,
    en: (code: string, form: string, who: string, at: string) => `Copy ${code}: ${form}, made by ${who}, ${at}`,
  },
  somebody: { vi: 'không rõ ai', en: 'somebody unknown' },
  findWhy: {
    vi: 'Có dấu hay không đều được. Điều bạn gõ không nằm trong địa chỉ trang và không lưu lại.',
    en: 'With or without marks. What you type stands in no address and is not kept.',
  },
  found: {
    vi: (n: number) => (n === 0 ? 'Không tìm thấy hồ sơ nào' : `Tìm thấy ${n} hồ sơ`),
    en: (n: number) => (n === 0 ? 'No file was found' : n === 1 ? '1 file found' : `${n} files found`),
  },
  foundNone: {
    vi: 'Thử ít chữ hơn, hoặc số giấy tờ. Người này có thể chưa có hồ sơ ở xã này.',
    en: 'Try fewer words, or a paper number. This person may have no file in this commune.',
  },
  backToList: { vi: 'Về danh sách', en: 'Back to the list' },
  noneOpen: { vi: 'Chưa có hồ sơ nào đang theo dõi', en: 'No file is open' },
  noneOpenWhy: {
    vi: 'Khi có thông báo hoặc kết quả xét nghiệm về một người cư trú ở xã, hãy lập hồ sơ.',
    en: 'When a notice or a test result about a resident of the commune comes in, begin a file.',
  },
  noneLate: { vi: 'Không có việc nào trễ hạn', en: 'Nothing is late' },
  noneClosed: { vi: 'Chưa có hồ sơ nào kết thúc', en: 'No file was closed yet' },
  beginWhy: {
    vi: 'Chỉ ghi điều pháp luật cần. Nội dung đang gõ chỉ giữ trong trang này, không lưu trên máy: tải lại trang là mất.',
    en: 'Write only what the law needs. What you type stays in this page, never on the machine: reloading loses it.',
  },
  who: { vi: 'Người này là ai', en: 'Who the person is' },
  begun: { vi: (number: string) => `Đã lập hồ sơ ${number}`, en: (number: string) => `File ${number} begun` },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  same: { vi: 'Có thể đã có hồ sơ của người này', en: 'This person may have a file already' },
  sameWhy: {
    vi: 'Hãy mở xem trước khi lập thêm. Điều bạn vừa gõ vẫn còn khi quay lại.',
    en: 'Look at it before you begin another. What you typed is still here when you come back.',
  },
  somebodyElse: { vi: 'Người khác, vẫn lập hồ sơ', en: 'Somebody else, begin a file' },
  checkFields: { vi: 'Xem lại các ô được đánh dấu.', en: 'Look at the fields that are marked.' },
})
