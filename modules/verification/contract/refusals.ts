// Every "no" of verification, with its reason.

import { defineRefusals } from '../../../platform/contract/refusal.ts'

export const verificationRefusals = defineRefusals('verification', {
  drive_not_open: {
    vi: 'Đợt ký này chưa mở: chưa có chữ ký nào để phúc tra.',
    en: 'This drive has not been opened: there is nothing to verify yet.',
  },
  nobody_signed: {
    status: 422,
    vi: 'Ở đây chưa có bản ký nào của nhóm này để phúc tra.',
    en: 'Nobody of this group has signed here yet, so there is nothing to verify.',
  },
  lot_open: {
    vi: 'Nhóm này ở đây đang có một lô chưa phúc tra xong.',
    en: 'A lot of this group here is still being verified.',
  },
  place_ended: {
    status: 422,
    vi: '{place} không còn từ ngày {day}; nay thuộc {now}. Hãy lập lô ở đơn vị hiện nay.',
    en: '{place} ended on {day} and now lies in {now}. Make the lot in the unit of today.',
  },
  not_sealed_yet: {
    vi: 'Nhật ký chưa niêm phong việc đóng lô, nên chưa rút thăm được. Thử lại sau vài giây.',
    en: 'The audit has not sealed the closing of the lot yet, so nothing can be drawn. Try again in a few seconds.',
  },
  drawn_already: { vi: 'Lô này đã rút thăm rồi.', en: 'The sample of this lot has been drawn already.' },
  not_drawn: { vi: 'Lô này chưa rút thăm.', en: 'The sample of this lot has not been drawn yet.' },
  lot_over: {
    vi: 'Lô này đã có kết quả hoặc đã bỏ, không sửa được nữa.',
    en: 'This lot has its result or was withdrawn; nothing of it changes any more.',
  },
  may_not_visit: {
    status: 422,
    vi: '{name} chưa có quyền đi phúc tra.',
    en: '{name} does not hold the right to visit.',
  },
  took_signatures: {
    status: 422,
    vi: '{name} đã lấy chữ ký của lô này, nên không phúc tra lô này được.',
    en: '{name} took signatures of this lot and so cannot verify it.',
  },
  from_there: {
    status: 422,
    vi: '{name} công tác ở chính xã này. Người phúc tra phải từ xã khác hoặc cấp trên đến.',
    en: '{name} works in this very commune. A verifier comes from another commune or from above.',
  },
  visits_begun: {
    vi: 'Đã bắt đầu đi phúc tra, không đổi người được nữa.',
    en: 'The visits have begun; the verifier does not change any more.',
  },
  not_to_visit: {
    status: 422,
    vi: 'Người này chưa đến lượt thăm trong lô.',
    en: 'This one is not to be visited, or not yet.',
  },
  stand_in_visited: {
    vi: 'Người thay trong danh sách dự phòng đã được thăm, nên không sửa lại được.',
    en: 'The one who stands in has been visited already, so this stays as it is.',
  },
  tried_just_now: {
    vi: 'Vừa ghi một lần vắng nhà lúc {time}. Lần sau phải cách ít nhất {hours} giờ.',
    en: 'Not at home was noted at {time}. The next try counts after {hours} hours at the earliest.',
  },
  visits_missing: {
    vi: 'Còn {count} nơi chưa thăm xong.',
    en: '{count} of the visits are still to be made.',
  },
  not_failed: {
    vi: 'Chỉ lô không đạt mới có việc phải làm tiếp.',
    en: 'Only a lot that did not pass needs a follow-up.',
  },
  followed_already: {
    vi: 'Việc làm tiếp của lô này đã được ghi.',
    en: 'The follow-up of this lot is on record already.',
  },
  question_answered: { vi: 'Câu hỏi này đã được trả lời.', en: 'This question has been answered already.' },
  not_answered: { vi: 'Câu hỏi này chưa được trả lời.', en: 'This question has not been answered yet.' },
  question_closed: { vi: 'Câu hỏi này đã khép lại.', en: 'This question has been closed already.' },
  own_level: {
    status: 403,
    vi: 'Câu hỏi do cấp trên của xã khép lại, và không do chính người trả lời.',
    en: 'The question is closed by the level above the commune, and not by the one who answered.',
  },
  risks_too_close: {
    status: 422,
    vi: 'Mức phải bác phải cao hơn mức chấp nhận ít nhất 5 điểm phần trăm.',
    en: 'The share that must fail has to be at least 5 points above the one that may pass.',
  },
  risks_in_past: {
    status: 422,
    vi: 'Mức mới chỉ có hiệu lực từ ngày {day} trở đi.',
    en: 'New risks hold from {day} on at the earliest.',
  },
})
