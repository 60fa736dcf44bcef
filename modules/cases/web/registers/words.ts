// The words of the screen of registers.

import { defineWords } from '../../../../platform/web/words.ts'

export const registerWords = defineWords({
  title: { vi: 'Sổ, danh sách', en: 'Registers' },
  why: {
    vi: 'Sổ mang đầy đủ tên người. Mỗi lần lập phải nêu mục đích và căn cứ; tên bạn, giờ và mã bản đứng ở chân trang; từng hồ sơ trong sổ ghi lại là đã có mặt trong bản này.',
    en: 'A register bears full names. Each time one says what for and on what ground; your name, the time and a code stand at its foot; every file in it keeps on record that it stood in this copy.',
  },
  make: { vi: 'Lập sổ', en: 'Make a register' },
  which: { vi: 'Sổ nào', en: 'Which register' },
  from: { vi: 'Từ ngày', en: 'From' },
  until: { vi: 'Đến hết ngày', en: 'Until' },
  daysWhy: {
    vi: 'Năm báo cáo tính từ 15/12 năm trước đến 14/12.',
    en: 'The year of reports runs from 15 December to 14 December.',
  },
  purpose: { vi: 'Mục đích', en: 'What for' },
  ground: { vi: 'Căn cứ', en: 'On what ground' },
  groundWhy: {
    vi: 'Văn bản, kế hoạch hay việc nào cần sổ này. Không ghi tên người.',
    en: 'Which paper, plan or work wants it. No names of persons.',
  },
  needed: { vi: 'Cần ghi ô này.', en: 'This is needed.' },
  format: { vi: 'Dạng tệp', en: 'As' },
  docx: { vi: 'Word, để in và ký', en: 'Word, to print and sign' },
  docxNote: { vi: (most: string) => `tối đa ${most} dòng`, en: (most: string) => `at most ${most} rows` },
  xlsx: { vi: 'Bảng tính', en: 'A spreadsheet' },
  xlsxNote: { vi: 'dài bao nhiêu cũng được', en: 'however long' },
  signer: { vi: 'Người ký', en: 'Signer' },
  send: { vi: 'Lập và tải về', en: 'Make and download' },
  leaves: {
    vi: 'Lần lập được ghi vào nhật ký. Số dòng không ghi ở đó, vì con số nhỏ cũng nói lên điều gì.',
    en: 'That it was made is on the record. How many rows it has is not, for a small number tells something too.',
  },
  made: { vi: (code: string) => `Đã lập, mã bản ${code}`, en: (code: string) => `Made; code of the copy: ${code}` },
  madeBefore: {
    vi: 'Bản này đã lập ở lần gửi trước nhưng chưa đến máy bạn: bấm lập lại.',
    en: 'It was made by the first try and did not reach you: make it again.',
  },
  notFetched: {
    vi: 'Đã ghi là lập nhưng chưa tải được bảng tính: bấm lập lại.',
    en: 'It is on record as made, but the spreadsheet did not come: make it again.',
  },
  history: { vi: 'Đã lập', en: 'Made so far' },
  noHistory: { vi: 'Chưa lập sổ nào', en: 'No register was made yet' },
  none: { vi: 'Quyền của bạn ở đây không gồm sổ nào', en: 'Your rights here include no register' },
  noneWhy: {
    vi: 'Người giúp đỡ đọc hồ sơ của tổ mình, từng hồ sơ một.',
    en: 'A helper reads the files of their teams, one at a time.',
  },
  register: { vi: 'Sổ', en: 'Register' },
  days: { vi: 'Những ngày', en: 'Days' },
  code: { vi: 'Mã bản', en: 'Code' },
  who: { vi: 'Người lập', en: 'Made by' },
  span: {
    vi: (from: string, until: string) => `${from} – ${until}`,
    en: (from: string, until: string) => `${from} – ${until}`,
  },
  somebody: { vi: 'không rõ ai', en: 'somebody unknown' },
})
