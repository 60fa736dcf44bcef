// Every named "no" to a list of persons as a whole; what is wrong with single rows is in lists/row-faults.ts.

import { defineRefusals } from '../../../platform/contract/refusal.ts'
import { unreadableFiles } from '../../../platform/contract/spreadsheet.ts'

export const listRefusals = defineRefusals('cases', {
  ...unreadableFiles,
  wrong_kind: {
    status: 415,
    vi: 'Tệp không phải bảng .xlsx hoặc .csv (nội dung tệp cho thấy như vậy, dù tên là gì).',
    en: 'The file is no .xlsx or .csv table (its content says so, whatever its name).',
  },
  old_excel: {
    status: 415,
    vi: 'Tệp là Excel kiểu cũ (.xls) hoặc có mật khẩu. Hãy lưu lại dạng .xlsx không mật khẩu rồi gửi.',
    en: 'The file is an old Excel file (.xls) or has a password. Save it as .xlsx without one, then send it.',
  },
  empty_file: { status: 422, vi: 'Tệp không có gì.', en: 'The file is empty.' },
  too_many_rows: {
    status: 422,
    vi: 'Danh sách có hơn {most} dòng. Hãy chia thành nhiều tệp rồi gửi từng tệp.',
    en: 'The list has more than {most} rows. Part it into several files and send them one by one.',
  },
  as_of_in_future: {
    status: 422,
    vi: 'Ngày chốt danh sách không được sau hôm nay.',
    en: 'The day of the list may not be after today.',
  },
  no_list: {
    status: 404,
    vi: 'Không còn lần nhập này: đã hủy, hoặc đã hết thời gian lưu.',
    en: 'This import is no longer here: it was cancelled, or its time is over.',
  },
  list_of_another: {
    status: 403,
    vi: 'Nội dung danh sách chỉ người đã gửi xem được.',
    en: 'Only whoever sent the list sees what is in it.',
  },
  list_over: { vi: 'Lần nhập này đã xong.', en: 'This import is over.' },
  list_not_checked: { vi: 'Hãy kiểm tra danh sách trước.', en: 'Check the list first.' },
  not_entered: {
    vi: 'Lần nhập này chưa lập hồ sơ nào để hoàn tác.',
    en: 'This import began no file that could be undone.',
  },
  undo_over: {
    vi: 'Đã quá hạn hoàn tác ({day}). Hồ sơ sai thì xử lý từng hồ sơ.',
    en: 'The time to undo it was over on {day}. Put wrong files right one by one.',
  },
  written_since: {
    vi: '{count} hồ sơ của lần nhập này đã được ghi thêm, sửa hoặc gộp sau đó, nên không hoàn tác cả danh sách được.',
    en: '{count} files of this import have been written to, corrected or merged since, so it cannot be undone as a whole.',
  },
})
