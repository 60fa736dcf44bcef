// Why a device is told no. The codes of the first three are orders to the device as well.

import { defineRefusals } from '../../../platform/contract/refusal.ts'

export const fieldRefusals = defineRefusals('field', {
  device_wiped: {
    status: 410,
    vi: 'Máy này đã có lệnh xóa dữ liệu từ xa. Phiếu gửi lên từ máy được giữ lại chờ quyết định.',
    en: 'This device is to be wiped. Signatures sent from it are kept until somebody decides on them.',
  },
  device_withdrawn: {
    status: 410,
    vi: 'Máy này đã thôi dùng. Phiếu gửi lên từ máy được giữ lại chờ quyết định.',
    en: 'This device has been withdrawn. Signatures sent from it are kept until somebody decides on them.',
  },
  device_unknown: {
    status: 404,
    vi: 'Máy này chưa đăng ký, hoặc đăng ký dưới tên người khác.',
    en: 'This device is not enrolled, or it is enrolled by somebody else.',
  },
  hamlet_merged: {
    status: 410,
    vi: 'Thôn này đã sáp nhập. Hãy tải danh sách của thôn mới.',
    en: 'This hamlet has been merged. Pull the roster of the new one.',
  },
  not_offline: {
    status: 422,
    vi: 'Việc này không làm được khi không có mạng.',
    en: 'This cannot be done without a network.',
  },
  already_wiped: {
    vi: 'Máy đã xóa xong, không rút lệnh lại được nữa.',
    en: 'The device has emptied itself; the order can no longer be taken back.',
  },
  reason_needed: {
    status: 422,
    vi: 'Ghi lý do xóa máy, để người khác hiểu về sau.',
    en: 'Say why the phone is to be wiped, so that others understand it later.',
  },
  bundle_unreadable: {
    status: 422,
    vi: 'Không mở được tệp này: tệp hỏng, thiếu phần, hoặc không phải của máy chủ này.',
    en: 'This file cannot be opened: it is damaged, incomplete, or sealed for another server.',
  },
  entry_unknown: {
    status: 404,
    vi: 'Không có tên này trong danh sách của nơi này.',
    en: 'This entry is not on the rosters of this place.',
  },
  entry_replaced: {
    vi: 'Tên này đã được gộp vào tên khác hoặc thay bằng danh sách mới. Hãy sửa ở tên đang dùng.',
    en: 'This entry was merged into another or replaced by a newer list. Correct the one that is in use.',
  },
  conflict_settled: {
    vi: 'Đã có người chọn trước.',
    en: 'Somebody has chosen already.',
  },
  already_decided: {
    vi: 'Phiếu này đã có quyết định.',
    en: 'This signature has been decided on already.',
  },
})
