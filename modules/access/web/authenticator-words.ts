// The words around the authenticator app.

import { defineWords } from '../../../platform/contract/words.ts'

export const authenticatorWords = defineWords({
  title: { vi: 'Ứng dụng xác thực', en: 'Authenticator app' },
  on: { vi: 'Đang bật', en: 'On' },
  off: { vi: 'Chưa bật', en: 'Off' },
  onWhat: {
    vi: 'Đăng nhập bằng mật khẩu còn cần mã 6 số trên điện thoại của bạn.',
    en: 'Signing in by password also needs the 6 digits on your phone.',
  },
  offWhat: {
    vi: 'Thêm một lớp bảo vệ: dù lộ mật khẩu, người khác vẫn không vào được.',
    en: 'One more layer: even with your password nobody else gets in.',
  },
  needsPassword: { vi: 'Cần có mật khẩu trước.', en: 'A password is needed first.' },
  switchOn: { vi: 'Bật ứng dụng xác thực', en: 'Switch the app on' },
  switchOff: { vi: 'Tắt ứng dụng xác thực', en: 'Switch the app off' },
  renew: { vi: 'Đổi mã dự phòng', en: 'New backup codes' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  password: { vi: 'Mật khẩu của bạn', en: 'Your password' },
  nowOn: { vi: 'Đã bật ứng dụng xác thực.', en: 'The authenticator app is on.' },
  nowOff: { vi: 'Đã tắt ứng dụng xác thực.', en: 'The authenticator app is off.' },
  scan: {
    vi: 'Quét mã này bằng ứng dụng xác thực (Google Authenticator, Aegis, 2FAS…), rồi gõ 6 số đang hiện.',
    en: 'Scan this with an authenticator app (Google Authenticator, Aegis, 2FAS…), then type the 6 digits it shows.',
  },
  picture: { vi: 'Mã QR để thêm tài khoản vào ứng dụng xác thực', en: 'QR code that adds the account to the app' },
  byHand: { vi: 'Không quét được? Gõ khóa này:', en: 'Cannot scan? Type this key:' },
  code: { vi: 'Mã 6 số', en: 'Six digits' },
  finish: { vi: 'Bật', en: 'Switch on' },
  codes: { vi: 'Mã dự phòng', en: 'Backup codes' },
  codesWhat: {
    vi: 'Mỗi mã dùng một lần khi không có điện thoại. Hãy in hoặc chép ra giấy và cất nơi an toàn; sẽ không hiện lại.',
    en: 'Each works once when the phone is not there. Print or copy them to paper; they will not be shown again.',
  },
  print: { vi: 'In', en: 'Print' },
  copy: { vi: 'Chép', en: 'Copy' },
  copied: { vi: 'Đã chép.', en: 'Copied.' },
  kept: { vi: 'Tôi đã cất mã', en: 'I have put them away' },
})
