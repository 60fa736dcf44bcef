// The fields that entries record most often, in the reader's words; a field without words here keeps its own name.

import type { Language } from '../../../platform/contract/words.ts'

type Words = { vi: string; en: string }

const fields: Record<string, Words> = {
  accepted: { vi: 'Đồng ý kết quả', en: 'Result accepted' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  approved: { vi: 'Đồng ý', en: 'Approved' },
  askedFor: { vi: 'Xin gia hạn đến', en: 'More time asked until' },
  askedPostId: { vi: 'Chức danh được hỏi', en: 'Post asked' },
  asOf: { vi: 'Số liệu ngày', en: 'Figures of' },
  because: { vi: 'Lý do', en: 'Reason' },
  became: { vi: 'Thành', en: 'Became' },
  bytes: { vi: 'Dung lượng', en: 'Size in bytes' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  cancelledBecause: { vi: 'Lý do hủy', en: 'Why cancelled' },
  cancelledOn: { vi: 'Ngày hủy', en: 'Cancelled on' },
  closedOn: { vi: 'Ngày khóa', en: 'Closed on' },
  code: { vi: 'Mã', en: 'Code' },
  conclusionId: { vi: 'Kết luận', en: 'Conclusion' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Decided on' },
  delegation: { vi: 'Ủy quyền', en: 'Delegation' },
  disabledOn: { vi: 'Ngừng từ ngày', en: 'Stopped on' },
  document: { vi: 'Văn bản', en: 'Document' },
  doer: { vi: 'Người làm', en: 'Doer' },
  done: { vi: 'Xong', en: 'Done' },
  doneCount: { vi: 'Đã làm', en: 'Done so far' },
  dryRun: { vi: 'Chỉ kiểm tra', en: 'Check only' },
  dueOn: { vi: 'Hạn', en: 'Due' },
  email: { vi: 'Địa chỉ đăng nhập', en: 'Sign-in address' },
  endsOn: { vi: 'Kết thúc', en: 'Ends' },
  expiresAt: { vi: 'Hết hạn lúc', en: 'Expires at' },
  factors: { vi: 'Lớp bảo vệ đã gỡ', en: 'Factors removed' },
  files: { vi: 'Tệp', en: 'Files' },
  from: { vi: 'Từ ngày', en: 'From' },
  grant: { vi: 'Quyền được cấp', en: 'Grant' },
  handedInOn: { vi: 'Ngày nộp', en: 'Handed in on' },
  headPostId: { vi: 'Người đứng đầu', en: 'Head' },
  holder: { vi: 'Người giữ', en: 'Holder' },
  inherited: { vi: 'Việc nhận bàn giao', en: 'Tasks handed over' },
  kind: { vi: 'Loại', en: 'Kind' },
  lane: { vi: 'Cột', en: 'Lane' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  lines: { vi: 'Số chỉ tiêu', en: 'Number of targets' },
  measure: { vi: 'Số liệu', en: 'Figure' },
  members: { vi: 'Số người', en: 'Members' },
  name: { vi: 'Tên', en: 'Name' },
  number: { vi: 'Số', en: 'Number' },
  postId: { vi: 'Chức danh', en: 'Post' },
  public: { vi: 'Công khai', en: 'Public' },
  publishAt: { vi: 'Đăng lúc', en: 'Published at' },
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  reason: { vi: 'Lý do', en: 'Reason' },
  removedOn: { vi: 'Ngày tháo gỡ', en: 'Removed on' },
  replacedBy: { vi: 'Thay bằng', en: 'Replaced by' },
  replaces: { vi: 'Thay cho', en: 'Replaces' },
  reportedOn: { vi: 'Ngày báo cáo', en: 'Reported on' },
  revokedOn: { vi: 'Ngày thu hồi', en: 'Taken back on' },
  role: { vi: 'Vai trò', en: 'Role' },
  roleId: { vi: 'Vai trò', en: 'Role' },
  session: { vi: 'Phiên đăng nhập', en: 'Session' },
  sessionsEnded: { vi: 'Số phiên đã đăng xuất', en: 'Sessions ended' },
  source: { vi: 'Nguồn', en: 'Source' },
  startsOn: { vi: 'Bắt đầu', en: 'Starts' },
  title: { vi: 'Tên', en: 'Title' },
  to: { vi: 'Đến', en: 'To' },
  totalCount: { vi: 'Phải làm', en: 'To be done' },
  units: { vi: 'Đơn vị', en: 'Units' },
  until: { vi: 'Đến ngày', en: 'Until' },
  validFrom: { vi: 'Có hiệu lực từ', en: 'Valid from' },
  validTo: { vi: 'Hết hiệu lực từ', en: 'No longer valid from' },
  value: { vi: 'Giá trị', en: 'Value' },
  version: { vi: 'Bản', en: 'Version' },
  way: { vi: 'Cách đăng nhập', en: 'Way of signing in' },
  withdrawnBecause: { vi: 'Lý do gỡ', en: 'Why withdrawn' },
  year: { vi: 'Năm', en: 'Year' },
}

const values: Record<string, Words> = {
  true: { vi: 'có', en: 'yes' },
  false: { vi: 'không', en: 'no' },
  null: { vi: 'trống', en: 'empty' },
  password: { vi: 'mật khẩu', en: 'password' },
  passkey: { vi: 'khóa truy cập', en: 'passkey' },
  organisation: { vi: 'tài khoản của cơ quan', en: 'account of the organisation' },
  authenticator: { vi: 'ứng dụng xác thực', en: 'authenticator app' },
  'backup code': { vi: 'mã dự phòng', en: 'backup code' },
}

/** The words of the field that a path opens with; what follows in the path stays as it is. */
export function fieldName(path: string, language: Language): string {
  const [first = '', ...rest] = path.split('.')
  const words = Object.hasOwn(fields, first) ? fields[first] : undefined
  return words ? [words[language], ...rest].join(' · ') : path || '·'
}

export function valueName(text: string, language: Language): string {
  return (Object.hasOwn(values, text) ? values[text]?.[language] : undefined) ?? text
}
