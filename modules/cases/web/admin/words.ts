// Words of what an administrator decides about files: readings of open law, roles around a person.

import { defineWords } from '../../../../platform/web/words.ts'

export const adminWords = defineWords({
  points: { vi: 'Điểm chưa rõ của pháp luật', en: 'Points that the law leaves open' },
  pointsWhy: {
    vi: 'Ở những điểm này văn bản có thể hiểu theo nhiều cách. Phần mềm tính theo câu trả lời đang chọn và nói rõ điều đó trên mọi hồ sơ có liên quan. Khi có hướng dẫn, hãy chọn lại và ghi căn cứ; không điều gì đã ghi trong hồ sơ bị sửa.',
    en: 'At these points the text can be read in more than one way. The software counts by the answer chosen and says so on every file that rests on it. When there is guidance, choose again and write the ground; nothing that was entered in a file is changed.',
  },
  all: { vi: 'Tất cả', en: 'All' },
  changed: { vi: 'Đã chọn khác', en: 'Answered otherwise' },
  show: { vi: 'Hiện', en: 'Show' },
  reread: {
    vi: 'Các hồ sơ đang được đọc lại theo câu trả lời mới',
    en: 'Files are being read anew under the new answers',
  },
  inForce: { vi: 'đang áp dụng', en: 'in force' },
  byDefault: { vi: 'mặc định', en: 'default' },
  changes: { vi: 'Thay đổi điều gì', en: 'What it changes' },
  source: { vi: 'Nơi chưa rõ', en: 'Where it is open' },
  chosenBy: {
    vi: (who: string, at: string) => `${who} chọn ${at}`,
    en: (who: string, at: string) => `chosen by ${who} ${at}`,
  },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `from ${day}` },
  toCome: { vi: 'chưa đến ngày', en: 'to come' },
  history: {
    vi: (n: number) => `${n} lần đã chọn`,
    en: (n: number) => (n === 1 ? 'Chosen once' : `Chosen ${n} times`),
  },
  choose: { vi: 'Chọn cách hiểu', en: 'Choose an answer' },
  answer: { vi: 'Câu trả lời', en: 'Answer' },
  ground: { vi: 'Căn cứ', en: 'Ground' },
  groundWhy: {
    vi: 'Số, ngày của văn bản hướng dẫn hoặc ý kiến chỉ đạo. Không ghi tên người trong hồ sơ.',
    en: 'Number and day of the guidance or instruction. Never the name of a person of a file.',
  },
  groundNeeded: { vi: 'Ghi căn cứ.', en: 'Write the ground.' },
  from: { vi: 'Áp dụng từ ngày', en: 'In force from' },
  fromWhy: {
    vi: 'Từ ngày này mọi hồ sơ được đọc theo câu trả lời mới.',
    en: 'From this day on every file is read by the new answer.',
  },
  fromNeeded: { vi: 'Nhập ngày.', en: 'Type the day.' },
  save: { vi: 'Áp dụng', en: 'Put into force' },
  saved: { vi: 'Đã ghi. Hồ sơ sẽ được đọc lại trong ít phút.', en: 'On record. Files are read anew within minutes.' },
  somebody: { vi: 'không rõ ai', en: 'somebody' },
  none: { vi: 'Chưa điểm nào được chọn khác mặc định', en: 'No point is answered otherwise' },
  roles: { vi: 'Vai trò quanh một người', en: 'Roles around a person' },
  rolesWhy: {
    vi: 'Tổ quản lý do luật đặt ra; ngoài ra mỗi nơi có mô hình giúp đỡ riêng (như “4+”). Thêm vai trò của nơi mình ở đây; vai trò thôi dùng vẫn đọc được trong hồ sơ cũ.',
    en: 'The team is set by law; besides, each place helps in its own way (such as “4+”). Add the roles of your place here; one that is retired can still be read in older files.',
  },
  role: { vi: 'Vai trò', en: 'Role' },
  addRole: { vi: 'Thêm vai trò', en: 'Add a role' },
  editRole: { vi: 'Sửa', en: 'Change' },
  nameVi: { vi: 'Tên tiếng Việt', en: 'Name in Vietnamese' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'Name in English' },
  nameNeeded: { vi: 'Cần ghi ô này.', en: 'This is needed.' },
  inUse: { vi: 'Đang dùng', en: 'In use' },
  retired: { vi: 'Thôi dùng', en: 'Retired' },
  state: { vi: 'Tình trạng', en: 'State' },
  saveRole: { vi: 'Ghi vai trò', en: 'Save the role' },
  roleSaved: { vi: 'Đã ghi vai trò', en: 'Role saved' },
})
