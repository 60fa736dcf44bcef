// The titles of what stands in the audit, in both languages; the audit itself keeps only names.

import type { Operation } from '../../../platform/contract/operation.ts'
import type { Bilingual } from '../../../platform/contract/words.ts'

/** Something of an earlier version, which no longer exists, is shown by its name. */
export type Titles = (name: string) => Bilingual

/** What is recorded without being an operation: sign-in, opened files, work of the command line. */
export const events: Record<string, Bilingual> = {
  'access.signIn': { vi: 'Đăng nhập', en: 'Sign in' },
  'access.signOut': { vi: 'Đăng xuất', en: 'Sign out' },
  'access.changePassword': { vi: 'Đổi mật khẩu', en: 'Change the password' },
  'access.startAuthenticator': { vi: 'Bắt đầu bật mã xác thực', en: 'Begin to turn the authenticator on' },
  'access.enableAuthenticator': { vi: 'Bật mã xác thực', en: 'Turn the authenticator on' },
  'access.disableAuthenticator': { vi: 'Tắt mã xác thực', en: 'Turn the authenticator off' },
  'access.renewBackupCodes': { vi: 'Tạo lại mã dự phòng', en: 'Renew the backup codes' },
  'access.addPasskey': { vi: 'Thêm khóa thiết bị', en: 'Add a passkey' },
  'access.removePasskey': { vi: 'Bỏ khóa thiết bị', en: 'Remove a passkey' },
  'access.acceptInvitation': { vi: 'Nhận lời mời, đặt mật khẩu', en: 'Accept an invitation, set a password' },
  'tasks.export': { vi: 'Tải danh sách nhiệm vụ', en: 'Download the list of tasks' },
  'cases.register': {
    vi: 'Tải bảng tính của một sổ, danh sách nhiều người',
    en: 'The spreadsheet of a register of many persons is fetched',
  },
  'cases.list-to-mend': {
    vi: 'Tải các dòng cần sửa của danh sách người',
    en: 'Download the rows to mend of a list of persons',
  },
  'handover.carried': {
    vi: 'Tải tệp để mang sang hệ thống bạn',
    en: 'Download a file to be carried to a sister system',
  },
  'rosters.export': { vi: 'Tải danh sách người ký', en: 'Download a roster' },
  'paper.openPrint': { vi: 'Mở phiếu in để ký', en: 'Open sheets printed for signing' },
  'paper.openPage': { vi: 'Xem ảnh một phiếu đã ký', en: 'Look at the picture of a signed sheet' },
  'field.push': { vi: 'Máy đi cơ sở gửi phiếu phải xem lại', en: 'A field device sent what has to be looked at' },
  'field.bundle': { vi: 'Nhận tệp kín của máy đi cơ sở', en: 'Take in a sealed file of a field device' },
  'field.wiped': { vi: 'Máy đi cơ sở báo đã xóa hết dữ liệu', en: 'A field device said that it had emptied itself' },
  'areas.boundaries': { vi: 'Nạp ranh giới các đơn vị', en: 'Load the boundaries of units' },
  'cases.keeping': {
    vi: 'Người giữ máy làm việc với toàn bộ hồ sơ người',
    en: 'The keeper of the machine worked on the files of persons as a whole',
  },
  'files.open': { vi: 'Mở tệp', en: 'Open a file' },
}
const refusedEnding = 'Refused'

/** `operations` is asked at each use, for the audit is itself one of the modules that are listed. */
export function titlesOf(operations: () => readonly Operation[]): Titles {
  const known = (name: string) => events[name] ?? operations().find((operation) => operation.name === name)?.title
  return (name) => {
    const title = known(name)
    if (title) return title
    const tried = name.endsWith(refusedEnding) ? known(name.slice(0, -refusedEnding.length)) : undefined
    return tried ? { vi: `${tried.vi}: bị từ chối`, en: `${tried.en}: refused` } : { vi: name, en: name }
  }
}
