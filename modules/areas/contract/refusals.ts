// Every named "no" of the areas module.

import { defineRefusals } from '../../../platform/contract/refusal.ts'

export const areaRefusals = defineRefusals('areas', {
  no_such_code: {
    status: 404,
    vi: 'Ngày {on} không có đơn vị nào mang mã {code}.',
    en: 'On {on} no unit has the code {code}.',
  },
  no_such_unit: { status: 404, vi: 'Không có đơn vị này.', en: 'There is no such unit.' },
  not_valid_then: {
    vi: '{name} không phải là đơn vị hành chính vào ngày {on}.',
    en: '{name} was not an administrative unit on {on}.',
  },
  ends_before_start: {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu {from}.',
    en: 'The end must come after the start, {from}.',
  },
  outside_validity: {
    status: 422,
    vi: 'Ngày này nằm ngoài thời gian có hiệu lực của {name}.',
    en: 'This day lies outside the validity of {name}.',
  },
  in_the_future: { status: 422, vi: 'Ngày này chưa tới.', en: 'This day has not come yet.' },
  denominator_twice: {
    vi: 'Số liệu này đã có cho đúng ngày đó. Hãy sửa số đã có.',
    en: 'There is a figure for that very day already. Correct that one.',
  },
  body_ended: { vi: 'Đơn vị này đã kết thúc ngày {on}.', en: 'This body ended on {on}.' },
  superior_wrong: {
    status: 422,
    vi: 'Cấp trên phải cùng hệ thống và không được nằm dưới chính đơn vị này.',
    en: 'The superior must be in the same tree and may not lie below this very body.',
  },
  overlap: {
    vi: 'Mã {code} đã là của {name} trong thời gian đó.',
    en: 'The code {code} belongs to {name} during that time.',
  },
  cycle: { vi: 'Cây địa bàn không được có vòng.', en: 'The tree may not hold a cycle.' },
  already_ended: { vi: '{name} đã kết thúc ngày {on}.', en: '{name} ended on {on}.' },
  succession_twice: { vi: 'Thay đổi này đã được ghi.', en: 'This change is on record already.' },
  shares_over_one: {
    status: 422,
    vi: 'Các phần của {name} cộng lại lớn hơn 1.',
    en: 'The shares of {name} add up to more than 1.',
  },
  wrong_count: {
    status: 422,
    vi: 'Đổi tên là một đơn vị thành một, nhập là từ hai đơn vị trở lên, chia là một đơn vị thành hai trở lên.',
    en: 'A renaming makes one unit of one, a merger takes two or more, a split makes two or more of one.',
  },
  mixed_levels: {
    status: 422,
    vi: '{name} và {other} không cùng cấp nên không nhập với nhau được.',
    en: '{name} and {other} are not of the same level, so they cannot be merged.',
  },
  goes_nowhere: {
    status: 422,
    vi: 'Chưa ghi {name} đi về đơn vị mới nào. Tỷ lệ chưa rõ thì ghi là chưa rõ.',
    en: 'It is not said where {name} goes. A share that is not known is recorded as unknown.',
  },
  comes_from_nowhere: {
    status: 422,
    vi: 'Chưa ghi {name} hình thành từ đơn vị cũ nào.',
    en: 'It is not said of which older unit {name} is made.',
  },
  too_many_shares: {
    status: 422,
    vi: '{name} có nhiều phần hơn số đơn vị mới.',
    en: '{name} has more shares than there are new units.',
  },
  parent_not_above: {
    status: 422,
    vi: '{name} không phải là cấp trên của đơn vị mới.',
    en: '{name} does not stand above the new unit.',
  },
  parent_ends: {
    vi: '{name} là cấp trên nhưng không còn là đơn vị hành chính từ ngày {on}. Hãy chọn cấp trên khác.',
    en: '{name} is the superior but is no administrative unit from {on}. Choose another superior.',
  },
  children_untold: {
    vi: 'Chưa ghi {count} đơn vị trực thuộc sau về đơn vị mới nào: {names}.',
    en: 'It is not said to which new unit these {count} units below go: {names}.',
  },
  not_a_child: {
    status: 422,
    vi: '{name} không trực thuộc đơn vị cũ vào ngày đó.',
    en: '{name} does not lie below the older units on that day.',
  },
  id_taken: {
    vi: 'Mã bản ghi này đã dùng. Mở lại biểu mẫu rồi gửi.',
    en: 'This record id is taken. Open the form again and send.',
  },
  import_over: { vi: 'Lần nhập này đã kết thúc.', en: 'This import is over.' },
  import_running: { vi: 'Lần nhập này đang chạy.', en: 'This import is running.' },
  import_incomplete: {
    status: 422,
    vi: 'Cần ít nhất một tệp: đơn vị hoặc thay đổi.',
    en: 'At least one file is needed: units or successions.',
  },
  not_csv: {
    status: 415,
    vi: 'Tệp “{name}” không phải CSV chữ UTF-8.',
    en: 'The file “{name}” is not CSV text in UTF-8.',
  },
})
