// What may be answered instead of handing over.

import { defineRefusals } from '../../../platform/contract/refusal.ts'

export const handOverRefusals = defineRefusals('handover', {
  to_oneself: {
    status: 422,
    vi: 'Không chuyển hồ sơ cho chính xã mình: {unit} là nơi đang giữ hồ sơ (Luật, Điều 27.2, 48.2; Nghị định, Điều 62.1: nơi đi chuyển cho nơi đến).',
    en: 'A file is not handed over to oneself: {unit} is where it is kept (Law, Art. 27.2, 48.2; Decree, Art. 62.1: the old place sends it to the new one).',
  },
  other_purpose: {
    status: 403,
    vi: 'Hồ sơ đang mở cho mục đích khác: hãy mở lại với mục đích "Chuyển hồ sơ khi thay đổi nơi cư trú".',
    en: 'The file is open for another purpose: open it again to "Hand the file over when the person moves".',
  },
  nothing_runs: {
    status: 422,
    vi: 'Hồ sơ này chưa có hoặc không còn trạng thái nào đang chạy, cũng không chờ quyết định nào tiếp theo: luật không yêu cầu chuyển, hồ sơ ở lại nơi đang giữ.',
    en: 'Nothing runs in this file and no decision is awaited in it: the law does not ask for it to be handed over, and it stays where it is kept.',
  },
  when_moved: {
    status: 422,
    vi: 'Hãy ghi người đó chuyển đi lúc nào: thời hạn 24 giờ tính từ lúc đó.',
    en: 'Say when the person moved: the 24 hours are counted from then.',
  },
  not_a_commune: {
    status: 422,
    vi: 'Nơi nhận phải là một xã, phường, thị trấn hoặc đặc khu.',
    en: 'Whoever receives a file is a commune, ward, town or special zone.',
  },
  divided: {
    status: 422,
    vi: '{unit} đã chia cho {heirs}. Hãy chọn nơi người đó cư trú.',
    en: '{unit} was divided between {heirs}. Choose the one where the person lives.',
  },
  gone: {
    status: 422,
    vi: '{unit} không còn, và chưa ghi đơn vị nào tiếp nhận. Hãy chọn đơn vị hiện nay.',
    en: '{unit} does not exist any more, and no successor is on record. Choose a unit of today.',
  },
  already_on_its_way: {
    vi: 'Hồ sơ này đang được chuyển: hãy chờ nơi nhận trả lời hoặc thu hồi lần chuyển đó.',
    en: 'This file is on its way already: wait for the answer, or take that sending back.',
  },
  already_decided: {
    vi: 'Lần chuyển {number} đã có kết quả: một gói chỉ quyết định một lần, để hồ sơ luôn có đúng một nơi giữ (Luật, Điều 27.2, 48.2; Nghị định, Điều 62.1; quy tắc bàn giao).',
    en: 'The sending {number} was decided on: a pack is decided on once, so that a file always has one owner (Law, Art. 27.2, 48.2; Decree, Art. 62.1; rule of handing over).',
  },
  pack_changed: {
    vi: 'Nơi chuyển vừa ghi thêm vào hồ sơ: hãy mở lại gói để xem bản mới rồi quyết định.',
    en: 'The sender has written to the file since: open the pack again, then decide.',
  },
  receipt_unreadable: {
    status: 422,
    vi: 'Tệp này không phải là biên nhận chuyển hồ sơ, hoặc bị thiếu.',
    en: 'This file is no receipt of a hand-over, or a part of it is missing.',
  },
  receipt_of_another: {
    status: 422,
    vi: 'Biên nhận này của một lần chuyển khác, không phải của phiếu {number}.',
    en: 'This receipt is of another hand-over, not of {number}.',
  },
  receipt_forged: {
    status: 422,
    vi: 'Biên nhận này không do hệ thống ký: nội dung hoặc chữ ký đã bị sửa (quy tắc bàn giao: kết quả do nơi nhận quyết định, hệ thống ký, không ai sửa; Nghị định, Điều 62.1).',
    en: 'This receipt was not signed here: its words or its signature were changed (rule of handing over: the receiver decides, the system signs, nobody changes it; Decree, Art. 62.1).',
  },
  pack_broken: {
    status: 422,
    vi: 'Gói hồ sơ không khớp với mã băm đã ký gửi: không tiếp nhận được.',
    en: 'The pack does not match the digest it was sent with: it cannot be accepted.',
  },
  notice_withdrawn: {
    vi: 'Thông báo {number} đã được rút: lần chuyển hồ sơ không còn.',
    en: 'Notice {number} was withdrawn: the hand-over is no more.',
  },
  notice_acknowledged: {
    vi: 'Thông báo {number} đã được xác nhận.',
    en: 'Notice {number} was acknowledged already.',
  },
  notice_not_read: {
    vi: 'Đọc thông báo {number} rồi mới xác nhận.',
    en: 'Read notice {number} before acknowledging it.',
  },
  notice_forgotten: {
    vi: 'Nội dung thông báo {number} đã hủy: quá 30 ngày từ khi xác nhận, hoặc danh tính đã xóa.',
    en: 'What notice {number} said is destroyed: 30 days have passed since it was acknowledged, or the person was erased.',
  },
  commune_lives: {
    vi: 'Xã này còn đó: hồ sơ của xã chỉ chuyển đi bằng phiếu chuyển.',
    en: 'This commune is still there: its files leave it by a hand-over only.',
  },
  no_heir: {
    vi: 'Xã của bạn không nhận địa bàn nào của {unit}.',
    en: 'Your commune holds no part of the territory of {unit}.',
  },
  files_changed: {
    vi: 'Có hồ sơ không còn ở xã trước đây: xem lại danh sách. Chưa hồ sơ nào được nhận.',
    en: 'A file is no longer with the commune of before: look at the list again. Nothing was taken over.',
  },
})
