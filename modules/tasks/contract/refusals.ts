// Every "no" of the tasks, by name, in both languages.

import { defineRefusals } from '../../../platform/contract/refusal.ts'

export const taskRefusals = defineRefusals('tasks', {
  due_before_start: {
    status: 422,
    vi: 'Hạn {due} sớm hơn ngày bắt đầu {start}.',
    en: 'The deadline {due} is before the start {start}.',
  },
  starts_before_programme: {
    status: 422,
    vi: 'Ngày bắt đầu sớm hơn ngày chương trình bắt đầu ({start}).',
    en: 'The start is before the programme begins ({start}).',
  },
  assigned_in_future: {
    status: 422,
    vi: 'Ngày giao không được sau ngày {day}.',
    en: 'The day of assignment may not be after {day}.',
  },
  due_before_assigned: {
    status: 422,
    vi: 'Hạn {due} sớm hơn ngày giao {assigned}.',
    en: 'The deadline {due} is before the day of assignment {assigned}.',
  },
  post_out_of_reach: {
    status: 422,
    vi: 'Chức danh chịu trách nhiệm nằm ngoài địa bàn mà bạn được giao việc.',
    en: 'The accountable post lies outside the areas in which you may assign work.',
  },
  post_elsewhere: {
    status: 422,
    vi: 'Chức danh “{post}” không thuộc địa bàn của việc này.',
    en: 'The post “{post}” does not belong to the area of this task.',
  },
  post_unknown: { status: 422, vi: 'Không có chức danh này.', en: 'There is no such post.' },
  document_unknown: {
    status: 422,
    vi: 'Không có văn bản này trong chương trình.',
    en: 'There is no such document in the programme.',
  },
  unit_outside_programme: {
    status: 422,
    vi: 'Đơn vị được giao không thuộc địa bàn của chương trình.',
    en: 'A unit chosen does not belong to the territory of the programme.',
  },
  unit_not_there: {
    status: 422,
    vi: 'Có đơn vị được giao không tồn tại vào ngày {day}.',
    en: 'A unit chosen does not exist on {day}.',
  },
  already_assigned: {
    vi: 'Việc này đã được giao cho đơn vị đó rồi.',
    en: 'This was already assigned to that unit.',
  },
  same_unit_twice: {
    status: 422,
    vi: 'Có đơn vị được chọn hai lần với cùng một chức danh.',
    en: 'A unit was chosen twice with the same post.',
  },
  parent_unfit: {
    status: 422,
    vi: 'Việc lớn phải thuộc cùng chương trình và bao trùm địa bàn của việc con.',
    en: 'The parent task must be of the same programme and cover the area of the subtask.',
  },
  due_after_parent: {
    status: 422,
    vi: 'Hạn của việc con không được sau hạn của việc lớn ({due}).',
    en: 'A subtask may not be due after its parent task ({due}).',
  },
  starts_before_parent: {
    status: 422,
    vi: 'Việc con không được bắt đầu trước việc lớn ({start}).',
    en: 'A subtask may not start before its parent task ({start}).',
  },
  plan_closed: {
    vi: 'Kế hoạch năm {year} đã khép ngày {day}, không sửa được nữa.',
    en: 'The plan of {year} was closed on {day} and cannot be changed.',
  },
  already_done: { vi: 'Việc đã xong ngày {day}.', en: 'The task was finished on {day}.' },
  already_cancelled: { vi: 'Việc đã hủy ngày {day}.', en: 'The task was cancelled on {day}.' },
  waits_for_decision: {
    vi: 'Kết quả nộp ngày {day} đang chờ duyệt.',
    en: 'The result handed in on {day} waits for a decision.',
  },
  report_in_future: {
    status: 422,
    vi: 'Ngày báo cáo không được sau ngày {day}.',
    en: 'The day of a report may not be after {day}.',
  },
  report_before_assignment: {
    status: 422,
    vi: 'Ngày báo cáo sớm hơn ngày giao việc {day}.',
    en: 'The report is dated before the task was assigned on {day}.',
  },
  evidence_missing: {
    status: 422,
    vi: 'Báo xong cần tệp minh chứng; nếu không có, hãy nói rõ là không có minh chứng.',
    en: 'Reporting the task as finished needs evidence; if there is none, say so.',
  },
  evidence_contradicts: {
    status: 422,
    vi: 'Vừa gửi minh chứng vừa ghi là không có minh chứng.',
    en: 'Evidence was attached and at the same time declared missing.',
  },
  file_unknown: {
    status: 422,
    vi: 'Không có tệp này, hoặc tệp nằm ngoài địa bàn của bạn.',
    en: 'There is no such file, or it lies outside your areas.',
  },
  count_over_total: {
    status: 422,
    vi: 'Số đã làm nhiều hơn tổng số.',
    en: 'The number done is more than the total.',
  },
  open_subtasks: {
    vi: 'Còn {count} việc con chưa xong.',
    en: '{count} subtasks are not finished yet.',
  },
  extension_not_later: {
    status: 422,
    vi: 'Hạn mới phải sau hạn hiện nay ({due}).',
    en: 'The new deadline must be after the present one ({due}).',
  },
  extension_pending: {
    vi: 'Đã có một đề nghị gia hạn đang chờ duyệt.',
    en: 'A request for more time is already waiting.',
  },
  extension_decided: { vi: 'Đề nghị này đã được duyệt ngày {day}.', en: 'This request was decided on {day}.' },
  own_request: {
    vi: 'Không ai tự duyệt đề nghị hoặc kết quả của chính mình.',
    en: 'Nobody decides on their own request or result.',
  },
  extension_withdrawn: {
    vi: 'Đề nghị này đã được rút lại ngày {day}.',
    en: 'This request was taken back on {day}.',
  },
  not_own_request: {
    vi: 'Chỉ người đã xin gia hạn mới rút được đề nghị.',
    en: 'Only whoever asked for more time can take the request back.',
  },
  not_done: { vi: 'Việc này chưa xong nên không cần mở lại.', en: 'The task is not finished, so it needs no opening.' },
  parent_closed: {
    vi: 'Việc lớn đã xong, đã hủy hoặc đang chờ duyệt kết quả; chưa mở lại được việc con này.',
    en: 'The parent task is finished, cancelled or waits for a decision, so this subtask cannot be opened again yet.',
  },
  report_before_reopening: {
    status: 422,
    vi: 'Việc đã được mở lại ngày {day}; kết quả mới không được ghi sớm hơn ngày đó.',
    en: 'The task was opened again on {day}; a new result may not be dated before that day.',
  },
  target_unknown: {
    status: 422,
    vi: 'Không có chỉ tiêu này trong chương trình.',
    en: 'There is no such target in the programme.',
  },
  reason_missing: { status: 422, vi: 'Cần ghi lý do.', en: 'A reason is needed.' },
  result_decided: { vi: 'Kết quả này đã được duyệt ngày {day}.', en: 'This result was decided on {day}.' },
  reminders_too_old: {
    vi: 'Chỉ thu hồi được trong {minutes} phút sau khi nhắc.',
    en: 'Reminders can be withdrawn within {minutes} minutes only.',
  },
  nothing_to_remind: {
    vi: 'Không việc nào cần nhắc: đã xong, đã hủy, đang chờ duyệt hoặc hôm nay đã nhắc.',
    en: 'Nothing to remind: finished, cancelled, waiting for a decision, or reminded today.',
  },
  already_recorded: {
    vi: 'Nội dung mang mã này đã được ghi rồi.',
    en: 'Something with this id is already on record.',
  },
  view_name_taken: { vi: 'Bạn đã có cách xem mang tên này.', en: 'You already have a view of this name.' },
  cursor_unreadable: {
    status: 422,
    vi: 'Vị trí trong danh sách không đọc được, hãy tải lại.',
    en: 'The place in the list cannot be read; load the list again.',
  },
})
