// Words of opening a file in an emergency.

import { defineWords } from '../../../../platform/web/words.ts'

export const emergencyWords = defineWords({
  title: { vi: 'Mở hồ sơ khẩn cấp', en: 'Open a file in an emergency' },
  files: { vi: 'Hồ sơ người', en: 'Files of persons' },
  warnLead: { vi: 'Chỉ khi có nguy hiểm trước mắt.', en: 'Only where danger is at hand.' },
  warn: {
    vi: 'Trưởng Công an xã và người kiểm tra được báo ngay, kèm tên bạn. Sau đó một người khác rà soát: có lý do chính đáng hay không.',
    en: 'The head of the commune police and the auditor are told at once, with your name. Afterwards somebody else reviews whether it was justified.',
  },
  find: { vi: 'Tìm người', en: 'Find the person' },
  findLabel: { vi: 'Họ tên, số giấy tờ hoặc số hồ sơ', en: 'Name, paper number or file number' },
  findWhy: {
    vi: 'Ít nhất hai chữ của họ tên; có dấu hay không đều được. Điều bạn gõ không lưu lại.',
    en: 'At least two words of the name; with or without marks. What you type is not kept.',
  },
  search: { vi: 'Tìm', en: 'Find' },
  found: {
    vi: (n: number) => (n === 0 ? 'Không tìm thấy hồ sơ nào ở xã này' : `Tìm thấy ${n} hồ sơ`),
    en: (n: number) => (n === 0 ? 'No file in this commune' : n === 1 ? '1 file found' : `${n} files found`),
  },
  foundNone: {
    vi: 'Thử cách viết khác, hoặc hỏi trực ban của xã nơi người đó cư trú.',
    en: 'Try another spelling, or ask the duty officer of the commune where the person lives.',
  },
  sealedFile: { vi: 'Hồ sơ mật', en: 'Sealed file' },
  stake: { vi: 'Điều gì đang bị đe dọa', en: 'What is at stake' },
  stakeNeeded: { vi: 'Chọn điều đang bị đe dọa.', en: 'Choose what is at stake.' },
  ground: { vi: 'Căn cứ', en: 'On what ground' },
  groundWhy: { vi: 'Tin báo nào, lúc mấy giờ, ai báo.', en: 'Which call, at what time, from whom.' },
  groundNeeded: { vi: 'Ghi căn cứ.', en: 'Say on what ground.' },
  statement: { vi: 'Nếu không mở thì điều gì xảy ra', en: 'What happens if it stays closed' },
  statementWhy: {
    vi: 'Người rà soát đọc phần này. Không cần ghi tên người trong hồ sơ.',
    en: 'Whoever reviews it reads this. The name of the person is not needed.',
  },
  statementNeeded: { vi: 'Ghi điều gì xảy ra nếu không mở.', en: 'Say what happens if it stays closed.' },
  open: { vi: 'Mở khẩn cấp trong 3 giờ', en: 'Open for 3 hours' },
  cancel: { vi: 'Hủy', en: 'Cancel' },
  choose: { vi: 'Chọn', en: 'Choose' },
  bar: { vi: 'Đang mở khẩn cấp', en: 'Opened in an emergency' },
  told: {
    vi: 'Trưởng Công an xã và người kiểm tra đã được báo.',
    en: 'The head of the commune police and the auditor were told.',
  },
  howTitle: { vi: 'Mở khẩn cấp', en: 'Emergency' },
  howWhole: { vi: 'Bạn thấy toàn bộ hồ sơ, chỉ để đọc.', en: 'You see the whole file, to read only.' },
  howClose: {
    vi: 'Xong việc thì đóng ngay; nếu không, hồ sơ tự đóng sau 3 giờ.',
    en: 'Close it when done; otherwise it closes by itself after 3 hours.',
  },
  howReview: {
    vi: 'Trong 72 giờ, một người khác ghi lượt mở này có lý do chính đáng hay không.',
    en: 'Within 72 hours somebody else says whether this opening was justified.',
  },
  emergencyInstead: { vi: 'Mở khẩn cấp', en: 'Open in an emergency' },
})
