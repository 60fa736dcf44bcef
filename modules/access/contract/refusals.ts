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
  email_taken: { vi: 'Địa chỉ này đã là của người khác.', en: 'This address already belongs to somebody else.' },
  id_taken: { vi: 'Mã này đã được dùng.', en: 'This id is already in use.' },
  grant_needed: {
    status: 422,
    vi: 'Bạn quản lý một phần địa bàn: hãy cấp luôn cho người mới một quyền trong phần đó.',
    en: 'You manage a part of the territory: give the new person a right in that part at once.',
  },
  not_over_person: {
    status: 403,
    vi: 'Người này giữ quyền ngoài phạm vi bạn quản lý; việc này thuộc về người quản trị.',
    en: 'This person holds rights beyond those you manage; it is for an administrator to do.',
  },
  not_yourself: {
    status: 403,
    vi: 'Không ai tự làm việc này cho chính mình. Nhờ một người quản trị khác.',
    en: 'Nobody does this for themselves. Ask another administrator.',
  },
  not_own_role: {
    status: 403,
    vi: 'Bạn đang giữ vai trò này: người khác mới được thêm quyền cho nó.',
    en: 'You hold this role yourself: only somebody else may add permissions to it.',
  },
  last_administrator: {
    vi: 'Đây là người quản trị cuối cùng. Hãy có người khác thay trước đã.',
    en: 'This is the last administrator. Let somebody else take over first.',
  },
  disabled_already: { vi: 'Người này đã ngừng từ {on}.', en: 'This person was stopped on {on}.' },
  enabled_already: { vi: 'Người này đang làm việc bình thường.', en: 'This person can enter already.' },
  person_disabled: { vi: 'Người này đã ngừng làm việc ở đây.', en: 'This person no longer works here.' },
  no_such_person: { status: 404, vi: 'Không có người này.', en: 'There is no such person.' },
  no_such_role: { status: 422, vi: 'Không có vai trò này.', en: 'There is no such role.' },
  role_taken: { vi: 'Đã có vai trò mang mã này.', en: 'There is a role with this id.' },
  no_such_permission: {
    status: 422,
    vi: 'Không có quyền nào tên “{permission}”.',
    en: 'There is no permission called “{permission}”.',
  },
  no_such_body: {
    status: 422,
    vi: 'Cơ quan này không thuộc địa bàn của chức danh.',
    en: 'This body does not sit in the area of the post.',
  },
  more_than_own: {
    status: 403,
    vi: 'Không ai cho hơn quyền mình có. Ở địa bàn này bạn chưa có: {missing}.',
    en: 'Nobody gives more than they hold. Here you do not hold: {missing}.',
  },
  everywhere_needed: {
    status: 403,
    vi: 'Quyền trên mọi địa bàn do người quản trị toàn hệ thống cấp.',
    en: 'A right everywhere is given by an administrator of the whole system.',
  },
  lent_manage: {
    status: 403,
    vi: 'Quyền được mượn không dùng để cấp hay thu hồi quyền.',
    en: 'Lent rights cannot be used to give or take rights.',
  },
  dates_reversed: {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu.',
    en: 'The end must lie after the beginning.',
  },
  grant_twice: {
    vi: 'Người này đang giữ vai trò đó ở địa bàn đó rồi.',
    en: 'This person already holds that role in that area.',
  },
  revoked_already: { vi: 'Quyền này đã bị thu hồi ngày {on}.', en: 'This right was taken back on {on}.' },
  line_outside: {
    status: 422,
    vi: 'Chức danh cấp trên phải thuộc cùng địa bàn hoặc địa bàn bao trùm nó.',
    en: 'The post above must belong to the same area or to one that holds it.',
  },
  line_circle: {
    status: 422,
    vi: 'Như vậy hai chức danh sẽ báo cáo lẫn nhau.',
    en: 'Then two posts would report to each other.',
  },
  holder_already: {
    vi: '{name} đang giữ chức danh này.',
    en: '{name} holds this post already.',
  },
  vacant_already: { vi: 'Chức danh này đang khuyết.', en: 'This post is vacant already.' },
  held_later: {
    vi: 'Đã ghi nhận người giữ từ {from}; ngày bàn giao phải sau ngày đó.',
    en: 'A holder from {from} is on record; the hand-over must lie after that day.',
  },
  not_to_yourself: { status: 422, vi: 'Không thể ủy quyền cho chính mình.', en: 'Rights are not lent to oneself.' },
  role_not_own: {
    status: 403,
    vi: 'Bạn không tự giữ vai trò này; quyền được mượn không cho mượn tiếp.',
    en: 'You do not hold this role yourself; lent rights are not lent on.',
  },
  post_not_own: {
    status: 403,
    vi: 'Bạn không giữ chức danh này suốt thời gian đó.',
    en: 'You do not hold this post for all of that time.',
  },
  nothing_to_lend: { vi: 'Bạn chưa có quyền nào để ủy.', en: 'You hold no right that could be lent.' },
  in_the_past: {
    status: 422,
    vi: 'Ủy quyền bắt đầu sớm nhất từ hôm nay ({today}).',
    en: 'Rights are lent from today ({today}) at the earliest.',
  },
  too_long: {
    status: 422,
    vi: 'Ủy quyền nhiều nhất {days} ngày một lần.',
    en: 'Rights are lent for at most {days} days at a time.',
  },
  delegation_twice: {
    vi: 'Người này đã được bạn ủy quyền trong thời gian đó.',
    en: 'You lend rights to this person in that time already.',
  },
  ended_already: { vi: 'Việc ủy quyền này đã chấm dứt.', en: 'This lending has already ended.' },
})
