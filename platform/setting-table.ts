// What can be set, one row each: its name, what holds without it, what it means. The reference page and the test of the guide are
// made from these rows; `settings.ts` reads them.

import type { Bilingual } from './contract/words.ts'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

export const filesTwoFactors = ['required', 'offered'] as const

export interface SettingRow {
  name: string
  /** What holds when the variable is not set; empty: nothing. */
  default: string
  meaning: Bilingual
}

export const settingTable = [
  {
    name: 'BINHYEN_PORT',
    default: '8080',
    meaning: { vi: 'cổng mà máy chủ lắng nghe, từ 1 đến 65535', en: 'the port the server listens on, from 1 to 65535' },
  },
  {
    name: 'BINHYEN_HOST',
    default: '127.0.0.1',
    meaning: {
      vi: 'địa chỉ mạng mà máy chủ lắng nghe; mặc định chỉ máy này vào được, đặt 0.0.0.0 để máy khác cũng vào được',
      en: 'the network address the server listens on; by default only this machine gets in, 0.0.0.0 lets other machines in',
    },
  },
  {
    name: 'BINHYEN_DATA',
    default: 'var',
    meaning: {
      vi: 'thư mục giữ toàn bộ dữ liệu: cơ sở dữ liệu, tệp, khóa bí mật; đường dẫn tương đối tính từ thư mục mã nguồn',
      en: 'the folder that keeps all data: database, files, secrets; a relative path counts from the checkout',
    },
  },
  {
    name: 'DATABASE_URL',
    default: '',
    meaning: {
      vi: 'địa chỉ PostgreSQL 15 trở lên do quý vị tự vận hành; bỏ trống thì dùng PostgreSQL đi kèm',
      en: 'the address of a PostgreSQL 15 or newer that you run yourself; left empty, the one that comes with the product is used',
    },
  },
  {
    name: 'BINHYEN_URL',
    default: 'http://localhost:BINHYEN_PORT',
    meaning: {
      vi: 'địa chỉ mà người dùng gõ vào trình duyệt, bắt đầu bằng http:// hoặc https://',
      en: 'the address people type into the browser, starting with http:// or https://',
    },
  },
  {
    name: 'BINHYEN_SECRET',
    default: '',
    meaning: {
      vi: 'khóa bí mật để ký phiên đăng nhập, ít nhất 32 ký tự; bỏ trống thì tạo một lần và giữ trong thư mục dữ liệu',
      en: 'the secret that signs sessions, at least 32 characters; left empty, it is made once and kept in the data folder',
    },
  },
  {
    name: 'BINHYEN_AUDIT_KEY',
    default: '',
    meaning: {
      vi: 'khóa Ed25519 để ký nhật ký truy vết, dạng PKCS#8 DER viết bằng base64; bỏ trống thì tạo một lần và giữ trong thư mục dữ liệu',
      en: 'the Ed25519 key that signs the audit, PKCS#8 DER as base64; left empty, it is made once and kept in the data folder',
    },
  },
  {
    name: 'BINHYEN_FILES_KEY',
    default: '',
    meaning: {
      vi: 'khóa chủ của hồ sơ người, 32 byte viết bằng base64, nhiều khóa cách nhau bằng dấu phẩy và khóa đang dùng đứng đầu; bỏ trống thì tạo một lần và giữ trong thư mục dữ liệu',
      en: 'the master key of the files of persons, 32 bytes as base64, several with commas and the one in use first; left empty, it is made once and kept in the data folder',
    },
  },
  {
    name: 'BINHYEN_FILES_KEY_COMMAND',
    default: '',
    meaning: {
      vi: 'lệnh in ra khóa đó (của dịch vụ quản lý khóa), chạy một lần khi khởi động, không qua shell',
      en: 'a command that prints that key (of a key service), run once at the start, without a shell',
    },
  },
  {
    name: 'BINHYEN_LOG_LEVEL',
    default: 'info',
    meaning: {
      vi: `mức ghi nhật ký: ${logLevels.join(', ')}`,
      en: `how much is logged: ${logLevels.join(', ')}`,
    },
  },
  {
    name: 'BINHYEN_TODAY',
    default: '',
    meaning: {
      vi: 'chỉ để thử nghiệm: ngày được coi là hôm nay, dạng NĂM-THÁNG-NGÀY',
      en: 'for testing only: the day that stands for today, as YYYY-MM-DD',
    },
  },
  {
    name: 'BINHYEN_OIDC_ISSUER',
    default: '',
    meaning: {
      vi: 'địa chỉ nơi cấp danh tính (OIDC) của đơn vị; đặt cả ba biến OIDC hoặc không đặt biến nào',
      en: "the address of the organisation's sign-in (OIDC); set all three OIDC variables or none",
    },
  },
  {
    name: 'BINHYEN_OIDC_CLIENT_ID',
    default: '',
    meaning: { vi: 'mã ứng dụng đã đăng ký với nơi cấp danh tính', en: 'the client id registered with that sign-in' },
  },
  {
    name: 'BINHYEN_OIDC_CLIENT_SECRET',
    default: '',
    meaning: { vi: 'mật khẩu ứng dụng của nơi cấp danh tính', en: 'the client secret of that sign-in' },
  },
  {
    name: 'BINHYEN_OIDC_TWO_FACTORS',
    default: 'false',
    meaning: {
      vi: 'true khi nơi cấp danh tính bắt buộc mọi người xác thực hai lớp, đăng nhập từ đó được coi là đủ hai lớp; nếu không thì false',
      en: 'true where that sign-in demands two factors of everybody, so that coming from there counts as two; else false',
    },
  },
  {
    name: 'BINHYEN_FILES_TWO_FACTORS',
    default: 'required',
    meaning: {
      vi: 'required: quyền về hồ sơ người chỉ có trong phiên đăng nhập đã xác thực hai lớp; offered: xác thực hai lớp là tùy chọn, một lớp cũng mở được hồ sơ',
      en: 'required: rights to files of persons are held only in sessions with two factors; offered: two factors are optional, and one opens files too',
    },
  },
  {
    name: 'BINHYEN_TRUSTED_PROXIES',
    default: '',
    meaning: {
      vi: 'máy chủ trung gian được tin khi khai địa chỉ người gọi (X-Forwarded-For): số lớp trung gian từ 1 đến 9, hoặc danh sách địa chỉ IP hay dải CIDR cách nhau bằng dấu phẩy; bỏ trống thì không tin máy nào',
      en: "the proxies believed about the caller's address (X-Forwarded-For): how many stand one behind the other, from 1 to 9, or a list of IP addresses or CIDR ranges with commas; left empty, none is believed",
    },
  },
  {
    name: 'BINHYEN_REQUESTS_PER_PERSON',
    default: '5000',
    meaning: {
      vi: 'số yêu cầu mỗi giây của một người đã đăng nhập, dồn được gấp bốn; 0 là không giới hạn',
      en: 'requests per second of one signed-in person, four times that in a burst; 0 is no limit',
    },
  },
  {
    name: 'BINHYEN_REQUESTS_PER_ADDRESS',
    default: '50',
    meaning: {
      vi: 'số yêu cầu mỗi giây của một địa chỉ chưa đăng nhập, dồn được gấp bốn; 0 là không giới hạn',
      en: 'requests per second of one address that is not signed in, four times that in a burst; 0 is no limit',
    },
  },
] as const satisfies SettingRow[]

export type SettingName = (typeof settingTable)[number]['name']
