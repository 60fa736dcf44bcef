// The words of the entrance.

import { defineWords } from '../../../platform/contract/words.ts'

export const signInWords = defineWords({
  title: { vi: 'Đăng nhập', en: 'Sign in' },
  lead: { vi: 'Dành cho cán bộ của chương trình.', en: 'For those who work on the programme.' },
  email: { vi: 'Địa chỉ thư điện tử', en: 'E-mail address' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  enter: { vi: 'Đăng nhập', en: 'Sign in' },
  or: { vi: 'hoặc', en: 'or' },
  withPasskey: { vi: 'Dùng khóa truy cập', en: 'Use a passkey' },
  withOrganisation: { vi: 'Đăng nhập qua cơ quan', en: 'Sign in through your organisation' },
  noWayIn: {
    vi: 'Quên mật khẩu, mất điện thoại, chưa có tài khoản: nhờ người quản trị ở cơ quan gửi liên kết đặt lại.',
    en: 'Password forgotten, phone lost, no account yet: ask the administrator of your office for a link.',
  },
  organisationUnknown: {
    vi: 'Cơ quan đã xác nhận bạn, nhưng chưa có ai ở đây mang địa chỉ đó. Nhờ người quản trị thêm bạn.',
    en: 'Your organisation knows you, but nobody here has that address. Ask an administrator to add you.',
  },
  organisationFailed: {
    vi: 'Chưa đăng nhập được qua cơ quan. Hãy thử lại, hoặc dùng mật khẩu.',
    en: 'The sign-in through your organisation did not work. Try again, or use your password.',
  },
  secondTitle: { vi: 'Mã xác nhận', en: 'Confirmation code' },
  secondLead: {
    vi: 'Mở ứng dụng xác thực trên điện thoại và gõ 6 số đang hiện.',
    en: 'Open the authenticator app on your phone and type the 6 digits it shows.',
  },
  code: { vi: 'Mã 6 số', en: 'Six digits' },
  backupLead: {
    vi: 'Gõ một trong mười mã dự phòng bạn đã cất. Mỗi mã dùng một lần.',
    en: 'Type one of the ten backup codes you put away. Each works once.',
  },
  backupCode: { vi: 'Mã dự phòng', en: 'Backup code' },
  confirm: { vi: 'Xác nhận', en: 'Confirm' },
  useBackup: { vi: 'Dùng mã dự phòng', en: 'Use a backup code' },
  useApp: { vi: 'Dùng ứng dụng xác thực', en: 'Use the authenticator app' },
  back: { vi: 'Quay lại', en: 'Back' },
  demoTitle: { vi: 'Người dùng thử', en: 'People of the demonstration' },
  demoLead: {
    vi: 'Chọn một vai để điền sẵn địa chỉ; mật khẩu được in ra khi khởi động, và nằm trong tệp demo-sign-ins.json của thư mục dữ liệu.',
    en: 'Choose a role to fill in its address; the passwords were printed at the start, and are in demo-sign-ins.json in the data folder.',
  },
  everywhere: { vi: 'mọi địa bàn', en: 'everywhere' },
})
