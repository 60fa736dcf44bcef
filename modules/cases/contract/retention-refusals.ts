// What may be answered instead of it, where files are kept, erased, or answered for.

import { defineRefusals } from '../../../platform/contract/refusal.ts'

export const retentionRefusals = defineRefusals('cases', {
  restricted: {
    status: 403,
    vi: 'Hồ sơ đã lưu hạn chế từ ngày {day}: chỉ mở để trả lời chính người đó; Trưởng Công an cấp xã mở được để kiểm tra hoặc khi cơ quan có thẩm quyền yêu cầu.',
    en: 'The file is restricted since {day}: it opens to answer the person; for the head of the commune police also for an inspection or at the request of a competent body.',
  },
  hold_backwards: {
    status: 422,
    vi: 'Ngày hết giữ lại ở trước ngày bắt đầu.',
    en: 'The hold ends before it begins.',
  },
  hold_over: { vi: 'Việc giữ lại này đã kết thúc.', en: 'This hold is over already.' },
  held: {
    vi: 'Hồ sơ đang được giữ lại {until}: chưa được xóa danh tính.',
    en: 'The file is held {until}: it may not be erased yet.',
  },
  not_due: {
    vi: 'Chưa đến hạn xóa danh tính: {day}.',
    en: 'It is not due for erasing yet: {day}.',
  },
  proposed_already: { vi: 'Đã có đề nghị xóa đang chờ quyết định.', en: 'A proposal to erase waits for a decision.' },
  nobody_asked: {
    vi: 'Trong hồ sơ không có yêu cầu xóa nào đang chờ trả lời.',
    en: 'There is no request to erase in the file that waits for an answer.',
  },
  requests_open: {
    vi: 'Còn yêu cầu của người đó chưa trả lời: trả lời trước khi xóa.',
    en: 'Requests of the person wait for an answer: answer them before erasing.',
  },
  on_its_way: {
    vi: 'Hồ sơ đang được chuyển cho xã khác: chờ nơi nhận quyết định.',
    en: 'The file is on its way to another commune: wait for its decision.',
  },
  by_two: {
    status: 403,
    vi: 'Người đề nghị không tự quyết định: cần một người khác có thẩm quyền.',
    en: 'Whoever proposed it does not decide it: somebody else with the power has to.',
  },
  decided_already: { vi: 'Đề nghị này đã được quyết định.', en: 'This proposal has been decided.' },
  reason_needed: {
    status: 422,
    vi: 'Quyết định không xóa phải ghi lý do.',
    en: 'A decision not to erase has to say why.',
  },
  collected_already: { vi: 'Bản này đã được thu hồi, hủy.', en: 'This paper has been collected and destroyed.' },
  for_rights_only: {
    status: 403,
    vi: 'Việc này cần mở hồ sơ với mục đích "Trả lời yêu cầu của chính người đó".',
    en: 'This needs the file to be open for the purpose "Answer a request of the person".',
  },
  in_the_future: { status: 422, vi: 'Ngày giờ nhận chưa đến.', en: 'The day it was received has not come yet.' },
  answered_already: { vi: 'Yêu cầu này đã được trả lời.', en: 'This request has been answered.' },
  acknowledged_already: {
    vi: 'Việc báo nhận yêu cầu này đã được ghi.',
    en: 'That this request was acknowledged is on record already.',
  },
  told_too_early: {
    status: 422,
    vi: 'Lúc báo cho người đó ở trước lúc nhận yêu cầu.',
    en: 'The person was told before the request was received.',
  },
  extended_already: {
    vi: 'Yêu cầu này đã được gia hạn một lần; luật chỉ cho một lần.',
    en: 'This request was given more time once; the law allows it once.',
  },
  extended_too_late: {
    vi: 'Đã quá hạn trả lời ({day}): không gia hạn được nữa, cần trả lời ngay.',
    en: 'The time for the answer is over ({day}): it cannot be made longer any more; answer now.',
  },
  not_done_yet: {
    vi: 'Trong hồ sơ chưa thấy việc đã làm theo yêu cầu này: bản kê chưa in, thông tin chưa sửa, hoặc việc xóa chưa được quyết định.',
    en: 'The file does not show yet that it was done: no statement printed, nothing corrected, or the erasing not decided.',
  },
  still_needed: {
    vi: 'Hồ sơ còn việc phải làm theo luật, chưa hạn chế được.',
    en: 'Something is still to be done in the file by law; it cannot be restricted yet.',
  },
  about_oneself: {
    status: 403,
    vi: 'Khiếu nại này là về chính quý vị: người khác giải quyết.',
    en: 'This complaint is about you: somebody else decides on it.',
  },
  head_answers: {
    status: 403,
    vi: 'Khiếu nại do Trưởng Công an cấp xã giải quyết.',
    en: 'Complaints are decided by the head of the commune police.',
  },
  only_complaints_pass: {
    status: 422,
    vi: 'Chỉ khiếu nại mới chuyển được lên cấp trên.',
    en: 'Only complaints are passed on to the level above.',
  },
  length_backwards: {
    status: 422,
    vi: 'Thời hạn mới chỉ có hiệu lực từ hôm nay trở đi.',
    en: 'A new length holds from today on at the earliest.',
  },
  length_taken: {
    vi: 'Đã có một thời hạn nhập cho ngày này.',
    en: 'A length was entered for this day already.',
  },
  length_unit: {
    status: 422,
    vi: 'Thời gian lưu giữ tính bằng ngày hoặc tháng.',
    en: 'How long files are kept is counted in days or months.',
  },
})
