// What may be answered instead of doing it.

import { defineRefusals } from '../../../platform/contract/refusal.ts'

export const caseRefusals = defineRefusals('cases', {
  no_rules: {
    status: 422,
    vi: 'Chưa có quy định nào được ghi cho ngày {day}; sớm nhất là 01/01/2022.',
    en: 'No rules are on record for {day}; the earliest day is 01/01/2022.',
  },
  already_recorded: { vi: 'Nội dung mang mã này đã được ghi rồi.', en: 'Something with this id is already on record.' },
  likely_same: {
    status: 409,
    vi: 'Có thể người này đã có hồ sơ: {numbers}. Hãy mở xem trước; nếu đúng là người khác, chọn "Người khác, vẫn lập hồ sơ".',
    en: 'This person may have a file already: {numbers}. Look first; if it is somebody else, choose "Somebody else, begin a file".',
  },
  not_open: {
    status: 403,
    vi: 'Hồ sơ chưa được mở, hoặc lượt mở đã hết giờ: hãy nêu mục đích và mở lại.',
    en: 'The file is not open, or its time is over: say the purpose and open it again.',
  },
  opens_for_others: {
    status: 403,
    vi: 'Quyền của quý vị không dùng cho mục đích này.',
    en: 'Your rights do not serve this purpose.',
  },
  emergency_not_yours: {
    status: 403,
    vi: 'Mở khẩn cấp chỉ dành cho công an, y tế đang làm nhiệm vụ; người quản trị, người xem số liệu và người kiểm tra không dùng được.',
    en: 'The emergency way is for police and health staff on duty; not for administrators, for those who see counts, or for auditors.',
  },
  emergency_not_needed: {
    status: 422,
    vi: 'Ở xã này quý vị mở được toàn bộ hồ sơ theo mục đích: không dùng cách khẩn cấp.',
    en: 'In this commune you open whole files for a purpose: the emergency way is not needed.',
  },
  emergency_too_wide: {
    status: 422,
    vi: 'Khi khẩn cấp chỉ tìm một người cụ thể: hãy ghi ít nhất hai chữ của họ tên, số giấy tờ hoặc số hồ sơ.',
    en: 'In an emergency one looks for one person: give at least two words of the name, a paper number or the file number.',
  },
  review_own: {
    status: 403,
    vi: 'Không ai tự xem xét lượt đọc của chính mình: việc này cần một người khác.',
    en: 'Nobody looks into their own reading: somebody else has to.',
  },
  reviewed_already: {
    vi: 'Việc này đã được xem xét rồi.',
    en: 'This was looked into already.',
  },
  key_missing: {
    status: 503,
    vi: 'Máy này không có khóa chủ {key} của hồ sơ: người quản trị máy phải đưa khóa đó vào lại.',
    en: 'This machine does not have the master key {key} of the files: its administrator has to bring it back.',
  },
  sent_away: {
    vi: 'Hồ sơ đã gửi sang hệ thống khác và chưa có biên nhận: đọc được, chưa ghi thêm được, để hai bên cùng thấy một bản (Nghị định 163/2026/NĐ-CP, Điều 60, 62). Cần ghi gấp thì đề nghị rút gói.',
    en: 'The file was sent to another installation and there is no receipt yet: it is read and not written to, so that both sides speak of the same (Decree 163/2026/ND-CP, Art. 60, 62). If it cannot wait, ask to have the pack back.',
  },
  hand_over_enters: {
    status: 422,
    vi: 'Việc chuyển hồ sơ chỉ có khi gói hồ sơ được gửi thật: hãy chuyển ở mục “Chuyển hồ sơ cho nơi đến”; không ghi, rút lại hoặc đính chính bằng tay (Nghị định 163/2026/NĐ-CP, Điều 62).',
    en: 'A file is handed over only by sending its pack: do so under “Hand the file over”; it is not entered, withdrawn or corrected by hand (Decree 163/2026/ND-CP, Art. 62).',
  },
  cursor_unreadable: {
    status: 422,
    vi: 'Vị trí trong danh sách không đọc được, hãy tải lại.',
    en: 'The place in the list cannot be read; load the list again.',
  },
  erased: {
    status: 410,
    vi: 'Danh tính của hồ sơ này đã được xóa theo quy định ngày {day}.',
    en: 'Who this file is of was erased by rule on {day}.',
  },
  closed: {
    vi: 'Hồ sơ đã kết thúc ngày {day}, không ghi thêm được.',
    en: 'The file was closed on {day}; nothing more can be entered.',
  },
  details_wrong: {
    status: 422,
    vi: 'Nội dung của sự việc chưa đủ hoặc không đúng: {fields}.',
    en: 'Details are missing or not right: {fields}.',
  },
  merged_into: {
    status: 410,
    vi: 'Hồ sơ {number} đã được gộp vào hồ sơ {into} của cùng một người: hãy mở hồ sơ {into}.',
    en: 'File {number} was merged into {into} of the same person: open {into}.',
  },
  not_on_team: {
    status: 422,
    vi: 'Người được chọn không có quyền với hồ sơ của xã này: hãy cấp quyền trước, hoặc chỉ ghi họ tên.',
    en: 'Whoever was chosen has no right to files of this commune: give them the right first, or write their name alone.',
  },
  role_unknown: {
    status: 422,
    vi: 'Vai trò này không có trong danh sách vai trò đang dùng.',
    en: 'This role is not among those in use.',
  },
  role_needed: {
    vi: 'Vai trò tổ trưởng do luật đặt ra, không thôi dùng được.',
    en: 'The head of the team is a role of the law and cannot be retired.',
  },
  officer_elsewhere: {
    status: 422,
    vi: 'Người nhận phải là Công an của xã này.',
    en: 'Whoever takes the files over has to be of the police of this commune.',
  },
  officer_same: {
    status: 422,
    vi: 'Người giao và người nhận là một.',
    en: 'Who gives and who takes over are the same.',
  },
  officer_changed: {
    vi: 'Có hồ sơ không còn do người giao phụ trách, đã kết thúc hoặc không còn ở xã: xem lại danh sách. Chưa hồ sơ nào được giao.',
    en: 'A file is no longer in the charge of who gives it, is closed, or has left the commune: look at the list again. Nothing went over.',
  },
  nothing_to_hand_over: {
    vi: 'Không có hồ sơ nào đang mở để giao.',
    en: 'There is no open file to hand over.',
  },
  holidays_wrong_day: {
    status: 422,
    vi: 'Chưa ghi được ngày nghỉ của năm: {why} {day}.',
    en: 'These cannot be the holidays of the year: {why} {day}.',
  },
  point_unknown: {
    status: 422,
    vi: 'Không có điểm nào của pháp luật mang mã này.',
    en: 'There is no such point of the law.',
  },
  answer_unknown: {
    status: 422,
    vi: 'Điểm này không có câu trả lời đó.',
    en: 'This point does not have that answer.',
  },
  answer_same: {
    vi: 'Từ ngày đó câu trả lời đã là như vậy.',
    en: 'From that day on the answer is this one already.',
  },
})
