// Every named "no" to an import of a roster as a whole; what is wrong with single rows is in server/import/faults.ts.

import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { unreadableFiles } from '../../../platform/contract/spreadsheet.ts'

export const importRefusals = defineRefusals('rosters', {
  ...unreadableFiles,
  file_too_large: {
    status: 413,
    vi: 'Tệp lớn hơn {limit} MB. Hãy chia tệp theo xã hoặc thôn, hoặc nhờ người quản trị nhập bằng dòng lệnh.',
    en: 'The file is larger than {limit} MB. Part it by commune or hamlet, or ask the administrator to import it from the command line.',
  },
  piece_missing: {
    status: 422,
    vi: 'Tệp chưa tới đủ. Hãy gửi lại.',
    en: 'The file has not arrived as a whole. Send it again.',
  },
  import_over: { vi: 'Lần nhập này đã xong.', en: 'This import is over.' },
  import_running: { vi: 'Lần nhập này đang chạy.', en: 'This import is running.' },
  not_imported: { vi: 'Lần nhập này chưa ghi gì để hoàn tác.', en: 'This import wrote nothing that could be undone.' },
  replaced_since: {
    vi: 'Danh sách này đã có danh sách mới hơn thay thế. Hãy hoàn tác lần nhập mới hơn trước.',
    en: 'A newer list has replaced this one. Undo the newer import first.',
  },
  signed_since: {
    vi: '{count} người trong danh sách này đã ký cam kết, nên không hoàn tác cả danh sách được. Hãy đưa từng tên sai ra khỏi danh sách.',
    en: '{count} of this list have signed, so the list cannot be undone as a whole. Take wrong entries off one by one.',
  },
  merged_since: {
    vi: '{count} tên của danh sách này đã được gộp với tên khác. Hoàn tác những lần gộp ấy trước.',
    en: '{count} of this list have been merged with another entry. Undo those merges first.',
  },
  newer_list: {
    vi: '{place} đã có danh sách chốt ngày {day}, mới hơn tệp này. Hãy sửa ngày chốt, hoặc chọn “thêm vào”.',
    en: '{place} has a list as of {day}, newer than this file. Mend the day, or choose “add”.',
  },
  counted_twice: {
    vi: '{count} tên đã có trong danh sách khác của nhóm này ở cùng xã, ví dụ {name} ({place}): nhập nữa là đếm hai lần. Bỏ những dòng ấy, hoặc xác nhận là người khác cùng tên.',
    en: '{count} entries stand on another list of this group in the same commune already, for example {name} ({place}): they would be counted twice. Leave them out, or confirm that they are others of the same name.',
  },
  no_such_group: { status: 422, vi: 'Không có nhóm này.', en: 'There is no such group.' },
  no_such_place: {
    status: 422,
    vi: 'Thôn hoặc đơn vị này không thuộc địa bàn của lần nhập vào ngày chốt.',
    en: 'This hamlet or body did not belong to the area of the import on that day.',
  },
  as_of_in_future: {
    status: 422,
    vi: 'Ngày chốt danh sách không được sau hôm nay.',
    en: 'The day of the list may not be after today.',
  },
  column_missing: {
    status: 422,
    vi: 'Hãy chọn cột {column}: nếu không thì không biết mỗi dòng thuộc về đâu.',
    en: 'Choose the column {column}: without it nobody knows where a row belongs.',
  },
})
