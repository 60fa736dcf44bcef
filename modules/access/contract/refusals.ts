// Every "no" of people and rights, with its reason.

import { defineRefusals } from '../../../platform/contract/refusal.ts'

export const refusals = defineRefusals('access', {
  wrong_sign_in: {
    status: 401,
    vi: 'Địa chỉ hoặc mật khẩu chưa đúng.',
    en: 'The address or the password is not right.',
  },
  wrong_code: {
    status: 401,
    vi: 'Mã xác nhận chưa đúng hoặc đã hết hạn. Hãy nhập mã mới nhất.',
    en: 'The code is not right or no longer valid. Type the newest one.',
  },
  sign_in_over: {
    status: 401,
    vi: 'Lần đăng nhập này đã hết hạn. Hãy nhập lại mật khẩu.',
    en: 'This sign-in took too long. Type your password again.',
  },
  passkey_failed: {
    status: 401,
    vi: 'Khóa truy cập này chưa dùng được ở đây. Hãy đăng nhập bằng mật khẩu.',
    en: 'This passkey did not work here. Sign in with your password.',
  },
  not_fresh: {
    status: 403,
    vi: 'Hãy đăng xuất rồi đăng nhập lại trước khi thêm khóa truy cập.',
    en: 'Sign out and in again before you add a passkey.',
  },
  wrong_password: {
    status: 422,
    vi: 'Mật khẩu hiện tại chưa đúng.',
    en: 'The current password is not right.',
  },
  no_password: {
    vi: 'Tài khoản này chưa có mật khẩu. Nhờ người quản trị gửi liên kết đặt mật khẩu.',
    en: 'This account has no password yet. Ask an administrator for a link to set one.',
  },
  password_short: {
    status: 422,
    vi: 'Mật khẩu cần ít nhất {least} ký tự; mới có {length}.',
    en: 'A password needs at least {least} characters; this has {length}.',
  },
  password_long: {
    status: 422,
    vi: 'Mật khẩu dài nhất {most} ký tự.',
    en: 'A password has at most {most} characters.',
  },
  password_common: {
    status: 422,
    vi: 'Mật khẩu gồm những từ hay gặp hoặc đã từng bị lộ. Hãy ghép bốn, năm từ không liên quan với nhau.',
    en: 'The password is made of common or leaked words. Join four or five words that have nothing to do with each other.',
  },
  password_pattern: {
    status: 422,
    vi: 'Mật khẩu là một dãy dễ đoán (lặp lại, liền nhau, theo hàng phím). Hãy ghép bốn, năm từ không liên quan.',
    en: 'The password is an easy pattern (repeated, in order, along the keyboard). Join four or five unrelated words.',
  },
  password_personal: {
    status: 422,
    vi: 'Mật khẩu dựa vào tên hoặc địa chỉ của chính bạn. Hãy chọn cách khác.',
    en: 'The password is built on your own name or address. Choose another.',
  },
  password_weak: {
    status: 422,
    vi: 'Mật khẩu này còn dễ đoán. Hãy viết dài hơn hoặc ghép thêm từ.',
    en: 'This password can still be guessed. Make it longer or add words.',
  },
  password_same: {
    status: 422,
    vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
    en: 'The new password must differ from the current one.',
  },
  factor_on: { vi: 'Ứng dụng xác thực đã được bật.', en: 'The authenticator app is already on.' },
  factor_off: { vi: 'Ứng dụng xác thực chưa được bật.', en: 'The authenticator app is not on.' },
  link_over: {
    status: 410,
    vi: 'Liên kết này đã dùng, đã bị thay hoặc đã quá 72 giờ. Nhờ người quản trị gửi liên kết mới.',
    en: 'This link was used, replaced, or is older than 72 hours. Ask an administrator for a new one.',
  },
  organisation_unknown: {
    status: 403,
    vi: 'Cơ quan đã xác nhận bạn, nhưng chưa có người nào ở đây mang địa chỉ đó. Nhờ người quản trị thêm bạn.',
    en: 'Your organisation knows you, but nobody here has that address. Ask an administrator to add you.',
  },
  organisation_away: {
    status: 503,
    vi: 'Nơi đăng nhập của cơ quan chưa trả lời. Thử lại sau, hoặc dùng mật khẩu.',
    en: 'The sign-in of your organisation does not answer. Try later, or use your password.',
  },
  sign_in_failed: {
    status: 400,
    vi: 'Chưa đăng nhập được. Hãy thử lại.',
    en: 'The sign-in did not work. Try again.',
  },
  name_missing: { status: 422, vi: 'Cần điền họ tên.', en: 'Your name is needed.' },
  email_missing: { status: 422, vi: 'Cần điền địa chỉ thư điện tử.', en: 'Your e-mail address is needed.' },
})
