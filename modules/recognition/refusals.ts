// The ways in which the register says no, each with its reason.

import { defineRefusals } from '../../platform/contract/refusal.ts'

export const recognitionRefusals = defineRefusals('recognition', {
  no_programme: {
    status: 404,
    vi: 'Không có chương trình “{slug}”, hoặc chương trình chưa công khai.',
    en: 'There is no programme “{slug}”, or it is not public.',
  },
  decided_in_the_future: {
    status: 422,
    vi: 'Ngày ký {day} còn ở phía trước; hôm nay là {today}.',
    en: 'The decision is dated {day}, which is still to come; today is {today}.',
  },
  effective_before_decided: {
    status: 422,
    vi: 'Ngày có hiệu lực {effectiveOn} không được trước ngày ký {decidedOn}.',
    en: 'It cannot take effect on {effectiveOn}, before it was decided on {decidedOn}.',
  },
  ends_before_it_starts: {
    status: 422,
    vi: 'Ngày hết hiệu lực {validTo} phải sau ngày có hiệu lực {effectiveOn}.',
    en: 'Its end on {validTo} must come after its beginning on {effectiveOn}.',
  },
  end_without_recognition: {
    status: 422,
    vi: 'Chỉ quyết định công nhận hoặc giữ vững mới có thời hạn.',
    en: 'Only a decision that recognises or keeps has an end of validity.',
  },
  number_or_source: {
    status: 422,
    vi: 'Khi chưa rõ số quyết định, hãy ghi văn bản nào nêu quyết định ấy.',
    en: 'Where the number is not known, name the paper that states the decision.',
  },
  not_a_commune: {
    status: 422,
    vi: '{name} không phải xã, phường, thị trấn nên không vào sổ ở đây.',
    en: '{name} is not a commune, ward or town, so it has no entry here.',
  },
  unit_not_in_force: {
    status: 422,
    vi: '{name} không phải là đơn vị hành chính vào ngày {day}.',
    en: '{name} was not an administrative unit on {day}.',
  },
  criteria_unknown: {
    status: 422,
    vi: 'Không có bộ tiêu chí “{version}”.',
    en: 'There is no set of criteria “{version}”.',
  },
  criteria_not_in_force: {
    status: 422,
    vi: 'Bộ tiêu chí “{version}” không có hiệu lực vào ngày {day}.',
    en: 'The criteria “{version}” were not in force on {day}.',
  },
  recognised_already: {
    vi: '{name} đang được công nhận. Muốn ghi việc tiếp tục đạt, hãy chọn “Giữ vững”.',
    en: '{name} is recognised. To record that it still meets the criteria, choose “Keeps”.',
  },
  nothing_to_keep: {
    vi: 'Vào ngày có hiệu lực, {name} không ở tình trạng được công nhận nên không có gì để giữ vững, thu hồi hay đánh giá lại.',
    en: 'On the day of effect {name} is not recognised, so there is nothing to keep, lose or re-appraise.',
  },
  file_not_there: {
    status: 422,
    vi: 'Không tìm thấy tệp đính kèm, hãy gửi lại tệp.',
    en: 'The attached file was not found; upload it again.',
  },
  registered_already: {
    vi: 'Quyết định này (cùng số, cơ quan, ngày ký và đơn vị) đã có trong sổ.',
    en: 'This decision (same number, issuer, date and unit) is in the register already.',
  },
  cancelled_already: {
    vi: 'Mục này đã bị hủy hoặc đã được đính chính ngày {day}.',
    en: 'This entry was cancelled or corrected on {day}.',
  },
  moved_to_another_unit: {
    status: 422,
    vi: 'Đính chính không đổi được sang đơn vị ngoài địa bàn của bạn.',
    en: 'A correction cannot move the decision to a unit outside your areas.',
  },
})
